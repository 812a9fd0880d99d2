"""Whom a handler serves: a queue of SQS, which gives a message again until it was dealt with, or is put aside.

Each message is served by itself: one that fails does not bring back the others (partial batch response).
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from aws_lambda_powertools import Logger

from aicc_core.errors import HandlerFault, MalformedEvent
from aicc_core.event_values import object_at, text_at
from aicc_core.frame import framed

BatchAnswer = dict[str, list[dict[str, str]]]


def serve_messages(event: Mapping[str, Any], logger: Logger, serve: Callable[[Mapping[str, Any]], None]) -> BatchAnswer:
    """Have `serve` deal with the body, an object of JSON, of each message; answer which ones are to come again.

    A message that cannot be read is logged and comes again, until the queue puts it with the dead letters.
    """
    failed = [message["messageId"] for message in event["Records"] if not _serve(message, logger, serve)]
    return {"batchItemFailures": [{"itemIdentifier": each} for each in failed]}


def _serve(message: Mapping[str, Any], logger: Logger, serve: Callable[[Mapping[str, Any]], None]) -> bool:
    try:
        with framed(message, logger, _body, lambda _: message["messageId"]) as body:
            serve(body)
    except HandlerFault:  # logged by the frame
        return False
    return True


def _body(message: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the body of a message of SQS.

    >>> _body({"body": "no JSON"})
    Traceback (most recent call last):
    aicc_core.errors.MalformedEvent: body must be JSON
    """
    try:
        body = json.loads(text_at(message.get("body"), "body"))
    except ValueError:
        raise MalformedEvent("body must be JSON") from None
    return object_at(body, "body")
