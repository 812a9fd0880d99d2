from collections.abc import Iterator
from io import StringIO
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from aicc_core.log import make_logger
from callback_ledger.waking import AwsWaking
from tests.unit.callbacks.conftest import ENVIRONMENT, LogOf
from tests.unit.callbacks.desk import ID, TEN

QUEUE_ARN, DEAD = ENVIRONMENT["DIAL_QUEUE_ARN"], ENVIRONMENT["SCHEDULE_DEAD_LETTERS_ARN"]
MESSAGE = f'{{"callback_id": "{ID}"}}'
SCHEDULE = {
    "Name": f"{ID}-{TEN}",
    "GroupName": "callbacks",
    "ScheduleExpression": "at(2026-11-23T01:00:00)",
    "ScheduleExpressionTimezone": "UTC",
    "FlexibleTimeWindow": {"Mode": "OFF"},
    "ActionAfterCompletion": "DELETE",
    "Target": {
        "Arn": QUEUE_ARN,
        "RoleArn": ENVIRONMENT["SCHEDULE_ROLE_ARN"],
        "Input": MESSAGE,
        "RetryPolicy": {"MaximumEventAgeInSeconds": 900, "MaximumRetryAttempts": 3},
        "DeadLetterConfig": {"Arn": DEAD},
    },
}


@pytest.fixture
def aws() -> Iterator[tuple[AwsWaking, Stubber, Stubber]]:
    sqs: Any = boto3.client("sqs", region_name="ap-northeast-2")
    scheduler: Any = boto3.client("scheduler", region_name="ap-northeast-2")
    waking = AwsWaking(
        sqs,
        scheduler,
        queue_url=ENVIRONMENT["DIAL_QUEUE_URL"],
        queue_arn=QUEUE_ARN,
        group=ENVIRONMENT["SCHEDULE_GROUP"],
        role_arn=ENVIRONMENT["SCHEDULE_ROLE_ARN"],
        dead_letters_arn=DEAD,
        logger=make_logger("waking"),
    )
    with Stubber(sqs) as queue, Stubber(scheduler) as schedules:
        yield waking, queue, schedules
        queue.assert_no_pending_responses()
        schedules.assert_no_pending_responses()


@pytest.mark.parametrize(("ahead", "delay"), [(59, 59), (30, 30), (0, 0), (-3600, 0)])
def test_what_is_due_soon_is_a_delayed_message(aws: tuple[AwsWaking, Stubber, Stubber], ahead: int, delay: int) -> None:
    waking, queue, _ = aws
    sent = {"QueueUrl": ENVIRONMENT["DIAL_QUEUE_URL"], "MessageBody": MESSAGE, "DelaySeconds": delay}
    queue.add_response("send_message", {"MessageId": "m"}, sent)

    waking.wake(ID, TEN, TEN - ahead)


def test_what_is_due_later_is_a_schedule_in_utc(aws: tuple[AwsWaking, Stubber, Stubber]) -> None:
    waking, _, schedules = aws
    schedules.add_response("create_schedule", {"ScheduleArn": "arn:aws:scheduler:::schedule/a/b"}, SCHEDULE)

    waking.wake(ID, TEN, TEN - 60)


def test_a_schedule_that_is_there_already_will_do(aws: tuple[AwsWaking, Stubber, Stubber], log_of: LogOf) -> None:
    waking, _, schedules = aws
    log = log_of("waking")
    schedules.add_client_error("create_schedule", "ConflictException", "it exists")

    waking.wake(ID, TEN, TEN - 60)

    assert log.getvalue() == ""


@pytest.mark.parametrize("code", ["ThrottlingException", "AccessDeniedException", "InternalServerException"])
@pytest.mark.parametrize("ahead", [0, 7200])
def test_a_failure_to_wake_is_logged_and_no_fault(
    aws: tuple[AwsWaking, Stubber, Stubber], log_of: LogOf, code: str, ahead: int
) -> None:
    waking, queue, schedules = aws
    log: StringIO = log_of("waking")
    stub, operation = (schedules, "create_schedule") if ahead else (queue, "send_message")
    stub.add_client_error(operation, code, "no")

    waking.wake(ID, TEN, TEN - ahead)

    assert '"level":"ERROR"' in log.getvalue()
    assert f'"callback_id":"{ID}","fault":"{code}"' in log.getvalue()
