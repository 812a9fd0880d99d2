"""Contact events that an EventBridge rule sends to a queue."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import boto3

# A contact's id to the types of its events so far.
Received = Callable[[str], list[str]]


@contextmanager
def event_queue(session: boto3.Session) -> Iterator[Received]:
    """A rule and its queue, until the block ends."""
    events, queues = session.client("events"), session.client("sqs")
    name = f"contacts-{uuid4()}"
    url = queues.create_queue(QueueName=name)["QueueUrl"]
    arn = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    pattern = {"source": ["aws.connect"], "detail-type": ["Amazon Connect Contact Event"]}
    rule = events.put_rule(Name=name, EventPattern=json.dumps(pattern))["RuleArn"]
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "events.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": arn,
        "Condition": {"ArnEquals": {"aws:SourceArn": rule}},
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    queues.set_queue_attributes(QueueUrl=url, Attributes={"Policy": policy})
    events.put_targets(Rule=name, Targets=[{"Id": "queue", "Arn": arn}])
    seen: list[dict[str, Any]] = []

    def of(contact: str) -> list[str]:
        for message in queues.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", ()):
            seen.append(json.loads(message["Body"]))
            queues.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return [event["detail"]["eventType"] for event in seen if event["detail"]["contactId"] == contact]

    yield of
    events.remove_targets(Rule=name, Ids=["queue"])
    events.delete_rule(Name=name)
    queues.delete_queue(QueueUrl=url)
