import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import Stack
from aws_cdk.assertions import Annotations, Match
from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

from aicc_constructs import (
    ConnectInstance,
    ContactFlow,
    ContactFlowTest,
    ExistingInstance,
    HoursOfOperation,
    Weekly,
    acknowledge,
)
from aicc_constructs.assets import asset
from aicc_constructs.placeholder_values import Placeable
from connect_flows import Flow, UnknownPlaceholder, load
from connect_flows.test_cases import InvalidTestCase, load_test_case, parse_test_case

Resource = Callable[[str], dict[str, Any]]
Refusal = Callable[[Callable[[], object]], str]

TEST = "AWS::Connect::TestCase"
HOURS = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/operating-hours"
VALUES = {"flow.inbound": "arn:flow", "hours.main": f"{HOURS}/main", "hours.always_closed": f"{HOURS}/closed"}
VOICE = {
    "Type": "VOICE_CALL",
    "VoiceCallEntryPointParameters": {"FlowId": "${flow.inbound}"},
}
CHAT = {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": "${flow.inbound}"}}
CLOSED = {
    "Identifier": "closed",
    "Type": "OverrideSystemBehavior",
    "Parameters": {
        "ActionType": "OverrideSystemBehavior",
        "Behavior": {
            "Type": "FlowAction",
            "Properties": {
                "ActionType": "CheckHoursOfOperation",
                "ActionParameters": {"HoursOfOperationId": "${hours.main}"},
                "Strategy": {"Type": "SubstituteResource", "SubstituteArn": "${hours.always_closed}"},
            },
        },
    },
    "Transitions": {},
}
END = {
    "Identifier": "end",
    "Type": "TestControl",
    "Parameters": {"ActionType": "TestControl", "Command": {"Type": "EndTest"}},
    "Transitions": {},
}


def _observation(name: str, kind: str, properties: dict[str, Any], action: dict[str, Any], then: str = "") -> Any:
    return {
        "Identifier": name,
        "Event": {"Identifier": f"{name}-event", "Type": kind, "Actor": "System", "Properties": properties},
        "Actions": [action],
        "Transitions": {"NextObservations": [then] if then else []},
    }


def _document(entry: dict[str, Any] = VOICE, **metadata: str) -> dict[str, Any]:
    begins = {"ActionType": "CheckHoursOfOperation", "ActionParameters": {"HoursOfOperationId": "${hours.main}"}}
    return {
        "Version": "2019-10-30",
        "Metadata": {"name": "Closed", "description": "영업시간이 아니다", "entryPoint": entry, **metadata},
        "Observations": [
            _observation("start", "TestInitiated", {}, CLOSED, "hours"),
            _observation("hours", "FlowActionStarted", begins, END),
        ],
    }


def _heard(text: str) -> dict[str, Any]:
    properties = {"Text": text, "MatchingCriteria": {"Type": "Inclusion"}}
    return {**_document(CHAT), "Observations": [_observation("heard", "MessageReceived", properties, END)]}


def _written(folder: Path, document: dict[str, Any]) -> Path:
    file = folder / "closed.json"
    file.write_text(json.dumps(document, indent=2, ensure_ascii=False), "utf-8")
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return _written(tmp_path, _document(initializationData='{"Attributes":{"vip":"true"}}'))


@pytest.fixture
def hold() -> Flow:
    return load(asset("flows/customer_hold.json"))


def _filled(text: str) -> str:
    for key, value in VALUES.items():
        text = text.replace(f"${{{key}}}", value)
    return text


def test_everything_but_the_content_is_in_the_metadata(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    ContactFlowTest(stack, "Test", instance=instance, test=file, values=VALUES)

    made = properties(TEST)
    assert {key: made[key] for key in made if key != "Content"} == {
        "InstanceArn": instance.instance_arn,
        "Name": "Closed",
        "Description": "영업시간이 아니다",
        "EntryPoint": {"Type": "VOICE_CALL", "VoiceCallEntryPointParameters": {"FlowId": "arn:flow"}},
        "InitializationData": '{"Attributes":{"vip":"true"}}',
        "Status": "SAVED",
    }


def test_the_content_is_the_file_with_its_placeholders_filled_in(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    ContactFlowTest(stack, "Test", instance=instance, test=file, values=VALUES)

    content = properties(TEST)["Content"]
    assert json.loads(content) == json.loads(_filled(file.read_text("utf-8")))
    assert content == json.dumps(json.loads(content), ensure_ascii=False, separators=(",", ":"))


def test_a_chat_begins_in_its_flow(
    stack: Stack, instance: ExistingInstance, tmp_path: Path, properties: Resource
) -> None:
    ContactFlowTest(stack, "Test", instance=instance, test=_written(tmp_path, _document(CHAT)), values=VALUES)

    made = properties(TEST)
    assert made["EntryPoint"] == {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": "arn:flow"}}
    assert "InitializationData" not in made


def test_resources_of_the_same_stack_are_named_by_reference(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    hours = HoursOfOperation(stack, "Main", instance=instance, name="Main", week=Weekly.always())
    flow = ContactFlow(stack, "Hold", instance=instance, flow=asset("flows/customer_hold.json"))
    values: dict[str, Placeable | str] = {**VALUES, "hours.main": hours, "flow.inbound": flow}

    ContactFlowTest(stack, "Test", instance=instance, test=file, values=values)

    made = properties(TEST)
    parts = [part for part in made["Content"]["Fn::Join"][1] if isinstance(part, dict)]
    named = {part["Fn::GetAtt"][0] for part in parts}
    assert {name[:4] for name in named} == {"Main", "Hold"}
    assert made["EntryPoint"]["VoiceCallEntryPointParameters"]["FlowId"]["Fn::GetAtt"][0] in named


@pytest.mark.parametrize("status", ["PUBLISHED", "SAVED"])
def test_it_is_saved_or_published(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource, status: str
) -> None:
    ContactFlowTest(stack, "Test", instance=instance, test=file, values=VALUES, status=status)

    assert properties(TEST)["Status"] == status


def test_a_prefix_is_put_before_the_name(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    test = ContactFlowTest(stack, "Test", instance=instance, test=file, values=VALUES, name_prefix="aicc-")

    assert test.name == properties(TEST)["Name"] == "aicc-Closed"


def test_a_test_that_was_read_already_is_taken_as_well(
    stack: Stack, instance: ExistingInstance, file: Path, properties: Resource
) -> None:
    ContactFlowTest(stack, "Test", instance=instance, test=load_test_case(file), values=VALUES)

    assert properties(TEST)["Name"] == "Closed"


def test_it_is_created_after_what_was_made_before_it(stack: Stack, file: Path, resource: Resource) -> None:
    made = ConnectInstance(stack, "Instance", alias="hanbit")
    HoursOfOperation(stack, "Main", instance=made, name="Main", week=Weekly.always())

    ContactFlowTest(stack, "Test", instance=made, test=file, values=VALUES)

    assert any(name.startswith("Main") for name in resource(TEST)["DependsOn"])


def test_no_template_can_say_who_calls() -> None:
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("ap-northeast-2", TEST).schema

    voice = schema["definitions"]["EntryPoint"]["properties"]["VoiceCallEntryPointParameters"]["properties"]

    assert voice["SourcePhoneNumber"]["pattern"] == r"^\\+[1-9]\\d{1,14}$", "then the construct need not refuse it"


def test_the_number_of_a_caller_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    entry = {"Type": "VOICE_CALL", "VoiceCallEntryPointParameters": {"FlowId": "a", "SourcePhoneNumber": "+8215880000"}}

    message = refusal(_refused(stack, instance, _document(entry)))

    assert message == (
        "closed.json: entry point: has a SourcePhoneNumber, and CloudFormation refuses every number; "
        "leave it out, or make the test by CreateTestCase"
    )
    assert stack.node.try_find_child("Test") is None


def test_everything_that_connect_would_refuse_is_told_at_synth(
    stack: Stack, instance: ExistingInstance, tmp_path: Path
) -> None:
    document = _document()
    document["Version"] = "2025-06-21"
    document["Observations"][1]["Event"]["Properties"]["ActionType"] = "DisconnectParticipant"
    test = parse_test_case(json.dumps(document), source="flows/tests/closed.json")

    with pytest.raises(InvalidTestCase) as refused:
        ContactFlowTest(stack, "Test", instance=instance, test=test, values=VALUES)

    lines = str(refused.value).split("\n")
    assert len(lines) >= 2
    assert all(line.startswith("flows/tests/closed.json: ") for line in lines)
    assert stack.node.try_find_child("Test") is None
    assert len(instance.chain) == 0


def test_names_are_looked_for_where_the_flows_are_given(stack: Stack, instance: ExistingInstance, hold: Flow) -> None:
    test = parse_test_case(json.dumps(_heard("안녕하세요")), source="heard.json")
    ContactFlowTest(stack, "Unknown", instance=instance, test=test, values=VALUES)

    with pytest.raises(InvalidTestCase, match=r"\$\{flow\.inbound\} is not among the flows"):
        ContactFlowTest(stack, "Known", instance=instance, test=test, values=VALUES, flows=[hold])


def _warnings(stack: Stack) -> list[str]:
    found = Annotations.from_stack(stack).find_warning("*", Match.any_value())
    return [str(message.entry.data) for message in found]


@pytest.fixture
def doubtful() -> dict[str, Any]:
    """A test that Connect takes: what a call says in Korean is transcribed, and nobody has seen how."""
    return {**_heard("안녕하세요"), "Metadata": _document(VOICE)["Metadata"]}


def test_what_connect_takes_and_an_engineer_would_not_is_a_warning_on_the_test(
    stack: Stack, instance: ExistingInstance, doubtful: dict[str, Any]
) -> None:
    test = parse_test_case(json.dumps(doubtful), source="heard.json")

    ContactFlowTest(stack, "Test", instance=instance, test=test, values=VALUES)

    (warning,) = _warnings(stack)
    assert warning.startswith("heard.json: observation 'heard' (Observations[0]): ")
    assert warning.endswith("[ack: connect-flows:W754]")


def test_a_warning_is_acknowledged_by_its_rule(
    stack: Stack, instance: ExistingInstance, doubtful: dict[str, Any]
) -> None:
    case = parse_test_case(json.dumps(doubtful), source="heard.json")
    test = ContactFlowTest(stack, "Test", instance=instance, test=case, values=VALUES)

    acknowledge(test, {"connect-flows:W754": "A live run has shown that the greeting is understood."})

    assert _warnings(stack) == []


def test_a_placeholder_without_a_value_is_refused(stack: Stack, instance: ExistingInstance, file: Path) -> None:
    values = {key: value for key, value in VALUES.items() if key != "hours.always_closed"}

    with pytest.raises(UnknownPlaceholder, match=r"\$\{hours\.always_closed\} has no value"):
        ContactFlowTest(stack, "Test", instance=instance, test=file, values=values)


def _refused(stack: Stack, instance: ExistingInstance, document: dict[str, Any], **given: Any) -> Callable[[], object]:
    test = parse_test_case(json.dumps(document), source="closed.json")
    return lambda: ContactFlowTest(stack, "Test", instance=instance, test=test, values=VALUES, **given)


def test_a_korean_name_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    message = refusal(_refused(stack, instance, _document(name="휴일")))

    assert message == "closed.json: name: '휴일' is not ASCII; put Korean into Metadata.description"


def test_a_name_too_long_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    message = refusal(_refused(stack, instance, _document(name="n" * 124), name_prefix="aicc"))

    assert message == f"closed.json: name: {'aicc' + 'n' * 124!r} has 128 characters; use 1 to 127"


def test_a_description_too_long_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    message = refusal(_refused(stack, instance, _document(description="d" * 501)))

    assert message == f"closed.json: description: {'d' * 501!r} has 501 characters; use 1 to 500"


def test_an_unknown_status_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    message = refusal(_refused(stack, instance, _document(), status="PUBLISH"))

    assert message == "closed.json: status: 'PUBLISH' is not known; did you mean 'PUBLISHED'?"


def test_a_test_that_begins_nowhere_is_refused(stack: Stack, instance: ExistingInstance) -> None:
    document = _document()
    del document["Metadata"]["entryPoint"]

    with pytest.raises(ValueError, match=r"closed\.json: .*entry ?[pP]oint"):
        _refused(stack, instance, document)()


def test_a_number_to_call_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    numbers = {"SourcePhoneNumber": "+821012345678", "DestinationPhoneNumber": "+8215880000"}

    message = refusal(
        _refused(stack, instance, _document({"Type": "VOICE_CALL", "VoiceCallEntryPointParameters": numbers}))
    )

    assert message == (
        "closed.json: entry point: names no flow; write its FlowId, such as ${flow.inbound}, into Metadata"
    )
