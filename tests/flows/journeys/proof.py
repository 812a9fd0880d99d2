"""Whole calls in which callers prove who they are, or do not."""

from connect_flows.simulator import Center
from tests.flows.company import answers, bot_answers, fails, proof
from tests.flows.customer import Customer
from tests.flows.journeys.inbound import asks, misunderstood
from tests.flows.said import (
    BIRTH_DATE,
    BOT,
    CHOOSE_PROOF,
    CONNECTED,
    SECOND_QUESTION,
    UNPROVEN_ANYWAY,
    WAITING,
    WHY_PROOF,
)


def proves_it(center: Center) -> Customer:
    bot_answers(center, next_action="authenticate", bot_intent="refund", resume_intent="refund")
    customer = asks(center, next_action="queue", queue="billing", bot_intent="refund")
    customer.hears(BOT, WHY_PROOF, CHOOSE_PROOF).presses("1")
    customer.hears(BIRTH_DATE).presses("19900102#")
    customer.hears("본인 확인이 완료되었습니다", SECOND_QUESTION).says("네")
    customer.hears(BOT, *WAITING).is_queued("billing").has(customer_authenticated="true", intent="refund_billing")
    center.agent("minsu", "billing")
    customer.hears(CONNECTED).agent_hears("환불 결제 문의입니다", "본인 확인이 완료된 고객님입니다").is_with("minsu")
    return customer


def asked_who(center: Center) -> Customer:
    """A caller who has chosen orders from the menu."""
    customer = misunderstood(center)
    customer.presses("1")
    return customer.hears(WHY_PROOF, CHOOSE_PROOF)


def gives_up(customer: Customer, *texts: str) -> Customer:
    customer.hears(*texts, UNPROVEN_ANYWAY, *WAITING).is_queued("orders").has(customer_authenticated="false")
    return customer


def is_wrong_three_times(center: Center) -> Customer:
    answers(center, "authenticate_customer", *map(proof, ("not_matched", "malformed", "not_matched")))
    customer = asked_who(center)
    for says in ("등록된 정보와 일치하지 않습니다", "다시 한번 확인해"):
        customer.presses("2")
        customer.hears("주문번호 열 자리를").presses("2026112201")
        customer.hears(says, CHOOSE_PROOF)
    customer.presses("2")
    customer.hears("주문번호 열 자리를").presses("2026112202#")
    return gives_up(customer, "등록된 정보와 일치하지 않습니다", "입력 횟수를 초과하여")


def cannot_type_it_the_second_time(center: Center) -> Customer:
    answers(center, "authenticate_customer", proof("not_matched"))
    customer = asked_who(center)
    customer.presses("1")
    customer.hears(BIRTH_DATE).presses("19900102#")
    customer.hears("등록된 정보와 일치하지 않습니다", CHOOSE_PROOF)
    for block in ("ask-birth-date", "ask-order-number"):
        center.breaks("authenticate", block)
    customer.presses("1")
    return gives_up(customer, "시스템 문제로 본인 확인을")


def wants_none(center: Center) -> Customer:
    customer = asked_who(center)
    customer.presses("0")
    return gives_up(customer)


def is_locked(center: Center) -> Customer:
    return is_answered(center, "locked", "여러 번 실패하여")


def shows_no_number(center: Center) -> Customer:
    return is_answered(center, "no_phone", "발신 번호가 표시되지 않아")


def is_answered(center: Center, outcome: str, says: str) -> Customer:
    answers(center, "authenticate_customer", proof(outcome))
    customer = asked_who(center)
    customer.presses("1")
    customer.hears(BIRTH_DATE).presses("19900102#")
    return gives_up(customer, says)


def meets_a_fault(center: Center) -> Customer:
    fails(center, "authenticate_customer")
    customer = asked_who(center)
    customer.presses("1")
    customer.hears(BIRTH_DATE).presses("19900102#")
    return gives_up(customer, "시스템 문제로 본인 확인을")


def chooses_nothing(center: Center) -> Customer:
    customer = asked_who(center)
    for _ in range(2):
        customer.stays_silent()
        customer.hears("입력하신 번호를 확인하지 못했습니다", CHOOSE_PROOF)
    customer.presses("9")
    return gives_up(customer, "번호가 입력되지 않았습니다")


JOURNEYS = (
    proves_it,
    is_wrong_three_times,
    cannot_type_it_the_second_time,
    wants_none,
    is_locked,
    shows_no_number,
    meets_a_fault,
    chooses_nothing,
)
