"""What of the deployed callbacks is otherwise while a block runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.e2e.callback_office import CallbackOffice


@contextmanager
def other_policy(office: CallbackOffice, logical_id: str, change: Callable[[list[Any]], list[Any]]) -> Iterator[None]:
    """A queue has another policy while the block runs."""
    sqs, url = office.session.client("sqs"), office.queue(logical_id)
    written = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["Policy"])["Attributes"]["Policy"]
    document = json.loads(written)
    changed = json.dumps({**document, "Statement": change(document["Statement"])})
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": changed})
    try:
        yield
    finally:
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": written})


@contextmanager
def without_permission(office: CallbackOffice, function: str) -> Iterator[None]:
    """Nobody but its own account may invoke a function while the block runs."""
    functions = office.session.client("lambda")
    name, _, alias = office.physical_id("AWS::Lambda::Alias", function).rpartition(":")
    written = functions.get_policy(FunctionName=name, Qualifier=alias)["Policy"]
    [statement] = json.loads(written)["Statement"]
    functions.remove_permission(FunctionName=name, Qualifier=alias, StatementId=statement["Sid"])
    try:
        yield
    finally:
        functions.add_permission(
            FunctionName=name,
            Qualifier=alias,
            StatementId=statement["Sid"],
            Action=statement["Action"],
            Principal=statement["Principal"]["Service"],
            SourceArn=statement["Condition"]["ArnLike"]["AWS:SourceArn"],
        )


@contextmanager
def polled(office: CallbackOffice, logical_id: str) -> Iterator[None]:
    """A queue is polled while the block runs."""
    mapping, name = office.session.client("lambda"), office.queue(logical_id).rpartition("/")[2]
    [source] = [each["UUID"] for each in office.sources if each["EventSourceArn"].endswith(f":{name}")]
    mapping.update_event_source_mapping(UUID=source, Enabled=True)
    try:
        yield
    finally:
        mapping.update_event_source_mapping(UUID=source, Enabled=False)
