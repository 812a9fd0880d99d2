"""Starting calls, chats and tasks through the API."""

from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.errors import ServiceError
from tests.unit.local.contacts.contact_centre import CUSTOMER, NUMBER, ContactCentre, block, say


def test_a_call_rings_until_somebody_answers(centre: ContactCentre) -> None:
    contact = _call(centre)
    before = centre.described(contact)
    centre.aws.now.pass_time(5)

    control.answer(centre.aws, contact)

    after = centre.described(contact)
    assert "ConnectedToSystemTimestamp" not in before
    assert after["ConnectedToSystemTimestamp"] - after["InitiationTimestamp"] == 5
    assert control.look(centre.aws, contact)["said"] == ["안녕하세요"]
    assert centre.events() == ["INITIATED", "CONNECTED_TO_SYSTEM", "DISCONNECTED", "COMPLETED"]


def test_a_call_that_nobody_answers_ends_when_its_time_is_up(centre: ContactCentre) -> None:
    contact = _call(centre, RingTimeoutInSeconds=30)
    [(seconds, _)] = centre.timers.waiting

    centre.timers.ring()

    assert seconds == 30
    assert centre.events() == ["INITIATED", "DISCONNECTED", "COMPLETED"]
    assert "ConnectedToSystemTimestamp" not in centre.described(contact)


def test_a_call_that_was_answered_does_not_ring_out(centre: ContactCentre) -> None:
    contact = _call(centre, flow="waits")
    control.answer(centre.aws, contact)

    centre.timers.ring()

    assert control.look(centre.aws, contact)["state"] == "IN_FLOW"


def test_the_queue_gives_the_number_that_is_shown(centre: ContactCentre) -> None:
    number = centre.add_number("+82215881111")
    centre.queue.properties["OutboundCallerConfig"] = {"OutboundCallerIdNumberArn": number.arn}

    contact = _call(centre, SourcePhoneNumber=None, QueueId=centre.queue.id)

    assert centre.described(contact)["SystemEndpoint"]["Address"] == "+82215881111"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"DestinationPhoneNumber": "01012345678"}, "InvalidParameterException"),
        ({"DestinationPhoneNumber": "+14155550100"}, "DestinationNotAllowedException"),
        ({"SourcePhoneNumber": "+82215889999"}, "InvalidParameterException"),
        ({"SourcePhoneNumber": None}, "InvalidRequestException"),
        ({"SourcePhoneNumber": None, "QueueId": "q1"}, "InvalidParameterException"),
        ({"QueueId": "nowhere"}, "ResourceNotFoundException"),
        ({"ContactFlowId": "nowhere"}, "ResourceNotFoundException"),
        ({"InstanceId": "nowhere"}, "ResourceNotFoundException"),
        ({"Attributes": {"이름": "김"}}, "InvalidParameterException"),
        ({"Attributes": {"big": "x" * 33_000}}, "InvalidParameterException"),
        ({"AnswerMachineDetectionConfig": {"EnableAnswerMachineDetection": True}}, "InvalidParameterException"),
        ({"TrafficType": "CAMPAIGN"}, "LimitExceededException"),
    ],
)
def test_refuses_calls_that_connect_refuses(centre: ContactCentre, changed: dict[str, Any], code: str) -> None:
    with pytest.raises(ServiceError) as refused:
        _call(centre, **changed)

    assert refused.value.code == code
    assert centre.events() == []


def test_an_instance_without_outbound_calls_makes_none(centre: ContactCentre) -> None:
    centre.instance.properties["Attributes"]["OutboundCalls"] = False

    with pytest.raises(ServiceError, match="OutboundContactNotPermittedException"):
        _call(centre)


def test_only_inbound_flows_start_contacts(centre: ContactCentre) -> None:
    whisper = centre.add_flow("whisper", kind="AGENT_WHISPER")

    with pytest.raises(ServiceError, match="InvalidParameterException"):
        _call(centre, ContactFlowId=whisper.id)


def test_more_calls_than_the_quota_are_refused(centre: ContactCentre) -> None:
    for _ in range(10):
        _call(centre)

    with pytest.raises(ServiceError, match="LimitExceededException"):
        _call(centre)
    assert centre.metric("ConcurrentCallsPercentage")[-1] == 1.0


def test_the_same_token_is_the_same_call(centre: ContactCentre) -> None:
    first = _call(centre, ClientToken="callback-1")

    assert _call(centre, ClientToken="callback-1") == first
    assert _call(centre, ClientToken="callback-2") != first


def test_the_token_of_a_call_that_has_ended_starts_another(centre: ContactCentre) -> None:
    first = _call(centre, ClientToken="callback-1")
    control.not_answered(centre.aws, first)

    assert _call(centre, ClientToken="callback-1") != first


def test_a_token_is_forgotten_after_seven_days(centre: ContactCentre) -> None:
    first = _call(centre, ClientToken="callback-1")
    centre.aws.now.pass_time(7 * 24 * 3600)

    assert _call(centre, ClientToken="callback-1") != first


def test_a_token_does_not_go_with_another_request(centre: ContactCentre) -> None:
    _call(centre, ClientToken="callback-1")

    with pytest.raises(ServiceError, match="InvalidRequestException"):
        _call(centre, ClientToken="callback-1", DestinationPhoneNumber="+821099999999")


def test_each_operation_has_tokens_of_its_own(centre: ContactCentre) -> None:
    call = _call(centre, ClientToken="same")
    [flow] = [each for each in centre.aws.store.of("AWS::Connect::ContactFlow") if each.name == "hello"]

    assert centre.chat(flow, ClientToken="same") != call


def test_a_chat_is_the_same_chat_even_when_it_has_ended(centre: ContactCentre) -> None:
    flow = centre.add_flow("hello", say("hi", "안녕하세요", "bye"))

    assert centre.chat(flow, ClientToken="chat-1") == centre.chat(flow, ClientToken="chat-1")


def test_a_new_contact_has_the_attributes_of_its_related_one(centre: ContactCentre) -> None:
    flow = centre.add_flow("hello", say("hi", "안녕하세요", "bye"))
    first = centre.chat(flow, Attributes={"a": "1", "b": "1"})

    second = centre.chat(flow, Attributes={"b": "2"}, RelatedContactId=first)

    assert centre.described(second)["Attributes"] == {"a": "1", "b": "2"}
    assert centre.described(second)["RelatedContactId"] == first


def test_a_task_runs_at_once_or_when_its_time_has_come(centre: ContactCentre) -> None:
    flow = centre.add_flow("task", block("wait", "Wait", "bye", TimeLimitSeconds="60", equals={"WaitCompleted": "bye"}))
    now = centre.ask("StartTaskContact", Name="now", ContactFlowId=flow.id)["ContactId"]
    later = centre.ask("StartTaskContact", Name="later", ContactFlowId=flow.id, ScheduledTime=centre.aws.now() + 3600)[
        "ContactId"
    ]
    before = control.look(centre.aws, later)["state"]
    [_, (seconds, begin)] = centre.timers.waiting

    begin()

    assert control.look(centre.aws, now)["waits_for"] == "time"
    assert (before, seconds) == ("SCHEDULED", 3600)
    assert control.look(centre.aws, later)["state"] == "IN_FLOW"


@pytest.mark.parametrize("seconds", [-1, 7 * 24 * 3600])
def test_a_task_is_scheduled_within_six_days(centre: ContactCentre, seconds: int) -> None:
    flow = centre.add_flow("task")

    with pytest.raises(ServiceError, match="ScheduledTime"):
        centre.ask("StartTaskContact", Name="x", ContactFlowId=flow.id, ScheduledTime=centre.aws.now() + seconds)


def test_a_task_needs_one_flow(centre: ContactCentre) -> None:
    with pytest.raises(ServiceError, match="Exactly one"):
        centre.ask("StartTaskContact", Name="x")


def _call(centre: ContactCentre, **changed: Any) -> str:
    if not list(centre.aws.store.of("AWS::Connect::PhoneNumber")):
        centre.add_number()
    store = centre.aws.store
    if not any(flow.name == "hello" for flow in store.of("AWS::Connect::ContactFlow")):
        centre.add_flow("hello", say("hi", "안녕하세요", "bye"))
        centre.add_flow("waits", block("wait", "MessageParticipantIteratively", Messages=[{"Text": "잠시만요"}]))
    parameters = {
        "ContactFlowId": changed.pop("flow", "hello"),
        "DestinationPhoneNumber": CUSTOMER,
        "SourcePhoneNumber": NUMBER,
        **changed,
    }
    given = {key: value for key, value in parameters.items() if value is not None}
    return str(centre.ask("StartOutboundVoiceContact", **given)["ContactId"])
