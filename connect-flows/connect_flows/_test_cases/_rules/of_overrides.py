"""Rules about what a test puts in the place of what the system would do."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from connect_flows._finding import shown
from connect_flows._place import Fault, Place
from connect_flows._test_cases._flow_actions import FLOW_ACTIONS, SERIALIZED, FlowAction
from connect_flows._test_cases._rules._rule import ACTIONS, LIVE, Rule
from connect_flows._test_cases._rules.of_events import kind_faults, resource_faults
from connect_flows._test_cases._view import OverrideAt, View, mapping

_OVERRIDDEN = tuple(name for name, each in FLOW_ACTIONS.items() if each.is_overridden)


def _behaviors(view: View) -> Iterator[Fault]:
    for _, action, place in view.actions_of("OverrideSystemBehavior"):
        behavior = mapping(action.parameters.get("Behavior"))
        at = place / "Parameters" / "Behavior"
        if behavior.get("Type") != "FlowAction":
            yield Fault(at / "Type", f"is {shown(behavior.get('Type'))}", "write FlowAction")
        if not isinstance(behavior.get("Properties"), Mapping):
            yield Fault(at / "Properties", "is missing", "give ActionType, ActionParameters and Strategy")
    for _, properties, place in view.overrides:
        action_type = properties.get("ActionType")
        if action_type not in _OVERRIDDEN:
            yield Fault(place / "ActionType", f"is {shown(action_type)}", f"use one of {', '.join(_OVERRIDDEN)}")
        else:
            at = place / "ActionParameters"
            yield from resource_faults(str(action_type), properties.get("ActionParameters"), at)
        for key in properties:
            if key not in ("ActionType", "ActionParameters", "Strategy"):
                yield Fault(place / key, "is unknown", "use only ActionType, ActionParameters, Strategy")


def _strategies(view: View) -> Iterator[Fault]:
    for override, flow_action, strategy, at in _known(view):
        kind = strategy.get("Type")
        if kind == "SubstituteResource":
            substitute = strategy.get("SubstituteArn")
            if not isinstance(substitute, str) or not substitute.strip():
                yield Fault(at / "SubstituteArn", f"is {shown(substitute)}", "name what takes the resource's place")
            else:
                yield from kind_faults(substitute, flow_action.kind, at / "SubstituteArn")
        elif kind == "MockResponse":
            response = mapping(strategy.get("Response"))
            if response.get("Type") not in ("ExecutionResult", "Error"):
                problem = f"is {shown(response.get('Type'))}"
                yield Fault(at / "Response" / "Type", problem, "use ExecutionResult or Error")
            elif response["Type"] == "ExecutionResult" and not flow_action.result:
                cure = "mock an error, or substitute the resource"
                yield Fault(at / "Response", f"of {override.properties['ActionType']} cannot be a success", cure)
        else:
            yield Fault(at / "Type", f"is {shown(kind)}", "use SubstituteResource or MockResponse")


def _mocks(view: View) -> Iterator[Fault]:
    for _, flow_action, strategy, at in _known(view):
        response = mapping(strategy.get("Response"))
        result = response.get("ExecutionResult")
        is_mocked = strategy.get("Type") == "MockResponse" and response.get("Type") == "ExecutionResult"
        if is_mocked and flow_action.result == SERIALIZED:
            yield from _serialized(mapping(result), at / "Response" / "ExecutionResult")


def _serialized(result: Mapping[str, Any], place: Place) -> Iterator[Fault]:
    yield from _delay(result, place)
    loaded = result.get(SERIALIZED)
    try:
        data = json.loads(loaded) if isinstance(loaded, str) else None
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        yield Fault(place / SERIALIZED, f"is {shown(loaded)}", "write a JSON object as a string")
    for key in result:
        if key not in ("DelaySeconds", SERIALIZED):
            yield Fault(place / key, "is unknown", f"use only DelaySeconds, {SERIALIZED}")


def _delay(answer: Mapping[str, Any], place: Place) -> Iterator[Fault]:
    delay = answer.get("DelaySeconds", 0)
    if isinstance(delay, bool) or not isinstance(delay, (int, float)) or delay < 0:
        yield Fault(place / "DelaySeconds", f"is {shown(delay)}", "write a number of seconds")


def _errors(view: View) -> Iterator[Fault]:
    for _, flow_action, strategy, at in _known(view):
        response = mapping(strategy.get("Response"))
        if strategy.get("Type") == "MockResponse" and response.get("Type") == "Error":
            error = mapping(response.get("Error"))
            place = at / "Response" / "Error"
            if error.get("Value") not in flow_action.errors:
                problem = f"is {shown(error.get('Value'))}"
                yield Fault(place / "Value", problem, f"use {' or '.join(flow_action.errors)}")
            yield from _delay(error, place)


def _hours(view: View) -> Iterator[Fault]:
    for override, _, strategy, at in _known(view):
        is_hours = override.properties["ActionType"] == "CheckHoursOfOperation"
        response = mapping(strategy.get("Response"))
        is_mocked = strategy.get("Type") == "MockResponse" and response.get("Type") == "ExecutionResult"
        if is_hours and is_mocked:
            cure = "substitute hours of operation that are always open, or always closed"
            yield Fault(at / "Response", "of CheckHoursOfOperation is refused", cure)


def _known(view: View) -> Iterator[tuple[OverrideAt, FlowAction, Mapping[str, Any], Place]]:
    """The overrides of actions that can be overridden, each with its strategy and the strategy's place."""
    for override in view.overrides:
        if override.properties.get("ActionType") in _OVERRIDDEN:
            strategy = mapping(override.properties.get("Strategy"))
            yield override, FLOW_ACTIONS[override.properties["ActionType"]], strategy, override.place / "Strategy"


RULES = (
    Rule(
        "E723",
        "An override is of a flow action that can be overridden, and names its resource.",
        f"{ACTIONS}; {LIVE} to empty ActionParameters",
        _behaviors,
    ),
    Rule(
        "E724",
        "An override substitutes a resource or mocks a response, where the action has one.",
        f"{ACTIONS}; transfers to queues have no mocked success",
        _strategies,
    ),
    Rule("E725", f"A mocked success has {SERIALIZED}, a JSON object as a string.", ACTIONS, _mocks),
    Rule("E726", "A mocked error is one that the action can have.", ACTIONS, _errors),
    Rule("E727", "Hours are substituted, never mocked as open or closed.", f"{LIVE} to every value tried", _hours),
)
