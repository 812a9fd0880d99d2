from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from manage_callbacks.dead_letters import SqsDeadLetters, Way

ARN = "arn:aws:sqs:ap-northeast-2:111122223333"
DIAL = Way(name="dial", source=f"{ARN}:dial-dead", to=f"{ARN}:dial")
SCHEDULES = Way(name="schedules", source=f"{ARN}:schedules-dead", to=f"{ARN}:dial")
EVENTS = Way(name="events", source=f"{ARN}:events-dead", to=f"{ARN}:events")


@pytest.fixture
def sqs() -> Iterator[tuple[Any, Stubber]]:
    client: Any = boto3.client("sqs", region_name="ap-northeast-2")
    with Stubber(client) as stub:
        yield client, stub
        stub.assert_no_pending_responses()


def test_letters_go_where_they_were_meant_to_go(sqs: tuple[Any, Stubber]) -> None:
    client, stub = sqs
    for way, to in ((DIAL, "dial"), (SCHEDULES, "dial"), (EVENTS, "events")):
        # Without it Amazon SQS moves nothing at all where one letter came from elsewhere than a queue.
        asked = {"SourceArn": way.source, "DestinationArn": f"{ARN}:{to}"}
        stub.add_response("start_message_move_task", {"TaskHandle": "t"}, asked)

    moved = SqsDeadLetters(client, (DIAL, SCHEDULES, EVENTS)).redrive()

    assert moved == {"dial": "", "schedules": "", "events": ""}


def test_a_queue_of_two_kinds_of_letters_is_moved_once(sqs: tuple[Any, Stubber]) -> None:
    client, stub = sqs
    stub.add_response("start_message_move_task", {"TaskHandle": "t"})

    moved = SqsDeadLetters(client, (DIAL, Way(name="schedules", source=DIAL.source, to=DIAL.to))).redrive()

    assert moved == {"dial": ""}


def test_a_queue_that_cannot_be_moved_holds_up_no_other(sqs: tuple[Any, Stubber]) -> None:
    client, stub = sqs
    stub.add_client_error("start_message_move_task", "AWS.SimpleQueueService.UnsupportedOperation")
    asked = {"SourceArn": EVENTS.source, "DestinationArn": EVENTS.to}
    stub.add_response("start_message_move_task", {"TaskHandle": "t"}, asked)

    moved = SqsDeadLetters(client, (DIAL, EVENTS)).redrive()

    assert moved == {"dial": "AWS.SimpleQueueService.UnsupportedOperation", "events": ""}
