"""Conversations with a customer who has a callback: it is told, changed, cancelled, or left as it is."""

import pytest

from tests.unit.fulfill_intent.callback_desk import Desk
from tests.unit.fulfill_intent.caller import CALLER, OTHER, Caller, at

THREE = at(24, 15)


@pytest.fixture
def booked(customer: Caller, desk: Desk) -> Caller:
    """Who is to be called tomorrow at three."""
    desk.book(CALLER, THREE)
    return customer


@pytest.fixture
def told(booked: Caller) -> Caller:
    """Who was told so."""
    booked.say("전화 예약이요", "callback")
    return booked


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


@pytest.mark.parametrize("said", ["아니요", "그대로 두세요", "됐어요", "취소하지 마세요", "아니요 괜찮아요"])
@pytest.mark.parametrize("begin", ["전화 예약이요", "콜백 취소해 주세요"])
def test_it_may_be_left_as_it_is(booked: Caller, desk: Desk, begin: str, said: str) -> None:
    booked.say(begin, "callback")

    heard = booked.say(said)

    assert heard.text.startswith("네, 내일 오후 세 시에 전화드리겠습니다.")
    assert desk.open(CALLER) == [THREE]


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


def test_a_mere_yes_to_either_or_asks_again_and_then_a_person_helps(told: Caller, desk: Desk) -> None:
    again, person = told.say("네"), told.say("글쎄요")

    assert "시간 변경, 예약 취소, 그대로 두기 중에서" in again.text
    assert (person.next_action, person.queue) == ("queue", "general")
    assert desk.open(CALLER) == [THREE]


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


def test_while_a_call_is_under_way_no_further_one_is_made_once_it_is_cancelled(customer: Caller, desk: Desk) -> None:
    desk.dial(desk.book(CALLER, THREE))

    asked = customer.say("콜백 취소해 주세요", "callback")
    customer.say("네")

    assert asked.text == "예약하신 전화를 취소해 드릴까요?"
    assert [record.cancel_wanted for record in desk.records()] == [True]


def test_a_callback_whose_time_has_come_is_said_to_come_soon(booked: Caller, desk: Desk) -> None:
    booked.now = desk.now = booked.now.replace(day=24, hour=15, minute=5)

    heard = booked.say("전화 언제 와요", "callback")

    assert heard.text.startswith("예약하신 전화를 곧 드릴 예정입니다.")


def test_a_callback_that_is_gone_when_it_is_to_be_moved_is_booked_anew(told: Caller, desk: Desk) -> None:
    told.say("네 시로 바꿔 주세요")
    [record] = desk.records()
    desk.cancel(record.callback_id)

    told.say("네")

    assert desk.open(CALLER) == [at(24, 16)]


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
