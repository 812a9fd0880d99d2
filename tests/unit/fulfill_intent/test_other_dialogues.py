"""Conversations that need no order: persons, complaints, bills, opening hours, cancelling, questions, none of these."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from fulfill_intent import messages
from fulfill_intent.intents import cancel, faq
from fulfill_intent.opening_hours import OpeningHours, OpenTimes
from fulfill_intent.other_wish import NAMED
from fulfill_intent.records import Bill, BillState
from fulfill_intent.table import FALLBACK, INTENTS
from korean import KOREA
from tests.unit.fulfill_intent.caller import CUSTOMER, NOW, Caller, Shop

BOT = Path(__file__).parents[3] / "bots" / "customer_service.yaml"
PAID = Bill(state=BillState.PAID, amount=89_000, day=date(2026, 11, 20), method="신용카드")


@pytest.fixture
def caller() -> Caller:
    return Caller()


@pytest.fixture
def reader() -> Caller:
    return Caller(voice=False)


@pytest.fixture
def bot() -> Any:
    return yaml.safe_load(BOT.read_text(encoding="utf-8"))


def test_serves_every_intent_of_the_bot(bot: Any) -> None:
    declared = {name: tuple(intent.get("slots", ())) for name, intent in bot["intents"].items()}

    served = {name: intent.slots for name, intent in INTENTS.items() if name != FALLBACK}

    assert served == declared
    assert set(messages.SUMMARY_NAMES) == set(INTENTS)


def test_a_person_is_called_as_the_flows_call_one() -> None:
    flows = "".join(path.read_text(encoding="utf-8") for path in (BOT.parents[1] / "flows").rglob("*.json"))
    said = Path(messages.__file__).read_text(encoding="utf-8") + "".join(faq.ANSWERS.values())

    assert "상담사" in flows
    assert "상담원" not in flows + said


def test_each_other_wish_is_an_intent() -> None:
    assert set(NAMED) <= set(INTENTS)


def test_knows_every_value_of_the_slot_types(bot: Any) -> None:
    values = {name: {each["value"] for each in kind["values"]} for name, kind in bot["slot_types"].items()}

    assert values == {"FaqTopic": set(faq.ANSWERS), "CancelTarget": set(cancel.QUEUES)}


def test_hears_every_synonym_without_the_slot_as_lex_does_with_it(bot: Any) -> None:
    wrong = []
    for slot_type, intent in (("FaqTopic", "faq"), ("CancelTarget", "cancel")):
        for value in bot["slot_types"][slot_type]["values"]:
            for synonym in [value["value"], *value.get("synonyms", ())]:
                heard = Caller(voice=False).say(f"{synonym} 문의요", intent)
                if value["value"] not in heard.attributes["bot_summary"]:
                    wrong.append((synonym, value["value"], heard.attributes["bot_summary"]))

    assert not wrong


# A person ------------------------------------------------------------------------------------------------------------


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


# Bills ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (True, "십일월 이십일 금요일, 신용카드 팔만 구천 원 결제가 완료되었습니다."),
        (False, "11월 20일 금요일, 신용카드 89,000원 결제가 완료되었습니다."),
    ],
)
def test_tells_the_last_bill(voice: bool, said: str) -> None:
    heard = Caller(Shop(bill=PAID), voice=voice, attributes=dict(CUSTOMER)).say("결제 금액이 얼마예요", "billing")

    assert said in heard.text
    assert heard.text.endswith("더 도와드릴 일이 있으신가요?")


def test_tells_the_bill_after_the_proof_at_once() -> None:
    caller = Caller(Shop(bill=PAID))
    caller.say("이번 달 요금 알려 주세요", "billing")
    caller.come_back_proven()

    heard = caller.say("네")

    assert "팔만 구천 원" in heard.text


def test_a_no_after_the_proof_is_no_wish_for_the_bill() -> None:
    caller = Caller(Shop(bill=PAID))
    caller.say("이번 달 요금 알려 주세요", "billing")
    caller.come_back_proven()

    heard = caller.say("아니요")

    assert heard.text == "네, 알겠습니다. 더 도와드릴 일이 있으신가요?"


@pytest.mark.parametrize("state", BillState)
def test_every_state_of_a_bill_has_words(state: BillState) -> None:
    bill = Bill(state=state, amount=89_000, day=date(2026, 11, 20))

    heard = Caller(Shop(bill=bill), attributes=dict(CUSTOMER)).say("결제 금액이 얼마예요", "billing")

    assert heard.attributes["bot_summary"] == f"결제: {messages.BILL_SUMMARIES[state]}"


@pytest.mark.parametrize("bill", [Bill(state=BillState.PAID), Bill(state=BillState.DUE, amount=1)])
def test_a_bill_that_lacks_something_is_not_told_in_part(bill: Bill) -> None:
    heard = Caller(Shop(bill=bill), attributes=dict(CUSTOMER)).say("결제 금액이 얼마예요", "billing")

    assert "상태를 확인 중입니다" in heard.text


def test_who_has_no_bills_is_told_so() -> None:
    heard = Caller(attributes=dict(CUSTOMER)).say("결제 내역 알려 주세요", "billing")

    assert heard.text.startswith("확인되는 결제 내역이 없습니다.")


@pytest.mark.parametrize("said", ["두 번 결제됐어요", "결제가 실패했어요", "영수증 좀 주세요", "카드를 바꾸려고요"])
def test_trouble_with_a_payment_goes_to_a_person(said: str) -> None:
    heard = Caller(Shop(bill=PAID), attributes=dict(CUSTOMER)).say(said, "billing")

    assert (heard.next_action, heard.queue) == ("queue", "billing")


def test_a_fault_while_a_bill_is_looked_up_leads_to_a_person() -> None:
    heard = Caller(Shop(closed=True), attributes=dict(CUSTOMER)).say("결제 금액이 얼마예요", "billing")

    assert (heard.next_action, heard.queue) == ("queue", "billing")


# Opening hours -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("영업시간 알려 주세요", "상담 시간은 평일 오전 아홉 시부터 오후 여섯 시까지입니다."),
        ("영업시간 알려 주세요", "오늘 십일월 이십삼일 월요일에는 오전 아홉 시부터 오후 여섯 시까지 상담합니다."),
        ("지금 상담하나요", "지금 상담하고 있습니다."),
        ("오늘 몇 시까지 해요", "오늘 십일월 이십삼일 월요일에는"),
        ("내일 상담해요", "십일월 이십사일 화요일에는 오전 아홉 시부터"),
        ("토요일도 상담해요", "십일월 이십팔일 토요일에는 상담을 쉽니다."),
        ("주말에도 하나요", "십일월 이십구일 일요일에는 상담을 쉽니다."),
        ("공휴일에도 하나요", "가까운 휴무일은 십이월 이십오일 금요일, 기독탄신일입니다."),
        ("크리스마스에 하나요", "십이월 이십오일 금요일, 기독탄신일에는 상담을 쉽니다."),
        ("설 연휴에도 하나요", "이월 팔일 월요일, 설날 대체공휴일에는 상담을 쉽니다."),
        ("십이월 삼십일일에 해요", "오전 열 시부터 오후 세 시까지 상담합니다."),
    ],
)
def test_tells_when_somebody_is_there(caller: Caller, said: str, told: str) -> None:
    heard = caller.say(said, "opening_hours")

    assert told in heard.text
    assert heard.text.endswith("더 도와드릴 일이 있으신가요?")


def test_writes_opening_hours_with_digits(reader: Caller) -> None:
    heard = reader.say("영업시간 알려 주세요", "opening_hours")

    assert heard.text == (
        "상담 시간은 평일 09:00~18:00입니다. 오늘 11월 23일 월요일에는 오전 9시부터 오후 6시까지 상담합니다. "
        "더 도와드릴 일이 있으신가요?"
    )


@pytest.mark.parametrize(
    ("hour", "told"),
    [(7, "지금은 상담 시간이 아니며, 오전 아홉 시에 시작합니다."), (20, "지금은 상담 시간이 아닙니다.")],
)
def test_tells_that_nobody_is_there_now(hour: int, told: str) -> None:
    heard = Caller(now=NOW.replace(hour=hour)).say("지금 하나요", "opening_hours")

    assert told in heard.text


def test_a_centre_that_never_closes_says_so_in_few_words() -> None:
    hours = OpeningHours("매일 이십사 시간", dict.fromkeys(range(7), (OpenTimes(0, 1440),)), {})
    caller, reader = Caller(Shop(hours=hours)), Caller(Shop(hours=hours), voice=False)

    heard, read = caller.say("휴일도 하나요", "opening_hours"), reader.say("오늘도 하나요", "opening_hours")

    assert heard.text.startswith("상담 시간은 매일 이십사 시간입니다. 예정된 휴무일은 없습니다.")
    assert "24시간 상담합니다." in read.text


def test_cannot_tell_opening_hours_that_nobody_has_set() -> None:
    heard = Caller(Shop(hours=None)).say("영업시간이요", "opening_hours")

    assert "상담 시간을 확인할 수 없습니다." in heard.text
    assert heard.next_action == ""


def test_opening_hours_that_cannot_be_read_lead_to_a_person() -> None:
    heard = Caller(Shop(closed=True)).say("영업시간이요", "opening_hours")

    assert (heard.next_action, heard.queue) == ("queue", "general")


# Cancelling ----------------------------------------------------------------------------------------------------------


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


# Questions -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("voice", [True, False])
@pytest.mark.parametrize("topic", faq.ANSWERS)
def test_answers_questions(topic: str, voice: bool) -> None:
    heard = Caller(voice=voice).say("그게 궁금해요", "faq", FaqTopic=topic)

    assert heard.text == f"{faq.ANSWERS[topic]} 더 도와드릴 일이 있으신가요?"


def test_asks_once_what_a_question_is_about(caller: Caller) -> None:
    asked = caller.say("궁금한 게 있어요", "faq")
    answered = caller.say("쿠폰이요")

    assert asked.asks == "FaqTopic"
    assert "쿠폰함" in answered.text


def test_a_question_that_no_table_answers_goes_to_a_person(caller: Caller) -> None:
    caller.say("궁금한 게 있어요", "faq")

    heard = caller.say("매장이 어디예요")

    assert (heard.next_action, heard.queue) == ("queue", "general")


# Nothing in particular -----------------------------------------------------------------------------------------------


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
