"""Rules about what a test waits for."""

from collections.abc import Iterator, Mapping

from connect_flows._finding import shown
from connect_flows._place import Fault, Place
from connect_flows._placeholder import placeholders_in
from connect_flows._test_cases._flow_actions import FLOW_ACTIONS, resource_of
from connect_flows._test_cases._rules._rule import EVENTS, LIVE, OBSERVATIONS, Rule
from connect_flows._test_cases._view import View, mapping

MESSAGES = ("Text", "SSML", "PromptId", "Media")
CRITERIA = ("Similarity", "Inclusion")
_MARKS = ("TestInitiated", "TestCompleted")
_FLOW_EVENTS = ("FlowActionStarted", "FlowActionCompleted")
EVENT_TYPES = (*_MARKS, "MessageReceived", *_FLOW_EVENTS)


def _types(view: View) -> Iterator[Fault]:
    for _, event, place in view.events:
        if event.type not in EVENT_TYPES:
            yield Fault(place / "Type", f"{shown(event.type)} is no event", f"use one of {', '.join(EVENT_TYPES)}")
        elif event.actor != "System":
            yield Fault(place / "Actor", f"is {shown(event.actor)}", "write System: every event is the system's")


def _usage(view: View) -> Iterator[Fault]:
    for observation, place in view.observations:
        usage = observation.usage
        once = usage is None or (mapping(usage).get("Type") == "Exactly" and mapping(usage).get("Times") == 1)
        if not once or isinstance(mapping(usage).get("Times"), bool):
            yield Fault(place / "Usage", f"is {_brief(usage)}", "leave it out: each observation happens exactly once")


def _brief(usage: object) -> str:
    kind = mapping(usage).get("Type")
    return f"of type {shown(kind)}" if kind is not None and kind != "Exactly" else "not exactly once"


def _properties(view: View) -> Iterator[Fault]:
    for _, event, place in view.events:
        allowed: tuple[str, ...] = ()
        if event.type == "MessageReceived":
            allowed = (*MESSAGES, "MatchingCriteria")
        elif event.type in _FLOW_EVENTS:
            allowed = ("ActionType", "ActionParameters")
        elif event.type not in _MARKS:
            continue
        for key in event.properties:
            if key not in allowed:
                cure = f"use only {', '.join(allowed)}" if allowed else "leave it out"
                yield Fault(place / "Properties" / key, "is unknown", cure)


def _messages(view: View) -> Iterator[Fault]:
    for _, event, place in view.events_of("MessageReceived"):
        given = [key for key in MESSAGES if key in event.properties]
        at = place / "Properties"
        if len(given) != 1:
            problem = "says nothing to wait for" if not given else f"has {' and '.join(given)}"
            yield Fault(at, problem, f"give one of {', '.join(MESSAGES)}")
        for key in given:
            yield from _message(key, event.properties[key], at / key)


def _message(key: str, value: object, place: Place) -> Iterator[Fault]:
    if key == "Media":
        wanted = {"SourceType": "S3", "MediaType": "Audio"}
        media = mapping(value)
        if not media.get("Uri") or any(media.get(name) != word for name, word in wanted.items()):
            yield Fault(
                place, "is no audio file", 'write {"Uri": "s3://...", "SourceType": "S3", "MediaType": "Audio"}'
            )
    elif not isinstance(value, str) or not value.strip():
        shows = "is empty" if isinstance(value, str) else f"is {shown(value)}"
        yield Fault(place, shows, "write what is said: an empty text is refused")


def _criteria(view: View) -> Iterator[Fault]:
    for _, event, place in view.events_of("MessageReceived"):
        criteria = event.properties.get("MatchingCriteria")
        at = place / "Properties" / "MatchingCriteria"
        if not isinstance(criteria, Mapping):
            problem = "is missing" if criteria is None else f"is {shown(criteria)}"
            yield Fault(at, problem, f'write {{"Type": "{CRITERIA[1]}"}} or {{"Type": "{CRITERIA[0]}"}}')
        elif criteria.get("Type") not in CRITERIA:
            yield Fault(at / "Type", f"is {shown(criteria.get('Type'))}", f"use {' or '.join(CRITERIA)}")
        else:
            for key in criteria:
                if key != "Type":
                    yield Fault(at / key, "is unknown", "leave it out: matching takes no parameter")


def _flow_actions(view: View) -> Iterator[Fault]:
    for _, event, place in view.events_of(*_FLOW_EVENTS):
        started = event.type == "FlowActionStarted"
        allowed = [name for name, each in FLOW_ACTIONS.items() if (each.is_started if started else each.is_completed)]
        action_type = event.properties.get("ActionType")
        at = place / "Properties"
        if action_type not in allowed:
            yield Fault(at / "ActionType", f"is {shown(action_type)}", f"{event.type} takes {', '.join(allowed)}")
        else:
            yield from resource_faults(action_type, event.properties.get("ActionParameters"), at / "ActionParameters")


def resource_faults(action_type: str, parameters: object, place: Place) -> Iterator[Fault]:
    """What is wrong with the resource that a test names."""
    flow_action = FLOW_ACTIONS[action_type]
    path = ".".join(flow_action.target)
    resource = resource_of(action_type, parameters)
    if not resource.strip():
        yield Fault(place, f"has no {path}", f"name the resource as {path}")
        return
    for key in mapping(parameters):
        if key not in (flow_action.target[0], *flow_action.optional):
            yield Fault(place / key, "is unknown", f"use only {path}")
    yield from kind_faults(resource, flow_action.kind, place / path)


def kind_faults(resource: str, kind: str, place: Place) -> Iterator[Fault]:
    """A placeholder that stands for something of another kind."""
    for placeholder in placeholders_in(resource):
        if kind and placeholder.kind not in (kind, "text"):
            yield Fault(place, f"{placeholder} is no {kind}", f"use ${{{kind}.name}}")


RULES = (
    Rule("E712", f"An event is one of {', '.join(EVENT_TYPES)}, by System.", EVENTS, _types),
    Rule("E713", "Usage is absent, or exactly once.", f"{OBSERVATIONS}; {LIVE} to other spellings", _usage),
    Rule("E714", "An event has no properties but those of its type.", EVENTS, _properties),
    Rule(
        "E715",
        "MessageReceived has one of Text, SSML, PromptId and Media, and it is not empty.",
        f"{EVENTS}; {LIVE} to an empty text",
        _messages,
    ),
    Rule(
        "E716",
        "MatchingCriteria is an object with the Type Similarity or Inclusion.",
        f"{EVENTS}; as a plain text it is taken and never matches",
        _criteria,
    ),
    Rule(
        "E717",
        "Events of flow actions are about types that can be observed, and name their resource.",
        f'{EVENTS}; {LIVE} "Invalid action type for FlowActionStarted event"',
        _flow_actions,
    ),
)
