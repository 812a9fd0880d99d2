"""Records of an execution in the JSON that Connect's have, so that one report serves all runs.

The shape is not documented; it is that of public tools that read ListTestCaseExecutionRecords.
"""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from connect_flows._test_cases._flow_actions import resource_of
from connect_flows._test_cases._model import EntryPoint, Event
from connect_flows._test_cases._progress import FAILED, PASSED, Completion, Done, Progress
from connect_flows._test_cases._view import mapping

if TYPE_CHECKING:
    from connect_flows._test_cases._execution import Execution


class Record(NamedTuple):
    """One record. `observation`: its identifier, "" for records about the execution. `at`: seconds since 1970.

    >>> Record("", "PASSED", 0.0, {"Type": "EXECUTION_START", "ContactId": "1"}).text
    '{"Type":"EXECUTION_START","ContactId":"1"}'
    """

    observation: str
    status: str
    at: float
    record: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The `Record` of ListTestCaseExecutionRecords."""
        return json.dumps(self.record, ensure_ascii=False, separators=(",", ":"))


def records_of(execution: "Execution") -> tuple[Record, ...]:
    """What there is to tell of an execution so far, observations in the document's order."""
    began, contact = execution.began, execution.contact
    records = [Record("", PASSED, began, _initiation(execution.case.entry_point))]
    if contact:
        records.append(Record("", PASSED, began, {"Type": "EXECUTION_START", "ContactId": contact}))
    for progress in execution.observations:
        if progress.status:
            identifier = progress.observation.identifier
            records.append(Record(identifier, progress.status, progress.at, _observation(progress)))
    if execution.completion is not None:
        record = _completion(execution, execution.completion)
        records.append(Record("", execution.status, execution.ended, record))
    return tuple(records)


def summary_of(execution: "Execution") -> dict[str, int]:
    """How many observations there are, and what became of them."""
    statuses = [progress.status for progress in execution.observations]
    return {
        "TotalObservations": len(statuses),
        "ObservationsPassed": statuses.count(PASSED),
        "ObservationsFailed": statuses.count(FAILED),
    }


def failures_of(execution: "Execution") -> Iterator[str]:
    """What went wrong, one line for each thing."""
    completion = execution.completion
    if completion is None or execution.status == PASSED:
        return
    failed = [progress for progress in execution.observations if progress.status == FAILED]
    for progress in failed:
        name = progress.observation.identifier
        if progress.seen is None:
            heard = "; heard: " + " / ".join(progress.heard[-3:]) if progress.heard else ""
            yield f"observation {name!r}: {_wanted(progress.observation.event)} has not come{heard}"
        for action, status, actual in progress.done:
            if status == FAILED:
                namespace, operator, operand = (action.parameters[key] for key in ("Namespace", "Operator", "Operand"))
                yield f"observation {name!r}: {namespace} {operator} {operand!r} does not hold: {actual['Namespace']!r}"
    if not failed or completion.type == "TIMEOUT":
        yield completion.message


def _wanted(event: Event) -> str:
    if event.type == "MessageReceived":
        criteria = mapping(event.properties.get("MatchingCriteria")).get("Type")
        return f"a message ({criteria}) {event.words or 'of audio'!r}"
    action_type = event.properties.get("ActionType")
    resource = resource_of(action_type, event.properties.get("ActionParameters"))
    return f"{event.type} {action_type} {resource}" if action_type else event.type


def _initiation(entry: EntryPoint | None) -> dict[str, Any]:
    numbers = {
        "SourcePhoneNumber": entry.source_phone_number if entry else "",
        "DestinationPhoneNumber": entry.destination_phone_number if entry else "",
    }
    parameters = {key: number for key, number in numbers.items() if number}
    return {"Type": "INITIATION", "EntryPoint": {"Type": entry.type if entry else "", "Parameters": parameters}}


def _observation(progress: Progress) -> dict[str, Any]:
    event = progress.observation.event
    record: dict[str, Any] = {
        "Type": "OBSERVATION",
        "Identifier": progress.observation.identifier,
        "Status": progress.status,
        "Event": {"Type": event.type, "Properties": dict(event.properties)},
        "ExpectedUsage": {"Type": "Exactly", "Times": 1},
        "ActualUsage": {"Times": 1 if progress.seen else 0},
        "Actions": [_action(done) for done in progress.done],
    }
    if progress.is_approximate:
        record["Approximate"] = True
    if progress.seen:
        record["ActualEvent"] = {"Type": progress.seen.type, "Properties": dict(progress.seen.properties)}
    return record


def _action(done: Done) -> dict[str, Any]:
    return {
        "Type": done.action.type,
        "Status": done.status,
        "ExpectedParameters": dict(done.action.parameters),
        "ActualParameters": dict(done.actual),
    }


def _completion(execution: "Execution", completion: Completion) -> dict[str, Any]:
    total, passed, failed = summary_of(execution).values()
    return {
        "Type": "COMPLETION",
        "CompletionReason": {
            "Type": completion.type,
            "Message": completion.message,
            "FailureReasons": list(completion.reasons),
        },
        "ExecutionSummary": {
            "TotalObservations": total,
            "PassedObservations": passed,
            "FailedObservations": failed,
            "SkippedObservations": total - passed - failed,
            "ExecutionDurationMs": round((execution.ended - execution.began) * 1000),
        },
    }
