"""Whole calls of people who wait long."""

from connect_flows.simulator import Center
from tests.flows.company import CUSTOMER, bot_answers
from tests.flows.customer import Customer, calls
from tests.flows.journeys.inbound import asks
from tests.flows.said import BOT, CALLED, GREETING, LEAVE, OFFER, QUESTION, SIZE, UNPROVEN, WAITING, WAITS


def waits_long(center: Center) -> Customer:
    """A caller who is offered a call."""
    customer = asks(center, next_action="queue", queue="orders", bot_intent="cancel")
    customer.hears(BOT, *WAITING).waits(45)
    return customer.hears(OFFER)


def goes_on_waiting(customer: Customer, *texts: str) -> Customer:
    customer.hears(*texts, SIZE, *WAITS).is_queued("orders")
    return customer


def waits_without_a_number(center: Center) -> Customer:
    """A caller who shows no number, and is asked whether to wait on."""
    bot_answers(center, next_action="queue", queue="orders", bot_intent="cancel")
    customer = calls(center, "")
    customer.hears(GREETING, QUESTION).says("부탁합니다")
    customer.hears(BOT, *WAITING).waits(45)
    return customer.hears(LEAVE)


def is_called_in_turn(center: Center) -> Customer:
    customer = waits_long(center)
    customer.presses("2")
    customer.hears("순서가 되면 지금 거신 번호로 전화드리겠습니다").ends()
    callback = customer.callback()
    center.pass_time(31)
    center.agent("minsu", "orders")
    callback.agent_hears("주문 배송 문의입니다", UNPROVEN).answers()
    callback.hears(CALLED).is_with("minsu")
    return callback


def goes_on_waiting_by_choice(center: Center) -> Customer:
    customer = waits_long(center)
    customer.presses("3")
    return goes_on_waiting(customer)


def presses_a_wrong_key(center: Center) -> Customer:
    customer = waits_long(center)
    customer.presses("8")
    return goes_on_waiting(customer)


def goes_on_waiting_without_a_number(center: Center) -> Customer:
    customer = waits_without_a_number(center)
    for keys in ("2", "", "8"):
        if keys:
            customer.presses(keys)
        else:
            customer.stays_silent()
        goes_on_waiting(customer).waits(45)
        customer.hears(LEAVE)
    return customer


def leaves_without_a_number(center: Center) -> Customer:
    customer = waits_without_a_number(center)
    customer.presses("1")
    customer.hears("기다려 주셔서 감사합니다. 다음에 다시").ends()
    return customer


def leaves(center: Center) -> Customer:
    customer = waits_long(center)
    customer.presses("1")
    customer.hears("기다려 주셔서 감사합니다. 다음에 다시").ends()
    return customer


def finds_no_place_for_a_callback(center: Center) -> Customer:
    customer = waits_long(center)
    center.queue_named("orders").max_contacts = 1
    customer.presses("2")
    return goes_on_waiting(customer, "전화 요청을 접수하지 못했습니다")


def cannot_be_called(center: Center) -> Customer:
    center.undialable.add(CUSTOMER)
    customer = waits_long(center)
    customer.presses("2")
    return goes_on_waiting(customer, "지금 거신 번호로는 전화를 드릴 수 없습니다")


def waits_very_long(center: Center) -> Customer:
    customer = waits_long(center)
    for _ in range(9):
        customer.stays_silent()
        goes_on_waiting(customer).waits(45)
        customer.hears(OFFER)
    customer.stays_silent()
    goes_on_waiting(customer).waits(45)
    customer.hears("오래 기다리시게 하여", WAITS[0]).is_queued("orders")
    return customer


JOURNEYS = (
    is_called_in_turn,
    goes_on_waiting_by_choice,
    presses_a_wrong_key,
    goes_on_waiting_without_a_number,
    leaves_without_a_number,
    leaves,
    finds_no_place_for_a_callback,
    cannot_be_called,
    waits_very_long,
)
