"""Transfers by agents: to a queue, and to another agent."""

import pytest

from connect_flows.simulator import Center
from tests.flows.company import CHANNELS
from tests.flows.scenes import talks, told

CONNECTED = "상담사가 연결되었습니다"
OVER = "상담이 종료되었습니다. 가나 상점 고객센터를 이용해 주셔서 감사합니다"
UNPROVEN = "본인 확인이 필요한 고객님입니다."
HELD = ("상담사가 문의하신 내용을 확인하고 있습니다", "기다려 주셔서 감사합니다. 곧 다시 연결해 드리겠습니다")


def test_a_transfer_to_a_queue_is_said_and_waits_there(center: Center) -> None:
    customer, agent = talks(center)

    agent.transfers(flow="queue_transfer", queue="billing")

    customer.hears("담당 부서로 연결하고 있습니다", "상담사를 연결해 드리겠습니다").is_queued("billing")


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_next_agent_hears_what_the_first_heard_and_everything_goes_on_as_before(
    center: Center, channel: str
) -> None:
    customer, agent = talks(center, channel, "orders", "complaint")
    agent.transfers(flow="queue_transfer", queue="billing")
    customer.is_queued("billing")

    other = center.agent("jiyoung", "billing")

    customer.is_with("jiyoung").hears(CONNECTED)
    assert told(customer)[2:] == ["불편 사항이 있는 고객님입니다.", UNPROVEN]
    if channel == "VOICE":
        other.holds()
        customer.is_held().hears(*HELD).agent_hears("통화 대기 중입니다")
    other.hangs_up()
    customer.hears(OVER).ends()


def test_a_transfer_to_a_queue_that_is_closed_is_told_so(center: Center) -> None:
    customer, agent = talks(center)
    center.closes("business")

    agent.transfers(flow="queue_transfer", queue="billing")

    customer.hears("담당 부서의 상담 시간이 아닙니다").hears_nothing_of("담당 부서로 연결하고").ends()


def test_a_transfer_to_a_queue_without_hours_counts_as_open(center: Center) -> None:
    customer, agent = talks(center)
    center.queue_named("billing").hours = ""

    agent.transfers(flow="queue_transfer", queue="billing")

    customer.hears("담당 부서로 연결하고 있습니다").is_queued("billing")


def test_a_transfer_to_a_queue_that_is_full_is_told_so(center: Center) -> None:
    customer, agent = talks(center)
    center.queue_named("billing").fill()

    agent.transfers(flow="queue_transfer", queue="billing")

    customer.hears("담당 부서로", "담당 부서에 문의가 많아 연결해 드리기 어렵습니다").ends()


def test_a_transfer_to_a_queue_that_takes_nobody_is_a_fault(center: Center) -> None:
    customer, agent = talks(center)
    center.queue_named("billing").enabled = False

    agent.transfers(flow="queue_transfer", queue="billing")

    customer.hears("담당 부서로", "시스템 문제로 담당 부서에 연결하지 못했습니다").ends()


def test_a_call_is_transferred_to_an_agent(center: Center) -> None:
    customer, agent = talks(center)
    other = center.agent("jiyoung")

    agent.transfers(flow="agent_transfer", agent=other)

    customer.hears("다른 상담사를 연결하고 있습니다").is_with("jiyoung")


def test_a_chat_is_transferred_to_an_agents_queue(center: Center) -> None:
    customer, agent = talks(center, "CHAT")

    agent.transfers(flow="agent_transfer", queue="jiyoung")

    customer.is_queued("jiyoung").hears_nothing_of("다른 상담사를")


@pytest.mark.parametrize("trouble", ["full", "disabled"])
def test_a_chat_that_cannot_be_transferred_to_an_agent_is_told_so(center: Center, trouble: str) -> None:
    customer, agent = talks(center, "CHAT")
    queue = center.queue_named("jiyoung")
    if trouble == "full":
        queue.fill()
    else:
        queue.enabled = False

    agent.transfers(flow="agent_transfer", queue="jiyoung")

    customer.hears("상담사를 연결하지 못했습니다. 불편을 드려").ends()
