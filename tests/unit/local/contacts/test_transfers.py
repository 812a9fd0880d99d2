"""Holding a customer, and transferring one to a queue or to another agent."""

from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.errors import ServiceError
from aicc_local.store import Record
from tests.unit.local.contacts.contact_centre import CUSTOMER, ContactCentre, block, say


@pytest.fixture
def talking(centre: ContactCentre) -> str:
    """A call that an agent has."""
    control.make_available(centre.aws, "minsu")
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_to_queue(centre).id)
    control.accept(centre.aws, contact)
    return contact


def test_both_hear_their_hold_flows_until_the_agent_is_back(centre: ContactCentre, talking: str) -> None:
    control.agent_holds(centre.aws, talking)
    held = control.look(centre.aws, talking)
    control.agent_resumes(centre.aws, talking)

    seen = control.look(centre.aws, talking)
    assert (held["said"][-1], held["waits_for"]) == ("잠시만 기다려 주십시오", "messages")
    assert (seen["state"], seen["flow"], seen["waits_for"]) == ("WITH_AGENT", "", "")
    told = [event["resumed"] for event in control.events(centre.aws, talking) if event["event"] == "Held"]
    assert told == [False, True]


def test_a_customer_is_transferred_to_another_queue(centre: ContactCentre, talking: str) -> None:
    billing = centre.add("Queue", "queue/q2", Name="Billing", HoursOfOperationArn=centre.hours.arn)
    go = block("go", "TransferContactToQueue", "bye", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"})
    flow = centre.add_flow("to billing", say("hi", "요금 담당에게 연결합니다", "go"), go, kind="QUEUE_TRANSFER")
    _quick_connect(centre, "billing", "QUEUE", QueueArn=billing.arn, ContactFlowArn=flow.arn)

    following = control.agent_transfers(centre.aws, talking, "billing")

    seen, described = control.look(centre.aws, following), centre.described(following)
    assert (seen["state"], seen["said"]) == ("IN_QUEUE", ["요금 담당에게 연결합니다"])
    assert (described["QueueInfo"]["Id"], described["InitiationMethod"]) == ("q2", "TRANSFER")
    assert (described["PreviousContactId"], described["InitialContactId"]) == (talking, talking)
    assert centre.described(talking)["DisconnectReason"] == "TRANSFERRED"
    [started] = [event for event in control.events(centre.aws, talking) if event.get("contact") == following]
    assert (started["event"], started["previous"]) == ("Started", talking)


def test_a_customer_is_transferred_to_another_agent(centre: ContactCentre, talking: str) -> None:
    jiwoo = centre.add("User", "agent/a2", Username="jiwoo", RoutingProfileArn=centre.profile.arn)
    control.make_available(centre.aws, "jiwoo")

    following = control.agent_transfers(centre.aws, talking, _to_agent(centre, jiwoo))

    seen, described = control.look(centre.aws, following), centre.described(following)
    assert (seen["state"], seen["said"]) == ("WITH_AGENT", ["담당자입니다"])
    assert described["AgentInfo"]["Id"] == "a2"
    assert centre.events()[-1] == "CONNECTED_TO_AGENT"


def test_a_transfer_to_an_agent_who_is_not_there_fails(centre: ContactCentre, talking: str) -> None:
    jiwoo = centre.add("User", "agent/a2", Username="jiwoo", RoutingProfileArn=centre.profile.arn)

    following = control.agent_transfers(centre.aws, talking, _to_agent(centre, jiwoo))

    assert centre.described(following)["DisconnectReason"] == "CONTACT_FLOW_DISCONNECT"
    assert centre.metric("ContactFlowFatalErrors") == [1]


def test_a_transfer_to_a_telephone_number_is_refused(centre: ContactCentre, talking: str) -> None:
    _quick_connect(centre, "outside", "PHONE_NUMBER", PhoneNumber="+82215880000")

    with pytest.raises(ServiceError, match="PHONE_NUMBER"):
        control.agent_transfers(centre.aws, talking, "outside")


def test_who_talks_to_nobody_is_not_transferred(centre: ContactCentre) -> None:
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_to_queue(centre).id)

    with pytest.raises(ServiceError, match="IN_QUEUE, not WITH_AGENT"):
        control.agent_transfers(centre.aws, contact, "billing")


def _to_agent(centre: ContactCentre, user: Record) -> str:
    whisper = centre.add_flow("whisper", say("hi", "담당자입니다", "stay"), STAY, kind="AGENT_WHISPER")
    hooks = block(
        "hooks",
        "UpdateContactEventHooks",
        "go",
        EventHooks={"AgentWhisper": whisper.arn},
        errors={"NoMatchingError": "bye"},
    )
    flow = centre.add_flow("to agent", hooks, block("go", "TransferContactToAgent"), kind="AGENT_TRANSFER")
    _quick_connect(centre, "person", "USER", UserArn=user.arn, ContactFlowArn=flow.arn)
    return "person"


def _quick_connect(centre: ContactCentre, name: str, kind: str, **told: Any) -> None:
    member = {"QUEUE": "QueueConfig", "USER": "UserConfig", "PHONE_NUMBER": "PhoneConfig"}[kind]
    config = {"QuickConnectType": kind, member: told}
    centre.add("QuickConnect", f"transfer-destination/{name}", Name=name, QuickConnectConfig=config)


STAY = block("stay", "EndFlowExecution")


def _to_queue(centre: ContactCentre) -> Record:
    loop = block("loop", "MessageParticipantIteratively", Messages=[{"Text": "잠시만 기다려 주십시오"}])
    hold = centre.add_flow("hold", loop, kind="CUSTOMER_HOLD")
    hooks = {"CustomerHold": hold.arn}
    return centre.add_flow(
        "to queue",
        block("hooks", "UpdateContactEventHooks", "queue", EventHooks=hooks, errors={"NoMatchingError": "bye"}),
        block("queue", "UpdateContactTargetQueue", "go", QueueId="q1", errors={"NoMatchingError": "bye"}),
        block("go", "TransferContactToQueue", "bye", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"}),
    )
