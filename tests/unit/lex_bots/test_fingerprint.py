"""A bot's fingerprint changes when Lex would have to build it anew, and only then."""

from typing import Any

import pytest

from lex_bots import fingerprint
from tests.unit.lex_bots.bots import FLORIST, FLOWER, ORDER, Change, bot_of, put, say

CHANGES: dict[str, Change] = {
    "an utterance": say("꽃 사러 왔어요"),
    "a message": put("또 무슨 꽃이요?", *FLOWER, "prompt", "messages", 0),
    "the order of variations": put(["그럼 그만두겠습니다.", "알겠습니다."], *ORDER, "confirmation", "declined"),
    "the time of a session": put(301, "idle_session_ttl_seconds"),
    "the threshold": put(0.5, "nlu_confidence_threshold"),
    "a hook": put(True, *FLORIST, "dialog_code_hook"),
    "the voice": put("standard", "voice", "engine"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_changes_with(change: Change) -> None:
    assert fingerprint(bot_of(change)) != fingerprint(bot_of())


def test_changes_with_the_order_in_which_slots_are_asked_for() -> None:
    def swap(document: dict[str, Any]) -> None:
        slots = document["intents"]["order_flowers"]["slots"]
        slots["Flower"] = slots.pop("Flower")

    assert fingerprint(bot_of(swap)) != fingerprint(bot_of())


def test_does_not_change_with_the_order_of_what_has_none() -> None:
    def shuffle(document: dict[str, Any]) -> None:
        document["intents"]["order_flowers"]["utterances"].reverse()
        document["intents"]["order_flowers"] = document["intents"].pop("order_flowers")
        document["slot_types"]["Flower"]["values"][0]["synonyms"].reverse()

    assert fingerprint(bot_of(shuffle)) == fingerprint(bot_of())


def test_does_not_change_with_the_name_that_a_version_does_not_keep() -> None:
    assert fingerprint(bot_of(put("other", "name"))) == fingerprint(bot_of())


def test_is_the_same_in_every_process() -> None:
    assert fingerprint(bot_of()) == "02138e7c1771e450"
