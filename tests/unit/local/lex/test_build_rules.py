"""Each rule refuses a bot that breaks it, with the place, and the sound bot passes all of them."""

from typing import Any

import pytest

from aicc_local.lex.build.rules import BUILD_RULES, IMPORT_RULES, build_problems, import_problems
from aicc_local.lex.definition import read_locale
from tests.unit.local.lex.bots import locale
from tests.unit.local.lex.refusals import REFUSED, SOUND, Change, many_intents


def problems(properties: dict[str, Any]) -> list[str]:
    read = read_locale(properties)
    return [str(problem) for problem in (*import_problems(read), *build_problems(read))]


@pytest.mark.parametrize(("change", "told"), REFUSED.values(), ids=REFUSED)
def test_refuses(change: Change, told: str) -> None:
    broken = locale()
    change(broken)

    found = problems(broken)

    assert any(told in problem for problem in found), found


def test_a_sound_bot_is_not_refused() -> None:
    assert problems(locale()) == []


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_does_not_refuse(change: Change) -> None:
    sound = locale()
    change(sound)

    assert problems(sound) == []


def test_every_rule_has_a_bot_that_breaks_it() -> None:
    broken_by = set()
    for change, _ in REFUSED.values():
        broken = locale()
        change(broken)
        read = read_locale(broken)
        broken_by |= {rule for rule in (*IMPORT_RULES, *BUILD_RULES) if any(rule(read))}

    assert broken_by == {*IMPORT_RULES, *BUILD_RULES}


def test_english_has_its_own_quotas() -> None:
    english = locale()
    many_intents(english)
    english["LocaleId"] = "en_US"

    assert not [problem for problem in problems(english) if "the limit" in problem]
