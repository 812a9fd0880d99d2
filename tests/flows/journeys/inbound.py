"""Whole calls to the flow for calls."""

from collections.abc import Mapping

from connect_flows.simulator import Center
from tests.flows.company import answers, bot_answers, bot_fails
from tests.flows.customer import CONNECTING, Customer, calls
from tests.flows.said import (
    BOT,
    CLOSED,
    CONNECTED,
    FAULT,
    GREETING,
    HELD,
    MENU,
    OVER,
    QUESTION,
    QUEUE_FULL,
    UNPROVEN,
    WAITING,
)


def asks(center: Center, **attributes: str) -> Customer:
    """A caller whom the bot understands so."""
    bot_answers(center, **attributes)
    customer = calls(center)
    customer.hears(GREETING, QUESTION).says("부탁합니다")
    return customer


def misunderstood(center: Center) -> Customer:
    """A caller who comes to the menu, because the bot gives no answer."""
    bot_fails(center)
    customer = calls(center)
    customer.hears(GREETING, QUESTION).says("음")
    return customer.hears("번호로 안내해 드리겠습니다", MENU)


def talks_to_an_agent(center: Center) -> Customer:
    customer = asks(center, next_action="queue", queue="orders", bot_intent="cancel")
    customer.hears(BOT, *WAITING).is_queued("orders")
    agent = center.agent("minsu", "orders")
    customer.hears(CONNECTED).agent_hears("주문 배송 문의입니다", UNPROVEN).is_with("minsu")
    agent.holds()
    customer.hears(*HELD).agent_hears("통화 대기 중입니다").is_held()
    agent.resumes().hangs_up()
    customer.hears(OVER).ends()
    return customer


def complains(center: Center) -> Customer:
    customer = asks(center, next_action="queue", queue="general", bot_intent="complaint")
    customer.hears(BOT, *WAITING).is_queued("general")
    center.agent("minsu", "general")
    customer.hears(CONNECTED).agent_hears("불편 사항이 있는 고객님입니다", UNPROVEN).is_with("minsu")
    return customer


def wants_to_be_called(center: Center) -> Customer:
    customer = asks(center, next_action="callback", bot_intent="callback")
    customer.hears(BOT, "전화 예약을 확인해 드릴 상담사를", *WAITING).is_queued("general")
    center.agent("minsu", "general")
    customer.hears(CONNECTED).agent_hears("전화 예약을 원하는 고객님입니다", UNPROVEN).is_with("minsu")
    return customer


def wants_to_be_called_out_of_hours(center: Center) -> Customer:
    center.closes("business")
    customer = asks(center, next_action="callback", bot_intent="callback")
    customer.hears(BOT, "전화 예약을 마치지 못했습니다").ends()
    return customer


def wants_to_know_something(center: Center) -> Customer:
    customer = asks(center, next_action="goodbye", bot_intent="faq")
    customer.hears(BOT, "상담을 마치겠습니다. 안녕히").ends()
    return customer


def calls_in_an_emergency(center: Center) -> Customer:
    answers(center, "read_line_status", EMERGENCY)
    customer = calls(center)
    customer.hears(GREETING, "안내 말씀드립니다.", "지금은 상담사를 연결해 드리기 어렵습니다. 이용에").ends()
    return customer


def calls_when_the_line_is_closed(center: Center) -> Customer:
    center.closes("main")
    customer = calls(center)
    customer.hears(GREETING, CLOSED).ends()
    return customer


def misses_the_menu_twice(center: Center) -> Customer:
    customer = misunderstood(center)
    customer.presses("7")
    customer.hears("입력하신 번호를 확인하지 못했습니다", MENU).stays_silent()
    customer.hears(CONNECTING, *WAITING).is_queued("general")
    center.agent("minsu", "general")
    customer.hears(CONNECTED).agent_hears("일반 문의입니다", UNPROVEN).is_with("minsu")
    return customer


def hears_the_menu_over_and_over(center: Center) -> Customer:
    customer = misunderstood(center)
    for _ in range(3):
        customer.presses("*")
        customer.hears(MENU)
    customer.presses("*")
    customer.hears(CONNECTING, *WAITING).is_queued("general").has(intent="unknown")
    return customer


def chooses_anything_else(center: Center) -> Customer:
    customer = misunderstood(center)
    customer.presses("3")
    customer.hears(*WAITING).is_queued("general").has(intent="general")
    return customer


def chooses_a_person(center: Center) -> Customer:
    customer = misunderstood(center)
    customer.presses("0")
    customer.hears(*WAITING).is_queued("general").has(intent="agent")
    return customer


def chooses_out_of_hours(center: Center) -> Customer:
    center.closes("business")
    customer = misunderstood(center)
    customer.presses("2")
    customer.hears(CLOSED).ends()
    return customer


def finds_another_queue(center: Center) -> Customer:
    center.missing.update(("queue.orders", "queue.billing"))
    for queue in ("orders", "billing"):
        customer = asks(center, next_action="queue", queue=queue, bot_intent="cancel")
        customer.hears(BOT, *WAITING).is_queued("general")
    return customer


def finds_the_queue_full(center: Center) -> Customer:
    center.queue_named("billing").fill()
    customer = asks(center, next_action="queue", queue="billing", bot_intent="refund")
    customer.hears(BOT, QUEUE_FULL).ends()
    return customer


def finds_the_queue_disabled(center: Center) -> Customer:
    center.queue_named("billing").enabled = False
    customer = asks(center, next_action="queue", queue="billing", bot_intent="refund")
    customer.hears(BOT, FAULT).ends()
    return customer


EMERGENCY: Mapping[str, str] = {"line_status": "emergency", "announcement": "점검하고 있습니다."}
JOURNEYS = (
    talks_to_an_agent,
    complains,
    wants_to_be_called,
    wants_to_be_called_out_of_hours,
    wants_to_know_something,
    calls_in_an_emergency,
    calls_when_the_line_is_closed,
    misses_the_menu_twice,
    hears_the_menu_over_and_over,
    chooses_anything_else,
    chooses_a_person,
    chooses_out_of_hours,
    finds_another_queue,
    finds_the_queue_full,
    finds_the_queue_disabled,
)
