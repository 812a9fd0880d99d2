"""Queued callbacks: an agent comes, and then the customer's telephone rings."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.connect.contacts.callbacks import LONGEST_WAIT
from aicc_local.errors import ServiceError
from aicc_local.store import Record
from tests.unit.local.contacts.callback_flow import call, made, metrics, offering, queued, state
from tests.unit.local.contacts.contact_centre import ContactCentre, block, say


def test_an_agent_accepts_then_the_customer_is_called(centre: ContactCentre) -> None:
    callback = queued(centre, offering(centre))
    control.make_available(centre.aws, "a1")
    free = metrics(centre)["AGENTS_AVAILABLE"]

    agent = control.accept(centre.aws, callback)
    ringing, busy = state(centre, callback), metrics(centre)["AGENTS_AVAILABLE"]
    control.answer(centre.aws, callback)

    assert (agent, ringing, state(centre, callback)) == ("a1", "RINGING", "WITH_AGENT")
    assert (free, busy, metrics(centre)["CONTACTS_IN_QUEUE"]) == (1, 0, 0)
    described = centre.described(callback)
    assert described["AgentInfo"]["Id"] == "a1"
    assert "ConnectedToSystemTimestamp" in described
    of_callback = [each["detail"] for each in centre.aws.events.sent if each["detail"]["contactId"] == callback]
    assert [each["eventType"] for each in of_callback] == [
        "INITIATED",
        "QUEUED",
        "CONNECTED_TO_AGENT",
        "CONNECTED_TO_SYSTEM",
    ]
    assert {each["initiationMethod"] for each in of_callback} == {"CALLBACK"}
    assert "initialContactId" in of_callback[0]


def test_it_is_over_when_either_hangs_up(centre: ContactCentre) -> None:
    callback = queued(centre, offering(centre))
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, callback)
    control.answer(centre.aws, callback)

    control.hang_up(centre.aws, callback)

    assert centre.described(callback)["DisconnectReason"] == "CUSTOMER_DISCONNECT"
    assert metrics(centre)["AGENTS_AVAILABLE"] == 1


def not_answered(centre: ContactCentre, callback: str) -> None:
    control.not_answered(centre.aws, callback)


def rung_out(centre: ContactCentre, callback: str) -> None:
    centre.timers.ring()


@pytest.mark.parametrize("silence", [not_answered, rung_out])
def test_who_does_not_answer_is_called_again_later(centre: ContactCentre, silence: Any) -> None:
    caller = call(centre, offering(centre))
    first = made(centre)
    control.let_time_pass(centre.aws, first)
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, first)
    centre.timers.waiting = centre.timers.waiting[-1:]
    centre.aws.now.pass_time(60)

    silence(centre, first)

    second = centre.described(made(centre, 1))
    assert state(centre, first) == "ENDED"
    assert (second["PreviousContactId"], second["InitialContactId"]) == (first, caller)
    assert [seconds for seconds, _ in centre.timers.waiting][-2:] == [600, LONGEST_WAIT]
    assert metrics(centre)["AGENTS_AVAILABLE"] == 1


def test_there_are_no_more_attempts_than_asked_for(centre: ContactCentre) -> None:
    call(centre, offering(centre, MaximumConnectionAttempts="2"))
    control.make_available(centre.aws, "a1")
    for attempt in (0, 1):
        centre.aws.now.pass_time(1)
        callback = made(centre, attempt)
        control.let_time_pass(centre.aws, callback)
        control.accept(centre.aws, callback)
        control.not_answered(centre.aws, callback)

    with pytest.raises(IndexError):
        made(centre, 2)


def test_who_answered_is_not_called_again(centre: ContactCentre) -> None:
    callback = queued(centre, offering(centre))
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, callback)
    control.answer(centre.aws, callback)

    centre.timers.ring()
    control.hang_up(centre.aws, callback)

    with pytest.raises(IndexError):
        made(centre, 1)


# --- waiting -----------------------------------------------------------------------------------------------------


def waits(centre: ContactCentre) -> Record:
    """A flow that queues whoever calls."""
    return centre.add_flow(
        "waiting",
        block("queue", "UpdateContactTargetQueue", "go", QueueId="q1", errors={"NoMatchingError": "bye"}),
        block("go", "TransferContactToQueue", "bye", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"}),
    )


def test_a_callback_keeps_the_place_of_the_call(centre: ContactCentre) -> None:
    flow = offering(centre)
    call(centre, flow)
    callback = made(centre)
    centre.aws.now.pass_time(10)
    call(centre, waits(centre))
    centre.aws.now.pass_time(20)
    control.let_time_pass(centre.aws, callback)
    control.make_available(centre.aws, "a1")

    assert control.accept_next(centre.aws, "minsu") == callback


def test_a_contact_of_higher_priority_comes_first(centre: ContactCentre) -> None:
    callback = queued(centre, offering(centre))
    urgent = centre.add_flow(
        "urgent",
        block("priority", "UpdateContactRoutingBehavior", "queue", QueuePriority="1"),
        block("queue", "UpdateContactTargetQueue", "go", QueueId="q1", errors={"NoMatchingError": "bye"}),
        block("go", "TransferContactToQueue", "bye", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"}),
    )
    first = call(centre, urgent)
    control.make_available(centre.aws, "a1")

    assert control.accept_next(centre.aws, "minsu") == first
    assert state(centre, callback) == "IN_QUEUE"


def test_nothing_is_offered_to_who_is_busy(centre: ContactCentre) -> None:
    queued(centre, offering(centre))

    with pytest.raises(ServiceError, match="Nothing waits that the user is free for"):
        control.accept_next(centre.aws, "minsu")


def test_a_waiting_callback_can_be_stopped(centre: ContactCentre) -> None:
    callback = queued(centre, offering(centre))

    centre.ask("StopContact", ContactId=callback)

    assert centre.described(callback)["DisconnectReason"] == "API"
    assert metrics_or_none(centre) is None


def metrics_or_none(centre: ContactCentre) -> Mapping[str, float] | None:
    try:
        return metrics(centre)
    except ValueError:
        # No agent and no contact: there is no data.
        return None


def test_it_leaves_the_queue_when_no_agent_comes_for_days(centre: ContactCentre) -> None:
    callback = queued(centre, offering(centre))
    [_, (seconds, remove)] = centre.timers.waiting

    remove()

    assert seconds == 7 * 24 * 3600
    assert centre.described(callback)["DisconnectReason"] == "EXPIRED"


def test_who_waits_for_a_call_cannot_hang_up(centre: ContactCentre) -> None:
    callback = queued(centre, offering(centre))

    with pytest.raises(ServiceError, match="is on no line"):
        control.hang_up(centre.aws, callback)


def test_the_flows_that_the_caller_had_go_on_for_the_callback(centre: ContactCentre) -> None:
    whisper = centre.add_flow("whisper", say("hi", "전화 예약입니다", "stay"), STAY, kind="AGENT_WHISPER")
    hooks = block(
        "hooks",
        "UpdateContactEventHooks",
        "go",
        EventHooks={"AgentWhisper": whisper.arn},
        errors={"NoMatchingError": "bye"},
    )
    offer = offering(centre)
    go = block("go", "TransferToFlow", "bye", ContactFlowId=offer.arn, errors={"NoMatchingError": "bye"})
    call(centre, centre.add_flow("first", hooks, go))
    control.make_available(centre.aws, "a1")
    heard = []
    for attempt in (0, 1):
        centre.aws.now.pass_time(1)
        callback = made(centre, attempt)
        control.let_time_pass(centre.aws, callback)
        control.accept(centre.aws, callback)
        heard.append(control.look(centre.aws, callback)["said"])
        control.not_answered(centre.aws, callback)

    assert heard == [["전화 예약입니다"], ["전화 예약입니다"]]


def test_whoever_is_called_back_hears_the_outbound_whisper_of_the_queue(centre: ContactCentre) -> None:
    whisper = centre.add_flow("outbound", say("hi", "예약하신 전화입니다", "stay"), STAY, kind="OUTBOUND_WHISPER")
    centre.queue.properties["OutboundCallerConfig"] = {"OutboundFlowArn": whisper.arn}
    callback = queued(centre, offering(centre))
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, callback)

    control.answer(centre.aws, callback)

    seen = control.look(centre.aws, callback)
    assert (seen["state"], seen["said"]) == ("WITH_AGENT", ["예약하신 전화입니다"])


STAY = block("stay", "EndFlowExecution")
