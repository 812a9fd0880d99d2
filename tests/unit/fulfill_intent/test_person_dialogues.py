"""Conversations that lead to a person at once."""

import pytest

from tests.unit.fulfill_intent.caller import Caller


@pytest.mark.parametrize("voice", [True, False])
def test_hands_over_to_a_person(voice: bool) -> None:
    heard = Caller(voice=voice).say("상담원 연결해 주세요", "agent")

    assert (heard.next_action, heard.queue) == ("queue", "general")
    assert heard.text == "네, 알겠습니다. 상담사에게 연결해 드리겠습니다. 잠시만 기다려 주세요."
    assert heard.intent["state"] == "Fulfilled"
    assert heard.attributes["bot_summary"] == "상담사 연결 요청"


def test_a_person_is_told_what_was_talked_about(caller: Caller) -> None:
    caller.say("포인트 알려 주세요", "faq", FaqTopic="포인트")

    heard = caller.say("상담원이요", "agent")

    assert heard.attributes["bot_summary"] == "일반 문의: 포인트 / 상담사 연결 요청"


@pytest.mark.parametrize("voice", [True, False])
def test_apologises_for_what_is_complained_of(voice: bool) -> None:
    heard = Caller(voice=voice).say("너무 화가 나요", "complaint")

    assert heard.text.startswith("불편을 드려 정말 죄송합니다.")
    assert (heard.next_action, heard.queue, heard.attributes["bot_intent"]) == ("queue", "general", "complaint")
    assert heard.attributes["bot_summary"].startswith("우선 응대")
