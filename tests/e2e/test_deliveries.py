"""What brings events and callbacks to a function: rules, queues and their consumers, with IAM enforced."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import pytest

from tests.e2e.contact_centre import eventually
from tests.e2e.queues import Queue, make_queue
from tests.e2e.stacks import SmallStack, small_stack
from tests.e2e.templates import allowing, function

# Fails on "bad", says how many of it run at once, and how often a message was received.
CONSUMER = """
import json
import time

def handler(event, context):
    failures = []
    for record in event["Records"]:
        body = record["body"]
        print(json.dumps({"body": body, "count": record["attributes"]["ApproximateReceiveCount"], "at": time.time()}))
        if body.startswith("slow"):
            time.sleep(1)
            print(json.dumps({"body": body, "ended": time.time()}))
        if body == "bad":
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
"""


@pytest.fixture
def dead(session: boto3.Session) -> Queue:
    return make_queue(session)


@pytest.fixture
def queue(session: boto3.Session, dead: Queue) -> Queue:
    return make_queue(session, dead_letters=dead, VisibilityTimeout="6")


@pytest.fixture
def stack(session: boto3.Session) -> Iterator[SmallStack]:
    with small_stack(session, f"small-{uuid.uuid4().hex[:8]}") as stack:
        yield stack


# --- rules -------------------------------------------------------------------------------------------------------


def rule_to(session: boto3.Session, queue: Queue, **target: Any) -> tuple[str, str]:
    """A rule for events of a source of its own that sends them to a queue; its ARN and the source."""
    events, name = session.client("events"), f"rule-{uuid.uuid4().hex[:8]}"
    arn = events.put_rule(Name=name, EventPattern=json.dumps({"source": [name]}))["RuleArn"]
    events.put_targets(Rule=name, Targets=[{"Id": "queue", "Arn": queue.arn, **target}])  # type: ignore[list-item]  # given by name
    return arn, name


def happen(session: boto3.Session, source: str) -> None:
    session.client("events").put_events(Entries=[{"Source": source, "DetailType": "test", "Detail": "{}"}])


def test_a_queue_takes_events_of_the_rule_that_its_policy_names(session: boto3.Session, queue: Queue) -> None:
    arn, source = rule_to(session, queue)

    happen(session, source)
    queue.let("events", f"{arn}-of-another")
    happen(session, source)
    assert queue.bodies(seconds=1) == []

    queue.let("events", arn)
    happen(session, source)
    [body] = queue.bodies(seconds=15)
    assert json.loads(body)["source"] == source


def test_what_a_rule_cannot_deliver_is_kept(session: boto3.Session, queue: Queue, dead: Queue) -> None:
    arn, source = rule_to(session, queue, DeadLetterConfig={"Arn": dead.arn})
    dead.let("events", arn)

    happen(session, source)

    [letter] = dead.received(seconds=15)
    assert json.loads(letter["Body"])["source"] == source
    assert letter["MessageAttributes"]["RULE_ARN"]["StringValue"] == arn
    assert letter["MessageAttributes"]["ERROR_CODE"]["StringValue"] == "NO_PERMISSIONS"


# --- consumers of queues -----------------------------------------------------------------------------------------


def consume(stack: SmallStack, queue: Queue, **mapping: Any) -> None:
    """A function that polls a queue."""
    may = [allowing(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], queue.arn)]
    properties = {
        "EventSourceArn": queue.arn,
        "FunctionName": {"Ref": "Function"},
        "FunctionResponseTypes": ["ReportBatchItemFailures"],
        "BatchSize": 1,
        **mapping,
    }
    resources = function(CONSUMER, *may, allowing("logs:*", "*"), Timeout=6)
    mapped = {"Type": "AWS::Lambda::EventSourceMapping", "Properties": properties}
    assert stack.create({**resources, "Mapping": mapped}) == "CREATE_COMPLETE"


def told(session: boto3.Session, stack: SmallStack) -> list[dict[str, Any]]:
    """What the consumer has said."""
    events = session.client("logs").filter_log_events(logGroupName=stack.physical_id("Log"))["events"]
    return [json.loads(event["message"]) for event in events if event["message"].startswith("{")]


def test_only_what_failed_comes_again_and_goes_to_the_dead_letters(
    session: boto3.Session, stack: SmallStack, dead: Queue
) -> None:
    # As long as the function may take: a message that comes again meanwhile would be received once more.
    queue = make_queue(session, dead_letters=dead, VisibilityTimeout="6")
    consume(stack, queue, BatchSize=10)

    queue.send("good", "bad", "better")

    assert dead.bodies(seconds=30) == ["bad"]
    received = sorted((line["body"], line["count"]) for line in told(session, stack))
    assert received == [("bad", "1"), ("bad", "2"), ("better", "1"), ("good", "1")]


def test_no_more_run_at_once_than_the_mapping_allows(session: boto3.Session, stack: SmallStack, queue: Queue) -> None:
    consume(stack, queue, ScalingConfig={"MaximumConcurrency": 2})

    queue.send(*(f"slow {number}" for number in range(4)))

    assert eventually(lambda: sum("ended" in line for line in told(session, stack)) == 4)
    lines = told(session, stack)
    begun = {line["body"]: line["at"] for line in lines if "at" in line}
    ended = {line["body"]: line["ended"] for line in lines if "ended" in line}
    at_once = [sum(begun[body] <= moment < ended[body] for body in ended) for moment in begun.values()]
    assert max(at_once) <= 2


def test_a_delayed_message_comes_when_its_time_has_come(session: boto3.Session, queue: Queue) -> None:
    queue.send("later", DelaySeconds=2)

    assert queue.bodies(seconds=1) == []
    assert queue.bodies(seconds=15) == ["later"]
