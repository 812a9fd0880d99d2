"""Faults of resources of stacks, of every type: CloudFormation sees the creation, update or deletion fail.

What a creation made before it failed is deleted again, as CloudFormation deletes it when it rolls back; here that is
done at once, so a stack without rollback does not keep it. An update that fails afterwards stays done, and a deletion
too: the next deletion of the stack finds the resource gone.
"""

import time
import uuid
from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners

from aicc_local.fault import Fault, Kind
from aicc_local.fault_targets import ACTIONS
from aicc_local.faults import Faults

Undo = Callable[..., None]


class ResourceFailed(Exception):
    """A resource that failed on purpose; the text is what the stack's events show."""


def register(faults: Faults) -> None:
    """Judge what every type does; after all types are known."""
    for resource_type, handlers in provisioners._RESOURCE_HANDLERS.items():
        undo = _undoing(handlers)
        for action in ACTIONS:
            if action in handlers:
                target = f"cloudformation:{resource_type}:{action}"
                handlers[action] = _judged_handler(
                    faults, target, handlers[action], undo if action == "create" else _leave
                )


def _undoing(handlers: dict[str, Any]) -> Undo:
    # Before a rule can hit the deletion.
    delete, with_logical_id = handlers.get("delete"), handlers.get("delete_with_logical_id")

    def undo(made: tuple[str, Any], logical_id: str, properties: dict[str, Any], *_: Any) -> None:
        if delete is not None:
            delete(made[0], properties, *([logical_id] if with_logical_id else []))

    return undo


def _leave(*_: Any) -> None:
    pass


def _judged_handler(faults: Faults, target: str, handle: Callable[..., Any], undo: Undo) -> Callable[..., Any]:
    def judged(*arguments: Any) -> Any:
        verdict = faults.judge(target)
        time.sleep(verdict.seconds)
        if verdict.fault is None:
            return handle(*arguments)
        if verdict.fault.kind is Kind.FAIL_AFTER:
            undo(handle(*arguments), *arguments)
        raise ResourceFailed(_reason(verdict.fault))

    return judged


def _reason(fault: Fault) -> str:
    # https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html
    usual, said = (
        ("Throttling", "Rate exceeded")
        if fault.kind in (Kind.THROTTLE, Kind.LIMIT)
        else ("ServiceInternalError", "An internal error occurred")
    )
    return (
        f'Resource handler returned message: "{said}" '
        f"(RequestToken: {uuid.uuid4()}, HandlerErrorCode: {fault.code or usual})"
    )
