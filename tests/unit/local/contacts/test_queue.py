"""Waiting for an agent, and being with one."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.errors import ServiceError
from aicc_local.store import Record
from tests.unit.local.contacts.contact_centre import ContactCentre, block, say


def test_a_contact_waits_and_is_told_so(centre: ContactCentre) -> None:
    contact = centre.chat(_to_queue(centre))

    seen = control.look(centre.aws, contact)
    assert (seen["state"], seen["said"]) == ("IN_QUEUE", ["기다리세요"])
    assert centre.described(contact)["QueueInfo"]["Id"] == "q1"
    assert centre.events() == ["INITIATED", "CONNECTED_TO_SYSTEM", "QUEUED"]
    assert centre.metric("QueueSize") == [1]


def test_a_contact_waits_on_when_its_queue_flow_is_over(centre: ContactCentre) -> None:
    contact = centre.chat(_to_queue(centre))

    assert control.look(centre.aws, contact)["waits_for"] == ""
    assert control.look(centre.aws, contact)["state"] == "IN_QUEUE"


def test_nobody_accepts_when_nobody_is_there(centre: ContactCentre) -> None:
    contact = centre.chat(_to_queue(centre))

    with pytest.raises(ServiceError, match="No agent is available"):
        control.accept(centre.aws, contact)


def test_an_agent_who_is_there_accepts_and_both_hear_their_whispers(centre: ContactCentre) -> None:
    contact = centre.chat(_to_queue(centre))
    centre.ask("PutUserStatus", UserId="a1", AgentStatusId="s1")

    agent = control.accept(centre.aws, contact)

    seen = control.look(centre.aws, contact)
    assert agent == "a1"
    assert (seen["state"], seen["said"]) == ("WITH_AGENT", ["기다리세요", "상담사님", "고객님"])
    assert centre.described(contact)["AgentInfo"]["Id"] == "a1"
    assert centre.metric("QueueSize") == [1, 0]


def test_an_agent_with_a_call_takes_no_chat(centre: ContactCentre) -> None:
    flow = _to_queue(centre)
    chat = centre.chat(flow)
    call = control.call_in(centre.aws, customer_number="+821012345678", flow_id=flow.id)
    control.make_available(centre.aws, "minsu")
    control.accept(centre.aws, call)

    with pytest.raises(ServiceError, match="No agent is available"):
        control.accept(centre.aws, chat)


def test_an_agent_of_other_queues_does_not_accept(centre: ContactCentre) -> None:
    contact = centre.chat(_to_queue(centre))
    control.make_available(centre.aws, "a1")
    centre.profile.properties["QueueConfigs"] = []

    with pytest.raises(ServiceError, match="No agent is available"):
        control.accept(centre.aws, contact)


def test_the_queue_flow_is_over_when_an_agent_comes_while_its_function_runs(centre: ContactCentre) -> None:
    control.make_available(centre.aws, "a1")

    def answer(event: Mapping[str, Any]) -> Any:
        control.accept(centre.aws, event["Details"]["ContactData"]["ContactId"])
        return {}

    ask = block(
        "ask",
        "InvokeLambdaFunction",
        "late",
        LambdaFunctionARN=centre.add_function("estimate", answer),
        InvocationTimeLimitSeconds="3",
        errors={"NoMatchingError": "late"},
    )
    waiting = centre.add_flow("asking queue", ask, say("late", "아직 기다리세요", "bye"), kind="CUSTOMER_QUEUE")

    contact = centre.chat(_to_queue(centre, CustomerQueue=waiting.arn))

    seen = control.look(centre.aws, contact)
    assert (seen["state"], seen["said"]) == ("WITH_AGENT", ["상담사님", "고객님"])


def test_the_customer_hears_the_disconnect_flow_when_the_agent_leaves_first(centre: ContactCentre) -> None:
    contact = centre.chat(_to_queue(centre))
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, contact)

    control.agent_hangs_up(centre.aws, contact)

    assert control.look(centre.aws, contact)["said"][-1] == "안녕히 계십시오"
    assert centre.events()[-3:] == ["CONNECTED_TO_AGENT", "DISCONNECTED", "COMPLETED"]


def test_a_contact_without_a_disconnect_flow_ends_with_the_agent(centre: ContactCentre) -> None:
    contact = centre.chat(_to_queue(centre, CustomerRemaining=""))
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, contact)

    control.agent_hangs_up(centre.aws, contact)

    assert centre.described(contact)["DisconnectReason"] == "AGENT_DISCONNECT"


def test_a_customer_who_hangs_up_leaves_the_queue(centre: ContactCentre) -> None:
    contact = centre.chat(_to_queue(centre))

    control.hang_up(centre.aws, contact)

    assert centre.described(contact)["DisconnectReason"] == "CUSTOMER_DISCONNECT"
    assert centre.metric("QueueSize") == [1, 0]


def test_a_full_queue_has_a_branch_of_its_own(centre: ContactCentre) -> None:
    centre.queue.properties["MaxContacts"] = 1
    flow = _to_queue(centre)
    centre.chat(flow)

    second = centre.chat(flow)

    assert control.look(centre.aws, second)["said"] == ["가득 찼습니다"]
    assert centre.metric("QueueCapacityExceededError") == [1]


def test_a_flow_can_ask_how_many_wait(centre: ContactCentre) -> None:
    flow = _to_queue(centre)
    centre.chat(flow)
    centre.aws.now.pass_time(30)
    metrics = block("metrics", "GetMetricData", "tell", QueueId=centre.queue.arn, errors={"NoMatchingError": "bye"})
    asking = centre.add_flow(
        "asking", metrics, say("tell", "$.Metrics.Queue.Size명, $.Metrics.Queue.OldestContactAge초", "bye")
    )

    contact = centre.chat(asking)

    assert control.look(centre.aws, contact)["said"] == ["1명, 30초"]


@pytest.mark.parametrize(("available", "said"), [(True, "있음"), (False, "없음")])
def test_a_flow_can_ask_whether_an_agent_is_free(centre: ContactCentre, available: bool, said: str) -> None:
    if available:
        control.make_available(centre.aws, "a1")
    check = block(
        "check",
        "CheckMetricData",
        "no",
        MetricType="NumberOfAgentsAvailable",
        QueueId="q1",
        errors={"NoMatchingCondition": "no", "NoMatchingError": "no"},
        conditions=[
            {"NextAction": "yes", "Condition": {"Operator": "NumberGreaterThan", "Operands": ["0"]}},
        ],
    )
    flow = centre.add_flow("check", check, say("yes", "있음", "bye"), say("no", "없음", "bye"))

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == [said]


def _to_queue(centre: ContactCentre, **hooks: str) -> Record:
    def small(name: str, kind: str, text: str, *rest: dict[str, Any]) -> str:
        first = say("hi", text, rest[0]["Identifier"] if rest else "bye")
        return centre.add_flow(name, first, *rest, kind=kind).arn

    stay = block("stay", "EndFlowExecution")
    wanted = {
        "CustomerQueue": small("queue", "CUSTOMER_QUEUE", "기다리세요", stay),
        "AgentWhisper": small("to agent", "AGENT_WHISPER", "상담사님", stay),
        "CustomerWhisper": small("to customer", "CUSTOMER_WHISPER", "고객님", stay),
        "CustomerRemaining": small("goodbye", "CONTACT_FLOW", "안녕히 계십시오"),
    } | hooks
    given = {name: arn for name, arn in wanted.items() if arn}
    return centre.add_flow(
        "to queue",
        block("hooks", "UpdateContactEventHooks", "queue", EventHooks=given, errors={"NoMatchingError": "bye"}),
        block("queue", "UpdateContactTargetQueue", "go", QueueId="q1", errors={"NoMatchingError": "bye"}),
        block("go", "TransferContactToQueue", "bye", errors={"QueueAtCapacity": "full", "NoMatchingError": "bye"}),
        say("full", "가득 찼습니다", "bye"),
    )
