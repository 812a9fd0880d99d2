"""Queues of tests, and what is in them."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import boto3

from aicc_local.lifecycle.environment import ACCOUNT, REGION

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue, seen by the administrator."""

    session: boto3.Session
    url: str

    @property
    def arn(self) -> str:
        return f"arn:aws:sqs:{REGION}:{ACCOUNT}:{self.url.rpartition('/')[2]}"

    @property
    def _client(self) -> SQSClient:
        return self.session.client("sqs")

    def send(self, *bodies: str, **options: Any) -> None:
        """Send messages, one after the other."""
        for body in bodies:
            self._client.send_message(QueueUrl=self.url, MessageBody=body, **options)

    def received(self, *, seconds: float = 0.0) -> list[dict[str, Any]]:
        """The messages that are visible within some seconds, and stay in the queue, invisible."""
        deadline, found = time.monotonic() + seconds, []
        while True:
            answer = self._client.receive_message(
                QueueUrl=self.url,
                MaxNumberOfMessages=10,
                MessageAttributeNames=["All"],
                MessageSystemAttributeNames=["All"],
            )
            found += answer.get("Messages", [])
            if found or time.monotonic() > deadline:
                return [dict(message) for message in found]
            time.sleep(0.1)

    def bodies(self, *, seconds: float = 0.0) -> list[str]:
        """Their bodies."""
        return [message["Body"] for message in self.received(seconds=seconds)]

    def fail(self, times: int) -> None:
        """Receive what is there so many times and never delete it; then look once more, which moves it on."""
        for _ in range(times + 1):
            self._client.receive_message(QueueUrl=self.url, MaxNumberOfMessages=10, VisibilityTimeout=0)

    def let(self, service: str, source_arn: str) -> None:
        """Let a service send for one source."""
        statement = {
            "Effect": "Allow",
            "Principal": {"Service": f"{service}.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": self.arn,
            "Condition": {"ArnEquals": {"aws:SourceArn": source_arn}},
        }
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        self._client.set_queue_attributes(QueueUrl=self.url, Attributes={"Policy": policy})


def make_queue(session: boto3.Session, *, dead_letters: Queue | None = None, **attributes: str) -> Queue:
    """Make a queue; messages move to `dead_letters` when they have been received twice."""
    if dead_letters:
        redrive = {"deadLetterTargetArn": dead_letters.arn, "maxReceiveCount": 2}
        attributes["RedrivePolicy"] = json.dumps(redrive)
    made = session.client("sqs").create_queue(QueueName=f"queue-{uuid4().hex[:8]}", Attributes=attributes)  # type: ignore[arg-type]  # names as given
    return Queue(session, made["QueueUrl"])
