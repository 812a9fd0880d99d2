"""Queued callbacks: the customer hangs up and keeps the place in the queue."""

from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.connect.contacts.callbacks import LONGEST_WAIT
from aicc_local.store import Record
from tests.unit.local.contacts.callback_flow import call, made, metrics, offering, queued, state
from tests.unit.local.contacts.contact_centre import CUSTOMER, NUMBER, ContactCentre


def test_a_callback_is_a_contact_of_its_own_and_the_caller_goes_on(centre: ContactCentre) -> None:
    caller = call(centre, offering(centre))

    callback = centre.described(made(centre))
    assert control.look(centre.aws, caller)["said"] == ["전화드리겠습니다"]
    assert state(centre, caller) == "ENDED"
    assert (callback["InitialContactId"], callback["PreviousContactId"]) == (caller, caller)
    assert (callback["Channel"], callback["CustomerEndpoint"]["Address"]) == ("VOICE", CUSTOMER)
    assert callback["Attributes"] == {"why": "배송"}


def test_it_waits_before_it_is_queued(centre: ContactCentre) -> None:
    call(centre, offering(centre))
    callback = made(centre)
    before = metrics(centre)
    delays = [seconds for seconds, _ in centre.timers.waiting]
    centre.aws.now.pass_time(30)

    control.let_time_pass(centre.aws, callback)

    described = centre.described(callback)
    assert delays == [30, LONGEST_WAIT]
    assert (before["CONTACTS_SCHEDULED"], before["CONTACTS_IN_QUEUE"]) == (1, 0)
    assert (metrics(centre)["CONTACTS_SCHEDULED"], metrics(centre)["CONTACTS_IN_QUEUE"]) == (0, 1)
    assert described["QueueInfo"]["EnqueueTimestamp"] - described["InitiationTimestamp"] == 30


def test_it_is_queued_when_its_time_has_come(centre: ContactCentre) -> None:
    call(centre, offering(centre))
    [(_, queue_it), _] = centre.timers.waiting

    queue_it()

    assert state(centre, made(centre)) == "IN_QUEUE"


def test_who_waits_for_a_call_is_no_active_call(centre: ContactCentre) -> None:
    callback = queued(centre, offering(centre))
    while_waiting = centre.metric("ConcurrentCalls")[-1]
    control.make_available(centre.aws, "a1")

    control.accept(centre.aws, callback)

    assert (while_waiting, centre.metric("ConcurrentCalls")[-1]) == (0, 1)


def test_the_number_that_is_shown_is_that_of_the_queue_or_the_one_named(centre: ContactCentre) -> None:
    of_queue, named = centre.add_number(), centre.add_number("+82215881111")
    centre.queue.properties["OutboundCallerConfig"] = {"OutboundCallerIdNumberArn": of_queue.arn}
    call(centre, offering(centre))
    call(centre, offering(centre, CallerId=named.links["address"]))

    shown = {centre.described(made(centre, each))["SystemEndpoint"]["Address"] for each in (0, 1)}

    assert shown == {NUMBER, "+82215881111"}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("+821098765432", "전화드리겠습니다"),
        ("821098765432", "전화드리겠습니다"),
        ("01098765432", "번호가 아닙니다"),
        ("없음", "번호가 아닙니다"),
        ("+14155550100", "걸 수 없습니다"),
    ],
)
def test_numbers_are_valid_and_may_be_dialled(centre: ContactCentre, number: str, said: str) -> None:
    caller = call(centre, offering(centre, number))

    assert control.look(centre.aws, caller)["said"] == [said]
    assert centre.metric("CallBackNotDialableNumber") == ([1] if said == "걸 수 없습니다" else [])


def test_the_number_that_was_set_is_called(centre: ContactCentre) -> None:
    call(centre, offering(centre, "821098765432"))

    assert centre.described(made(centre))["CustomerEndpoint"]["Address"] == "+821098765432"


def test_a_chat_has_no_number_that_could_be_set(centre: ContactCentre) -> None:
    contact = centre.chat(offering(centre, "+821098765432"))

    assert control.look(centre.aws, contact)["said"] == ["번호가 아닙니다"]


def full(centre: ContactCentre) -> Record:
    queued(centre, offering(centre))
    centre.queue.properties["MaxContacts"] = 1
    return offering(centre)


def disabled(centre: ContactCentre) -> Record:
    centre.queue.properties["Status"] = "DISABLED"
    return offering(centre)


@pytest.mark.parametrize(
    "flow",
    [full, disabled, lambda centre: offering(centre, QueueId="none"), lambda centre: offering(centre, CallerId=NUMBER)],
    ids=["full", "disabled", "no such queue", "a number of another instance"],
)
def test_a_callback_that_cannot_be_queued_takes_the_error_branch(centre: ContactCentre, flow: Any) -> None:
    caller = call(centre, flow(centre))

    assert control.look(centre.aws, caller)["said"] == ["접수하지 못했습니다"]
