"""An instance of Amazon Connect that executes test cases as it is told: with delays, refusals and failures."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError, ReadTimeoutError

STATUS = {"ThrottlingException": 429, "ServiceQuotaExceededException": 402}
BEGAN = datetime(2026, 11, 28, tzinfo=UTC)
SUCCESS = {"Type": "COMPLETION", "CompletionReason": {"Type": "SUCCESS", "FailureReasons": []}}
SPURIOUS = {
    "Type": "COMPLETION",
    "CompletionReason": {"Type": "FAILURE", "Message": "limit reached", "FailureReasons": ["INITIALIZATION_FAILURE"]},
}
WRONG_QUEUE = {
    "Type": "OBSERVATION",
    "Identifier": "transfer",
    "Status": "FAILED",
    "Event": {"Type": "FlowActionStarted", "Properties": {"ActionType": "TransferContactToQueue"}},
    "Actions": [
        {
            "Type": "Assert",
            "Status": "FAILED",
            "ExpectedParameters": {"Namespace": "$.Queue.Name", "Operator": "Equals", "Operand": "일반상담"},
            "ActualParameters": {"Namespace": "주문"},
        }
    ],
}


def refused(operation: str, code: str, message: str = "no", **more: Any) -> ClientError:
    response: Any = {"Error": {"Code": code, "Message": message}, **more}
    response["ResponseMetadata"] = {"HTTPStatusCode": STATUS.get(code, 400)}
    return ClientError(response, operation)


def no_answer() -> ReadTimeoutError:
    return ReadTimeoutError(endpoint_url="https://connect.ap-northeast-2.amazonaws.com")


@dataclass
class Instance:
    """Its clock stands still but for `sleep`.

    Attributes:
        lasts: Seconds that an execution of a case takes; never, if None.
        ends: What comes of the executions of a case, one after the other; the last again and again.
        refusals: What an operation answers instead, one after the other.
        most_at_once: The most executions that went on together.
    """

    names: list[str]
    now: float = 0.0
    lasts: dict[str, float | None] = field(default_factory=dict)
    ends: dict[str, list[tuple[str, dict[str, Any]]]] = field(default_factory=dict)
    refusals: dict[str, list[Exception]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    started: list[str] = field(default_factory=list)
    began: dict[str, float] = field(default_factory=dict)
    stopped: list[str] = field(default_factory=list)
    ended_contacts: list[str] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    written: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    most_at_once: int = 0

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def list_test_cases(self, InstanceId: str, NextToken: str = "") -> dict[str, Any]:
        self._asked("list_test_cases")
        # In pages of one, so that none is forgotten.
        at = int(NextToken or 0)
        more = {"NextToken": str(at + 1)} if at + 1 < len(self.names) else {}
        found = [{"Name": f"aicc-{name}", "Id": name} for name in self.names[at : at + 1]]
        return {"TestCaseSummaryList": found, **more}

    def create_test_case(self, **asked: Any) -> dict[str, Any]:
        self._asked("create_test_case")
        self.written.append(("create", asked))
        self.names.append(asked["Name"].removeprefix("aicc-"))
        return {"TestCaseId": self.names[-1], "TestCaseArn": "arn"}

    def update_test_case(self, **asked: Any) -> dict[str, Any]:
        self._asked("update_test_case")
        self.written.append(("update", asked))
        return {}

    def start_test_case_execution(self, InstanceId: str, TestCaseId: str, ClientToken: str) -> dict[str, Any]:
        answer = self.refusals.get("start_test_case_execution", [])
        lost = bool(answer) and isinstance(answer[0], ReadTimeoutError)
        if not lost:
            self._asked("start_test_case_execution")
        if ClientToken not in self.tokens:
            execution = f"{TestCaseId}#{sum(each == TestCaseId for each in self.started) + 1}"
            self.tokens[ClientToken] = execution
            self.started.append(TestCaseId)
            self.began[execution] = self.now
            going = [each for each in self.began if self._status(each) == "IN_PROGRESS"]
            self.most_at_once = max(self.most_at_once, len(going))
        if lost:
            self._asked("start_test_case_execution")
        return {"TestCaseExecutionId": self.tokens[ClientToken], "Status": "INITIATED"}

    def get_test_case_execution_summary(self, **asked: Any) -> dict[str, Any]:
        self._asked("get_test_case_execution_summary")
        execution = asked["TestCaseExecutionId"]
        status = self._status(execution)
        ended = {} if status == "IN_PROGRESS" else {"EndTime": BEGAN + timedelta(seconds=7)}
        return {"StartTime": BEGAN, "Status": status, **ended}

    def list_test_case_execution_records(self, **asked: Any) -> dict[str, Any]:
        self._asked("list_test_case_execution_records")
        execution = asked["TestCaseExecutionId"]
        start = {"Type": "EXECUTION_START", "ContactId": f"contact of {execution}"}
        records = [json.dumps(each) for each in (start, self._end(execution)[1])]
        return {"ExecutionRecords": [{"Record": text} for text in (*records, "not JSON")]}

    def stop_test_case_execution(self, **asked: Any) -> dict[str, Any]:
        self._asked("stop_test_case_execution")
        self.stopped.append(asked["TestCaseExecutionId"])
        return {}

    def stop_contact(self, InstanceId: str, ContactId: str) -> dict[str, Any]:
        self._asked("stop_contact")
        self.ended_contacts.append(ContactId)
        return {}

    def _asked(self, operation: str) -> None:
        self.asked[operation] += 1
        if self.refusals.get(operation):
            raise self.refusals[operation].pop(0)

    def _status(self, execution: str) -> str:
        lasts = self.lasts.get(execution.partition("#")[0], 7.0)
        if execution in self.stopped:
            return "STOPPED"
        over = lasts is not None and self.now - self.began[execution] >= lasts
        return self._end(execution)[0] if over else "IN_PROGRESS"

    def _end(self, execution: str) -> tuple[str, dict[str, Any]]:
        name, _, number = execution.partition("#")
        ends = self.ends.get(name, [("PASSED", SUCCESS)])
        return ends[min(int(number), len(ends)) - 1]
