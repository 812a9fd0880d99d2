"""Conversations that move a callback to another time."""

import pytest

from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, OTHER, Caller, at

THREE = at(24, 15)


@pytest.mark.parametrize("said", ["바꿔 주세요", "시간 변경이요", "네 바꿔 주세요", "다른 시간으로요", "시간이요"])
def test_another_time_is_asked_for_and_the_callback_moved(told: Caller, desk: Desk, said: str) -> None:
    asked = told.say(said)
    read_back = told.say("모레 오전 열 시요")
    moved = told.say("네")

    assert asked.text.startswith("언제로 바꿔 드릴까요?")
    assert (
        read_back.text == "전화 예약을 십일월 이십오일 수요일 오전 열 시에 전화드리는 것으로 바꾸겠습니다. 맞으신가요?"
    )
    assert moved.text.startswith("네, 모레 오전 열 시에 전화드리는 것으로 바꿨습니다.")
    assert desk.open(CALLER) == [at(25, 10)]
    assert len(desk.records()) == 1


@pytest.mark.parametrize(
    ("said", "moved"),
    [("네 시로 바꿔 주세요", at(24, 16)), ("모레로 해 주세요", at(25, 15)), ("금요일 열 시요", at(27, 10))],
)
def test_a_time_that_is_named_at_once_is_understood_by_the_one_there_is(
    told: Caller, desk: Desk, said: str, moved: str
) -> None:
    read_back = told.say(said)
    told.say("네")

    assert read_back.asks == "ConfirmIntent"
    assert desk.open(CALLER) == [moved]


@pytest.mark.parametrize("said", ["예약한 전화 네 시로 바꿔 주세요", "전화 예약 시간을 네 시로 변경할게요"])
def test_a_change_in_one_sentence_is_read_back_at_once(booked: Caller, desk: Desk, said: str) -> None:
    read_back = booked.say(said, "callback")
    booked.say("네")

    assert read_back.asks == "ConfirmIntent"
    assert desk.open(CALLER) == [at(24, 16)]


def test_who_named_another_time_before_hearing_of_it_need_not_name_it_again(booked: Caller, desk: Desk) -> None:
    booked.say("내일 다섯 시에 전화 주세요", "callback")

    read_back = booked.say("바꿔 주세요")
    booked.say("네")

    assert read_back.asks == "ConfirmIntent"
    assert desk.open(CALLER) == [at(24, 17)]


def test_a_change_keeps_the_old_time_until_it_is_confirmed(told: Caller, desk: Desk) -> None:
    told.say("네 시로 바꿔 주세요")

    heard = told.say("됐어요")

    assert heard.text.startswith("네, 바꾸지 않고 예약하신 시간에 전화드리겠습니다.")
    assert desk.open(CALLER) == [THREE]


def test_a_change_to_a_time_that_is_full_offers_others_and_keeps_the_old_one(told: Caller, desk: Desk) -> None:
    desk.fill(at(24, 16))

    full = told.say("네 시로 바꿔 주세요")
    kept = desk.open(CALLER)
    told.say("뒤에 거요")
    told.say("네")

    assert full.text.startswith("그 시간은 예약이 모두 찼습니다.")
    assert kept == [THREE]
    assert desk.open(CALLER) == [at(24, 16, 30)]


@pytest.mark.parametrize(
    "said",
    ["공일공 구구구구 팔팔팔팔로 예약한 전화 취소해 주세요", "공일공 구구구구 팔팔팔팔로 예약한 콜백 시간 바꿔 주세요"],
)
def test_the_callback_of_another_number_is_neither_told_nor_changed(customer: Caller, desk: Desk, said: str) -> None:
    desk.book(OTHER, THREE)

    heard = customer.say(said, "callback")

    assert (heard.next_action, heard.queue) == ("queue", "general")
    assert "세 시" not in heard.text
    assert desk.open(OTHER) == [THREE]


def test_a_slot_is_not_full_for_a_callback_that_has_a_seat_in_it(told: Caller, desk: Desk) -> None:
    desk.book(OTHER, THREE)

    read_back = told.say("내일 오후 세 시 이십 분으로 바꿔 주세요")
    told.say("네")

    assert read_back.asks == "ConfirmIntent"
    assert desk.open(CALLER) == [at(24, 15, 20)]


@pytest.mark.parametrize("said", ["내일 세 시 전화 시간을 바꿔 주세요", "내일 전화를 앞당겨 주세요"])
def test_who_names_the_time_there_is_says_which_one_is_to_be_changed(booked: Caller, said: str) -> None:
    heard = booked.say(said, "callback")

    assert "언제로 바꿔 드릴까요?" in heard.text


def test_who_names_the_time_there_is_and_wants_no_change_keeps_it(told: Caller, desk: Desk) -> None:
    heard = told.say("네 내일 세 시 맞아요")

    assert heard.text.startswith("네, 내일 오후 세 시에 전화드리겠습니다.")
    assert desk.open(CALLER) == [THREE]


@pytest.mark.parametrize("said", ["예약한 전화 다른 번호로 바꿔 주세요", "전화 예약 번호를 바꾸고 싶어요"])
def test_another_number_is_taken_by_a_person(booked: Caller, desk: Desk, said: str) -> None:
    first = booked.say(said, "callback")
    told = Caller(callbacks=desk.for_a_turn)
    told.say("전화 예약이요", "callback")
    second = told.say("다른 번호로 바꿔 주세요")

    assert first.text.startswith("예약하신 전화는 상담사가 확인한 뒤 도와드리겠습니다.")
    assert second.text.startswith("말씀하신 번호의 전화 예약은 상담사가")
    assert (first.next_action, second.next_action) == ("queue", "queue")


def test_a_callback_that_is_gone_when_it_is_to_be_moved_is_booked_anew(told: Caller, desk: Desk) -> None:
    told.say("네 시로 바꿔 주세요")
    [record] = desk.records()
    desk.cancel(record.callback_id)

    told.say("네")

    assert desk.open(CALLER) == [at(24, 16)]
