"""SQS: out of a dead-letter queue, back to where the messages came from or elsewhere, as AWS does it."""

from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.acting_role import acting
from tests.e2e.contact_centre import eventually
from tests.e2e.queues import Queue, make_queue
from tests.e2e.templates import allowing

NOT_FOUND = "The resource that you specified for the SourceArn parameter doesn't exist"


@pytest.fixture
def dead(session: boto3.Session) -> Queue:
    return make_queue(session)


@pytest.fixture
def queue(session: boto3.Session, dead: Queue) -> Queue:
    return make_queue(session, dead_letters=dead)


def task(session: boto3.Session, dead: Queue) -> dict[str, Any]:
    """The last task of a dead-letter queue."""
    [found] = session.client("sqs").list_message_move_tasks(SourceArn=dead.arn)["Results"]
    return dict(found)


def test_messages_go_back_to_where_they_came_from(session: boto3.Session, queue: Queue, dead: Queue) -> None:
    queue.send("one", "two")
    queue.fail(2)

    session.client("sqs").start_message_move_task(SourceArn=dead.arn)

    done = task(session, dead)
    assert (done["Status"], done["ApproximateNumberOfMessagesMoved"]) == ("COMPLETED", 2)
    assert "TaskHandle" not in done
    received = queue.received()
    assert sorted(message["Body"] for message in received) == ["one", "two"]
    assert {message["Attributes"]["ApproximateReceiveCount"] for message in received} == {"1"}
    assert dead.bodies() == []


def test_messages_of_several_queues_go_back_each_to_its_own(session: boto3.Session, queue: Queue, dead: Queue) -> None:
    other = make_queue(session, dead_letters=dead)
    queue.send("of one")
    other.send("of the other")
    queue.fail(2)
    other.fail(2)

    session.client("sqs").start_message_move_task(SourceArn=dead.arn)

    assert (queue.bodies(), other.bodies()) == (["of one"], ["of the other"])


def test_what_came_from_no_queue_moves_only_to_a_named_one(session: boto3.Session, queue: Queue, dead: Queue) -> None:
    dead.send("of a schedule")

    session.client("sqs").start_message_move_task(SourceArn=dead.arn)
    failed = task(session, dead)
    session.client("sqs").start_message_move_task(SourceArn=dead.arn, DestinationArn=queue.arn)

    assert (failed["Status"], failed["FailureReason"]) == ("FAILED", "CouldNotDetermineMessageSource")
    assert queue.bodies() == ["of a schedule"]


def test_a_task_has_a_rate_is_the_only_one_and_can_be_cancelled(
    session: boto3.Session, queue: Queue, dead: Queue
) -> None:
    client = session.client("sqs")
    dead.send("one", "two", "three", "four")
    handle = client.start_message_move_task(
        SourceArn=dead.arn, DestinationArn=queue.arn, MaxNumberOfMessagesPerSecond=1
    )["TaskHandle"]

    with pytest.raises(ClientError, match="There is already a task running"):
        client.start_message_move_task(SourceArn=dead.arn)
    running = task(session, dead)
    client.cancel_message_move_task(TaskHandle=handle)

    assert (running["Status"], running["TaskHandle"]) == ("RUNNING", handle)
    assert running["ApproximateNumberOfMessagesToMove"] == 4
    assert eventually(lambda: task(session, dead)["Status"] == "CANCELLED")
    assert len(dead.bodies()) >= 3
    with pytest.raises(ClientError, match="Task does not exist"):
        client.cancel_message_move_task(TaskHandle=handle)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"SourceArn": "{queue}"}, "Source queue must be configured as a Dead Letter Queue"),
        ({"SourceArn": "{dead}-none"}, NOT_FOUND),
        ({"SourceArn": "{dead}", "DestinationArn": "{dead}-none"}, "DestinationArn parameter doesn't exist"),
        ({"SourceArn": "{dead}", "MaxNumberOfMessagesPerSecond": 501}, "Must be between 1 and 500"),
    ],
    ids=["no dead-letter queue", "no source", "no destination", "too fast"],
)
def test_refuses_what_sqs_refuses(
    session: boto3.Session, queue: Queue, dead: Queue, parameters: dict[str, Any], message: str
) -> None:
    arns = {"queue": queue.arn, "dead": dead.arn}
    asked: dict[str, Any] = {
        name: value.format(**arns) if isinstance(value, str) else value for name, value in parameters.items()
    }

    with pytest.raises(ClientError, match=message):
        session.client("sqs").start_message_move_task(**asked)


def test_a_dead_letter_queue_knows_its_sources(session: boto3.Session, queue: Queue, dead: Queue) -> None:
    assert session.client("sqs").list_dead_letter_source_queues(QueueUrl=dead.url)["queueUrls"] == [queue.url]


OF_DEAD = ["sqs:StartMessageMoveTask", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]


def test_a_role_that_may_all_that_a_move_takes_may_move(
    server: ServerProcess, session: boto3.Session, queue: Queue, dead: Queue
) -> None:
    dead.send("one")
    role = acting(server, session, allowing(OF_DEAD, dead.arn), allowing("sqs:SendMessage", queue.arn))

    role.client("sqs").start_message_move_task(SourceArn=dead.arn, DestinationArn=queue.arn)

    assert queue.bodies() == ["one"]


@pytest.mark.parametrize("missing", [*OF_DEAD, "sqs:SendMessage"])
def test_a_role_that_lacks_any_of_it_may_not(
    server: ServerProcess, session: boto3.Session, queue: Queue, dead: Queue, missing: str
) -> None:
    dead.send("one")
    kept = [action for action in OF_DEAD if action != missing]
    statements = [allowing(kept, dead.arn)] + ([] if missing == "sqs:SendMessage" else [allowing("sqs:*", queue.arn)])
    role = acting(server, session, *statements)

    with pytest.raises(ClientError, match=f"not authorized to perform: {missing}"):
        role.client("sqs").start_message_move_task(SourceArn=dead.arn, DestinationArn=queue.arn)

    assert dead.bodies() == ["one"]
