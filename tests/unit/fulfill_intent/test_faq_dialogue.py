"""Conversations about questions that many have."""

import pytest

from fulfill_intent.intents import faq
from tests.unit.fulfill_intent.caller import Caller


@pytest.mark.parametrize("voice", [True, False])
@pytest.mark.parametrize("topic", faq.ANSWERS)
def test_answers_questions(topic: str, voice: bool) -> None:
    heard = Caller(voice=voice).say("그게 궁금해요", "faq", FaqTopic=topic)

    assert heard.text == f"{faq.ANSWERS[topic]} 더 도와드릴 일이 있으신가요?"


def test_asks_once_what_a_question_is_about(caller: Caller) -> None:
    asked = caller.say("궁금한 게 있어요", "faq")
    answered = caller.say("쿠폰이요")

    assert asked.asks == "FaqTopic"
    assert "쿠폰함" in answered.text


def test_a_question_that_no_table_answers_goes_to_a_person(caller: Caller) -> None:
    caller.say("궁금한 게 있어요", "faq")

    heard = caller.say("매장이 어디예요")

    assert (heard.next_action, heard.queue) == ("queue", "general")
