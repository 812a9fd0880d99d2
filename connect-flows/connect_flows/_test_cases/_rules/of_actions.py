"""Rules about what a test does: the envelope, instructions, assertions, control."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from connect_flows._finding import shown
from connect_flows._place import Fault, Place
from connect_flows._test_cases._model import CHAT
from connect_flows._test_cases._rules._rule import ACTIONS, LIVE, Rule
from connect_flows._test_cases._view import View, mapping

ACTION_TYPES: Mapping[str, tuple[str, ...]] = {
    "SendInstruction": ("ActionType", "Actor", "Instruction"),
    "Assert": ("Namespace", "Operator", "Operand"),
    "OverrideSystemBehavior": ("ActionType", "Behavior"),
    "TestControl": ("ActionType", "Command"),
}
TEXT_OPERATORS = ("Equals", "TextStartsWith", "TextEndsWith", "TextContains")
NUMBER_OPERATORS = ("NumberGreaterThan", "NumberGreaterOrEqualTo", "NumberLessThan", "NumberLessOrEqualTo")
OPERATORS = (*TEXT_OPERATORS, *NUMBER_OPERATORS)
_TAKES_NOTHING = ("TextContains", "TextStartsWith")
_NAMESPACE = re.compile(r"\$(\.[A-Za-z_][\w-]*|\[\s*(?:'[^']*'|\"[^\"]*\")\s*\])+")
_KEYS = re.compile(r"[0-9*#]+")


def _types(view: View) -> Iterator[Fault]:
    for _, action, place in view.actions:
        members = ACTION_TYPES.get(action.type)
        if members is None:
            yield Fault(place / "Type", f"{shown(action.type)} is no action", f"use one of {', '.join(ACTION_TYPES)}")
            continue
        at = place / "Parameters"
        for key in action.parameters:
            if key not in members:
                yield Fault(at / key, "is unknown", f"use only {', '.join(members)}")
        echo = action.parameters.get("ActionType")
        if "ActionType" in members and echo != action.type:
            problem = "is missing" if echo is None else f"is {shown(echo)}"
            yield Fault(at / "ActionType", problem, f"write {action.type}, the action's type, once more")


def _instructions(view: View) -> Iterator[Fault]:
    for _, action, place in view.actions_of("SendInstruction"):
        at = place / "Parameters"
        if action.parameters.get("Actor") != "Customer":
            yield Fault(at / "Actor", f"is {shown(action.parameters.get('Actor'))}", "write Customer")
        instruction = mapping(action.parameters.get("Instruction"))
        kind, given = instruction.get("Type"), instruction.get("Properties", {})
        if kind == "Disconnect":
            if given:
                yield Fault(at / "Instruction" / "Properties", "belongs to no Disconnect", "leave it out")
        elif kind == "DtmfInput":
            yield from _keys(mapping(given), at / "Instruction" / "Properties")
        elif kind == "Utterance":
            yield from _utterance(mapping(given), at / "Instruction" / "Properties")
        else:
            cure = "use DtmfInput, Utterance or Disconnect"
            yield Fault(at / "Instruction" / "Type", f"{shown(kind)} is no instruction", cure)


def _keys(given: Mapping[str, Any], place: Place) -> Iterator[Fault]:
    value = given.get("Value")
    if not isinstance(value, str) or not _KEYS.fullmatch(value):
        yield Fault(place / "Value", f"is {shown(value)}", "write the keys as a string of 0-9, * and #")
    yield from _unknown(given, ("Value",), place)


def _utterance(given: Mapping[str, Any], place: Place) -> Iterator[Fault]:
    value = given.get("Value")
    if not isinstance(value, str) or not value.strip():
        yield Fault(place / "Value", f"is {shown(value)}", "write what the customer says")
    language = given.get("LanguageCode", "")
    if not isinstance(language, str):
        yield Fault(place / "LanguageCode", f"is {shown(language)}", "write a code such as ko-KR, or leave it out")
    yield from _unknown(given, ("Value", "LanguageCode"), place)


def _unknown(given: Mapping[str, Any], allowed: tuple[str, ...], place: Place) -> Iterator[Fault]:
    for key in given:
        if key not in allowed:
            yield Fault(place / key, "is refused", f"use only {', '.join(allowed)}")


def _channel(view: View) -> Iterator[Fault]:
    if view.case.entry_point is None or view.case.entry_point.type != CHAT:
        return
    for _, action, place in view.actions_of("SendInstruction"):
        if mapping(action.parameters.get("Instruction")).get("Type") == "DtmfInput":
            at = place / "Parameters" / "Instruction" / "Type"
            yield Fault(at, "'DtmfInput' is not for chats", "send an Utterance, or let the entry point be a call")


def _asserts(view: View) -> Iterator[Fault]:
    for _, action, place in view.actions_of("Assert"):
        namespace, operator, operand = (action.parameters.get(key) for key in ACTION_TYPES["Assert"])
        at = place / "Parameters"
        if not isinstance(namespace, str) or not _NAMESPACE.fullmatch(namespace):
            yield Fault(at / "Namespace", f"is {shown(namespace)}", "write a path such as $.Attributes.intent")
        if operator not in OPERATORS:
            yield Fault(at / "Operator", f"is {shown(operator)}", f"use one of {', '.join(OPERATORS)}")
        elif not isinstance(operand, str):
            problem = "is missing" if operand is None else f"is {shown(operand)}"
            yield Fault(at / "Operand", problem, "write it as a string")
        elif operator in NUMBER_OPERATORS and not _is_number(operand):
            yield Fault(at / "Operand", f"{shown(operand)} is no number", "compare numbers with a number")
        elif not operand and operator not in _TAKES_NOTHING:
            cure = f"compare with a text, or say that anything will do with {_TAKES_NOTHING[0]}"
            yield Fault(at / "Operand", "is empty", cure)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) is not None or "${" in text


def _controls(view: View) -> Iterator[Fault]:
    for _, action, place in view.actions_of("TestControl"):
        command = mapping(action.parameters.get("Command"))
        kind, given = command.get("Type"), command.get("Properties", {})
        at = place / "Parameters" / "Command"
        if kind not in ("EndTest", "LogData"):
            yield Fault(at / "Type", f"is {shown(kind)}", "use EndTest or LogData")
        elif kind == "EndTest" and given:
            yield Fault(at / "Properties", "belongs to no EndTest", "leave it out")
        elif kind == "LogData":
            expressions = mapping(given).get("Expressions")
            texts = mapping(expressions).values()
            if not texts or not all(isinstance(text, str) and text for text in texts):
                cure = 'write {"Expressions": {"label": "$.Queue.Name"}}'
                yield Fault(at / "Properties" / "Expressions", "has nothing to log", cure)


RULES = (
    Rule(
        "E718",
        "An action has one of the four types and the parameters of its type; all but Assert repeat the type.",
        ACTIONS,
        _types,
    ),
    Rule(
        "E719",
        "The customer sends DtmfInput, Utterance (both with a Value) or Disconnect.",
        f"{ACTIONS}; {LIVE} to Text and SSML",
        _instructions,
    ),
    Rule(
        "E720",
        "Nobody presses keys in a chat.",
        f'{LIVE} "DTMF input is not supported for Chat entry point"',
        _channel,
    ),
    Rule(
        "E721",
        "Assert compares a path by an operator of the console with an operand.",
        f'{ACTIONS}; {LIVE} to Exists ("Invalid operator parameter for AssertAction") and without an Operand',
        _asserts,
    ),
    Rule("E722", "TestControl ends the test, or logs expressions.", ACTIONS, _controls),
)
