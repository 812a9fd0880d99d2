"""Waiting for a person while something is broken: whoever waits is put through all the same."""

import pytest

from connect_flows.simulator import Center
from tests.flows.company import CUSTOMER, bot_answers
from tests.flows.customer import Customer, calls
from tests.flows.said import BOT, CONNECTED, GREETING, OFFER, QUESTION, SIZE, WAITING, WAITS

LONG_WAIT = "오래 기다리시게 하여 대단히 죄송합니다"


def waits(center: Center, *hears: str, number: str = CUSTOMER) -> Customer:
    """A caller who waits for a person, and hears only this."""
    bot_answers(center, next_action="queue", queue="orders", bot_intent="cancel")
    customer = calls(center, number)
    customer.hears(GREETING, QUESTION).says("주문이요")
    customer.hears(BOT, *hears).is_queued("orders")
    return customer


def is_put_through(center: Center, customer: Customer) -> None:
    center.agent("minsu", "orders")
    customer.hears(CONNECTED).is_with("minsu")


def test_whoever_waits_is_not_told_a_size_that_is_not_known(center: Center) -> None:
    center.breaks("customer_queue", "read-queue-size")

    customer = waits(center, WAITING[0], *WAITS)

    is_put_through(center, customer)


def test_nobody_is_lost_when_the_messages_cannot_be_played(center: Center) -> None:
    center.breaks("customer_queue", "wait")

    customer = waits(center, WAITING[0], SIZE)

    customer.waits(3600)
    is_put_through(center, customer)


def test_offers_that_cannot_be_counted_end_in_waiting(center: Center) -> None:
    center.breaks("customer_queue", "count-offers")

    customer = waits(center, *WAITING)

    customer.waits(45)
    is_put_through(center, customer.hears(LONG_WAIT, WAITS[0]))


@pytest.mark.parametrize(("number", "block"), [(CUSTOMER, "offer-callback"), ("", "offer-to-leave")])
def test_whoever_cannot_be_offered_anything_goes_on_waiting(center: Center, number: str, block: str) -> None:
    center.breaks("customer_queue", block)
    customer = waits(center, *WAITING, number=number)

    for _ in range(2):
        customer.waits(45)
        customer.hears(SIZE, *WAITS).is_queued("orders")


def test_whoever_has_waited_very_long_is_put_through_though_no_message_can_be_played(center: Center) -> None:
    center.breaks("customer_queue", "wait-on")
    customer = waits(center, *WAITING)

    for _ in range(10):
        customer.waits(45)
        customer.hears(OFFER).stays_silent()
        customer.hears(SIZE, *WAITS).is_queued("orders")
    customer.waits(45)

    customer.hears(LONG_WAIT).waits(3600)
    is_put_through(center, customer)
