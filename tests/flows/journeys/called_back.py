"""Whole calls to customers who have booked one."""

from connect_flows.simulator import Center
from tests.flows.company import answers
from tests.flows.customer import Customer, is_called
from tests.flows.said import CONNECTED, HELD, OVER, SIZE, UNPROVEN, WAITS

GREETING = "안녕하십니까. 가나 상점 고객센터입니다."
QUESTION = "고객님께서 예약하신 전화입니다"
RECORDED = "상담사를 연결해 드리겠습니다. 이 통화는"


def ledger_answers(center: Center, *outcomes: str) -> None:
    """What the ledger says to each step, one after the other."""
    answers(center, "report_callback", *({"outcome": outcome} for outcome in outcomes))


def wants_it(center: Center) -> Customer:
    customer = is_called(center, late=True)
    customer.hears(GREETING, "늦게 전화드려", QUESTION).presses("1")
    customer.hears(RECORDED, "상담사가 존중받을 수 있도록", SIZE, *WAITS).is_queued("callback")
    agent = center.agent("minsu", "callback")
    customer.hears(CONNECTED).agent_hears("예약하신 시간에 전화드린 고객님입니다", UNPROVEN).is_with("minsu")
    agent.holds()
    customer.hears(*HELD).agent_hears("통화 대기 중입니다").is_held()
    agent.resumes().hangs_up()
    customer.hears(OVER).ends()
    return customer


def no_longer_wants_it(center: Center) -> Customer:
    customer = is_called(center)
    customer.hears(GREETING, QUESTION).presses("2")
    customer.hears("예약을 취소해 드렸습니다").ends()
    return customer


def was_served_already(center: Center) -> Customer:
    ledger_answers(center, "over")
    customer = is_called(center)
    customer.hears(GREETING, "이 전화 예약은 이미 처리되었습니다").ends()
    return customer


def cannot_be_rid_of_it(center: Center) -> Customer:
    ledger_answers(center, "going_on", "unknown")
    customer = is_called(center)
    customer.hears(GREETING, QUESTION).presses("2")
    customer.hears("예약을 취소하지 못했습니다", "선택하신 번호를 확인하지 못했습니다", QUESTION).stays_silent()
    customer.hears("응답을 확인하지 못하여").ends()
    return customer


def finds_the_queue_full(center: Center) -> Customer:
    center.queue_named("callback").fill()
    ledger_answers(center, "going_on", "going_on", "unknown")
    customer = is_called(center)
    customer.hears(GREETING, QUESTION).presses("1")
    customer.hears(RECORDED, "지금은 문의가 많아").ends()
    return customer


def finds_the_queue_disabled(center: Center) -> Customer:
    center.queue_named("callback").enabled = False
    ledger_answers(center, "going_on", "going_on", "unknown")
    customer = is_called(center)
    customer.hears(GREETING, QUESTION).presses("1")
    customer.hears(RECORDED, "시스템 문제로").ends()
    return customer


def is_called_again(center: Center) -> Customer:
    center.queue_named("callback").fill()
    customer = is_called(center)
    customer.hears(GREETING, QUESTION).presses("1")
    customer.hears(RECORDED, "잠시 후 다시 전화드리겠습니다").ends()
    return customer


JOURNEYS = (
    wants_it,
    no_longer_wants_it,
    was_served_already,
    cannot_be_rid_of_it,
    finds_the_queue_full,
    finds_the_queue_disabled,
    is_called_again,
)
