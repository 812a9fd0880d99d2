"""Each rule finds what it is there for, and no other rule says the same again."""

import re
from typing import Any

import pytest

from lex_bots import Severity, check_bot
from lex_bots._rules import RULES
from lex_bots._rules._rule import Rule
from tests.unit.lex_bots.bots import bot_of, put, said_of
from tests.unit.lex_bots.breakages import BREAKAGES, Breakage


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: f"{breakage.rule} {breakage.said[:30]}")
def test_only_the_rule_finds_it(breakage: Breakage) -> None:
    assert said_of(breakage.change) == [f"{breakage.rule} {breakage.said}"]


def test_an_empty_bot_is_found() -> None:
    def empty(document: dict[str, Any]) -> None:
        document["intents"] = {}
        document.pop("slot_types")

    assert said_of(empty) == ["B109 intents: there is no intent; add one, with what callers say"]


def test_nothing_is_said_about_a_sound_bot() -> None:
    assert check_bot(bot_of()) == []


def test_every_rule_has_a_bot_that_only_it_finds() -> None:
    assert {breakage.rule for breakage in BREAKAGES} | {"B109"} == {rule.id for rule in RULES}


def test_no_two_rules_share_an_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_says_what_it_wants_in_one_line_and_who_says_so(rule: Rule) -> None:
    assert re.fullmatch("B[1-5][0-9]{2}", rule.id)
    assert rule.text.isprintable()
    assert rule.text.endswith(".")
    assert len(rule.text) <= 120
    assert rule.source.isprintable()
    assert "https://" in rule.source


def test_the_ids_from_500_on_are_warnings() -> None:
    (finding,) = check_bot(bot_of(put("generative", "voice", "engine")))

    assert finding.severity is Severity.WARNING


def test_a_finding_is_one_line_whatever_the_names() -> None:
    def change(document: dict[str, Any]) -> None:
        document["intents"]["florist"]["slots"] = {"Flo\nwer": {"type": "Flower", "required": False}}
        document["intents"]["florist"]["utterances"][0] = "{Flower} 전문가 계세요"

    found = said_of(change)

    assert [line[:4] for line in found] == ["B207", "B105", "B502"]
    assert all(line.isprintable() for line in found)


def test_findings_come_in_the_order_of_the_file_with_their_lines() -> None:
    def change(document: dict[str, Any]) -> None:
        put("Joanna", "voice", "id")(document)
        put("en_US", "locale")(document)

    assert [(finding.rule, finding.line) for finding in check_bot(bot_of(change))] == [("B101", 3), ("B102", 5)]
