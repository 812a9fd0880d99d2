"""The first step: from text to a `Flow`, or to everything that keeps it from being one.

What a flow says is another matter: `check` judges that.
"""

import json
from collections.abc import Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path, PurePath
from typing import Any

from connect_flows._errors import InvalidFlow
from connect_flows._json_text import NotJson, json_faults, parsed, text_of
from connect_flows._model import CONSOLE_TYPES, Action, ConditionBranch, ErrorBranch, Flow
from connect_flows._place import ROOT, Fault
from connect_flows._placeholder import placeholders_in
from connect_flows._shape import shape_faults

NOT_JSON = "E001"
NO_FLOW = "E002"


def load(path: str | PathLike[str]) -> Flow:
    """The flow in a file. A file that holds no flow, or that cannot be read, is an `InvalidFlow`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "goodbye.json"
    ...     _ = file.write_text('''{"Version": "2019-10-30", "StartAction": "bye", "Actions": [
    ...         {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''')
    ...     load(file).name
    'goodbye'
    """
    return parse(read_text(path), source=display(path))


def read_text(path: str | PathLike[str]) -> str:
    """The text of a file, line ends and all. A file that cannot be read is an `InvalidFlow`."""
    try:
        return text_of(Path(path).read_bytes())
    except NotJson as error:
        raise InvalidFlow([error.fault.finding(NOT_JSON, display(path))]) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        fault = Fault(ROOT, f"cannot be read ({reason})", "name a file that can be read")
        raise InvalidFlow([fault.finding(NOT_JSON, display(path))]) from error


def display(path: str | PathLike[str]) -> str:
    """A path as messages show it: below the folder that somebody works in, as they would type it."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except ValueError:
        return fspath(path)


def parse(text: str, *, source: str) -> Flow:
    """The flow that a text holds. `source` names the text in messages. A text that holds none is an `InvalidFlow`.

    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "bye", "Actions": [
    ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''',
    ...     source="goodbye.json")
    >>> [action.type for action in flow.actions]
    ['DisconnectParticipant']
    """
    try:
        document = parsed(text)
    except NotJson as error:
        raise InvalidFlow([error.fault.finding(NOT_JSON, source)]) from error
    findings = [fault.finding(NOT_JSON, source) for fault in json_faults(document)]
    findings += [fault.finding(NO_FLOW, source) for fault in shape_faults(document.value)]
    if findings or not isinstance(document.value, dict):
        raise InvalidFlow(findings)
    return _flow(document.value, source, text)


def _flow(document: dict[str, Any], source: str, text: str) -> Flow:
    metadata = {key: value for key, value in document.get("Metadata", {}).items() if isinstance(value, str)}
    # Placeholders are rare, and looking at every string is not cheap; "$" may be written as an escape.
    strings = _opening(document) if "${" in text or "\\u" in text else ()
    return Flow(
        name=metadata.get("name") or PurePath(source).stem,
        type=CONSOLE_TYPES.get(metadata.get("type", "")),
        description=metadata.get("description", ""),
        start_action=document["StartAction"],
        actions=tuple(_action(action, f"Actions[{index}]") for index, action in enumerate(document["Actions"])),
        settings=document.get("Settings"),
        placeholders=tuple(dict.fromkeys(found for string in strings for found in placeholders_in(string))),
        document=document,
        source=source,
        size=len(text),
    )


def _opening(value: object) -> Iterator[str]:
    """Every string of a document that may hold a placeholder."""
    if isinstance(value, str):
        if "${" in value:
            yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _opening(item)
    elif isinstance(value, list):
        for item in value:
            yield from _opening(item)


def _action(action: Mapping[str, Any], path: str) -> Action:
    transitions: Mapping[str, Any] = action.get("Transitions", {})
    return Action(
        identifier=action["Identifier"],
        type=action["Type"],
        parameters=action.get("Parameters", {}),
        path=path,
        next_action=transitions.get("NextAction"),
        errors=tuple(
            ErrorBranch(error_type=error["ErrorType"], next_action=error["NextAction"])
            for error in transitions.get("Errors", ())
        ),
        conditions=tuple(_condition(branch) for branch in transitions.get("Conditions", ())),
    )


def _condition(branch: Mapping[str, Any]) -> ConditionBranch:
    condition = branch["Condition"]
    return ConditionBranch(
        operator=condition["Operator"],
        operands=tuple(item if isinstance(item, str) else json.dumps(item) for item in condition["Operands"]),
        next_action=branch["NextAction"],
    )
