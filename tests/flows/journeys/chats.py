"""Whole chats."""

from connect_flows.simulator import Center
from tests.flows.company import answers, bot_answers
from tests.flows.customer import CONNECTING, Customer, writes
from tests.flows.journeys.inbound import EMERGENCY
from tests.flows.said import (
    BOT,
    CHAT_GREETING,
    CHAT_QUESTION,
    CHAT_WAITING,
    CLOSED,
    CONNECTED,
    FAULT,
    OVER,
    QUEUE_FULL,
    UNPROVEN,
)


def asks(center: Center, about: dict[str, str], **attributes: str) -> Customer:
    """A customer of a chat whom the bot understands so."""
    bot_answers(center, **about)
    customer = writes(center, **attributes)
    customer.hears(CHAT_GREETING, CHAT_QUESTION).says("부탁합니다")
    return customer


def writes_to_an_agent(center: Center) -> Customer:
    customer = asks(center, {"next_action": "queue", "queue": "orders", "bot_intent": "cancel"})
    customer.hears(BOT, CHAT_WAITING).is_queued("orders")
    agent = center.agent("minsu", "orders")
    customer.hears(CONNECTED).agent_hears("주문 배송 문의입니다", UNPROVEN).is_with("minsu")
    agent.hangs_up()
    customer.hears(OVER).ends()
    return customer


def is_signed_in(center: Center) -> Customer:
    customer = asks(center, {"next_action": "queue", "queue": "billing", "bot_intent": "refund"}, customer_id="C-7")
    customer.hears(BOT, CHAT_WAITING).is_queued("billing")
    center.agent("minsu", "billing")
    customer.hears(CONNECTED).agent_hears("환불 결제 문의입니다", "본인 확인이 완료된 고객님입니다").is_with("minsu")
    return customer


def wants_to_be_called(center: Center) -> Customer:
    customer = asks(center, {"next_action": "callback", "bot_intent": "callback"})
    customer.hears(BOT, "전화 예약을 확인해 드릴 상담사를", CHAT_WAITING).is_queued("general")
    return customer


def wants_to_be_called_out_of_hours(center: Center) -> Customer:
    center.closes("business")
    customer = asks(center, {"next_action": "callback", "bot_intent": "callback"})
    customer.hears(BOT, "전화 예약을 마치지 못했습니다").ends()
    return customer


def wants_to_know_something(center: Center) -> Customer:
    customer = asks(center, {"next_action": "goodbye", "bot_intent": "faq"})
    customer.hears(BOT, "상담을 마치겠습니다. 안녕히").ends()
    return customer


def writes_in_an_emergency(center: Center) -> Customer:
    answers(center, "read_line_status", EMERGENCY)
    customer = writes(center)
    customer.hears(CHAT_GREETING, "안내 말씀드립니다.", "지금은 상담사를 연결해 드리기 어렵습니다. 이용에").ends()
    return customer


def writes_when_the_line_is_closed(center: Center) -> Customer:
    center.closes("main")
    customer = writes(center)
    customer.hears(CHAT_GREETING, CLOSED).ends()
    return customer


def is_not_understood(center: Center) -> Customer:
    customer = asks(center, {"next_action": "keypad"})
    customer.hears(BOT, CONNECTING, CHAT_WAITING).is_queued("general")
    center.agent("minsu", "general")
    customer.hears(CONNECTED).agent_hears("일반 문의입니다", UNPROVEN).is_with("minsu")
    return customer


def finds_the_queue_full(center: Center) -> Customer:
    center.queue_named("general").fill()
    customer = asks(center, {"next_action": "queue", "queue": "general", "bot_intent": "agent"})
    customer.hears(BOT, QUEUE_FULL).ends()
    return customer


def finds_the_queue_disabled(center: Center) -> Customer:
    center.queue_named("general").enabled = False
    customer = asks(center, {"next_action": "queue", "queue": "general", "bot_intent": "agent"})
    customer.hears(BOT, FAULT).ends()
    return customer


JOURNEYS = (
    writes_to_an_agent,
    is_signed_in,
    wants_to_be_called,
    wants_to_be_called_out_of_hours,
    wants_to_know_something,
    writes_in_an_emergency,
    writes_when_the_line_is_closed,
    is_not_understood,
    finds_the_queue_full,
    finds_the_queue_disabled,
)
