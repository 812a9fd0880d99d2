"""Requests of CloudFormation for a custom resource, and the answers it waits for at a pre-signed address.

Without an answer CloudFormation waits an hour, so a function that takes requests must answer each of them, also when
it fails. Source: AWS CloudFormation user guide, "Custom resource request objects" and "... response objects".
"""

import json
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aicc_core.errors import MalformedEvent

ANSWER_SECONDS = 10  # what answering takes at most: two tries of five seconds
_TRIES = 2
_LONGEST_REASON = 1000  # CloudFormation takes 4,096 bytes for the whole answer


class RequestType(StrEnum):
    """What CloudFormation wants."""

    CREATE = "Create"
    UPDATE = "Update"
    DELETE = "Delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceRequest:
    """One request; `physical_id` and `old_properties` are empty where CloudFormation sends none."""

    request_type: RequestType
    resource_type: str
    logical_id: str
    physical_id: str
    properties: Mapping[str, Any]
    old_properties: Mapping[str, Any]
    stack_id: str
    request_id: str
    response_url: str = field(repr=False)  # whoever knows it can answer in our place


def read_resource_request(event: Mapping[str, Any]) -> ResourceRequest:
    """Return the request in `event`.

    Raises `MalformedEvent` that names what is missing: then there is nowhere to answer to.
    """
    required = ("RequestType", "ResourceType", "LogicalResourceId", "StackId", "RequestId", "ResponseURL")
    missing = [name for name in required if not isinstance(event.get(name), str)]
    if missing:
        raise MalformedEvent(f"{', '.join(missing)} must be there and be texts")
    return ResourceRequest(
        request_type=RequestType(event["RequestType"]),
        resource_type=event["ResourceType"],
        logical_id=event["LogicalResourceId"],
        physical_id=event.get("PhysicalResourceId", ""),
        properties=event.get("ResourceProperties", {}),
        old_properties=event.get("OldResourceProperties", {}),
        stack_id=event["StackId"],
        request_id=event["RequestId"],
        response_url=event["ResponseURL"],
    )


def answer_done(request: ResourceRequest, physical_id: str) -> None:
    """Tell CloudFormation that `request` is carried out; an OSError means that it does not know."""
    _put(request, {"Status": "SUCCESS", "PhysicalResourceId": physical_id})


def answer_failed(request: ResourceRequest, physical_id: str, reason: str) -> None:
    """Tell CloudFormation that `request` failed; operators read `reason`, made one line, in the stack's events."""
    one_line = " ".join(reason.split())[:_LONGEST_REASON]
    _put(request, {"Status": "FAILED", "PhysicalResourceId": physical_id, "Reason": one_line})


def _put(request: ResourceRequest, answer: Mapping[str, str]) -> None:
    body = {
        **answer,
        "StackId": request.stack_id,
        "RequestId": request.request_id,
        "LogicalResourceId": request.logical_id,
    }
    put = urllib.request.Request(
        request.response_url,
        data=json.dumps(body).encode(),
        method="PUT",
        # The address is signed for an empty content type; urllib would put one in.
        headers={"Content-Type": ""},
    )
    for tries_left in reversed(range(_TRIES)):
        try:
            with urllib.request.urlopen(put, timeout=ANSWER_SECONDS / _TRIES):
                return
        except OSError:
            if not tries_left:
                raise
