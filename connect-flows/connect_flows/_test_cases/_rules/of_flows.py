"""Rules about a test case and the flows that it runs through; they say nothing if the flows are not known."""

import json
from collections.abc import Iterator
from pathlib import PurePath

from connect_flows._finding import shown
from connect_flows._model import Action
from connect_flows._place import ROOT, Fault
from connect_flows._placeholder import placeholders_in
from connect_flows._simulator._hearing import heard
from connect_flows._test_cases._flow_actions import resource_of
from connect_flows._test_cases._rules._rule import ACTIONS, EVENTS, Rule
from connect_flows._test_cases._view import View, mapping


def _flow(view: View) -> Iterator[Fault]:
    entry = view.case.entry_point
    names = {flow.name for flow in view.flows or ()} | {PurePath(flow.source).stem for flow in view.flows or ()}
    for placeholder in placeholders_in(entry.flow_id) if entry is not None and view.flows is not None else ():
        if placeholder.kind == "flow" and placeholder.name not in names:
            cure = f"there is {', '.join(sorted(names))}" if names else "there is no flow"
            yield Fault(ROOT / "Metadata" / "entryPoint", f"{placeholder} is not among the flows", cure)


def _resources(view: View) -> Iterator[Fault]:
    if view.flows is None:
        return
    named = {placeholder for flow in view.flows for placeholder in flow.placeholders}
    found = [(event.properties, place / "Properties") for _, event, place in view.events]
    found += [(override.properties, override.place) for override in view.overrides]
    for properties, place in found:
        resource = resource_of(properties.get("ActionType"), properties.get("ActionParameters"))
        for placeholder in placeholders_in(resource):
            if placeholder not in named:
                same = sorted(str(each) for each in named if each.kind == placeholder.kind)
                cure = f"flows name {', '.join(same)}" if same else f"no flow names a {placeholder.kind}"
                yield Fault(place / "ActionParameters", f"{placeholder} is in no flow", cure)


def _texts_said(view: View) -> Iterator[Fault]:
    said = view.said
    if said is None:
        return
    for _, event, place in view.events_of("MessageReceived"):
        wanted = event.words
        criteria = str(mapping(event.properties.get("MatchingCriteria")).get("Type"))
        if heard(wanted) and not said.of(wanted, criteria):
            yield Fault(place / "Properties", f"{shown(wanted)} is said by no flow", "copy a part of a prompt")


def _last_words(view: View) -> Iterator[Fault]:
    said = view.said
    if said is None or not view.is_voice:
        return
    for _, event, place in view.events_of("MessageReceived"):
        wanted = event.words
        lines = said.of(wanted, "Inclusion") if heard(wanted) else []
        if lines and all(line.is_last for line in lines):
            cure = "wait for something before it, or let a chat say it"
            yield Fault(place / "Properties", f"{shown(wanted)} is the last thing before the call ends", cure)


def _keys(view: View) -> Iterator[Fault]:
    said = view.said
    if said is None:
        return
    for observation, action, place in view.actions_of("SendInstruction"):
        instruction = mapping(action.parameters.get("Instruction"))
        pressed = mapping(instruction.get("Properties")).get("Value")
        wanted = observation.event.words
        if instruction.get("Type") == "DtmfInput" and isinstance(pressed, str) and heard(wanted):
            menus = [line.action for line in said.of(wanted, "Inclusion") if _is_menu(line.action)]
            keys = {operand for menu in menus for branch in menu.conditions for operand in branch.operands}
            if menus and pressed[:1] not in keys:
                at = place / "Parameters" / "Instruction" / "Properties" / "Value"
                yield Fault(at, f"{shown(pressed)} is a key of no such menu", f"press one of {', '.join(sorted(keys))}")


def _mocked_answers(view: View) -> Iterator[Fault]:
    for override in view.overrides if view.functions is not None else ():
        strategy = mapping(override.properties.get("Strategy"))
        loaded = mapping(mapping(strategy.get("Response")).get("ExecutionResult")).get("LoadedData")
        resource = resource_of(override.properties.get("ActionType"), override.properties.get("ActionParameters"))
        for placeholder in placeholders_in(resource):
            contract = (view.functions or {}).get(placeholder.name) if placeholder.kind == "function" else None
            for key in _keys_in(loaded) if contract is not None else ():
                if contract is not None and key not in contract.answers:
                    place = override.place / "Strategy" / "Response" / "ExecutionResult" / "LoadedData"
                    cure = f"it answers {', '.join(sorted(contract.answers))}" if contract.answers else "mock nothing"
                    yield Fault(place, f"{placeholder} never answers {shown(key)}", cure)


def _keys_in(loaded: object) -> Iterator[str]:
    try:
        data = json.loads(loaded) if isinstance(loaded, str) else None
    except (ValueError, RecursionError):
        return
    yield from data if isinstance(data, dict) else ()


def _is_menu(action: Action) -> bool:
    return action.type == "GetParticipantInput" and action.parameters.get("StoreInput") != "True"


RULES = (
    Rule("E728", "The flow of the entry point is among the flows.", "a placeholder without a value", _flow),
    Rule("W760", "A flow names the resource that a test waits for or overrides.", EVENTS, _resources),
    Rule("W761", "A flow says what a test waits for.", EVENTS, _texts_said),
    Rule(
        "W762",
        "On a call, no test waits for the last words before the call ends.",
        "live runs: the event is lost in a third of them",
        _last_words,
    ),
    Rule("W765", "A mocked function answers what the function can answer.", "functions.toml", _mocked_answers),
    Rule("W763", "The menu that a test hears has the key that it presses.", ACTIONS, _keys),
)
