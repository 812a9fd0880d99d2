"""What a block is seen to have been given, when it is over."""

import json
from typing import Any

from connect_flows import parse
from connect_flows.simulator import Branch, Center


def block(identifier: str, kind: str, then: str, errors: tuple[str, ...] = (), **parameters: Any) -> dict[str, Any]:
    branches = [{"ErrorType": error, "NextAction": "bye"} for error in errors]
    transitions = {"NextAction": then, "Errors": branches}
    return {"Identifier": identifier, "Type": kind, "Parameters": parameters, "Transitions": transitions}


BYE = {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}


def passed(center: Center, identifier: str) -> Branch:
    [branch] = [event for event in center.events if isinstance(event, Branch) and event.block == identifier]
    return branch


def test_a_function_is_shown_with_its_parameters_when_it_has_answered() -> None:
    ask = block(
        "ask",
        "InvokeLambdaFunction",
        "bye",
        ("NoMatchingError",),
        LambdaFunctionARN="${function.status}",
        InvocationTimeLimitSeconds="3",
        LambdaInvocationAttributes={"Line": "$.Channel"},
    )
    center = Center([parse(document("ask", ask), source="test.json")])
    center.function("status").answers(line="open", after=1.0)

    center.call(flow="test")

    assert passed(center, "ask").parameters == {
        "FunctionArn": "${function.status}",
        "TimeLimit": "3000",
        "ResponseValidation": "ResponseType=STRING_MAP",
        "Line": "VOICE",
    }


def test_the_end_of_a_module_is_shown_with_its_result() -> None:
    end = {
        "Identifier": "end",
        "Type": "EndFlowModuleExecution",
        "Parameters": {"Result": "proven"},
        "Transitions": {},
    }
    settings: dict[str, Any] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}
    module = parse(document("end", end, name="inner", Settings=settings), source="inner.json")
    invoke = block("invoke", "InvokeFlowModule", "bye", ("NoMatchingError",), FlowModuleId="${module.inner}")
    center = Center([parse(document("invoke", invoke), source="test.json"), module])

    center.call(flow="test")

    assert passed(center, "end").parameters == {"Result": "proven"}


def document(start: str, *blocks: dict[str, Any], name: str = "test", **more: Any) -> str:
    actions = list(blocks) if "Settings" in more else [*blocks, BYE]
    return json.dumps(
        {"Version": "2019-10-30", "StartAction": start, "Metadata": {"name": name}, "Actions": actions, **more}
    )
