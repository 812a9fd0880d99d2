"""Whole transfers, and calls that agents make."""

from connect_flows.simulator import Agent, Center
from tests.flows.customer import Customer
from tests.flows.journeys import chats, inbound
from tests.flows.said import BOT, CHAT_WAITING, CONNECTED, HELD, OVER, UNPROVEN, WAITING

ABOUT = {"next_action": "queue", "queue": "general", "bot_intent": "faq"}
TRANSFERRING = "담당 부서로 연결하고 있습니다"


def talks(center: Center) -> tuple[Customer, Agent]:
    customer = inbound.asks(center, **ABOUT)
    customer.hears(BOT, *WAITING).is_queued("general")
    agent = center.agent("minsu", "general")
    customer.hears(CONNECTED).agent_hears("일반 문의입니다", UNPROVEN).is_with("minsu")
    return customer, agent


def writes(center: Center) -> tuple[Customer, Agent]:
    customer = chats.asks(center, ABOUT)
    customer.hears(BOT, CHAT_WAITING).is_queued("general")
    agent = center.agent("minsu", "general")
    customer.hears(CONNECTED).agent_hears("일반 문의입니다", UNPROVEN).is_with("minsu")
    return customer, agent


def to_an_agent(center: Center) -> Customer:
    customer, agent = talks(center)
    agent.transfers(flow="agent_transfer", agent=center.agent("jiyoung"))
    customer.hears("다른 상담사를 연결하고 있습니다").is_with("jiyoung")
    return customer


def to_an_agent_of_chats(center: Center) -> Customer:
    customer, agent = writes(center)
    agent.transfers(flow="agent_transfer", queue="jiyoung")
    customer.hears().is_queued("jiyoung")
    return customer


def to_an_agent_who_takes_no_more_chats(center: Center) -> Customer:
    customer, agent = writes(center)
    center.queue_named("jiyoung").fill()
    agent.transfers(flow="agent_transfer", queue="jiyoung")
    customer.hears("상담사를 연결하지 못했습니다").ends()
    return customer


def to_a_queue(center: Center) -> Customer:
    customer, agent = talks(center)
    agent.transfers(flow="queue_transfer", queue="billing")
    customer.hears(TRANSFERRING, *WAITING).is_queued("billing")
    other = center.agent("jiyoung", "billing")
    customer.hears(CONNECTED).agent_hears("일반 문의입니다", UNPROVEN).is_with("jiyoung")
    other.holds()
    customer.hears(*HELD).agent_hears("통화 대기 중입니다").is_held()
    other.resumes().hangs_up()
    customer.hears(OVER).ends()
    return customer


def to_a_queue_that_is_full(center: Center) -> Customer:
    customer, agent = talks(center)
    center.queue_named("billing").fill()
    agent.transfers(flow="queue_transfer", queue="billing")
    customer.hears(TRANSFERRING, "담당 부서에 문의가 많아").ends()
    return customer


def to_a_queue_that_is_disabled(center: Center) -> Customer:
    customer, agent = talks(center)
    center.queue_named("billing").enabled = False
    agent.transfers(flow="queue_transfer", queue="billing")
    customer.hears(TRANSFERRING, "시스템 문제로 담당 부서에").ends()
    return customer


def to_a_queue_that_is_closed(center: Center) -> Customer:
    customer, agent = talks(center)
    center.closes("business")
    agent.transfers(flow="queue_transfer", queue="billing")
    customer.hears("담당 부서의 상담 시간이 아닙니다").ends()
    return customer


def is_called_by_an_agent(center: Center) -> Customer:
    customer = Customer(center.dial("+821012345678", flow="outbound"))
    customer.answers()
    customer.hears("안녕하십니까. 가나 상점 고객센터입니다. 이 통화는")
    return customer


JOURNEYS = (
    to_an_agent,
    to_an_agent_of_chats,
    to_an_agent_who_takes_no_more_chats,
    to_a_queue,
    to_a_queue_that_is_full,
    to_a_queue_that_is_disabled,
    to_a_queue_that_is_closed,
    is_called_by_an_agent,
)
