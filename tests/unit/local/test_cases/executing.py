"""A small contact centre whose test cases are run, and shorthands for what tests ask of it."""

import json
from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.test_case_executions import TEST_CASE_EXECUTIONS
from aicc_local.connect.api.test_cases import TEST_CASES
from aicc_local.rest_json import Call, RestJson
from aicc_local.store import Record
from tests.unit.local.contacts.contact_centre import INSTANCE_ID, ContactCentre
from tests.unit.local.test_cases.documents import chat_with, content

_OPERATIONS = {**TEST_CASES, **TEST_CASE_EXECUTIONS}
_PROTOCOL = RestJson("connect")


class TestedCentre(ContactCentre):
    """The centre with the API of test cases. Time stands still until a test moves it."""

    __test__ = False  # for pytest, which would collect it for its name

    def api(self, operation: str, **parameters: Any) -> Mapping[str, Any]:
        """Call an operation as it goes over the wire."""
        parameters = {"InstanceId": INSTANCE_ID, **parameters}
        result = _OPERATIONS[operation](self.aws, parameters)
        answer: Mapping[str, Any] = json.loads(_PROTOCOL.write(Call("connect", operation, parameters), result))
        return answer

    def case(self, flow: Record, *observations: Mapping[str, Any], name: str = "case", **parameters: Any) -> str:
        """A published test case, of a chat unless said otherwise; answers its id."""
        given = {"EntryPoint": chat_with(flow.arn), "Status": "PUBLISHED", **parameters}
        made = self.api("CreateTestCase", Name=name, Content=content(*observations), **given)
        return str(made["TestCaseId"])

    def start(self, case: str, **parameters: Any) -> str:
        """Start an execution; answers its id."""
        return str(self.api("StartTestCaseExecution", TestCaseId=case, **parameters)["TestCaseExecutionId"])

    def execute(self, flow: Record, *observations: Mapping[str, Any], **parameters: Any) -> "Executed":
        """Make a test case, start it, and let its contact come to rest."""
        case = self.case(flow, *observations, **parameters)
        executed = Executed(self, case, self.start(case))
        self.look()
        return executed

    def look(self) -> None:
        """Let executions look at their contacts; what flows wait for takes longer."""
        longer = [each for each in self.timers.waiting if each[0] >= 1]
        self.timers.waiting = [each for each in self.timers.waiting if each[0] < 1]
        self.timers.ring()
        self.timers.waiting += longer


class Executed:
    """One execution."""

    def __init__(self, centre: TestedCentre, case: str, execution: str) -> None:
        self._centre = centre
        self._names = {"TestCaseId": case, "TestCaseExecutionId": execution}

    @property
    def summary(self) -> Mapping[str, Any]:
        """GetTestCaseExecutionSummary."""
        return self._centre.api("GetTestCaseExecutionSummary", **self._names)

    @property
    def status(self) -> str:
        """Its status."""
        return str(self.summary["Status"])

    def stop(self) -> None:
        """StopTestCaseExecution."""
        self._centre.api("StopTestCaseExecution", **self._names)

    def records(self, **parameters: Any) -> list[Mapping[str, Any]]:
        """ListTestCaseExecutionRecords."""
        answer = self._centre.api("ListTestCaseExecutionRecords", **self._names, **parameters)
        return list(answer["ExecutionRecords"])

    def told(self) -> list[dict[str, Any]]:
        """What the records say."""
        return [json.loads(each["Record"]) for each in self.records()]

    @property
    def completion(self) -> dict[str, Any]:
        """Why it is over."""
        [completion] = [record for record in self.told() if record["Type"] == "COMPLETION"]
        return dict(completion["CompletionReason"])

    @property
    def contact(self) -> str:
        """The id of its contact."""
        [begun] = [record for record in self.told() if record["Type"] == "EXECUTION_START"]
        return str(begun["ContactId"])
