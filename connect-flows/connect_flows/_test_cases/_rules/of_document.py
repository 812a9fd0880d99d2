"""Rules about the document as a whole: its version, how the customer comes in, what the contact begins with."""

import json
import re
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._names import check_name
from connect_flows._place import ROOT, Fault, Place, strings_of
from connect_flows._placeholder import SPELLING, malformed_in, placeholders_in
from connect_flows._test_cases._model import CHAT, VOICE, EntryPoint
from connect_flows._test_cases._rules._rule import API, LANGUAGE, LIVE, Rule
from connect_flows._test_cases._shape import parts_of
from connect_flows._test_cases._view import View

VERSION = "2019-10-30"
_LONGEST_FLOW_ID = 500
_ENTRY = ROOT / "Metadata" / "entryPoint"
_DATA = ROOT / "Metadata" / "initializationData"
_TELEPHONE = re.compile(r"\+[1-9][0-9]{1,14}")


def _version(view: View) -> Iterator[Fault]:
    version = view.case.document["Version"]
    if version != VERSION:
        yield Fault(ROOT / "Version", f"is {shown(version)}", f"write {shown(VERSION)}, the only version")


def _members(view: View) -> Iterator[Fault]:
    for value, place, (required, optional), is_closed in parts_of(view.case.document):
        allowed = (*required, *optional)
        for key in value if isinstance(value, dict) and is_closed else ():
            if key not in allowed:
                yield Fault(place / key, "is unknown", f"use only {', '.join(allowed)}")


def _entry_point(view: View) -> Iterator[Fault]:
    entry = view.case.entry_point
    if entry is None:
        yield Fault(_ENTRY, "is missing", "say how the customer comes in: Type, and a flow or a telephone number")
    elif entry.type not in (VOICE, CHAT):
        yield Fault(_ENTRY / "Type", f"is {shown(entry.type)}", f"use {VOICE} or {CHAT}")
    elif bool(entry.flow_id) == bool(entry.destination_phone_number):
        found = "neither FlowId nor" if not entry.flow_id else "both FlowId and"
        number = "" if entry.type == CHAT else " DestinationPhoneNumber"
        yield Fault(_ENTRY, f"has {found}{number}".removesuffix(" nor"), "give the FlowId and no number to call")
    else:
        yield from _parameters(entry)


def _parameters(entry: EntryPoint) -> Iterator[Fault]:
    at = _ENTRY / ("ChatEntryPointParameters" if entry.type == CHAT else "VoiceCallEntryPointParameters")
    yield from _flow(entry, at)
    if entry.destination_phone_number and not entry.source_phone_number:
        yield Fault(at / "SourcePhoneNumber", "is missing", "say who calls, as +821012345678")
    for key, number in (
        ("SourcePhoneNumber", entry.source_phone_number),
        ("DestinationPhoneNumber", entry.destination_phone_number),
    ):
        if number and not _TELEPHONE.fullmatch(number) and "${" not in number:
            yield Fault(at / key, f"{shown(number)} is no telephone number", "write it as +821012345678")


def _flow(entry: EntryPoint, at: Place) -> Iterator[Fault]:
    if len(entry.flow_id) > _LONGEST_FLOW_ID:
        yield Fault(at / "FlowId", f"has {len(entry.flow_id)} characters", f"use at most {_LONGEST_FLOW_ID}")
    for placeholder in placeholders_in(entry.flow_id):
        if placeholder.kind not in ("flow", "text"):
            yield Fault(at / "FlowId", f"{placeholder} is no flow", "use ${flow.name}")


def _placeholders(view: View) -> Iterator[Fault]:
    for place, text in strings_of(view.case.document):
        for wrong in dict.fromkeys(malformed_in(text)):
            yield Fault(place, f"{shown(wrong)} is no placeholder", SPELLING)


def _initialization(view: View) -> Iterator[Fault]:
    text = view.case.initialization_data
    if not text:
        return
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        yield Fault(_DATA, f"{shown(text)} is no JSON", 'write {"Attributes":{"key":"value"},"SegmentAttributes":{}}')
        return
    attributes = data.get("Attributes", {}) if isinstance(data, dict) else None
    if not isinstance(attributes, dict) or not all(isinstance(value, str) for value in attributes.values()):
        yield Fault(_DATA, "has attributes that are no texts", 'write {"Attributes":{"key":"value"}}')
        return
    for key in data:
        if key not in ("Attributes", "SegmentAttributes"):
            yield Fault(_DATA, f"has {shown(key)}, which sets nothing", "use only Attributes and SegmentAttributes")


def _name(view: View) -> Iterator[Fault]:
    wrong = check_name(view.case.name)
    if wrong is not None:
        problem, _, cure = wrong.rpartition("; ")
        yield Fault(ROOT / "Metadata" / "name", problem, cure)


def _observed(view: View) -> Iterator[Fault]:
    if not view.case.observations:
        yield Fault(ROOT / "Observations", "is empty", "add an observation: a test of nothing passes")


RULES = (
    Rule("E702", f"Version is {VERSION}.", f"{LANGUAGE}; {LIVE} to any other", _version),
    Rule("E703", "Nothing has members but those of the testing language.", LANGUAGE, _members),
    Rule(
        "E704",
        "The entry point is a call or a chat, with a flow or else a number that is called.",
        f'{API}; {LIVE} "Must specify either FlowId or phone numbers"',
        _entry_point,
    ),
    Rule("E705", "Whatever begins like a placeholder is one.", "what is given to `render_test_case`", _placeholders),
    Rule("E706", "There is at least one observation.", LANGUAGE, _observed),
    Rule(
        "W751",
        "Initialization data is a JSON object of Attributes and SegmentAttributes, all texts.",
        "live runs: other shapes are taken, and the attributes read back empty",
        _initialization,
    ),
    Rule("W752", "The name is ASCII, at most 127 characters long.", "names in logs and reports of every tool", _name),
)
