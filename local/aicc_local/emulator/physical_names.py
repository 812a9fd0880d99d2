"""Names that CloudFormation gives: new for every stack, so that one made again does not meet what the last one left.

ministack makes them of the stack's name alone and overwrites what has the name already: a table that was retained would
be empty after the next deployment. A name that the template gives and that is taken is refused, as AWS does.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html
"""

import json
import uuid
from collections.abc import Callable
from typing import Any

from ministack.services import cloudformation
from ministack.services.cloudformation import changesets, provisioners

Create = Callable[[str, dict[str, Any], str], tuple[str, dict[str, Any]]]

LOG_GROUP = "AWS::Logs::LogGroup"
# What can be looked up by a name that templates give. Buckets are refused by ministack itself.
NAMED = ("AWS::DynamoDB::Table", "AWS::IAM::Role", "AWS::Lambda::Function", LOG_GROUP, "AWS::SSM::Parameter")

_physical_name = provisioners._physical_name


class NameTaken(Exception):
    """The template gives a name that something else has; the text is what the stack's events show."""


def register() -> None:
    """Name things as CloudFormation does."""
    provisioners._physical_name = physical_name
    handlers = provisioners._RESOURCE_HANDLERS
    handlers[LOG_GROUP].update(create=create_log_group, update=update_log_group, update_with_logical_id=True)
    for resource_type in NAMED:
        handlers[resource_type]["create"] = _refusing(resource_type, handlers[resource_type]["create"])


def physical_name(stack_name: str, logical_id: str, *, seeded: bool = True, **limits: Any) -> str:
    """`<stack>-<logical id>-<suffix>`, with another suffix in every stack, even of the same name."""
    stack_id = (cloudformation._stacks.get(stack_name) or {}).get("StackId", "")
    token = provisioners._NAME_SEED.set(f"{stack_id}{provisioners._NAME_SEED.get() if seeded else ''}")
    try:
        return str(_physical_name(stack_name, logical_id, **limits))
    finally:
        provisioners._NAME_SEED.reset(token)


def create_log_group(logical_id: str, properties: dict[str, Any], stack: str) -> tuple[str, dict[str, Any]]:
    """Make a log group; without a name of its own it is named as everything else."""
    named = {"LogGroupName": physical_name(stack, logical_id, max_len=512), **properties}
    made: tuple[str, dict[str, Any]] = provisioners._cwlogs_create(logical_id, named, stack)
    return made


def update_log_group(
    physical_id: str, old: dict[str, Any], new: dict[str, Any], stack: str, logical_id: str
) -> tuple[str, dict[str, Any]]:
    """Change a log group; the name that CloudFormation gave stays."""
    unnamed = physical_id if "LogGroupName" not in old else physical_name(stack, logical_id, max_len=512)
    changed: tuple[str, dict[str, Any]] = provisioners._cwlogs_update(
        physical_id, old, {"LogGroupName": unnamed, **new}, stack, logical_id
    )
    return changed


def _refusing(resource_type: str, create: Create) -> Create:
    [*_, key], problem = changesets._IMPORT_LOOKUPS[resource_type]

    def refuse_or_create(logical_id: str, properties: dict[str, Any], stack: str) -> tuple[str, dict[str, Any]]:
        name = properties.get(key)
        if name and problem(name) is None:
            identifier = json.dumps({f"/properties/{key}": name}, separators=(",", ":"))
            raise NameTaken(
                f"Resource handler returned message: \"Resource of type '{resource_type}' with identifier "
                f"'{identifier}' already exists.\" (RequestToken: {uuid.uuid4()}, HandlerErrorCode: AlreadyExists)"
            )
        return create(logical_id, properties, stack)

    return refuse_or_create
