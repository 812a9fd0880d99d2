"""What has come of a test case, read from the records of its execution; the same wherever it was executed.

The records are those of ListTestCaseExecutionRecords, whose JSON AWS does not document; what is not there is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Record = Mapping[str, Any]

SPURIOUS = "INITIALIZATION_FAILURE"
_OBSERVATION = "OBSERVATION"
_COMPLETION = "COMPLETION"


class Verdict(StrEnum):
    """Whether it passed; SKIPPED was not executed, and why is said."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What has come of a test case.

    Attributes:
        name: The case's.
        source: Its file.
        verdict: Whether it passed.
        seconds: How long it took.
        reason: Why it did not pass, in one line; empty if it did.
        detail: More of it, for whoever mends it.
    """

    name: str
    source: str
    verdict: Verdict
    seconds: float = 0.0
    reason: str = ""
    detail: str = field(default="", repr=False)


def why(records: Sequence[Record]) -> str:
    """Return in one line why an execution failed: the first observation that did, what was expected and what came.

    >>> why([{"Type": "OBSERVATION", "Identifier": "menu", "Status": "FAILED", "Actions": [],
    ...       "Event": {"Type": "MessageReceived", "Properties": {"Text": "어서 오세요"}}}])
    "menu: expected MessageReceived '어서 오세요', which has not come"
    """
    for record in records:
        if record.get("Type") == _OBSERVATION and record.get("Status") == Verdict.FAILED:
            return f"{record.get('Identifier', '?')}: {_of_observation(record)}"
    completion = _completion(records)
    reasons = ", ".join(map(str, completion.get("FailureReasons") or ()))
    message = str(completion.get("Message") or "")
    return ": ".join(filter(None, (reasons, message))) or "Amazon Connect tells no reason"


def was_spurious(records: Sequence[Record]) -> bool:
    """Whether the execution did not even begin, which happens for no reason when several do at once."""
    return SPURIOUS in (_completion(records).get("FailureReasons") or ())


def contact_of(records: Sequence[Record]) -> str:
    """Return the id of the contact that was executed with; empty if none was begun."""
    return next((str(record["ContactId"]) for record in records if record.get("ContactId")), "")


def _of_observation(record: Record) -> str:
    for action in record.get("Actions") or ():
        if action.get("Status") == Verdict.FAILED:
            return _of_action(action)
    event = record.get("Event") or {}
    came = record.get("ActualEvent")
    expected = f"expected {_event(event)}"
    if not came:
        return f"{expected}, which has not come"
    return f"{expected}, got {_event(came)}"


def _of_action(action: Record) -> str:
    expected, actual = action.get("ExpectedParameters") or {}, action.get("ActualParameters") or {}
    if action.get("Type") != "Assert":
        return f"{action.get('Type')} failed"
    wanted = f"{expected.get('Namespace')} {expected.get('Operator')} {expected.get('Operand')!r}"
    return f"expected {wanted}, got {actual.get('Namespace')!r}"


def _event(event: Record) -> str:
    properties = event.get("Properties") or {}
    message = next((properties[kind] for kind in ("Text", "SSML", "PromptId") if properties.get(kind)), "")
    action = " ".join(filter(None, (str(properties.get("ActionType", "")), _resource(properties))))
    return " ".join(filter(None, (str(event.get("Type", "?")), repr(message) if message else "", action)))


def _resource(properties: Record) -> str:
    parameters = properties.get("ActionParameters") or {}
    return next((value for value in _texts(parameters)), "")


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for each in value.values() for text in _texts(each)] if isinstance(value, Mapping) else []


def _completion(records: Sequence[Record]) -> Record:
    reason: Record = {}
    for record in records:
        if record.get("Type") == _COMPLETION:
            reason = record.get("CompletionReason") or {}
    return reason
