"""Operations on executions of test cases.

Executions are listed oldest first; in which order Connect lists them is not documented. To stop what is over changes
nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from aicc_local.connect.api.reading import Operation, found, paged
from aicc_local.connect.api.shaping import tag_map
from aicc_local.connect.instance import find_instance
from aicc_local.connect.test_case import TEST_CASE
from aicc_local.connect.test_case_execution import (
    UNFINISHED,
    Status,
    executions,
    find_execution,
    initiate,
    move,
    status_of,
)
from aicc_local.connect.test_case_run import go_on, records_told, run_of, stop_lost
from aicc_local.errors import not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record


def start_test_case_execution(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """StartTestCaseExecution."""
    case = found(aws, parameters, "TestCaseId", TEST_CASE)
    execution = initiate(aws, case, parameters.get("ClientToken", ""))
    answer = {
        "TestCaseExecutionId": execution.id,
        "TestCaseId": case.id,
        "Status": execution.properties["Status"],
    }
    aws.spawn(lambda: go_on(aws, case.owner))
    return answer


def stop_test_case_execution(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """StopTestCaseExecution: the execution ends, and its contact does not."""
    case, execution = _named(aws, parameters)
    run = run_of(execution)
    if run is not None:
        run.stop()
    elif status_of(execution) in UNFINISHED:
        move(aws, execution, Status.STOPPED)
    aws.spawn(lambda: go_on(aws, case.owner))
    return {}


def get_test_case_execution_summary(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """GetTestCaseExecutionSummary."""
    _, execution = _named(aws, parameters)
    run = run_of(execution)
    summary = run.execution.summary if run else execution.properties.get("ObservationSummary")
    return {
        "StartTime": execution.properties["StartTime"],
        "EndTime": execution.properties.get("EndTime"),
        "Status": execution.properties["Status"],
        "ObservationSummary": summary or None,
    }


def list_test_case_executions(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListTestCaseExecutions; times of the filter are in milliseconds, and both are of the start."""
    instance = find_instance(aws, parameters["InstanceId"])
    stop_lost(aws, instance.arn)
    wanted = [_told(aws, each) for each in executions(aws, instance.arn) if _is_wanted(aws, parameters, each)]
    return paged("ListTestCaseExecutions", wanted, parameters)


def list_test_case_execution_records(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListTestCaseExecutionRecords."""
    _, execution = _named(aws, parameters)
    run = run_of(execution)
    records = records_told(run.execution) if run else execution.links["records"]
    status = parameters.get("Status")
    wanted = [record for record in records if status in (None, record["Status"])]
    return paged("ListTestCaseExecutionRecords", wanted, parameters)


def _named(aws: LocalAws, parameters: Mapping[str, Any]) -> tuple[Record, Record]:
    case = found(aws, parameters, "TestCaseId", TEST_CASE)
    stop_lost(aws, case.owner)
    return case, find_execution(aws, case, parameters["TestCaseExecutionId"])


def _told(aws: LocalAws, execution: Record) -> dict[str, Any]:
    case = _case_of(aws, execution)
    return {
        "StartTime": execution.properties["StartTime"],
        "EndTime": execution.properties.get("EndTime"),
        "TestCaseExecutionId": execution.id,
        "TestCaseId": case.id,
        "TestCaseExecutionStatus": execution.properties["Status"],
        "Tags": tag_map(case.properties.get("Tags", ())) or None,
    }


def _is_wanted(aws: LocalAws, parameters: Mapping[str, Any], execution: Record) -> bool:
    case, started = _case_of(aws, execution), execution.properties["StartTime"] * 1000
    return all(_meets(parameters, case, execution.properties["Status"], started))


def _meets(parameters: Mapping[str, Any], case: Record, status: str, started: float) -> Iterator[bool]:
    yield parameters.get("TestCaseId", case.id).rpartition("/")[2] == case.id
    yield parameters.get("TestCaseName", case.name) == case.name
    yield parameters.get("Status", status) == status
    yield parameters.get("StartTime", 0) <= started <= parameters.get("EndTime", started)


def _case_of(aws: LocalAws, execution: Record) -> Record:
    case = aws.store.get(execution.owner)
    if case is None:
        raise not_found(f"Test case not found: {execution.owner}")
    return case


TEST_CASE_EXECUTIONS: dict[str, Operation] = {
    "GetTestCaseExecutionSummary": get_test_case_execution_summary,
    "ListTestCaseExecutionRecords": list_test_case_execution_records,
    "ListTestCaseExecutions": list_test_case_executions,
    "StartTestCaseExecution": start_test_case_execution,
    "StopTestCaseExecution": stop_test_case_execution,
}
