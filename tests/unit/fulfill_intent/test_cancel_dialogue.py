"""Conversations about cancelling."""

import pytest

from tests.unit.fulfill_intent.caller import Caller


@pytest.mark.parametrize("voice", [True, False])
@pytest.mark.parametrize(("target", "queue"), [("주문", "orders"), ("구독", "general"), ("예약", "general")])
def test_names_what_is_to_be_cancelled_and_hands_over(target: str, queue: str, voice: bool) -> None:
    heard = Caller(voice=voice).say("취소하고 싶어요", "cancel", CancelTarget=target)

    assert heard.text.startswith(f"{target} 취소는 상담사가 확인한 뒤 도와드리겠습니다.")
    assert (heard.next_action, heard.queue) == ("queue", queue)


def test_asks_what_is_to_be_cancelled(caller: Caller) -> None:
    asked = caller.say("취소해 주세요", "cancel")
    heard = caller.say("예약 취소요")

    assert asked.asks == "CancelTarget"
    assert heard.attributes["bot_summary"] == "취소 요청: 예약"


def test_another_wish_in_place_of_what_to_cancel_is_served(caller: Caller) -> None:
    caller.say("취소할게요", "cancel")

    heard = caller.say("배송 언제 와요", "delivery")

    assert heard.attributes["bot_intent"] == "delivery"
    assert heard.next_action == "authenticate"


def test_the_name_of_what_to_cancel_is_heard_whatever_lex_takes_it_for(caller: Caller) -> None:
    caller.say("취소할게요", "cancel")

    heard = caller.say("주문이요", "order_status")

    assert (heard.attributes["bot_intent"], heard.queue) == ("cancel", "orders")


def test_what_to_cancel_is_asked_twice_and_then_a_person_helps(caller: Caller) -> None:
    caller.say("취소해 주세요", "cancel")

    first, second = caller.say("그거요"), caller.say("그거 있잖아요")

    assert first.asks == "CancelTarget"
    assert (second.next_action, second.queue) == ("queue", "general")
