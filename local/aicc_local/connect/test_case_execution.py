"""Executions of test cases: what is remembered of each, and how many there may be.

Source: administrator guide, "Execute test cases": five of an instance at once, a hundred in the queue with those five,
five minutes for each. None of the three can be raised. Not documented: how long a client token holds (here for as long
as its execution is remembered), and what becomes of executions when their test case is deleted (here they go with it).
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from aicc_local.connect.test_case import TEST_CASE, published_version
from aicc_local.errors import ServiceError, invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record, new_id

EXECUTION = "TestCaseExecution"
MOST_AT_ONCE = 5
MOST_IN_QUEUE = 100
LONGEST_SECONDS = 300.0


class Status(StrEnum):
    """How far an execution is."""

    INITIATED = "INITIATED"  # waits for its turn
    IN_PROGRESS = "IN_PROGRESS"
    PASSED = "PASSED"
    FAILED = "FAILED"
    STOPPED = "STOPPED"


UNFINISHED = (Status.INITIATED, Status.IN_PROGRESS)


def initiate(aws: LocalAws, case: Record, token: str) -> Record:
    """Put an execution into the queue; the one that had the same client token if there was one. The store is locked.

    Raises:
        ServiceError: The test case was never published, or the queue is full.
    """
    for execution in aws.store.of(EXECUTION, case.arn):
        if token and execution.links["token"] == token:
            return execution
    version = published_version(case)
    if version is None:
        raise invalid_request(f"{case.arn} has not been published")
    if sum(1 for _ in executions(aws, case.owner, *UNFINISHED)) >= MOST_IN_QUEUE:
        message = f"Test executions in the queue: the limit of {MOST_IN_QUEUE} is reached"
        raise ServiceError("ServiceQuotaExceededException", message, status=402)
    execution_id, now = new_id(), aws.now()
    record = Record(
        kind=EXECUTION,
        id=execution_id,
        arn=f"{case.arn}/execution/{execution_id}",
        owner=case.arn,
        properties={"Status": Status.INITIATED.value, "StartTime": now},
        made=now,
        changed=now,
        links={"token": token, "name": case.name, "version": dict(version), "records": []},
    )
    return aws.store.add(record)


def executions(aws: LocalAws, instance_arn: str, *statuses: Status) -> Iterator[Record]:
    """The executions of an instance, oldest first; those in one of some states if named."""
    cases = {case.arn for case in aws.store.of(TEST_CASE, instance_arn)}
    for execution in aws.store.of(EXECUTION):
        if execution.owner in cases and (not statuses or status_of(execution) in statuses):
            yield execution


def next_in_line(aws: LocalAws, instance_arn: str) -> Record | None:
    """The execution whose turn it is; None when nothing waits, or five are running. The store is locked."""
    running = sum(1 for _ in executions(aws, instance_arn, Status.IN_PROGRESS))
    return next(executions(aws, instance_arn, Status.INITIATED), None) if running < MOST_AT_ONCE else None


def status_of(execution: Record) -> Status:
    """How far it is."""
    return Status(execution.properties["Status"])


def move(aws: LocalAws, execution: Record, status: Status, **properties: Any) -> None:
    """It is that far now; what is over has an end."""
    ended = {} if status in UNFINISHED else {"EndTime": aws.now()}
    execution.properties.update(properties, Status=status.value, **ended)
    execution.changed = aws.now()


def find_execution(aws: LocalAws, case: Record, execution_id: str) -> Record:
    """The execution of a test case that a request names.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    for execution in aws.store.of(EXECUTION, case.arn):
        if execution.id == execution_id:
            return execution
    raise not_found(f"Test case execution not found: {execution_id}")
