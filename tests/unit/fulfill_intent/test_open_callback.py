"""Conversations with a customer who has a callback: whom it is told, and whom not."""

import pytest

from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, OTHER, Caller, at

THREE = at(24, 15)


def test_who_wants_another_one_hears_of_the_one_there_is(booked: Caller, desk: Desk) -> None:
    heard = booked.say("전화 예약이요", "callback")

    assert heard.text == ("내일 오후 세 시에 이미 전화 예약이 되어 있습니다. 시간을 바꿔 드릴까요, 취소해 드릴까요?")
    assert heard.attributes["bot_summary"] == "전화 예약 있음: 11월 24일 화요일 오후 3시"
    assert desk.open(CALLER) == [THREE]


@pytest.mark.parametrize(
    "said", ["몇 시에 전화 오기로 했죠", "예약한 전화 언제예요", "전화 예약 확인해 주세요", "전화 언제 와요"]
)
def test_who_asks_when_hears_it(booked: Caller, said: str) -> None:
    heard = booked.say(said, "callback")

    assert heard.text.startswith("내일 오후 세 시에 전화드리기로 되어 있습니다.")


@pytest.mark.parametrize("said", ["아니요", "그대로 두세요", "됐어요", "취소하지 마세요", "아니요 괜찮아요"])
@pytest.mark.parametrize("begin", ["전화 예약이요", "콜백 취소해 주세요"])
def test_it_may_be_left_as_it_is(booked: Caller, desk: Desk, begin: str, said: str) -> None:
    booked.say(begin, "callback")

    heard = booked.say(said)

    assert heard.text.startswith("네, 내일 오후 세 시에 전화드리겠습니다.")
    assert desk.open(CALLER) == [THREE]


def test_a_mere_yes_to_either_or_asks_again_and_then_a_person_helps(told: Caller, desk: Desk) -> None:
    again, person = told.say("네"), told.say("글쎄요")

    assert "시간 변경, 예약 취소, 그대로 두기 중에서" in again.text
    assert (person.next_action, person.queue) == ("queue", "general")
    assert desk.open(CALLER) == [THREE]


def test_a_chat_whose_site_vouches_for_the_number_hears_of_its_callback(vouched: Caller, desk: Desk) -> None:
    desk.book(CALLER, THREE)

    heard = vouched.say("콜백 취소해 주세요", "callback")

    assert heard.text == "내일 오후 3시에 드리기로 한 전화를 취소해 드릴까요?"


@pytest.mark.parametrize("said", ["콜백 취소해 주세요", "예약한 전화 시간 바꿔 주세요", "몇 시에 전화 오기로 했죠"])
def test_a_number_without_a_callback_is_told_so_and_a_person_helps(customer: Caller, said: str) -> None:
    heard = customer.say(said, "callback")

    assert heard.text.startswith("지금 거신 번호로 예약된 전화를 찾지 못했습니다.")
    assert (heard.next_action, heard.queue) == ("queue", "general")


@pytest.mark.parametrize("said", ["콜백 취소해 주세요", "예약한 전화 시간 바꿔 주세요", "몇 시에 전화 오기로 했죠"])
@pytest.mark.parametrize("number", ["", "anonymous", "+12025550123"])
def test_who_is_not_known_by_a_number_is_helped_by_a_person(desk: Desk, said: str, number: str) -> None:
    desk.book(CALLER, THREE)
    caller = Caller(callbacks=desk.for_a_turn, attributes={"customer_number": number})

    heard = caller.say(said, "callback")

    assert (heard.next_action, heard.queue) == ("queue", "general")
    assert "세 시" not in heard.text
    assert desk.open(CALLER) == [THREE]


def test_a_number_that_has_a_callback_is_booked_by_a_person_for_another_caller(customer: Caller, desk: Desk) -> None:
    desk.book(OTHER, THREE)
    customer.say("내일 네 시에 전화 주세요", "callback")
    customer.press("01099998888")

    heard = customer.say("네")

    assert heard.text == "말씀하신 번호의 전화 예약은 상담사가 확인한 뒤 도와드리겠습니다."
    assert (heard.next_action, heard.attributes["callback_time"]) == ("callback", at(24, 16))
    assert heard.attributes["callback_phone"] == OTHER
    assert desk.open(OTHER) == [THREE]


def test_a_change_is_for_the_number_that_calls_alone(told: Caller, desk: Desk) -> None:
    told.say("네 시로 바꿔 주세요")

    heard = told.say("번호도 바꿔 주세요 공일공 구구구구 팔팔팔팔이요")

    assert heard.text.startswith("말씀하신 번호의 전화 예약은 상담사가")
    assert desk.open(CALLER) == [THREE]
    assert desk.open(OTHER) == []


def test_what_a_session_holds_leads_to_no_callback_of_another_number(customer: Caller, desk: Desk) -> None:
    others = desk.book(OTHER, THREE)
    customer.say("내일 네 시에 이 번호로 전화 주세요", "callback")
    customer.attributes["callback_request"] = others

    customer.say("네")

    assert desk.open(OTHER) == [THREE]
    assert desk.open(CALLER) == [at(24, 16)]


def test_while_a_call_is_under_way_a_person_helps(customer: Caller, desk: Desk) -> None:
    desk.dial(desk.book(CALLER, THREE))

    heard = customer.say("전화 예약이요", "callback")

    assert heard.text.startswith("예약하신 전화를 지금 드리고 있어 상담사가 바로 도와드리겠습니다.")
    assert (heard.next_action, heard.queue) == ("queue", "general")


def test_a_callback_whose_time_has_come_is_said_to_come_soon(booked: Caller, desk: Desk) -> None:
    booked.now = desk.now = booked.now.replace(day=24, hour=15, minute=5)

    heard = booked.say("전화 언제 와요", "callback")

    assert heard.text.startswith("예약하신 전화를 곧 드릴 예정입니다.")


def test_a_callback_that_is_gone_while_it_is_talked_about_makes_room_for_a_new_one(told: Caller, desk: Desk) -> None:
    [record] = desk.records()
    desk.cancel(record.callback_id)

    heard = told.say("네 시로 바꿔 주세요")

    assert heard.asks == "CallbackPhone"


def test_the_very_same_callback_is_not_booked_twice_nor_held_against_anybody(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")
    desk.book(CALLER, THREE)

    heard = customer.say("네")

    assert heard.text.startswith("네, 내일 오후 세 시에")
    assert desk.open(CALLER) == [THREE]
    assert desk.counts.names == ["DuplicateSuppressed"]


def test_one_that_was_booked_meanwhile_is_told_of_instead_of_a_second_one(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 네 시에 이 번호로 전화 주세요", "callback")
    desk.book(CALLER, THREE)

    told = customer.say("네")
    customer.say("바꿔 주세요")
    customer.say("네")

    assert told.text.startswith("내일 오후 세 시에 이미 전화 예약이 되어 있습니다.")
    assert desk.open(CALLER) == [at(24, 16)]
