"""One-time schedules into a queue, as callbacks use them, with IAM enforced."""

import json
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from aicc_local.control import Control
from aicc_local.fault import double, lose
from aicc_local.lifecycle.environment import ACCOUNT, REGION
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.acting_role import acting, role_for
from tests.e2e.queues import Queue, make_queue
from tests.e2e.templates import allowing


@pytest.fixture
def dead(session: boto3.Session) -> Queue:
    """It takes nothing without TLS, as the dead-letter queues of callbacks do."""
    queue = make_queue(session)
    denial = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "sqs:*",
        "Resource": queue.arn,
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [denial]})
    session.client("sqs").set_queue_attributes(QueueUrl=queue.url, Attributes={"Policy": policy})
    return queue


@pytest.fixture
def queue(session: boto3.Session) -> Queue:
    return make_queue(session)


@pytest.fixture
def group(session: boto3.Session) -> Iterator[str]:
    name = f"group-{uuid.uuid4().hex[:8]}"
    session.client("scheduler").create_schedule_group(Name=name)
    yield name
    session.client("scheduler").delete_schedule_group(Name=name)


def schedule(session: boto3.Session, group: str, role: str, target: str, **changes: Any) -> str:
    """A one-time schedule that is due in a second, unless `changes` say otherwise; its name."""
    due = datetime.now(UTC) + timedelta(seconds=1)
    name = f"callback-{uuid.uuid4().hex[:8]}"
    dead_letters = {"DeadLetterConfig": {"Arn": changes.pop("dead")}} if "dead" in changes else {}
    asked: dict[str, Any] = {
        "Name": name,
        "GroupName": group,
        "ScheduleExpression": f"at({due:%Y-%m-%dT%H:%M:%S})",
        "FlexibleTimeWindow": {"Mode": "OFF"},
        "ActionAfterCompletion": "DELETE",
        "Target": {
            "Arn": target,
            "RoleArn": role,
            "Input": '{"callback_id": "1"}',
            "RetryPolicy": {"MaximumEventAgeInSeconds": 900, "MaximumRetryAttempts": 3},
            **dead_letters,
        },
        **changes,
    }
    session.client("scheduler").create_schedule(**asked)
    return str(asked["Name"])


def test_a_one_time_schedule_sends_once_and_is_gone(session: boto3.Session, queue: Queue, group: str) -> None:
    role = role_for(session, allowing("sqs:SendMessage", queue.arn), service="scheduler")

    name = schedule(session, group, role, queue.arn)

    assert queue.bodies(seconds=15) == ['{"callback_id": "1"}']
    assert session.client("scheduler").list_schedules(GroupName=group)["Schedules"] == []
    with pytest.raises(session.client("scheduler").exceptions.ResourceNotFoundException):
        session.client("scheduler").get_schedule(Name=name, GroupName=group)


def test_a_name_is_there_once(session: boto3.Session, queue: Queue, group: str) -> None:
    role = role_for(session, allowing("sqs:SendMessage", queue.arn), service="scheduler")
    far = {"Name": "the-same", "ScheduleExpression": "at(2099-01-01T00:00:00)"}
    schedule(session, group, role, queue.arn, **far)

    with pytest.raises(session.client("scheduler").exceptions.ConflictException):
        schedule(session, group, role, queue.arn, **far)


@pytest.mark.parametrize("why", ["not allowed", "not there"])
def test_what_a_schedule_cannot_deliver_is_kept(
    session: boto3.Session, queue: Queue, dead: Queue, group: str, why: str
) -> None:
    target = queue.arn if why == "not allowed" else f"{queue.arn}-none"
    allowed = [dead.arn] if why == "not allowed" else [dead.arn, target]
    role = role_for(session, allowing("sqs:SendMessage", allowed), service="scheduler")

    name = schedule(session, group, role, target, dead=dead.arn)

    [letter] = dead.received(seconds=15)
    said = {key: value["StringValue"] for key, value in letter["MessageAttributes"].items()}
    codes = {"not allowed": "AccessDeniedException", "not there": "AWS.SimpleQueueService.NonExistentQueue"}
    url = f"{queue.url.rpartition('/')[0]}/{target.rpartition(':')[2]}"
    assert json.loads(letter["Body"]) == {"MessageBody": '{"callback_id": "1"}', "QueueUrl": url}
    assert said["ERROR_CODE"] == codes[why]
    assert said["TARGET_ARN"] == target
    assert said["SCHEDULE_ARN"] == f"arn:aws:scheduler:{REGION}:{ACCOUNT}:schedule/{group}/{name}"
    assert queue.bodies() == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"ScheduleExpression": "at(tomorrow)"}, "Invalid Schedule Expression"),
        ({"ScheduleExpression": "at(2026-13-01T00:00:00)"}, "Invalid Schedule Expression"),
        ({"Name": "a b"}, "failed to satisfy constraint"),
        ({"GroupName": "none"}, "does not exist"),
    ],
)
def test_refuses_what_the_scheduler_refuses(
    session: boto3.Session, queue: Queue, group: str, changes: dict[str, str], message: str
) -> None:
    role = role_for(session, allowing("sqs:SendMessage", queue.arn), service="scheduler")

    with pytest.raises(ClientError, match=message):
        schedule(session, changes.pop("GroupName", group), role, queue.arn, **changes)


def test_the_scheduler_must_be_able_to_take_the_role(session: boto3.Session, queue: Queue, group: str) -> None:
    role = role_for(session, allowing("sqs:SendMessage", queue.arn), service="lambda")

    with pytest.raises(ClientError, match="must allow AWS EventBridge Scheduler to assume the role"):
        schedule(session, group, role, queue.arn)


def test_who_creates_a_schedule_must_pass_its_role(
    server: ServerProcess, session: boto3.Session, queue: Queue, group: str
) -> None:
    role = role_for(session, allowing("sqs:SendMessage", queue.arn), service="scheduler")
    create = allowing("scheduler:CreateSchedule", f"arn:aws:scheduler:{REGION}:{ACCOUNT}:schedule/{group}/*")
    of_another = allowing("scheduler:CreateSchedule", f"arn:aws:scheduler:{REGION}:{ACCOUNT}:schedule/default/*")
    condition = {"StringEquals": {"iam:PassedToService": "scheduler.amazonaws.com"}}
    passing = {**allowing("iam:PassRole", role), "Condition": condition}

    with pytest.raises(ClientError, match="not authorized to perform: iam:PassRole"):
        schedule(acting(server, session, create), group, role, queue.arn)
    with pytest.raises(ClientError, match="not authorized to perform: scheduler:CreateSchedule"):
        schedule(acting(server, session, of_another, passing), group, role, queue.arn)

    schedule(acting(server, session, create, passing), group, role, queue.arn)
    assert queue.bodies(seconds=15) == ['{"callback_id": "1"}']


@pytest.mark.parametrize(("fault", "times"), [(double(), 2), (lose(), 0)])
def test_schedules_of_a_group_come_twice_or_never(
    server: ServerProcess, session: boto3.Session, queue: Queue, group: str, fault: Any, times: int
) -> None:
    role = role_for(session, allowing("sqs:SendMessage", queue.arn), service="scheduler")

    with Control(server.port).fault(f"scheduler/{group}/*", fault):
        schedule(session, group, role, queue.arn)
        time.sleep(3)

    assert queue.bodies() == ['{"callback_id": "1"}'] * times
