"""Reading, finding, changing and ending contacts through the API; what EventBridge and CloudWatch are told."""

from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.errors import ServiceError
from tests.unit.local.contacts.contact_centre import CUSTOMER, INSTANCE_ARN, INSTANCE_ID, ContactCentre, block, say


def test_attributes_are_added_and_replaced_and_told(centre: ContactCentre) -> None:
    contact = centre.chat(_waiting(centre), Attributes={"a": "1", "b": "1"})

    centre.ask("UpdateContactAttributes", InitialContactId=contact, Attributes={"b": "2", "c": "3"})

    attributes = centre.ask("GetContactAttributes", InitialContactId=contact)["Attributes"]
    assert attributes == {"a": "1", "b": "2", "c": "3"}
    told = centre.aws.events.sent[-1]["detail"]
    assert (told["eventType"], told["updatedProperties"]) == ("CONTACT_DATA_UPDATED", ["UserDefinedAttributes"])


def test_attributes_of_a_contact_that_has_ended_can_be_changed(centre: ContactCentre) -> None:
    contact = centre.chat(centre.add_flow("bye"))

    centre.ask("UpdateContactAttributes", InitialContactId=contact, Attributes={"a": "1"})

    assert centre.described(contact)["Attributes"] == {"a": "1"}


def test_attributes_that_are_too_large_together_change_nothing(centre: ContactCentre) -> None:
    contact = centre.chat(_waiting(centre), Attributes={"a": "x" * 20_000})

    with pytest.raises(ServiceError, match="32768"):
        centre.ask("UpdateContactAttributes", InitialContactId=contact, Attributes={"b": "x" * 20_000})
    assert "b" not in centre.described(contact)["Attributes"]


def test_an_event_says_who_what_and_when(centre: ContactCentre) -> None:
    number = centre.add_number()
    number.links["contact_flow"] = _waiting(centre).arn

    contact = control.call_in(centre.aws, customer_number=CUSTOMER, dialled_number="+82215880000")

    [event] = centre.aws.events.sent
    assert (event["source"], event["detail-type"]) == ("aws.connect", "Amazon Connect Contact Event")
    assert event["resources"] == [f"{INSTANCE_ARN}/contact/{contact}", INSTANCE_ARN]
    assert event["detail"] == {
        "eventType": "INITIATED",
        "contactId": contact,
        "channel": "VOICE",
        "instanceArn": INSTANCE_ARN,
        "initiationMethod": "INBOUND",
        "initiationTimestamp": "2026-11-18T11:06:40.000Z",
        "tags": {"aws:connect:instanceId": INSTANCE_ID, "aws:connect:systemEndpoint": "+82215880000"},
    }


def test_the_flow_log_is_written_between_on_and_off(centre: ContactCentre) -> None:
    flow = centre.add_flow(
        "logs",
        say("a", "가", "on"),
        block("on", "UpdateFlowLoggingBehavior", "b", FlowLoggingBehavior="Enabled"),
        say("b", "나", "off"),
        block("off", "UpdateFlowLoggingBehavior", "c", FlowLoggingBehavior="Disabled"),
        say("c", "다", "bye"),
    )

    contact = centre.chat(flow)

    assert [line["Identifier"] for line in centre.log()] == ["on", "b", "off"]
    line = centre.log()[1]
    assert (line["ContactId"], line["ContactFlowId"], line["ContactFlowName"]) == (contact, flow.arn, "logs")
    assert (line["ContactFlowModuleType"], line["Parameters"]) == ("PlayPrompt", {"Text": "나"})
    assert {group for group, _ in centre.aws.logs.lines} == {"/aws/connect/aicc-test"}


def test_an_instance_without_flow_logs_writes_none(centre: ContactCentre) -> None:
    centre.instance.properties["Attributes"]["ContactflowLogs"] = False

    centre.chat(centre.add_flow("logs", block("on", "UpdateFlowLoggingBehavior", "bye", FlowLoggingBehavior="Enabled")))

    assert centre.log() == []


def test_calls_are_counted_as_a_share_and_chats_in_percent(centre: ContactCentre) -> None:
    centre.chat(_waiting(centre))
    control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_waiting(centre).id)

    assert centre.metric("ConcurrentCallsPercentage") == [0.1]
    assert centre.metric("ConcurrentActiveChatsPercentage") == [0.2]
    [calls] = [datum for datum in centre.aws.metrics.data if datum.name == "CallsPerInterval"]
    assert calls.dimensions == {"InstanceId": INSTANCE_ID, "MetricGroup": "VoiceCalls"}


def test_stops_a_contact_once(centre: ContactCentre) -> None:
    contact = centre.chat(_waiting(centre))

    centre.ask("StopContact", ContactId=contact)

    assert centre.described(contact)["DisconnectReason"] == "API"
    with pytest.raises(ServiceError, match="ContactNotFoundException"):
        centre.ask("StopContact", ContactId=contact)


def test_what_comes_too_late_changes_nothing(centre: ContactCentre) -> None:
    contact = centre.chat(_waiting(centre))
    centre.ask("StopContact", ContactId=contact)

    centre.timers.ring()

    assert control.look(centre.aws, contact)["said"] == []


@pytest.mark.parametrize(
    ("criteria", "found"),
    [
        ({}, ["call", "chat2", "chat1"]),
        ({"Channels": ["CHAT"]}, ["chat2", "chat1"]),
        ({"InitiationMethods": ["INBOUND"]}, ["call"]),
        ({"SearchableContactAttributes": {"Criteria": [{"Key": "callback_id", "Values": ["c1"]}]}}, ["chat1"]),
        (
            {
                "SearchableContactAttributes": {
                    "Criteria": [{"Key": "callback_id", "Values": ["c1", "c2"]}, {"Key": "vip", "Values": ["yes"]}],
                    "MatchType": "MATCH_ANY",
                }
            },
            ["chat2", "chat1"],
        ),
        ({"QueueIds": ["q1"]}, []),
        ({"AgentIds": ["a1"]}, []),
    ],
)
def test_finds_contacts(centre: ContactCentre, criteria: dict[str, Any], found: list[str]) -> None:
    names = _three(centre)

    answer = centre.ask("SearchContacts", TimeRange=_today(centre), SearchCriteria=criteria)

    assert [names[each["Id"]] for each in answer["Contacts"]] == found
    assert answer["TotalCount"] == len(found)


def test_finds_contacts_of_a_time_only(centre: ContactCentre) -> None:
    _three(centre)
    start = centre.aws.now() - 15

    answer = centre.ask(
        "SearchContacts", TimeRange={"Type": "INITIATION_TIMESTAMP", "StartTime": start, "EndTime": start + 100}
    )

    assert len(answer["Contacts"]) == 1


def test_answers_in_pages_with_tokens_for_the_same_question_only(centre: ContactCentre) -> None:
    names = _three(centre)
    question = {"TimeRange": _today(centre), "Sort": {"FieldName": "INITIATION_TIMESTAMP", "Order": "ASCENDING"}}

    first = centre.ask("SearchContacts", MaxResults=2, **question)
    second = centre.ask("SearchContacts", MaxResults=2, NextToken=first["NextToken"], **question)

    pages = [[names[each["Id"]] for each in page["Contacts"]] for page in (first, second)]
    assert pages == [["chat1", "chat2"], ["call"]]
    assert second["NextToken"] is None
    with pytest.raises(ServiceError, match="NextToken"):
        centre.ask("SearchContacts", NextToken=first["NextToken"], TimeRange=_today(centre))


def test_refuses_a_time_range_that_ends_before_it_starts(centre: ContactCentre) -> None:
    now = centre.aws.now()

    with pytest.raises(ServiceError, match="InvalidParameterException"):
        centre.ask("SearchContacts", TimeRange={"Type": "INITIATION_TIMESTAMP", "StartTime": now, "EndTime": now - 1})


def test_refuses_criteria_that_it_does_not_know(centre: ContactCentre) -> None:
    with pytest.raises(ServiceError, match="ContactAnalysis"):
        centre.ask("SearchContacts", TimeRange=_today(centre), SearchCriteria={"ContactAnalysis": {}})


def test_references_are_added_and_listed(centre: ContactCentre) -> None:
    contact = centre.chat(_waiting(centre))

    centre.ask("UpdateContact", ContactId=contact, Name="환불", References={"order": {"Type": "STRING", "Value": "O1"}})

    listed = centre.ask("ListContactReferences", ContactId=contact, ReferenceTypes=["STRING", "URL"])
    assert listed["ReferenceSummaryList"] == [{"String": {"Name": "order", "Value": "O1"}}]
    assert centre.described(contact)["Name"] == "환불"


def _waiting(centre: ContactCentre) -> Any:
    wait = block("wait", "Wait", "late", TimeLimitSeconds="60", errors={"NoMatchingError": "stay"})
    stay = block("stay", "MessageParticipantIteratively", Messages=[{"Text": "잠시만요"}])
    return centre.add_flow("waiting", wait, say("late", "늦었습니다", "bye"), stay)


def _three(centre: ContactCentre) -> dict[str, str]:
    flow = _waiting(centre)
    names = {centre.chat(flow, Attributes={"callback_id": "c1"}): "chat1"}
    centre.aws.now.pass_time(10)
    names[centre.chat(flow, Attributes={"callback_id": "c2", "vip": "yes"})] = "chat2"
    centre.aws.now.pass_time(10)
    names[control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=flow.id)] = "call"
    centre.aws.now.pass_time(10)
    return names


def _today(centre: ContactCentre) -> dict[str, Any]:
    now = centre.aws.now()
    return {"Type": "INITIATION_TIMESTAMP", "StartTime": now - 3600, "EndTime": now + 3600}
