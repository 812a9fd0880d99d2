"""What a call needs besides its own action, asked in the caller's name: passing a role, moving messages.

A schedule is created by whoever may pass its role to the scheduler: "Identity and access management in Amazon
EventBridge Scheduler". A move of messages needs what moving them by hand needs: "Troubleshooting dead-letter queue and
DLQ redrive issues" of the SQS developer guide.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ministack import app
from ministack.core import iam_actions, iam_evaluator, router
from ministack.core.responses import get_region, new_uuid

from aicc_local.emulator import message_moves

OF_DEAD_LETTERS = {
    "StartMessageMoveTask": ("ReceiveMessage", "DeleteMessage", "GetQueueAttributes"),
    "CancelMessageMoveTask": ("ReceiveMessage", "DeleteMessage", "GetQueueAttributes"),
    "ListMessageMoveTasks": ("GetQueueAttributes",),
}


@dataclass(frozen=True, slots=True)
class Permission:
    """One that is needed."""

    action: str
    resource: str
    context: Mapping[str, str] = field(default_factory=dict)


def register() -> None:
    """Ask before the service answers; by then ministack has authorized the call itself."""
    _ask("scheduler", lambda method, path, headers, body: passed_roles(method, path, body))
    _ask("sqs", lambda method, path, headers, body: moves(headers.get("x-amz-target", ""), body))


def _ask(service: str, needs: Any) -> None:
    serve = app.SERVICE_HANDLERS[service]

    async def asked(method: str, path: str, headers: dict[str, str], body: bytes, query: dict[str, list[str]]) -> Any:
        caller = router.extract_access_key_id(headers, query)
        for permission in needs(method, path, headers, body) if app.AUTH else ():
            action, resource = permission.action, permission.resource
            denied = iam_evaluator.enforce(
                caller,
                action,
                action.partition(":")[0],
                get_region(),
                resource_arn=resource,
                service_context=dict(permission.context),
            )
            if denied is not None:
                return iam_actions.access_denied_response(
                    service,
                    action,
                    getattr(denied, "principal_arn", ""),
                    new_uuid(),
                    headers=headers,
                    resource_arn=resource,
                    explicit_deny=getattr(denied, "decision", "") == "Deny",
                )
        return await serve(method, path, headers, body, query)

    app.SERVICE_HANDLERS[service] = asked


def passed_roles(method: str, path: str, body: bytes) -> Iterator[Permission]:
    """What the creation or the change of a schedule needs.

    >>> [passed] = passed_roles("POST", "/schedules/1", b'{"Target": {"RoleArn": "arn:aws:iam::1:role/r"}}')
    >>> passed.action, passed.resource
    ('iam:PassRole', 'arn:aws:iam::1:role/r')
    """
    if method in ("POST", "PUT") and path.startswith("/schedules/"):
        role = (_document(body).get("Target") or {}).get("RoleArn")
        if role:
            yield Permission("iam:PassRole", role, {"iam:PassedToService": "scheduler.amazonaws.com"})


def moves(target: str, body: bytes) -> Iterator[Permission]:
    """What an operation on tasks that move messages needs besides itself."""
    operation, asked = target.rpartition(".")[2], _document(body)
    if operation not in OF_DEAD_LETTERS:
        return
    source = dead_letters_of(operation, asked)
    for action in OF_DEAD_LETTERS[operation]:
        yield Permission(f"sqs:{action}", source)
    if operation == "StartMessageMoveTask":
        destinations = [asked["DestinationArn"]] if asked.get("DestinationArn") else message_moves.sources_of(source)
        for destination in destinations:
            yield Permission("sqs:SendMessage", destination)


def dead_letters_of(operation: str, asked: Mapping[str, Any]) -> str:
    """The queue that such an operation is about; "*" when that is not to be found out."""
    if operation != "CancelMessageMoveTask":
        return str(asked.get("SourceArn") or "*")
    try:
        return message_moves.source_of_handle(str(asked.get("TaskHandle") or ""))
    except Exception:
        # No handle: SQS itself will say so.
        return "*"


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body or b"{}")
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}
