"""What ministack authorizes a call on, where it takes something else than AWS.

A schedule is in its group: "Actions, resources, and condition keys for Amazon EventBridge Scheduler". Tasks that move
messages are named by the ARN of the dead-letter queue.
"""

import json
from typing import Any

from ministack.core import iam_actions

from aicc_local.emulator.further_permissions import OF_DEAD_LETTERS, dead_letters_of


def register() -> None:
    """Correct the resource of a request."""
    resource_of = iam_actions.extract_resource_arn

    def corrected(
        service: str,
        method: str,
        path: str,
        headers: dict[str, str],
        body: bytes,
        query_params: dict[str, Any],
        region: str,
        account_id: str,
    ) -> str:
        found = str(resource_of(service, method, path, headers, body, query_params, region, account_id))
        if service == "scheduler" and ":schedule/default/" in found:
            return found.replace("/default/", f"/{_group(body, query_params)}/", 1)
        if service == "sqs":
            operation = headers.get("x-amz-target", "").rpartition(".")[2]
            return dead_letters_of(operation, json.loads(body)) if operation in OF_DEAD_LETTERS else found
        return found

    iam_actions.extract_resource_arn = corrected


def _group(body: bytes, query_params: dict[str, Any]) -> str:
    """The group is in the document of what is made or changed, and in the query of what is read or deleted."""
    named = query_params.get("groupName")
    if isinstance(named, list):
        named = named[0] if named else None
    if not named and body[:1] == b"{":
        named = json.loads(body).get("GroupName")
    return str(named or "default")
