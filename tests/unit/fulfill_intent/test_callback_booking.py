"""Conversations that book a callback in the ledger."""

import pytest

from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, OTHER, Caller, at


def test_books_what_was_read_back_and_says_what_will_happen(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 세 시 반에 이 번호로 전화 주세요", "callback")

    heard = customer.say("네, 맞아요")

    assert heard.text == (
        "네, 내일 오후 세 시 삼십 분에 공일공, 일이삼사, 오육칠팔 번호로 전화드리겠습니다. "
        "예시상사에서 거는 전화를 받으시고 일 번을 누르시면 상담사와 연결됩니다. 더 도와드릴 일이 있으신가요?"
    )
    assert desk.open(CALLER) == [at(24, 15, 30)]
    assert desk.phones() == [CALLER]


def test_a_chat_reads_digits(desk: Desk) -> None:
    reader = Caller(callbacks=desk.for_a_turn, voice=False)
    reader.say("금요일 오후 3시에 전화 주세요", "callback")
    reader.say("010-9999-8888")

    heard = reader.say("네")

    assert heard.text.startswith("네, 11월 27일 금요일 오후 3시에 010-9999-8888 번호로 전화드리겠습니다.")
    assert "받으시고 1번을 누르시면" in heard.text
    assert desk.open(OTHER) == [at(27, 15)]


def test_goes_on_after_booking_and_leaves_no_wish_behind(customer: Caller) -> None:
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")
    booked = customer.say("네")

    goodbye = customer.say("아니요 없어요")

    assert (booked.asks, goodbye.next_action) == ("ElicitIntent", "goodbye")
    assert goodbye.attributes["bot_summary"] == "전화 예약 완료: 11월 24일 화요일 오후 3시"
    wish = ("callback_time", "callback_phone", "callback_request", "callback_change")
    assert [booked.attributes[name] for name in wish] == ["", "", "", ""]


def test_wakes_the_dialler_at_the_moment_that_was_named(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 세 시 이십 분에 이 번호로 전화 주세요", "callback")

    customer.say("네")

    [record] = desk.records()
    assert [record.callback_id] == [callback_id for callback_id, _ in desk.woken.at]
    assert desk.open(CALLER) == [at(24, 15, 20)]


def test_a_confirmation_that_is_repeated_books_once(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")
    before, last = dict(customer.attributes), customer.last

    first = customer.say("네")
    customer.attributes, customer.last = before, last
    second = customer.say("네")

    assert first.text == second.text
    assert len(desk.records()) == 1


def test_nothing_is_booked_before_it_was_confirmed(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")

    corrected = customer.say("아니 네 시요")

    assert corrected.asks == "ConfirmIntent"
    assert desk.records() == []


def test_what_is_corrected_is_booked_as_it_was_read_back_last(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")
    customer.say("아니 네 시요")

    customer.say("네")

    assert desk.open(CALLER) == [at(24, 16)]


def test_who_does_not_want_it_after_all_is_not_booked(customer: Caller, desk: Desk) -> None:
    customer.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")

    heard = customer.say("됐어요 취소할게요")

    assert heard.text.startswith("네, 전화 예약은 하지 않겠습니다.")
    assert desk.records() == []


@pytest.mark.parametrize(
    ("said", "why", "instead"),
    [
        ("토요일 오후 세 시요", "토요일에는 상담을 쉽니다.", at(27, 17, 30)),
        ("십이월 십팔일 오전 열 시요", "전화 예약은 앞으로 십사일 안에서 하실 수 있습니다.", at(7, 17, 30, 12)),
        ("오 분 뒤에요", "전화 예약은 지금부터 십분 뒤의 시간부터 하실 수 있습니다.", at(23, 10, 30)),
        ("오늘 오전 아홉 시 반이요", "말씀하신 시간은 이미 지났습니다.", at(23, 10, 30)),
    ],
)
def test_a_time_that_is_not_offered_is_refused_with_one_that_is_free(
    customer: Caller, desk: Desk, said: str, why: str, instead: str
) -> None:
    customer.say("전화 예약이요", "callback")

    refused = customer.say(said)
    accepted = customer.say("네, 그때 전화 주세요")

    assert why in refused.text
    assert accepted.attributes["callback_time"] == instead


def test_no_time_is_offered_in_place_of_another_that_is_full(customer: Caller, desk: Desk) -> None:
    desk.fill(at(27, 17, 30), at(27, 17))
    customer.say("전화 예약이요", "callback")

    heard = customer.say("토요일 오후 세 시요")

    assert "가장 가까운 시간은 십일월 이십칠일 금요일 오후 네 시 삼십 분입니다." in heard.text


@pytest.mark.parametrize("said", ["아무 때나요", "가능한 빨리요"])
def test_who_leaves_the_time_open_is_offered_the_next_one_that_is_free(customer: Caller, desk: Desk, said: str) -> None:
    desk.fill(at(23, 10, 30))
    customer.say("전화 예약이요", "callback")

    offered = customer.say(said)
    customer.say("네")
    customer.say("네")
    customer.say("네")

    assert "월요일 오전 열한 시입니다." in offered.text
    assert desk.open(CALLER) == [at(23, 11)]
