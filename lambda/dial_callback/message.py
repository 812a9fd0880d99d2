"""A message of the dial queue: the callback to look at.

What a schedule could not send is, in the dead-letter queue, its whole request to SQS with the message in it, and comes
as that when it is moved back. Source: EventBridge Scheduler user guide, "Retrieve the dead-letter event".
"""

import json
from collections.abc import Mapping
from typing import Any

from aicc_core.errors import MalformedEvent
from aicc_core.event_values import object_at, text_at


def callback_id_in(message: Mapping[str, Any]) -> str:
    """Return which callback it is; raises `MalformedEvent`.

    >>> callback_id_in({"callback_id": "0f"}), callback_id_in({"QueueUrl": "", "MessageBody": '{"callback_id": "0f"}'})
    ('0f', '0f')
    >>> callback_id_in({})
    Traceback (most recent call last):
    aicc_core.errors.MalformedEvent: callback_id must be a text, got nothing
    """
    if "MessageBody" in message:
        message = _unwrapped(text_at(message["MessageBody"], "MessageBody"))
    return text_at(message.get("callback_id"), "callback_id")


def _unwrapped(body: str) -> Mapping[str, Any]:
    try:
        return object_at(json.loads(body), "MessageBody")
    except ValueError:
        raise MalformedEvent("MessageBody must be JSON") from None
