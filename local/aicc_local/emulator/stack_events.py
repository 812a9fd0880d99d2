"""Stack events as CloudFormation tells them: of what changes, and of nothing else.

ministack's engine goes through every resource of an update and reports each as updated, those that it leaves alone too;
a new resource it reports as updated, and what it deletes after an update it does not report at all.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
"""

from typing import Any

from ministack.services import cloudformation
from ministack.services.cloudformation import stacks

from aicc_local.emulator.stack_cleanup import cleaning

Key = tuple[str, str]

_add_event = stacks._add_event
_update_resource = stacks._update_resource
_provision_resource = stacks._provision_resource
_delete_resource = stacks._delete_resource

# Announced by the engine, not yet known to be more than a look.
_announced: dict[Key, tuple[Any, ...]] = {}
# Made by the update that is running.
_made: set[Key] = set()


def register() -> None:
    """Correct the events of ministack's engine."""
    stacks._add_event = add_event
    stacks._update_resource = update_resource
    stacks._provision_resource = provision_resource
    stacks._delete_resource = delete_resource


def add_event(
    stack_id: str,
    stack_name: str,
    logical_id: str,
    resource_type: str,
    status: str,
    reason: str = "",
    physical_id: str = "",
    detailed_status: str = "",
) -> None:
    """Record an event, unless it is of a resource that an update leaves alone."""
    key = (stack_id, logical_id)
    if logical_id != stack_name and status.startswith("UPDATE_"):
        if status == "UPDATE_IN_PROGRESS" and not reason and not physical_id:
            _announced[key] = (stack_id, stack_name, logical_id, resource_type)
            return
        announced = _announced.pop(key, None)
        if announced and status == "UPDATE_COMPLETE":
            return
        if announced and status == "UPDATE_FAILED":
            _add_event(*announced, "UPDATE_IN_PROGRESS")
        if key in _made and status != "UPDATE_IN_PROGRESS":
            _made.discard(key)
            status = status.replace("UPDATE", "CREATE")
    _add_event(stack_id, stack_name, logical_id, resource_type, status, reason, physical_id, detailed_status)


def update_resource(
    resource_type: str,
    physical_id: str,
    old: dict[str, Any],
    new: dict[str, Any],
    stack_name: str,
    logical_id: str,
    *rest: Any,
) -> tuple[str, dict[str, Any]]:
    """Update one resource; from here on it is known whether anything changes."""
    if old != new:
        announced = _announced.pop((_stack_id(stack_name), logical_id), None)
        if announced:
            _add_event(*announced, "UPDATE_IN_PROGRESS", physical_id=physical_id)
    answer: tuple[str, dict[str, Any]] = _update_resource(
        resource_type, physical_id, old, new, stack_name, logical_id, *rest
    )
    return answer


def provision_resource(
    resource_type: str, logical_id: str, properties: dict[str, Any], stack_name: str
) -> tuple[str, dict[str, Any]]:
    """Make one resource, in a new stack or in an update."""
    key = (_stack_id(stack_name), logical_id)
    announced = _announced.pop(key, None)
    if announced:
        _made.add(key)
        _add_event(*announced, "CREATE_IN_PROGRESS")
    answer: tuple[str, dict[str, Any]] = _provision_resource(resource_type, logical_id, properties, stack_name)
    return answer


def delete_resource(
    resource_type: str, physical_id: str, properties: dict[str, Any], stack_name: str, logical_id: str
) -> None:
    """Delete one resource; while an update cleans up, with the events that the engine leaves out."""
    if not cleaning():
        _delete_resource(resource_type, physical_id, properties, stack_name, logical_id)
        return
    place = (_stack_id(stack_name), stack_name, logical_id, resource_type)
    _add_event(*place, "DELETE_IN_PROGRESS", physical_id=physical_id)
    _delete_resource(resource_type, physical_id, properties, stack_name, logical_id)
    _add_event(*place, "DELETE_COMPLETE", physical_id=physical_id)


def _stack_id(stack_name: str) -> str:
    return str((cloudformation._stacks.get(stack_name) or {}).get("StackId", ""))
