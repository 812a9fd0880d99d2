"""The first step: from text to a `TestCase`, or to everything that keeps it from being one.

What a test case says is another matter: `check_test_case` judges that.
"""

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import PurePath
from typing import Any

from connect_flows._errors import InvalidFlow
from connect_flows._json_text import NotJson, json_faults, parsed
from connect_flows._place import ROOT, strings_of
from connect_flows._placeholder import placeholders_in
from connect_flows._reader import NOT_JSON, display, read_text
from connect_flows._test_cases._errors import InvalidTestCase
from connect_flows._test_cases._model import VOICE, Action, EntryPoint, Event, Observation, TestCase
from connect_flows._test_cases._shape import entry_point_parts, faults_of, shape_faults

NO_TEST_CASE = "E701"


def load_test_case(path: str | PathLike[str]) -> TestCase:
    """The test case in a file. A file that holds none, or that cannot be read, is an `InvalidTestCase`.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "closed.json"
    ...     _ = file.write_text('{"Version": "2019-10-30", "Metadata": {}, "Observations": []}')
    ...     load_test_case(file).name
    'closed'
    """
    try:
        text = read_text(path)
    except InvalidFlow as error:
        raise InvalidTestCase(error.findings) from error
    return parse_test_case(text, source=display(path))


def parse_test_case(
    text: str,
    *,
    source: str,
    name: str = "",
    entry_point: Mapping[str, Any] | None = None,
    initialization_data: str | None = None,
) -> TestCase:
    """The test case that a text holds.

    Args:
        text: The document, as `Content` of `CreateTestCase` has it.
        source: What messages call the text.
        name, entry_point, initialization_data: As `CreateTestCase` is given them beside the content; without them,
            what the document's `Metadata` says: `name`, `entryPoint`, `initializationData`.

    Raises:
        InvalidTestCase: The text holds none; `findings` has every reason.

    Example:
        >>> case = parse_test_case('''{"Version": "2019-10-30", "Metadata": {}, "Observations": [
        ...     {"Identifier": "start", "Actions": [], "Transitions": {"NextObservations": []}, "Event":
        ...      {"Identifier": "start-event", "Type": "TestInitiated", "Actor": "System", "Properties": {}}}]}''',
        ...     source="empty.json")
        >>> [observation.event.type for observation in case.observations]
        ['TestInitiated']
    """
    try:
        document = parsed(text)
    except NotJson as error:
        raise InvalidTestCase([error.fault.finding(NOT_JSON, source)]) from error
    findings = [fault.finding(NOT_JSON, source) for fault in json_faults(document)]
    findings += [fault.finding(NO_TEST_CASE, source) for fault in shape_faults(document.value)]
    if entry_point is not None:
        parts = entry_point_parts(dict(entry_point), ROOT / "EntryPoint")
        findings += [fault.finding(NO_TEST_CASE, source) for part in parts for fault in faults_of(part)]
    if findings or not isinstance(document.value, dict):
        raise InvalidTestCase(findings)
    return _case(document.value, source, name, entry_point, initialization_data)


def _case(
    document: dict[str, Any],
    source: str,
    name: str,
    entry_point: Mapping[str, Any] | None,
    initialization_data: str | None,
) -> TestCase:
    metadata = document.get("Metadata", {})
    entry = metadata.get("entryPoint") if entry_point is None else entry_point
    data = metadata.get("initializationData", "") if initialization_data is None else initialization_data
    strings = [document, entry, data] if entry_point is not None else [document]
    return TestCase(
        name=name or metadata.get("name") or PurePath(source).stem,
        description=metadata.get("description", ""),
        entry_point=None if entry is None else _entry_point(entry),
        initialization_data=data,
        requires={key: str(value) for key, value in metadata.get("requires", {}).items()},
        observations=tuple(map(_observation, document["Observations"])),
        placeholders=tuple(dict.fromkeys(found for text in _texts(strings) for found in placeholders_in(text))),
        document=document,
        source=source,
    )


def _texts(values: Iterable[object]) -> Iterable[str]:
    return (text for value in values for _, text in strings_of(value))


def _entry_point(entry: Mapping[str, Any]) -> EntryPoint:
    kind = "VoiceCallEntryPointParameters" if entry["Type"] == VOICE else "ChatEntryPointParameters"
    given = entry.get(kind, {})
    return EntryPoint(
        type=entry["Type"],
        flow_id=given.get("FlowId", ""),
        source_phone_number=given.get("SourcePhoneNumber", ""),
        destination_phone_number=given.get("DestinationPhoneNumber", ""),
    )


def _observation(observation: Mapping[str, Any]) -> Observation:
    event = observation["Event"]
    return Observation(
        identifier=observation["Identifier"],
        event=Event(
            identifier=event["Identifier"], type=event["Type"], actor=event["Actor"], properties=event["Properties"]
        ),
        actions=tuple(map(_action, observation["Actions"])),
        next_observations=tuple(observation["Transitions"]["NextObservations"]),
        usage=observation.get("Usage"),
    )


def _action(action: Mapping[str, Any]) -> Action:
    return Action(
        identifier=action["Identifier"],
        type=action["Type"],
        parameters=action["Parameters"],
        next_action=action["Transitions"].get("NextAction", ""),
    )
