"""The test case operations of Amazon Connect, with what goes wrong sorted by what can be done about it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError, ConnectionError, HTTPClientError

from aicc_cli.callbacks_errors import CannotBeDone, fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aicc_cli.testing_outcome import Record
    from aicc_cli.testing_place import Place

# 402 when a hundred executions wait already.
_LATER = {
    "InternalServiceException",
    "LimitExceededException",
    "ServiceQuotaExceededException",
    "ServiceUnavailable",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
}
_FOR_ALL = ("AccessDenied", "ExpiredToken", "UnrecognizedClient", "InvalidClientToken", "SignatureDoesNotMatch")


class Later(RuntimeError):
    """Not now: too much is asked at once, the queue is full, or there was no answer. It can be asked again."""


class Refused(RuntimeError):
    """This is refused, and would be again; what else is asked may not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How far an execution is: INITIATED, IN_PROGRESS, PASSED, FAILED or STOPPED; `seconds` since it started."""

    status: str
    seconds: float


class Service:
    """The test cases of one instance.

    Each operation raises `Later`, `Refused`, or `CannotBeDone` where no operation would be allowed.

    Args:
        place: The instance.
        sleep: Waits; seconds.
    """

    def __init__(self, place: Place, sleep: Callable[[float], None] = time.sleep) -> None:
        self.place = place
        self._sleep = sleep

    def pause(self, seconds: float) -> None:
        """Ask nothing for so long."""
        self._sleep(seconds)

    def cases(self) -> dict[str, str]:
        """Return the ids of the instance's test cases, by name."""
        return {each["Name"]: each["Id"] for each in self._pages("list_test_cases", "TestCaseSummaryList")}

    def create(self, **described: Any) -> str:
        """Create a test case and return its id."""
        return str(self._ask("create_test_case", **described)["TestCaseId"])

    def update(self, case: str, **described: Any) -> None:
        """Change a test case."""
        self._ask("update_test_case", TestCaseId=case, **described)

    def start(self, case: str, token: str) -> str:
        """Begin an execution and return its id; the same token begins no second one."""
        return str(self._ask("start_test_case_execution", TestCaseId=case, ClientToken=token)["TestCaseExecutionId"])

    def look(self, case: str, execution: str) -> Summary:
        """Return how far an execution is."""
        found = self._ask("get_test_case_execution_summary", TestCaseId=case, TestCaseExecutionId=execution)
        began, ended = found.get("StartTime"), found.get("EndTime")
        return Summary(status=found["Status"], seconds=(ended - began).total_seconds() if began and ended else 0.0)

    def records(self, case: str, execution: str) -> list[Record]:
        """Return what an execution has recorded."""
        asked = {"TestCaseId": case, "TestCaseExecutionId": execution}
        pages = self._pages("list_test_case_execution_records", "ExecutionRecords", MaxResults=100, **asked)
        return [read for each in pages if isinstance(read := _read(each.get("Record", "")), dict)]

    def stop(self, case: str, execution: str) -> None:
        """End an execution; its contact goes on."""
        self._ask("stop_test_case_execution", TestCaseId=case, TestCaseExecutionId=execution)

    def end_contact(self, contact: str) -> None:
        """End the contact of an execution."""
        self._ask("stop_contact", ContactId=contact)

    def _pages(self, operation: str, member: str, **asked: Any) -> Iterator[dict[str, Any]]:
        token: dict[str, str] = {}
        while True:
            page = self._ask(operation, **asked, **token)
            yield from page[member]
            if not page.get("NextToken"):
                return
            token = {"NextToken": page["NextToken"]}

    def _ask(self, operation: str, **asked: Any) -> dict[str, Any]:
        self._sleep(self.place.between_calls)
        try:
            found: dict[str, Any] = getattr(self.place.connect, operation)(InstanceId=self.place.instance_id, **asked)
        except ClientError as error:
            raise refusal(self.place.name, error) from None
        except (ConnectionError, HTTPClientError) as error:
            raise Later(f"{operation}: {error}") from None
        except BotoCoreError as error:
            raise fault(self.place.name, error) from None
        return found


def refusal(place: str, error: ClientError) -> CannotBeDone | Later | Refused:
    """Return what a refusal means: nothing will be allowed, not now, or not this."""
    code = error.response["Error"]["Code"]
    told = f"{error.operation_name}: {code}: {error.response['Error'].get('Message', '')}"
    if code.startswith(_FOR_ALL):
        return CannotBeDone(f"{place}: {told}; allow connect:{error.operation_name}, or sign in as somebody who may")
    if code in _LATER:
        return Later(told)
    problems: Any = error.response.get("Problems") or ()
    return Refused("; ".join([told, *(str(each.get("message", each)) for each in problems)]))


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None
