"""A test case that nothing is wrong with, and ways to change it."""

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

Document = dict[str, Any]

HOURS = {"HoursOfOperationId": "${hours.main}"}
QUEUE = {"QueueId": "${queue.general}"}
FUNCTION = {"LambdaFunctionARN": "${function.read_line_status}"}
BOT = {"LexV2Bot": {"AliasArn": "${bot.customer_service}"}}


def observation(identifier: str, event: Document, *actions: Document, then: tuple[str, ...] = ()) -> Document:
    """An observation; its actions follow one another."""
    for action, following in pairwise(actions):
        action["Transitions"] = {"NextAction": following["Identifier"]}
    return {
        "Identifier": identifier,
        "Event": {"Identifier": f"{identifier}-event", "Actor": "System", **event},
        "Actions": list(actions),
        "Transitions": {"NextObservations": list(then)},
    }


def begins() -> Document:
    return {"Type": "TestInitiated", "Properties": {}}


def says(text: str, criteria: str = "Inclusion") -> Document:
    return {"Type": "MessageReceived", "Properties": {"Text": text, "MatchingCriteria": {"Type": criteria}}}


def starts(action_type: str, resource: Mapping[str, Any]) -> Document:
    return {"Type": "FlowActionStarted", "Properties": {"ActionType": action_type, "ActionParameters": dict(resource)}}


def completes(action_type: str, resource: Mapping[str, Any]) -> Document:
    return {**starts(action_type, resource), "Type": "FlowActionCompleted"}


def action(identifier: str, action_type: str, **parameters: Any) -> Document:
    echo = {} if action_type == "Assert" else {"ActionType": action_type}
    return {"Identifier": identifier, "Type": action_type, "Parameters": {**echo, **parameters}, "Transitions": {}}


def sends(identifier: str, instruction: str, **properties: Any) -> Document:
    sent: Document = {"Type": instruction, **({"Properties": properties} if properties else {})}
    return action(identifier, "SendInstruction", Actor="Customer", Instruction=sent)


def asserts(identifier: str, namespace: str, operand: str, operator: str = "Equals") -> Document:
    return action(identifier, "Assert", Namespace=namespace, Operator=operator, Operand=operand)


def overrides(identifier: str, action_type: str, resource: Mapping[str, Any], strategy: Document) -> Document:
    properties = {"ActionType": action_type, "ActionParameters": dict(resource), "Strategy": strategy}
    return action(identifier, "OverrideSystemBehavior", Behavior={"Type": "FlowAction", "Properties": properties})


def substitute(arn: str) -> Document:
    return {"Type": "SubstituteResource", "SubstituteArn": arn}


def mock(**data: Any) -> Document:
    result = {"DelaySeconds": 0, "LoadedData": json.dumps(data)}
    return {"Type": "MockResponse", "Response": {"Type": "ExecutionResult", "ExecutionResult": result}}


def mock_error(value: str) -> Document:
    return {"Type": "MockResponse", "Response": {"Type": "Error", "Error": {"Value": value}}}


def ends(identifier: str) -> Document:
    return action(identifier, "TestControl", Command={"Type": "EndTest"})


def logs(identifier: str, **expressions: str) -> Document:
    return action(identifier, "TestControl", Command={"Type": "LogData", "Properties": {"Expressions": expressions}})


def voice(flow: str = "inbound") -> Document:
    parameters = {"SourcePhoneNumber": "+821012345678", "FlowId": f"${{flow.{flow}}}"}
    return {"Type": "VOICE_CALL", "VoiceCallEntryPointParameters": parameters}


def chat(flow: str = "chat") -> Document:
    return {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": f"${{flow.{flow}}}"}}


def case(
    *observations: Document, entry: Document | None = None, attributes: Mapping[str, str] | None = None
) -> Document:
    metadata: Document = {"name": "a case", "entryPoint": entry or voice()}
    if attributes is not None:
        metadata["initializationData"] = json.dumps({"Attributes": dict(attributes), "SegmentAttributes": {}})
    return {"Version": "2019-10-30", "Metadata": metadata, "Observations": list(observations)}


def whole() -> Document:
    """A call with everything in it that the rules look at, and nothing wrong."""
    return case(
        observation(
            "start",
            begins(),
            overrides("open", "CheckHoursOfOperation", HOURS, substitute("${hours.always_open}")),
            overrides("status", "InvokeLambdaFunction", FUNCTION, mock(line_status="open")),
            overrides("full", "TransferContactToQueue", QUEUE, mock_error("QueueAtCapacity")),
            then=("line",),
        ),
        observation(
            "line",
            completes("InvokeLambdaFunction", FUNCTION),
            asserts("is-open", "$.External.line_status", "open"),
            then=("menu",),
        ),
        observation("menu", says("press one"), sends("one", "DtmfInput", Value="1"), then=("transfer",)),
        observation(
            "transfer",
            starts("TransferContactToQueue", QUEUE),
            asserts("in-general", "$.Queue.Name", "general"),
            logs("note", queue="waits in $.Queue.Name"),
            ends("end"),
        ),
        entry=voice(),
        attributes={"vip": "true"},
    )
