"""What the local Lex refuses, the rules refuse. The two share no code, so that each can prove the other wrong."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from aicc_local.lex.build.rules import build_problems, import_problems
from aicc_local.lex.definition import read_locale
from lex_bots import Bot, InvalidBot, Severity, bot_locale, check_bot, parse_bot
from tests.unit.lex_bots.bots import Document, bot_of, document
from tests.unit.lex_bots.breakages import BREAKAGES, Breakage
from tests.unit.lex_bots.inverse import NoWords, bot_of_locale
from tests.unit.lex_bots.test_locale import schema_says
from tests.unit.local.lex.bots import locale
from tests.unit.local.lex.refusals import REFUSED, Change

pytestmark = pytest.mark.thorough

# The format has no key for these, so that no bot can say them.
NO_WORDS = {
    "a branch that is not modelled",
    "a built-in intent of English",
    "a composite slot type",
    "a confirmation of the fallback",
    "a context",
    "a grammar",
    "a parent that no slot type may have",
    "a priority without slot",
    "a slot of several values",
    "a slot without priority",
    "a step that is not modelled",
    "an intent that a search answers",
    "an unknown built-in intent",
    "an utterance of a slot in bad form",
    "slots of the fallback",
    "too many utterances of a slot",
    "utterances of a built-in intent",
}
# The reader finds these: a mapping of YAML that has a key twice.
TWICE = {"two intents of one name", "two slot types of one name", "two slots of one name"}


def local_problems(properties: dict[str, Any]) -> list[str]:
    read = read_locale(properties)
    return [str(problem) for problem in (*import_problems(read), *build_problems(read))]


def errors(bot: Bot) -> list[str]:
    return [str(finding) for finding in check_bot(bot) if finding.severity is Severity.ERROR]


def changed(change: Change) -> dict[str, Any]:
    properties = locale()
    change(properties)
    return properties


def test_the_local_lex_and_the_rules_take_the_same_sound_bots() -> None:
    assert local_problems(bot_locale(bot_of())) == []
    assert errors(bot_of_locale(locale())) == []


@pytest.mark.parametrize("name", sorted(REFUSED.keys() - NO_WORDS - TWICE))
def test_the_rules_refuse_what_the_local_lex_does(name: str) -> None:
    change, _ = REFUSED[name]

    assert errors(bot_of_locale(changed(change)))


@pytest.mark.parametrize("name", sorted(NO_WORDS))
def test_the_format_has_no_words_for(name: str) -> None:
    change, _ = REFUSED[name]

    with pytest.raises(NoWords):
        bot_of_locale(changed(change))


@pytest.mark.parametrize("name", sorted(TWICE))
def test_a_name_twice_is_a_key_twice(name: str) -> None:
    bot = bot_of_locale(changed(REFUSED[name][0]))

    intents = [intent.name for intent in bot.intents]
    slots = [[slot.name for slot in intent.slots] for intent in bot.intents]
    types = [slot_type.name for slot_type in bot.slot_types]

    assert any(len(set(names)) < len(names) for names in (intents, types, *slots))


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: f"{breakage.rule} {breakage.said[:30]}")
def test_no_rule_takes_for_a_mere_warning_what_the_local_lex_refuses(breakage: Breakage) -> None:
    bot = bot_of(breakage.change)

    refused = errors(bot)

    # Public code uses the generative voice, so it is there; the local Lex wants it proven in the Region first.
    assert refused or breakage.rule == "B508" or local_problems(bot_locale(bot)) == []


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: f"{breakage.rule} {breakage.said[:30]}")
def test_no_rule_takes_for_a_mere_warning_what_cloudformation_refuses(breakage: Breakage) -> None:
    bot = bot_of(breakage.change)

    refused = errors(bot)

    assert refused or schema_says(bot_locale(bot)) == ""


def test_the_generative_voice_is_the_only_exception() -> None:
    (generative,) = (breakage for breakage in BREAKAGES if breakage.rule == "B508")
    bot = bot_of(generative.change)

    assert local_problems(bot_locale(bot))
    assert [finding.rule for finding in check_bot(bot)] == ["B508"]


TEXTS = st.text(alphabet="가나다한글 {}FlowerAZ.,!?🙂ㄱb1-'_\t", max_size=8) | st.sampled_from(
    [
        "{Flower} 주세요",
        "{Phone} 로",
        "{Flower}를",
        "{flower} 요",
        "꽃",
        "사장님 바꿔 주세요",
        "네.",
        "{Flower}",
        "花",
        "３",
    ]
)
TYPES = st.sampled_from(["Flower", "Flowers", "AMAZON.Number", "AMAZON.AlphaNumeric", "AMAZON.Color", "AMAZON.Time"])
SLOTS = st.fixed_dictionaries(
    {"type": TYPES},
    optional={
        "required": st.booleans(),
        "prompt": st.fixed_dictionaries({"messages": st.lists(TEXTS, max_size=4), "retries": st.integers(-1, 6)}),
    },
)
NAMES = st.sampled_from(["Flower", "Phone", "HelpIntent", "qnaintent", "꽃", "a__b"])
FLAGS = {"dialog_code_hook": st.booleans(), "fulfillment_code_hook": st.booleans()}
INTENTS = st.fixed_dictionaries(
    {"utterances": st.lists(TEXTS, max_size=4)},
    optional={"slots": st.dictionaries(NAMES, SLOTS, max_size=3), "closing": st.lists(TEXTS, max_size=4), **FLAGS},
)
VOICES = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["Seoyeon", "Jihye", "Joanna"]),
        "engine": st.sampled_from(["neural", "standard", "long-form"]),
    }
)
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "voice": VOICES,
    "locale": st.sampled_from(["ko_KR", "en_US"]),
    "nlu_confidence_threshold": st.sampled_from([0.4, -1, 2]),
    "intents": st.dictionaries(NAMES | st.sampled_from(["order_flowers", "florist"]), INTENTS, max_size=3),
    "fallback": st.fixed_dictionaries({}, optional={"closing": st.lists(TEXTS, max_size=2), **FLAGS}),
    "slot_types": st.dictionaries(
        NAMES,
        st.fixed_dictionaries({"values": st.lists(st.fixed_dictionaries({"value": TEXTS}), max_size=3)}),
        max_size=2,
    ),
}


@st.composite
def bots(draw: Callable[..., Any]) -> Bot:
    """Sound bots of which some parts are anything; the mere shape is right."""
    broken: Document = document()
    for part in draw(st.lists(st.sampled_from(sorted(PARTS)), unique=True, max_size=3)):
        broken[part] = draw(PARTS[part])
    broken.get("fallback", {}).pop("dialog_code_hook", None)
    extra = draw(st.lists(TEXTS, max_size=3))
    if "florist" in broken["intents"]:
        broken["intents"]["florist"]["utterances"] += extra
    try:
        return parse_bot(yaml.safe_dump(broken, allow_unicode=True, sort_keys=False), source="a.yaml")
    except InvalidBot as error:
        raise AssertionError(str(error)) from error


@given(bots())
def test_any_bot_that_the_local_lex_refuses_is_refused(bot: Bot) -> None:
    refused = errors(bot)

    assert refused or local_problems(bot_locale(bot)) == []


@given(bots())
def test_any_bot_that_passes_is_one_that_cloudformation_takes(bot: Bot) -> None:
    refused = errors(bot)

    assert refused or schema_says(bot_locale(bot)) == ""
