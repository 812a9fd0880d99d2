"""Queues that take nobody: whoever cannot wait is told so, and a missing queue is made up for by another."""

import pytest

from connect_flows.simulator import Call, Center
from tests.flows.company import CHANNELS, CUSTOMER, begins, bot_answers, bot_fails, heard

FULL = "지금은 문의가 많아 상담사를 연결해 드리기 어렵습니다. 불편을 드려 죄송합니다. 잠시 후 다시 문의해"
FAULT = "시스템 문제로 상담사를 연결해 드리지 못했습니다"
QUEUES = ("orders", "billing", "general")
KEYS = {"orders": "1", "billing": "2", "general": "3"}


def wants(center: Center, channel: str, queue: str) -> Call:
    """A customer whom the bot sends to a queue."""
    bot_answers(center, next_action="queue", queue=queue, bot_intent="cancel")
    return begins(center, channel).says("상담사요").hears("봇의 대답")


def chooses(center: Center, queue: str) -> Call:
    """A caller who chooses a queue from the menu, and proves nothing."""
    bot_fails(center)
    caller = center.call(CUSTOMER).says("음").presses(KEYS[queue])
    return caller.presses("0") if queue != "general" else caller


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("queue", QUEUES)
def test_whoever_finds_a_queue_full_is_told_to_try_again(center: Center, channel: str, queue: str) -> None:
    center.queue_named(queue).fill()

    customer = wants(center, channel, queue).hears(FULL).ends()

    assert FULL in heard(customer)[-1]


@pytest.mark.parametrize("queue", QUEUES)
def test_whoever_chooses_a_queue_that_is_full_is_told_to_try_again(center: Center, queue: str) -> None:
    center.queue_named(queue).fill()

    chooses(center, queue).hears(FULL).ends()


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("queue", QUEUES)
def test_whoever_finds_a_queue_disabled_hears_of_a_fault(center: Center, channel: str, queue: str) -> None:
    center.queue_named(queue).enabled = False

    wants(center, channel, queue).hears(FAULT).ends()


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("queue", ["orders", "billing"])
def test_the_general_queue_stands_in_for_one_that_is_missing(center: Center, channel: str, queue: str) -> None:
    center.missing.add(f"queue.{queue}")

    wants(center, channel, queue).is_queued("general")


@pytest.mark.parametrize("queue", ["orders", "billing"])
def test_the_general_queue_stands_in_for_one_that_is_chosen_and_missing(center: Center, queue: str) -> None:
    center.missing.add(f"queue.{queue}")

    chooses(center, queue).hears("본인 확인 없이").is_queued("general")


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("queue", QUEUES)
def test_whoever_finds_no_queue_at_all_hears_of_a_fault(center: Center, channel: str, queue: str) -> None:
    center.missing.update(f"queue.{each}" for each in QUEUES)

    customer = wants(center, channel, queue).hears(FAULT).ends()

    assert FAULT in heard(customer)[-1]


@pytest.mark.parametrize("queue", QUEUES)
def test_whoever_chooses_and_finds_no_queue_at_all_hears_of_a_fault(center: Center, queue: str) -> None:
    center.missing.update(f"queue.{each}" for each in QUEUES)

    chooses(center, queue).hears(FAULT).ends()
