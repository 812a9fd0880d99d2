"""Blocks that set something and go on."""

from typing import Any

import pytest

from connect_flows.simulator import ContactUpdated, NotRun
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told


@pytest.mark.parametrize(("behaviour", "logging"), [("Enabled", True), ("Disabled", False)])
def test_the_flow_log_is_switched(behaviour: str, logging: bool) -> None:
    call = center_of(it("UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": behaviour}), *told()).call(CUSTOMER)

    assert call.took("inbound", "it", "success").contact.walk.logging is logging


def test_the_log_is_off_until_a_flow_switches_it_on() -> None:
    assert center_of().call(CUSTOMER).contact.walk.logging is False


def test_the_voice_is_remembered() -> None:
    voice = {"TextToSpeechVoice": "Seoyeon", "TextToSpeechEngine": "Neural"}

    assert center_of(it("UpdateContactTextToSpeechVoice", voice), *told()).call(CUSTOMER).contact.walk.voice == voice


def test_what_is_recorded_is_remembered() -> None:
    recording = {"RecordingBehavior": {"RecordedParticipants": ["Agent", "Customer"]}}

    call = center_of(it("UpdateContactRecordingBehavior", recording), *told()).call(CUSTOMER)

    assert call.took("inbound", "it", "success").contact.recording == recording


VOICE = {"VoiceBehavior": {"VoiceRecordingBehavior": {"RecordedParticipants": ["Agent"]}}}
CHAT = {"ChatBehavior": {"ChatAnalyticsBehavior": {"AnalyticsModes": ["ContactLens"]}}}


@pytest.mark.parametrize(
    ("parameters", "on_calls", "on_chats"),
    [
        (VOICE, "success", "error:ChannelMismatch"),
        (CHAT, "error:ChannelMismatch", "success"),
        ({"ScreenRecordingBehavior": {"ScreenRecordedParticipants": ["Agent"]}}, "success", "success"),
    ],
)
def test_what_is_analysed_must_be_of_the_channel(parameters: dict[str, Any], on_calls: str, on_chats: str) -> None:
    center = center_of(
        it("UpdateContactRecordingAndAnalyticsBehavior", parameters, "ChannelMismatch"), *told("ChannelMismatch")
    )

    center.call(CUSTOMER).took("inbound", "it", on_calls)
    center.chat(flow="inbound").took("inbound", "it", on_chats)


def test_data_of_the_contact_are_set() -> None:
    data = {"Name": "환불", "Description": "환불 문의", "LanguageCode": "ko-KR", "CustomerId": "$.Attributes.id"}

    call = center_of(it("UpdateContactData", data), *told()).call(CUSTOMER, attributes={"id": "C-1"})

    contact = call.took("inbound", "it", "success").contact
    assert (contact.name, contact.description, contact.language, contact.customer_id) == (
        "환불",
        "환불 문의",
        "ko-KR",
        "C-1",
    )
    [updated] = call.events(ContactUpdated)
    assert (updated.what, updated.values["LanguageCode"]) == ("UpdateContactData", "ko-KR")


def test_data_that_are_not_named_stay() -> None:
    first = block("first", "UpdateContactData", {"Name": "환불"}, next="it", errors={"NoMatchingError": "it"})

    contact = center_of(first, it("UpdateContactData", {"LanguageCode": "ko-KR"}), *told()).call(CUSTOMER).contact

    assert (contact.name, contact.language) == ("환불", "ko-KR")


def test_data_of_a_related_contact_are_not_simulated() -> None:
    with pytest.raises(NotRun, match="TargetContact other than Current is not simulated"):
        center_of(it("UpdateContactData", {"Name": "환불", "TargetContact": "Related"}), *told()).call(CUSTOMER)


def test_the_priority_is_five_until_a_flow_sets_another() -> None:
    urgent = it("UpdateContactRoutingBehavior", {"QueuePriority": "1"})

    assert center_of().call(CUSTOMER).contact.priority == 5
    assert center_of(urgent, *told()).call(CUSTOMER).contact.priority == 1


def test_a_priority_that_is_a_reference_to_no_number_is_an_error() -> None:
    urgent = it("UpdateContactRoutingBehavior", {"QueuePriority": "$.Attributes.urgency"})

    call = center_of(urgent, *told()).call(CUSTOMER, attributes={"urgency": "very"})

    call.took("inbound", "it", "error:NoMatchingError")


def tagged(*before: dict[str, object], **tags: str) -> dict[str, str]:
    return center_of(*before, it("TagContact", {"Tags": tags}), *told()).call(CUSTOMER).contact.tags


def test_tags_are_added() -> None:
    first = block("first", "TagContact", {"Tags": {"kind": "refund"}}, next="it", errors={"NoMatchingError": "it"})

    assert tagged(first, shop="seoul") == {"kind": "refund", "shop": "seoul"}


def test_there_are_at_most_six_tags_and_all_are_added_or_none() -> None:
    six = {f"tag{number}": "x" for number in range(6)}
    first = block("first", "TagContact", {"Tags": six}, next="it", errors={"NoMatchingError": "it"})
    seventh = it("TagContact", {"Tags": {"tag0": "y", "tag6": "x"}})

    call = center_of(first, seventh, *told()).call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")

    assert call.contact.tags == six


def test_tags_are_taken_away_and_others_stay() -> None:
    first = block("first", "TagContact", {"Tags": {"a": "1", "b": "2"}}, next="it", errors={"NoMatchingError": "it"})

    call = center_of(first, it("UntagContact", {"TagKeys": ["a", "c"]}), *told()).call(CUSTOMER)

    assert call.took("inbound", "it", "success").contact.tags == {"b": "2"}
