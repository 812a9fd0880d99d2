"""What happens in any conversation: greetings, misses, keys, repeating, the end of it."""

from datetime import date, datetime

import pytest

from fulfill_intent.records import Bill, BillState
from fulfill_intent.table import FALLBACK
from korean import KOREA
from tests.unit.fulfill_intent.caller import CUSTOMER, NOW, Caller, Shop

PAID = Bill(state=BillState.PAID, amount=89_000, day=date(2026, 11, 20), method="신용카드")


@pytest.mark.parametrize(
    "said", ["아니요 없어요", "없습니다", "됐어요", "네 감사합니다", "네 알겠습니다", "아니요 괜찮아요", "수고하세요"]
)
@pytest.mark.parametrize("heard_as", ["FallbackIntent", "cancel", "complaint"])
def test_says_goodbye_when_nothing_else_is_wanted(caller: Caller, said: str, heard_as: str) -> None:
    caller.say("포인트요", "faq", FaqTopic="포인트")

    heard = caller.say(said, heard_as)

    assert heard.next_action == "goodbye"
    assert heard.text == "이용해 주셔서 감사합니다. 예시상사였습니다. 좋은 하루 보내세요."
    assert heard.attributes["bot_intent"] == "faq"


@pytest.mark.parametrize("said", ["됐어요", "감사합니다 끊을게요", "나중에 다시 전화할게요"])
def test_who_leaves_before_anything_was_asked_is_not_held_back(caller: Caller, said: str) -> None:
    heard = caller.say(said)

    assert heard.next_action == "goodbye"


def test_something_else_may_be_wanted(caller: Caller) -> None:
    caller.say("포인트요", "faq", FaqTopic="포인트")

    asked = caller.say("네")
    heard = caller.say("쿠폰도요", "faq", FaqTopic="쿠폰")

    assert asked.text == "네, 무엇을 도와드릴까요?"
    assert "쿠폰함" in heard.text


@pytest.mark.parametrize("said", ["네 하나 더요", "있어요"])
def test_who_wants_more_without_saying_what_is_asked(caller: Caller, said: str) -> None:
    caller.say("포인트요", "faq", FaqTopic="포인트")

    heard = caller.say(said, "repeat")

    assert heard.text == "네, 무엇을 도와드릴까요?"


@pytest.mark.parametrize("voice", [True, False])
def test_what_is_not_understood_is_asked_again_and_then_a_person_helps(voice: bool) -> None:
    caller = Caller(voice=voice)

    first, second = caller.say("어버버"), caller.say("어버버")

    assert first.asks == "ElicitIntent"
    assert first.text.startswith("죄송합니다.")
    assert (second.next_action, second.queue) == ("queue", "general")
    assert second.attributes["bot_intent"] == FALLBACK


@pytest.mark.parametrize("said", ["안녕하세요", "여보세요", "네", "저기요"])
def test_who_only_says_hello_is_asked_what_they_want(caller: Caller, said: str) -> None:
    heard = caller.say(said)

    assert heard.text == "네, 무엇을 도와드릴까요? 배송 조회, 환불, 전화 예약처럼 말씀해 주세요."
    assert (heard.asks, heard.attributes["misses"]) == ("ElicitIntent", "0")


def test_who_says_nothing_but_hello_is_not_greeted_for_ever(caller: Caller) -> None:
    caller.say("여보세요")

    second, third = caller.say("여보세요"), caller.say("저기요")

    assert second.asks == "ElicitIntent"
    assert (third.next_action, third.queue) == ("queue", "general")


def test_hello_in_place_of_an_answer_leaves_the_question_open(caller: Caller) -> None:
    caller.say("포인트요", "faq", FaqTopic="포인트")
    caller.say("여보세요")

    heard = caller.say("없어요")

    assert heard.next_action == "goodbye"


@pytest.mark.parametrize(("typed", "next_action"), [("ㄴㄴ", "goodbye"), ("ㅇㅇ", "")])
def test_a_chat_may_be_answered_in_single_letters(reader: Caller, typed: str, next_action: str) -> None:
    reader.say("포인트요", "faq", FaqTopic="포인트")

    heard = reader.say(typed)

    assert heard.next_action == next_action
    assert heard.attributes["misses"] == "0"


def test_an_intent_that_the_function_does_not_know_is_not_understood(caller: Caller) -> None:
    heard = caller.say("뭐든지요", "an_intent_of_tomorrow")

    assert heard.asks == "ElicitIntent"
    assert heard.attributes["misses"] == "1"


def test_what_lex_did_not_understand_may_still_ask_for_a_person(caller: Caller) -> None:
    heard = caller.say("거기 상담원 좀요")

    assert (heard.next_action, heard.attributes["bot_intent"]) == ("queue", "agent")


def test_key_zero_is_a_person_and_any_other_the_keypad_menu() -> None:
    zero, one, star = Caller().press("0"), Caller().press("1"), Caller().press("*")

    assert (zero.next_action, zero.queue) == ("queue", "general")
    assert (one.next_action, star.next_action) == ("keypad", "keypad")


def test_what_was_talked_about_before_a_key_is_told(caller: Caller) -> None:
    caller.say("전화 예약이요", "callback")

    heard = caller.press("5")

    assert heard.attributes["bot_summary"] == "전화 예약 요청 / 버튼 안내로 이동"


@pytest.mark.parametrize("voice", [True, False])
def test_says_the_last_message_again(voice: bool) -> None:
    caller = Caller(voice=voice)
    answered = caller.say("포인트요", "faq", FaqTopic="포인트")

    again = caller.say("다시 한번 말씀해 주세요", "repeat")
    heard = caller.say("아니요")

    assert (again.text, again.asks) == (answered.text, answered.asks)
    assert heard.next_action == "goodbye"


def test_there_may_be_nothing_to_repeat(caller: Caller) -> None:
    heard = caller.say("다시 말씀해 주세요", "repeat")

    assert heard.text.startswith("네, 무엇을 도와드릴까요?")


def test_repeating_does_not_make_up_for_a_miss(caller: Caller) -> None:
    caller.say("어버버")

    again = caller.say("뭐라고요", "repeat")
    heard = caller.say("어버버")

    assert again.attributes["misses"] == "1"
    assert heard.next_action == "queue"


def test_attributes_of_others_are_kept(caller: Caller) -> None:
    caller.attributes["x-amz-lex:something"] = "theirs"

    heard = caller.say("포인트요", "faq", FaqTopic="포인트")

    assert heard.attributes["x-amz-lex:something"] == "theirs"


def test_an_old_next_action_is_not_left_behind(caller: Caller) -> None:
    caller.attributes |= {"next_action": "authenticate", "queue": "orders"}

    heard = caller.say("포인트요", "faq", FaqTopic="포인트")

    assert (heard.next_action, heard.queue) == ("", "")


def test_marks_in_a_name_are_read_and_not_obeyed() -> None:
    caller = Caller(Shop(bill=Bill(state=BillState.PAID, amount=1, day=NOW.date(), method="<A&B>")))
    caller.attributes |= CUSTOMER

    heard = caller.say("결제 금액이 얼마예요", "billing")

    assert "&lt;A&amp;B&gt;" in heard.text


def test_counts_days_in_korea() -> None:
    midnight = datetime(2026, 11, 23, 0, 30, tzinfo=KOREA)

    heard = Caller(now=midnight.astimezone()).say("오늘 해요", "opening_hours")

    assert "이십삼일 월요일" in heard.text
