"""Waiting for a person while something is broken: whoever waits is put through all the same."""

from connect_flows.simulator import Center
from tests.flows.company import CUSTOMER, bot_answers
from tests.flows.scenes import waits_for_orders

WAIT = ("상담사를 연결하고 있습니다. 잠시만 기다려", "순서대로 연결해 드리고 있습니다")
OFFER = "순서가 되면 지금 거신 번호로 전화를 받으시려면 2번"
SIZE = "현재 대기 고객은"


def test_whoever_waits_is_not_told_a_size_that_is_not_known(center: Center) -> None:
    bot_answers(center, next_action="queue", queue="orders", bot_intent="cancel")
    center.breaks("customer_queue", "read-queue-size")

    center.call(CUSTOMER).says("주문이요").hears(*WAIT).hears_nothing_of(SIZE).is_queued("orders")


def test_nobody_is_left_in_silence_when_the_messages_cannot_be_played(center: Center) -> None:
    center.breaks("customer_queue", "wait")
    caller = waits_for_orders(center).hears(SIZE)

    center.agent("minsu", "orders")

    caller.is_with("minsu")


def test_offers_that_cannot_be_counted_end_in_waiting(center: Center) -> None:
    center.breaks("customer_queue", "count-offers")

    waits_for_orders(center).waits_to_hear("오래 기다리시게 하여").hears(WAIT[0]).hears_nothing_of(OFFER).is_queued()
