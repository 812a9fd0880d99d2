"""Faults of resources of stacks, of every type: CloudFormation sees the creation, update or deletion fail."""

import time
import uuid
from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners

from aicc_local.fault import Fault, Kind
from aicc_local.faults import Faults


class ResourceFailed(Exception):
    """A resource that failed on purpose; the text is what the stack's events show."""


def register(faults: Faults) -> None:
    """Judge what every type does; after all types are known."""
    for resource_type, handlers in provisioners._RESOURCE_HANDLERS.items():
        for action in ("create", "update", "delete"):
            if action in handlers:
                handlers[action] = _judged_handler(faults, f"cloudformation:{resource_type}:{action}", handlers[action])


def _judged_handler(faults: Faults, target: str, handle: Callable[..., Any]) -> Callable[..., Any]:
    def judged(*arguments: Any) -> Any:
        verdict = faults.judge(target)
        time.sleep(verdict.seconds)
        if verdict.fault is None:
            return handle(*arguments)
        if verdict.fault.kind is Kind.FAIL_AFTER:
            handle(*arguments)
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
