"""Conversations about bills."""

from datetime import date

import pytest

from fulfill_intent import messages
from fulfill_intent.records import Bill, BillState
from tests.unit.fulfill_intent.caller import CUSTOMER, Caller, Shop

PAID = Bill(state=BillState.PAID, amount=89_000, day=date(2026, 11, 20), method="신용카드")


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
