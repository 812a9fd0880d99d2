"""What a rule may deliver is for the queue's policy to say, wherever the delivery happens."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from ministack import app
from ministack.core import iam_evaluator
from ministack.services import sqs

from aicc_local.emulator import rule_targets

QUEUE = "arn:aws:sqs:ap-northeast-2:123456789012:events"
RULE = "arn:aws:events:ap-northeast-2:123456789012:rule/contacts"


def policy(*, rule: str) -> str:
    """TLS only, and open to one rule."""
    statements: list[dict[str, Any]] = [
        {
            "Effect": "Deny",
            "Principal": {"AWS": "*"},
            "Action": "sqs:*",
            "Resource": QUEUE,
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        },
        {
            "Effect": "Allow",
            "Principal": {"Service": "events.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": QUEUE,
            "Condition": {"ArnEquals": {"aws:SourceArn": rule}},
        },
    ]
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


@pytest.fixture
def attributes(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """Of the one queue there is, where permissions are asked for and nothing has come over TLS."""
    found: dict[str, str] = {}
    monkeypatch.setattr(app, "AUTH", True)
    monkeypatch.setattr(sqs, "_queue_by_arn", lambda arn: {"attributes": found} if arn == QUEUE else None)
    token = iam_evaluator._request_origin.set(("", False))
    yield found
    iam_evaluator._request_origin.reset(token)


@pytest.mark.parametrize(("allowed", "takes"), [(RULE, True), (f"{RULE}-2", False)])
def test_a_queue_that_wants_tls_takes_what_its_rule_delivers(
    attributes: dict[str, str], allowed: str, takes: bool
) -> None:
    attributes["Policy"] = policy(rule=allowed)

    assert rule_targets._queue_takes(QUEUE, {"Arn": RULE}) is takes
    # It has asked for itself only.
    assert iam_evaluator._request_origin.get() == ("", False)
