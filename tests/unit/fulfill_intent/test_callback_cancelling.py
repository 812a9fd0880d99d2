"""Conversations that cancel a callback, or think better of it."""

import pytest

from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, Caller, at

THREE = at(24, 15)


@pytest.mark.parametrize("said", ["취소해 주세요", "취소요", "아니요 그냥 취소할게요", "예약 취소해 주세요"])
def test_who_was_told_of_it_cancels_it_in_a_word(told: Caller, desk: Desk, said: str) -> None:
    heard = told.say(said)

    assert heard.text.startswith("네, 전화 예약을 취소했습니다.")
    assert heard.attributes["bot_summary"] == "전화 예약 취소 완료: 11월 24일 화요일 오후 3시"
    assert desk.open(CALLER) == []


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("콜백 취소해 주세요", "callback"),
        ("예약한 전화 취소", "callback"),
        ("콜백 취소해 주세요", "cancel"),
        ("상담 예약 취소할게요", "cancel"),
        ("전화 안 주셔도 돼요", "callback"),
    ],
)
def test_a_callback_is_cancelled_after_a_yes_whatever_lex_takes_it_for(
    booked: Caller, desk: Desk, said: str, intent: str
) -> None:
    asked = booked.say(said, intent)
    still = desk.open(CALLER)
    booked.say("네")

    assert asked.text == "내일 오후 세 시에 드리기로 한 전화를 취소해 드릴까요?"
    assert still == [THREE]
    assert desk.open(CALLER) == []


def test_what_to_cancel_is_named_when_asked(booked: Caller) -> None:
    booked.say("취소하고 싶어요", "cancel")

    heard = booked.say("전화 예약이요")

    assert heard.text == "내일 오후 세 시에 드리기로 한 전화를 취소해 드릴까요?"


@pytest.mark.parametrize("said", ["취소하면 어떻게 되나요", "취소할 수 있나요"])
def test_a_question_about_cancelling_cancels_nothing_yet(told: Caller, desk: Desk, said: str) -> None:
    heard = told.say(said)

    assert heard.text == "내일 오후 세 시에 드리기로 한 전화를 취소해 드릴까요?"
    assert desk.open(CALLER) == [THREE]


@pytest.mark.parametrize(
    ("said", "left"), [("네 감사합니다", []), ("네 취소요", []), ("괜찮아요", [THREE]), ("네 괜찮아요", [THREE])]
)
def test_a_polite_no_to_cancelling_is_a_no(booked: Caller, desk: Desk, said: str, left: list[str]) -> None:
    booked.say("콜백 취소해 주세요", "callback")

    booked.say(said)

    assert desk.open(CALLER) == left


def test_whether_to_cancel_is_asked_twice_and_then_a_person_helps(booked: Caller, desk: Desk) -> None:
    booked.say("콜백 취소해 주세요", "callback")

    again, person = booked.say("글쎄요"), booked.say("글쎄요")

    assert again.text.startswith("죄송합니다. 내일 오후 세 시에 드리기로 한 전화를 취소해 드릴까요?")
    assert (person.next_action, desk.open(CALLER)) == ("queue", [THREE])


@pytest.mark.parametrize("said", ["주문 취소해 주세요", "구독 취소요"])
def test_another_thing_to_cancel_cancels_no_callback(told: Caller, desk: Desk, said: str) -> None:
    heard = told.say(said)

    assert heard.attributes["bot_intent"] == "cancel"
    assert desk.open(CALLER) == [THREE]


@pytest.mark.parametrize("said", ["취소해 주세요", "아 예약 취소해 주세요", "취소할게요"])
def test_what_was_just_booked_can_be_cancelled(customer: Caller, desk: Desk, said: str) -> None:
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")
    customer.say("네")

    asked = customer.say(said, "cancel")
    customer.say("네")

    assert "취소해 드릴까요?" in asked.text
    assert desk.open(CALLER) == []


def test_after_a_cancelling_a_new_callback_is_another_one(told: Caller, desk: Desk) -> None:
    told.say("취소해 주세요")
    told.say("내일 네 시에 이 번호로 전화 주세요", "callback")

    told.say("네")

    assert desk.open(CALLER) == [at(24, 16)]
    assert len(desk.records()) == 2


def test_a_visit_is_cancelled_by_a_person_as_ever(booked: Caller, desk: Desk) -> None:
    heard = booked.say("방문 예약 취소해 주세요", "cancel", CancelTarget="예약")

    assert heard.text.startswith("예약 취소는 상담사가 확인한 뒤 도와드리겠습니다.")
    assert desk.open(CALLER) == [THREE]


def test_while_a_call_is_under_way_no_further_one_is_made_once_it_is_cancelled(customer: Caller, desk: Desk) -> None:
    desk.dial(desk.book(CALLER, THREE))

    asked = customer.say("콜백 취소해 주세요", "callback")
    customer.say("네")

    assert asked.text == "예약하신 전화를 취소해 드릴까요?"
    assert [record.cancel_wanted for record in desk.records()] == [True]
