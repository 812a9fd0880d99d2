"""The end of an update: only when the whole of it has succeeded is deleted what it replaced or took out.

CloudFormation does so in UPDATE_COMPLETE_CLEANUP_IN_PROGRESS of the root stack; until then nested stacks keep what they
replaced, so that a rollback finds it. ministack deletes it as soon as the nested stack is done.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
"""

import contextvars
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ministack.services import cloudformation
from ministack.services.cloudformation import stacks

Deletion = Callable[[], None]

_resolve_stack_outputs = stacks._resolve_stack_outputs

# Whether the operation that is running has succeeded and cleans up.
_cleaning: contextvars.ContextVar[bool] = contextvars.ContextVar("cleaning", default=False)
# Whether a nested stack is being updated, whose deletions wait for the root.
_postponing: contextvars.ContextVar[list[Deletion] | None] = contextvars.ContextVar("postponing", default=None)
# By the name of the root stack.
_postponed: dict[str, list[Deletion]] = {}


def register() -> None:
    """Give ministack's engine a phase for cleaning up."""
    stacks._resolve_stack_outputs = outputs_of_success
    delete = stacks._delete_resource

    def delete_resource(*resource: Any) -> None:
        waiting = _postponing.get()
        # What waits for a function is deleted at once: the postponed are deleted where the server must not wait.
        if waiting is not None and cleaning() and not stacks._runs_on_worker_thread(resource[0]):
            context = contextvars.copy_context()
            waiting.append(lambda: context.run(_delete_postponed, delete, resource))
        else:
            delete(*resource)

    stacks._delete_resource = delete_resource


def cleaning() -> bool:
    """Whether what is deleted now is deleted because an update succeeded."""
    return _cleaning.get()


@contextmanager
def postponed(root: str) -> Iterator[None]:
    """Keep what a nested stack of `root` replaces or takes out."""
    token = _postponing.set(_postponed.setdefault(root, []))
    try:
        yield
    finally:
        _postponing.reset(token)


def forget(root: str) -> None:
    """Nothing is deleted: the update of `root` is rolled back."""
    _postponed.pop(root, None)


def outputs_of_success(*arguments: Any) -> Any:
    """The outputs of a stack, which are made once all its resources are; what comes after is cleaning up."""
    outputs = _resolve_stack_outputs(*arguments)
    stack_name, stack_id = arguments[-2:]
    stack = cloudformation._stacks[stack_name]
    if stack["StackStatus"] == "UPDATE_IN_PROGRESS":
        _cleaning.set(True)
        if _postponing.get() is None:
            _begin(stack, stack_name, stack_id)
    return outputs


def _begin(stack: dict[str, Any], stack_name: str, stack_id: str) -> None:
    stack["StackStatus"] = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"
    stacks._add_event(
        stack_id, stack_name, stack_name, "AWS::CloudFormation::Stack", stack["StackStatus"], physical_id=stack_id
    )
    for delete in reversed(_postponed.pop(stack_name, [])):
        delete()


def _delete_postponed(delete: Callable[..., None], resource: tuple[Any, ...]) -> None:
    _postponing.set(None)
    resource_type, physical_id, _properties, stack_name, logical_id = resource
    try:
        delete(*resource)
    except Exception as error:
        # As for a top-level stack: what cannot be deleted does not undo the update.
        stack_id = cloudformation._stacks[stack_name]["StackId"]
        stacks._add_event(stack_id, stack_name, logical_id, resource_type, "DELETE_FAILED", str(error), physical_id)
