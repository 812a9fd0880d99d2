"""Executions of test cases, started and followed through boto3."""

import json
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aicc_local.control import Control, ControlError

OVER = ("PASSED", "FAILED", "STOPPED")
SECONDS = 60
# After so many seconds only those are left that wait for the end of a silence, or of an announcement.
PATIENCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Executions:
    """The executions of an instance."""

    connect: Any
    instance: str
    control: Control

    def start(self, case: str) -> dict[str, str]:
        """Start one; answers what names it."""
        started = self.connect.start_test_case_execution(InstanceId=self.instance, TestCaseId=case)
        return {"TestCaseId": case, "TestCaseExecutionId": started["TestCaseExecutionId"]}

    def status(self, execution: dict[str, str]) -> str:
        """How far one is."""
        return str(self.connect.get_test_case_execution_summary(InstanceId=self.instance, **execution)["Status"])

    def told(self, execution: dict[str, str]) -> list[Any]:
        """What its records say."""
        asked = {"InstanceId": self.instance, **execution}
        records = self.connect.list_test_case_execution_records(**asked)["ExecutionRecords"]
        return [json.loads(each["Record"]) for each in records]

    def ended(self, *executions: dict[str, str]) -> list[str]:
        """The status of each once all are over."""
        deadline, patient = time.monotonic() + SECONDS, time.monotonic() + PATIENCE
        while (left := [each for each in executions if self.status(each) not in OVER]) != []:
            assert time.monotonic() < deadline, left
            if time.monotonic() > patient:
                for each in left:
                    self._hurry(each)
            time.sleep(0.2)
        return [self.status(each) for each in executions]

    def _hurry(self, execution: dict[str, str]) -> None:
        """Nobody says anything more: what the contact waits for is over now."""
        for record in self.told(execution):
            if record["Type"] == "EXECUTION_START":
                with suppress(ControlError):
                    self.control.contact("let_time_pass", contact_id=record["ContactId"])
