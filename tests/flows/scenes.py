"""How far several tests come before they look at what is theirs."""

from connect_flows.simulator import Agent, Call, Center, Prompt
from tests.flows.company import CUSTOMER, begins, bot_answers


def waits_for_orders(center: Center, number: str = CUSTOMER) -> Call:
    """A caller who waits for a person."""
    bot_answers(center, next_action="queue", queue="orders", bot_intent="cancel")
    return center.call(number).says("주문이요").hears("봇의 대답").is_queued("orders")


def talks(center: Center, channel: str = "VOICE", queue: str = "orders", intent: str = "cancel") -> tuple[Call, Agent]:
    """A customer who talks to an agent."""
    bot_answers(center, next_action="queue", queue=queue, bot_intent=intent)
    customer = begins(center, channel).says("상담사요").is_queued(queue)
    agent = center.agent("minsu", queue)
    return customer.is_with("minsu").hears("상담사가 연결되었습니다"), agent


def told(customer: Call) -> list[str]:
    """What the agent was told."""
    return [event.text for event in customer.events(Prompt) if event.to == "agent"]
