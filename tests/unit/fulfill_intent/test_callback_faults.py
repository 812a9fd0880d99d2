"""Conversations while the ledger cannot be reached: nothing that was said is lost, and nobody waits in silence."""

import pytest

from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, Caller, Shop, at

WISH = "내일 오후 세 시에 이 번호로 전화 주세요"


def test_a_person_gets_time_and_number_when_booking_fails(customer: Caller, desk: Desk) -> None:
    customer.say(WISH, "callback")
    desk.wire.cut = True

    heard = customer.say("네")

    assert heard.text.startswith("죄송합니다. 지금은 예약을 마칠 수 없어")
    assert heard.next_action == "callback"
    assert (heard.attributes["callback_time"], heard.attributes["callback_phone"]) == (at(24, 15), CALLER)
    assert heard.attributes["bot_summary"] == "전화 예약: 11월 24일 화요일 오후 3시, 예약되었는지 확인 필요"


def test_time_and_number_are_agreed_on_without_the_ledger(customer: Caller, desk: Desk) -> None:
    desk.wire.cut = True

    first = customer.say("토요일 세 시에 전화 주세요", "callback")
    second = customer.say("그럼 내일 세 시요")
    third = customer.say("네")
    last = customer.say("네")

    assert "토요일에는 상담을 쉽니다." in first.text
    assert (second.asks, third.asks) == ("CallbackPhone", "ConfirmIntent")
    assert (last.next_action, last.attributes["callback_time"]) == ("callback", at(24, 15))


@pytest.mark.parametrize("said", ["콜백 취소해 주세요", "예약한 전화 시간 바꿔 주세요", "몇 시에 전화 오기로 했죠"])
def test_a_person_helps_with_a_callback_that_cannot_be_looked_up(customer: Caller, desk: Desk, said: str) -> None:
    desk.wire.cut = True

    heard = customer.say(said, "callback")

    assert heard.text.startswith("죄송합니다. 지금은 내용을 확인할 수 없습니다.")
    assert (heard.next_action, heard.queue) == ("queue", "general")


def test_a_lost_answer_that_is_asked_for_again_books_once(customer: Caller, desk: Desk) -> None:
    customer.say(WISH, "callback")
    before, last = dict(customer.attributes), customer.last
    desk.wire.losing = True
    lost = customer.say("네")
    desk.wire.losing = False

    customer.attributes, customer.last = before, last
    heard = customer.say("네")

    assert lost.next_action == "callback"
    assert heard.text.startswith("네, 내일 오후 세 시에")
    assert desk.open(CALLER) == [at(24, 15)]
    assert len(desk.records()) == 1


def test_who_calls_again_after_a_lost_answer_hears_of_the_callback(customer: Caller, desk: Desk) -> None:
    customer.say(WISH, "callback")
    desk.wire.losing = True
    customer.say("네")
    desk.wire.losing = False

    heard = Caller(callbacks=desk.for_a_turn).say("전화 예약이요", "callback")

    assert heard.text.startswith("내일 오후 세 시에 이미 전화 예약이 되어 있습니다.")


def test_a_wish_that_was_booked_and_cancelled_elsewhere_is_booked_anew(customer: Caller, desk: Desk) -> None:
    customer.say(WISH, "callback")
    before, last = dict(customer.attributes), customer.last
    customer.say("네")
    [record] = desk.records()
    desk.cancel(record.callback_id)

    customer.attributes, customer.last = before, last
    customer.now = desk.now = customer.now.replace(minute=16)
    customer.say("네")

    assert desk.open(CALLER) == [at(24, 15)]


def test_a_change_whose_answer_is_lost_goes_to_a_person_with_the_wish(customer: Caller, desk: Desk) -> None:
    desk.book(CALLER, at(24, 15))
    customer.say("예약한 전화 네 시로 바꿔 주세요", "callback")
    desk.wire.losing = True

    heard = customer.say("네")

    assert (heard.next_action, heard.attributes["callback_time"]) == ("callback", at(24, 16))
    assert desk.open(CALLER) == [at(24, 16)]


def test_without_opening_hours_a_person_gets_what_was_agreed(customer: Caller) -> None:
    customer.say(WISH, "callback")
    customer.shop.hours = None

    heard = customer.say("네")

    assert (heard.next_action, heard.attributes["callback_time"]) == ("callback", at(24, 15))


def test_opening_hours_that_cannot_be_read_at_the_end_lose_nothing(customer: Caller) -> None:
    customer.say(WISH, "callback")
    customer.shop.closed = True

    heard = customer.say("네")

    assert (heard.next_action, heard.attributes["callback_time"]) == ("callback", at(24, 15))


def test_without_opening_hours_the_wish_is_kept_for_a_person(desk: Desk) -> None:
    customer = Caller(Shop(hours=None), callbacks=desk.for_a_turn)

    heard = customer.say(WISH, "callback")

    assert (heard.next_action, heard.queue) == ("queue", "general")
    assert (heard.attributes["callback_time"], heard.attributes["callback_phone"]) == (at(24, 15), CALLER)


def test_where_nothing_is_booked_a_person_does_as_ever(caller: Caller) -> None:
    caller.say(WISH, "callback")

    booked = caller.say("네")
    cancelled = Caller().say("전화 예약 취소해 주세요", "cancel", CancelTarget="예약")

    assert (booked.next_action, booked.attributes["callback_time"]) == ("callback", at(24, 15))
    assert cancelled.text.startswith("예약 취소는 상담사가 확인한 뒤 도와드리겠습니다.")


def test_what_could_not_be_reached_is_not_asked_again_in_the_same_turn(customer: Caller, desk: Desk) -> None:
    desk.wire.cut = True
    asked: list[str] = []
    desk.wire.heard = asked.append

    customer.say("내일 오후 세 시에 전화 주세요", "callback")

    assert len(asked) == 1


def test_what_could_not_be_reached_is_logged_without_the_number(
    customer: Caller, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    customer.say(WISH, "callback")
    desk.wire.cut = True

    customer.say("네")

    [record] = caplog.records
    assert (record.message, vars(record)["step"], vars(record)["fault"]) == (
        "callbacks_unreachable",
        "book",
        "ReadTimeoutError",
    )
    assert CALLER[3:] not in str(vars(record))


def test_nothing_is_begun_late_in_a_turn(customer: Caller, desk: Desk) -> None:
    customer.say(WISH, "callback")
    desk.slow = 3.0

    heard = customer.say("네")

    assert heard.next_action == "callback"
    assert desk.records() == []
