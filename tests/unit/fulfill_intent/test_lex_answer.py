from collections.abc import Mapping
from typing import Any

import pytest

from aicc_core.errors import AnswerError
from aicc_core.lex_answer import Action, LexAnswer, make_lex_answer, plain_text, ssml


def answer(**changes: Any) -> LexAnswer:
    values: dict[str, Any] = {
        "action": Action.CLOSE,
        "intent": "callback",
        "slot_names": ("CallbackTime", "CallbackPhone"),
        "slots": {"CallbackTime": "2026-11-24T15:30:00+09:00"},
        "attributes": {"misses": "0"},
        "messages": [plain_text("네.")],
    }
    return LexAnswer(**{**values, **changes})


def filled(value: str) -> Mapping[str, Any]:
    return {"shape": "Scalar", "value": {"originalValue": value, "interpretedValue": value, "resolvedValues": [value]}}


def test_closes_with_all_that_is_known() -> None:
    made = make_lex_answer(answer())

    assert made == {
        "sessionState": {
            "sessionAttributes": {"misses": "0"},
            "dialogAction": {"type": "Close"},
            "intent": {
                "name": "callback",
                "state": "Fulfilled",
                "confirmationState": "None",
                "slots": {"CallbackTime": filled("2026-11-24T15:30:00+09:00"), "CallbackPhone": None},
            },
        },
        "messages": [{"contentType": "PlainText", "content": "네."}],
    }


def test_asks_for_a_slot_and_empties_it() -> None:
    made = make_lex_answer(answer(action=Action.ELICIT_SLOT, slot="CallbackTime"))

    assert made["sessionState"]["dialogAction"] == {"type": "ElicitSlot", "slotToElicit": "CallbackTime"}
    assert made["sessionState"]["intent"]["slots"] == {"CallbackTime": None, "CallbackPhone": None}


def test_keeps_the_words_of_a_slot_apart_from_its_value() -> None:
    made = make_lex_answer(answer(said={"CallbackTime": "내일 세 시 반이요"}))

    value = made["sessionState"]["intent"]["slots"]["CallbackTime"]["value"]
    assert value["originalValue"] == "내일 세 시 반이요"
    assert value["interpretedValue"] == "2026-11-24T15:30:00+09:00"


def test_asks_for_an_intent_without_one() -> None:
    made = make_lex_answer(answer(action=Action.ELICIT_INTENT))

    assert "intent" not in made["sessionState"]


def test_says_that_the_bot_gave_up() -> None:
    assert make_lex_answer(answer(failed=True))["sessionState"]["intent"]["state"] == "Failed"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"messages": []}, "there must be a message"),
        ({"messages": [plain_text("")]}, "a message must have 1 to 1024 characters, got 0"),
        ({"messages": [plain_text("가" * 1025)]}, "a message must have 1 to 1024 characters, got 1025"),
        ({"messages": [ssml("&" * 250)]}, "a message must have 1 to 1024 characters, got 1265"),
        ({"messages": [plain_text("😀" * 600)]}, "a message must have 1 to 1024 characters, got 1200"),
        ({"action": Action.ELICIT_SLOT}, "a slot is named for ElicitSlot and nothing else, got '' for ElicitSlot"),
        ({"slot": "CallbackTime"}, "a slot is named for ElicitSlot and nothing else, got 'CallbackTime' for Close"),
        ({"action": Action.ELICIT_SLOT, "slot": "Other"}, "the intent callback has no slot Other"),
        ({"attributes": {"misses": 0}}, "the attribute misses must be a text"),
        ({"attributes": {"note": "가" * 18_000}}, "answer must be at most 51200 bytes, got 5"),
    ],
)
def test_refuses_what_lex_would_refuse(changes: Mapping[str, Any], problem: str) -> None:
    with pytest.raises(AnswerError) as caught:
        make_lex_answer(answer(**changes))

    assert str(caught.value).startswith(problem)
