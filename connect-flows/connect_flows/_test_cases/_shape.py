"""The members that a test case must have, each of its kind, before it can be read at all.

Source: https://docs.aws.amazon.com/connect/latest/devguide/testing-language-observations.html
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from connect_flows._finding import shown
from connect_flows._place import ROOT, Fault, Place

_KINDS: Mapping[type, str] = {str: "a string", dict: "an object", list: "a list"}


class Members(NamedTuple):
    """The keys of one kind of object, with the kinds of their values; `object` is any."""

    required: Mapping[str, type]
    optional: Mapping[str, type]


DOCUMENT = Members({"Version": str, "Observations": list}, {"Metadata": dict})
OBSERVATION = Members({"Identifier": str, "Event": dict, "Actions": list, "Transitions": dict}, {"Usage": object})
EVENT = Members({"Identifier": str, "Type": str, "Actor": str, "Properties": dict}, {})
ACTION = Members({"Identifier": str, "Type": str, "Parameters": dict, "Transitions": dict}, {})
AFTER_OBSERVATION = Members({"NextObservations": list}, {})
AFTER_ACTION = Members({}, {"NextAction": str})
METADATA = Members(
    {}, {"name": str, "description": str, "initializationData": str, "entryPoint": dict, "requires": dict}
)
ENTRY_POINT = Members({"Type": str}, {"VoiceCallEntryPointParameters": dict, "ChatEntryPointParameters": dict})
VOICE_PARAMETERS = Members({}, {"FlowId": str, "SourcePhoneNumber": str, "DestinationPhoneNumber": str})
CHAT_PARAMETERS = Members({}, {"FlowId": str})


class Part(NamedTuple):
    """An object of the document whose members the testing language names. `is_closed`: it has no others."""

    value: object
    place: Place
    members: Members
    is_closed: bool = True


def parts_of(document: Mapping[str, object]) -> Iterator[Part]:
    """The document and every such object in it."""
    yield Part(document, ROOT, DOCUMENT)
    metadata = document.get("Metadata")
    if isinstance(metadata, dict):
        yield Part(metadata, ROOT / "Metadata", METADATA, is_closed=False)
        if "entryPoint" in metadata:
            yield from entry_point_parts(metadata["entryPoint"], ROOT / "Metadata" / "entryPoint")
    observations = document.get("Observations")
    for index, observation in enumerate(observations if isinstance(observations, list) else ()):
        yield from _of_observation(observation, observation_place(observation, index))


def entry_point_parts(value: object, place: Place) -> Iterator[Part]:
    """An entry point and its parameters."""
    yield Part(value, place, ENTRY_POINT, is_closed=False)
    if isinstance(value, dict):
        for key, members in (
            ("VoiceCallEntryPointParameters", VOICE_PARAMETERS),
            ("ChatEntryPointParameters", CHAT_PARAMETERS),
        ):
            if isinstance(value.get(key), dict):
                yield Part(value[key], place / key, members, is_closed=False)


def observation_place(observation: object, index: int) -> Place:
    """The place of an observation, whatever it is."""
    identifier = observation.get("Identifier") if isinstance(observation, dict) else None
    return Place(f"Observations[{index}]", action=identifier if isinstance(identifier, str) else "")


def shape_faults(document: object) -> Iterator[Fault]:
    """Whatever is missing or of the wrong kind."""
    if not isinstance(document, dict):
        yield Fault(ROOT, f"{shown(document)} is not a test case", 'write an object: {"Version": "2019-10-30", ...}')
        return
    for part in parts_of(document):
        yield from faults_of(part)


def faults_of(part: Part) -> Iterator[Fault]:
    """Whatever is missing from one object, or of the wrong kind in it."""
    value, place, members, _ = part
    if not isinstance(value, dict):
        yield Fault(place, f"is {shown(value)}", "make it an object")
        return
    for key, kind in members.required.items():
        if key not in value:
            yield Fault(place / key, "is missing", f"add it, {_KINDS[kind]}")
    for key, kind in {**members.required, **members.optional}.items():
        if key in value and not isinstance(value[key], kind):
            yield Fault(place / key, f"is {shown(value[key])}", f"make it {_KINDS[kind]}")
    if members is AFTER_OBSERVATION and isinstance(value.get("NextObservations"), list):
        for index, following in enumerate(value["NextObservations"]):
            if not isinstance(following, str):
                yield Fault(place / "NextObservations" / index, f"is {shown(following)}", "make it a string")


def _of_observation(observation: object, place: Place) -> Iterator[Part]:
    yield Part(observation, place, OBSERVATION)
    if not isinstance(observation, dict):
        return
    if isinstance(observation.get("Event"), dict):
        yield Part(observation["Event"], place / "Event", EVENT)
    if isinstance(observation.get("Transitions"), dict):
        yield Part(observation["Transitions"], place / "Transitions", AFTER_OBSERVATION)
    actions = observation.get("Actions")
    for index, action in enumerate(actions if isinstance(actions, list) else ()):
        yield Part(action, place / "Actions" / index, ACTION)
        if isinstance(action, dict) and isinstance(action.get("Transitions"), dict):
            yield Part(action["Transitions"], place / "Actions" / index / "Transitions", AFTER_ACTION)
