"""Conversations that book a callback."""

from datetime import datetime

import pytest

from aicc_core.opening_hours import OpeningHours, OpenTimes
from korean import KOREA
from tests.unit.fulfill_intent.caller import CALLER, OTHER, Caller, Shop, at


def test_asks_for_time_and_number_and_reads_both_back(caller: Caller) -> None:
    first = caller.say("전화 예약하고 싶어요", "callback")
    second = caller.say("내일 오후 세 시 반이요")
    third = caller.say("네")
    last = caller.say("네, 맞습니다", confirmation="Confirmed")

    assert first.asks == "CallbackTime"
    assert second.asks == "CallbackPhone"
    assert second.text.startswith("지금 거신 번호로 전화드릴까요?")
    assert third.asks == "ConfirmIntent"
    assert third.text == (
        "십일월 이십사일 화요일 오후 세 시 삼십 분에 공일공, 일이삼사, 오육칠팔 번호로 전화드리겠습니다. 맞으신가요?"
    )
    assert last.next_action == "callback"
    assert last.attributes["callback_time"] == at(24, 15, 30)
    assert last.attributes["callback_phone"] == CALLER
    assert last.attributes["bot_intent"] == "callback"
    assert last.attributes["bot_summary"] == "전화 예약: 11월 24일 화요일 오후 3시 30분"


def test_a_chat_has_digits_and_no_calling_number(reader: Caller) -> None:
    first = reader.say("내일 오후 3시 30분에 전화 주세요", "callback")
    second = reader.say("010-9999-8888")
    last = reader.say("네")

    assert first.asks == "CallbackPhone"
    assert "'010-1234-5678'처럼" in first.text
    assert second.text == "11월 24일 화요일 오후 3시 30분에 010-9999-8888 번호로 전화드리겠습니다. 맞으신가요?"
    assert last.next_action == "callback"
    assert last.attributes["callback_phone"] == OTHER


def test_what_is_learned_is_in_the_session_at_once(caller: Caller) -> None:
    heard = caller.say("내일 오후 세 시에 전화 주세요", "callback")

    assert heard.attributes["callback_time"] == at(24, 15)
    assert heard.next_action == ""


def test_takes_time_and_number_from_the_first_sentence(caller: Caller) -> None:
    heard = caller.say("내일 오후 세 시에 이 번호로 전화 주세요", "callback")

    assert heard.asks == "ConfirmIntent"
    assert heard.intent["slots"]["CallbackTime"]["value"]["interpretedValue"] == at(24, 15)
    assert heard.intent["slots"]["CallbackPhone"]["value"]["interpretedValue"] == CALLER


def test_asks_for_the_hour_of_a_day(caller: Caller) -> None:
    day = caller.say("모레 전화 주세요", "callback")
    heard = caller.say("열 시요")

    assert day.text == "십일월 이십오일 수요일 몇 시에 전화드릴까요?"
    assert heard.attributes["callback_time"] == at(25, 10)


def test_another_number_is_said_or_keyed_in(caller: Caller) -> None:
    caller.say("내일 오후 세 시에 전화 주세요", "callback")

    other = caller.say("아니요, 다른 번호요")
    keyed = caller.press("01099998888")

    assert other.asks == "CallbackPhone"
    assert other.attributes["misses"] == "0"
    assert keyed.asks == "ConfirmIntent"
    assert keyed.attributes["callback_phone"] == OTHER


@pytest.mark.parametrize(
    ("said", "why", "nearest"),
    [
        ("토요일 오후 세 시요", "십일월 이십팔일 토요일에는 상담을 쉽니다.", (27, 17, 30)),
        ("오늘 저녁 여덟 시요", "오전 아홉 시부터 오후 여섯 시까지 전화드릴 수 있습니다.", (23, 17, 30)),
        ("십이월 이십오일 오전 열 시요", "전화 예약은 앞으로 삼십일 안에서 하실 수 있습니다.", (23, 17, 30, 12)),
        ("오늘 오전 아홉 시 반이요", "말씀하신 시간은 이미 지났습니다.", (23, 10, 30)),
    ],
)
def test_a_time_that_will_not_do_is_refused_with_the_nearest(
    caller: Caller, said: str, why: str, nearest: tuple[int, int]
) -> None:
    caller.say("전화 예약이요", "callback")

    heard = caller.say(said)
    accepted = caller.say("네, 그때 전화 주세요")

    assert why in heard.text
    assert heard.asks == "CallbackTime"
    assert accepted.attributes["callback_time"] == at(*nearest)


def test_a_holiday_is_named() -> None:
    caller = Caller(now=datetime(2026, 12, 21, 10, tzinfo=KOREA))

    heard = caller.say("십이월 이십오일 오전 열 시에 전화 주세요", "callback")

    assert "기독탄신일에는 상담을 쉽니다." in heard.text


def test_a_bare_hour_after_an_offer_means_the_day_of_the_offer(caller: Caller) -> None:
    caller.say("토요일 오후 세 시에 전화 주세요", "callback")

    heard = caller.say("그럼 네 시요")

    assert heard.attributes["callback_time"] == at(27, 16)


def test_never_calls_at_night_whatever_the_opening_hours(caller: Caller) -> None:
    caller.shop.hours = OpeningHours("매일 이십사 시간", dict.fromkeys(range(7), (OpenTimes(0, 1440),)), {})

    late, early = caller.say("오늘 밤 열 시요", "callback"), caller.say("내일 오전 일곱 시요")

    assert late.attributes["callback_time"] == ""
    assert early.attributes["callback_time"] == ""
    assert "오전 여덟 시부터 오후 아홉 시까지" in early.text


@pytest.mark.parametrize("nonsense", ["글쎄요", "", "음"])
def test_two_misses_lead_to_a_person(caller: Caller, nonsense: str) -> None:
    caller.say("전화 예약이요", "callback")

    first, second = caller.say(nonsense), caller.say(nonsense)

    assert first.asks == "CallbackTime"
    assert first.attributes["misses"] == "1"
    assert (second.next_action, second.queue) == ("queue", "general")
    assert second.intent["state"] == "Failed"


def test_a_person_who_takes_over_sees_what_was_agreed(caller: Caller) -> None:
    caller.say("내일 오후 세 시에 전화 주세요", "callback")

    caller.say("글쎄요")
    heard = caller.say("글쎄요")

    assert heard.next_action == "queue"
    assert heard.attributes["callback_time"] == at(24, 15)
    assert heard.attributes["bot_summary"] == (
        "전화 예약: 11월 24일 화요일 오후 3시 / 전화 예약: 봇이 거듭 알아듣지 못함"
    )


def test_an_answer_after_a_miss_starts_counting_anew(caller: Caller) -> None:
    caller.say("전화 예약이요", "callback")
    caller.say("글쎄요")

    heard = caller.say("내일 오후 세 시요")

    assert heard.attributes["misses"] == "0"


@pytest.mark.parametrize("asked", ["", "내일 오후 세 시요"])
def test_a_person_is_asked_for_while_a_slot_is(caller: Caller, asked: str) -> None:
    caller.say("전화 예약이요", "callback")
    if asked:
        caller.say(asked)

    heard = caller.say("그냥 상담원이요")

    assert (heard.next_action, heard.queue, heard.attributes["bot_intent"]) == ("queue", "general", "agent")


def test_a_question_is_repeated_while_a_slot_is_asked_for(caller: Caller) -> None:
    caller.say("전화 예약이요", "callback")
    asked = caller.say("내일 오후 세 시요")

    again = caller.say("네? 다시 말씀해 주세요")
    heard = caller.say("네")

    assert (again.text, again.asks) == (asked.text, asked.asks)
    assert heard.asks == "ConfirmIntent"


def test_without_opening_hours_a_person_takes_the_wish() -> None:
    caller = Caller(Shop(hours=None))

    heard = caller.say("내일 오후 세 시에 전화 주세요", "callback")

    assert (heard.next_action, heard.queue) == ("queue", "general")
    assert heard.attributes["bot_summary"] == "전화 예약: 11월 24일 화요일 오후 3시"


def test_a_fault_leads_to_an_apology_and_a_person() -> None:
    caller = Caller(Shop(closed=True))

    heard = caller.say("내일 오후 세 시에 전화 주세요", "callback")

    assert heard.text.startswith("죄송합니다.")
    assert (heard.next_action, heard.queue) == ("queue", "general")


def test_a_number_abroad_is_not_offered() -> None:
    caller = Caller(attributes={"customer_number": "+12025550123"})

    heard = caller.say("내일 오후 세 시에 전화 주세요", "callback")

    assert heard.text.startswith("어느 번호로 전화드릴까요?")


def test_an_hour_that_is_not_understood_is_asked_for_again(caller: Caller) -> None:
    caller.say("모레 전화 주세요", "callback")

    first, second = caller.say("글쎄요"), caller.say("글쎄요")

    assert first.text.startswith("죄송합니다. 십일월 이십오일 수요일 몇 시가 좋으신지")
    assert second.next_action == "queue"


def test_another_day_in_place_of_an_hour_counts(caller: Caller) -> None:
    caller.say("모레 전화 주세요", "callback")

    heard = caller.say("아니 금요일 열 시요")

    assert heard.attributes["callback_time"] == at(27, 10)


def test_an_offer_may_be_declined(caller: Caller) -> None:
    caller.say("토요일 오후 세 시에 전화 주세요", "callback")

    declined = caller.say("아니요")
    heard = caller.say("화요일 열한 시요")

    assert declined.text.startswith("언제 전화드릴까요?")
    assert heard.attributes["callback_time"] == at(24, 11)


def test_an_offer_that_is_not_answered_is_made_again(caller: Caller) -> None:
    offered = caller.say("토요일 오후 세 시에 전화 주세요", "callback")

    heard = caller.say("글쎄요")

    assert offered.attributes["misses"] == "1"
    assert (heard.next_action, heard.queue) == ("queue", "general")


@pytest.mark.parametrize("said", ["토요일 세 시요", "토요일이요"])
def test_a_second_time_that_will_not_do_is_still_answered_and_a_third_leads_to_a_person(
    caller: Caller, said: str
) -> None:
    caller.say("전화 예약이요", "callback")

    first, second, third = caller.say(said), caller.say("일요일 세 시요"), caller.say(said)

    assert (first.asks, second.asks) == ("CallbackTime", "CallbackTime")
    assert "상담을 쉽니다." in second.text
    assert (third.next_action, third.queue) == ("queue", "general")


@pytest.mark.parametrize(
    ("said", "intent"),
    [("상담 시간이 어떻게 돼요", "opening_hours"), ("배송비 얼마예요", "faq"), ("환불 언제 돼요", "refund")],
)
def test_another_wish_in_place_of_a_time_is_served(caller: Caller, said: str, intent: str) -> None:
    caller.say("전화 예약이요", "callback")

    heard = caller.say(said)

    assert heard.attributes["bot_intent"] == intent
    assert heard.attributes["misses"] == "0"


@pytest.mark.parametrize("said", ["아무 때나요", "가능한 빨리요", "언제든지 괜찮아요"])
def test_who_leaves_the_time_open_is_offered_the_next_one(caller: Caller, said: str) -> None:
    caller.say("전화 예약이요", "callback")

    offered = caller.say(said)
    agreed = caller.say(said)

    assert offered.text.startswith("가장 가까운 시간은 십일월 이십삼일 월요일 오전 열 시 삼십 분입니다.")
    assert agreed.asks == "CallbackPhone"
    assert agreed.attributes["callback_time"] == at(23, 10, 30)


def test_who_leaves_open_when_a_centre_that_never_opens_calls_goes_to_a_person() -> None:
    caller = Caller(Shop(hours=OpeningHours(text="", week={}, special_days={})))

    heard = caller.say("아무 때나 전화 주세요", "callback")

    assert heard.next_action == "queue"


def test_why_to_call_is_no_other_wish(caller: Caller) -> None:
    caller.say("전화 예약이요", "callback")

    heard = caller.say("배송 끝나면 전화 주세요")

    assert heard.asks == "CallbackTime"


def test_a_number_said_before_any_time_is_kept(caller: Caller) -> None:
    first = caller.say("공일공 구구구구 팔팔팔팔로 전화 주세요", "callback")
    heard = caller.say("내일 세 시요")

    assert first.asks == "CallbackTime"
    assert heard.asks == "ConfirmIntent"
    assert heard.attributes["callback_phone"] == OTHER


def test_a_centre_that_never_opens_leaves_the_wish_to_a_person(caller: Caller) -> None:
    caller.shop.hours = OpeningHours("", {}, {})

    heard = caller.say("내일 세 시에 전화 주세요", "callback")

    assert (heard.next_action, heard.queue) == ("queue", "general")


def test_a_day_without_opening_hours_goes_to_a_person() -> None:
    heard = Caller(Shop(hours=None)).say("내일 전화 주세요", "callback")

    assert (heard.next_action, heard.queue) == ("queue", "general")


def test_a_chat_that_knows_the_number_shows_it() -> None:
    reader = Caller(voice=False, attributes={"customer_number": CALLER})

    heard = reader.say("내일 오후 3시에 전화 주세요", "callback")

    assert heard.text.startswith("010-1234-5678 번호로 전화드릴까요?")


@pytest.mark.parametrize("keys", ["15", "*", "#"])
def test_keys_in_place_of_a_time_lead_to_the_keypad_menu(caller: Caller, keys: str) -> None:
    caller.say("전화 예약이요", "callback")

    heard = caller.press(keys)

    assert heard.next_action == "keypad"


def test_keys_that_are_no_number_are_asked_for_again(caller: Caller) -> None:
    caller.say("내일 오후 세 시에 전화 주세요", "callback")

    heard = caller.press("0101234")

    assert heard.asks == "CallbackPhone"
    assert heard.attributes["misses"] == "1"


def test_lex_is_told_the_words_that_hold_a_number_so_that_its_log_hides_them(caller: Caller) -> None:
    said = "내일 세 시에 공일공 구구구구 팔팔팔팔로 전화 주세요"

    first = caller.say(said, "callback")
    again = caller.say("뭐라고요")

    words = [heard.intent["slots"]["CallbackPhone"]["value"]["originalValue"] for heard in (first, again)]
    assert words == [said, said]
