"""Teaches ministack's CloudFormation our types; its own engine creates, updates, replaces, rolls back and deletes."""

import uuid
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ministack.services.cloudformation import provisioners

from aicc_local.emulator import (
    function_settings,
    nested_stacks,
    physical_names,
    resolved_secrets,
    saml_provider,
    stack_cleanup,
    stack_events,
    stack_operations,
    template_references,
)
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record

# https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html
_HANDLER_ERRORS = {
    "DuplicateResourceException": "AlreadyExists",
    "LimitExceededException": "ServiceLimitExceeded",
    "ServiceQuotaExceededException": "ServiceLimitExceeded",
    "ResourceNotFoundException": "NotFound",
    "ResourceInUseException": "ResourceConflict",
    "ResourceConflictException": "AlreadyExists",
    "ConflictException": "ResourceConflict",
    "ThrottlingException": "Throttling",
    "TooManyRequestsException": "Throttling",
}

# What replaces a resource by the user guide, though the registry's schema does not say so without conditions.
_REPLACING = {
    "AWS::DynamoDB::GlobalTable": ("KeySchema", "TableName"),
    "AWS::KMS::Key": ("KeySpec", "KeyUsage"),
}

T = TypeVar("T")


class Refused(Exception):
    """A resource is refused; the text is what the stack's events show."""


def register(aws: LocalAws, types: Iterable[ResourceType]) -> None:
    """Make CloudFormation know these types, and behave as AWS's where ministack's does not."""
    stack_events.register()
    stack_cleanup.register()
    nested_stacks.register()
    physical_names.register()
    function_settings.register()
    saml_provider.register()
    stack_operations.register()
    template_references.register()
    resolved_secrets.register()
    provisioners._REPLACING_PROPERTIES.update(_REPLACING)
    for resource_type in types:
        provisioners._RESOURCE_HANDLERS[resource_type.type_name] = _handlers(aws, resource_type)
        provisioners._REPLACING_PROPERTIES[resource_type.type_name] = tuple(sorted(resource_type.schema.create_only))
        # ministack adds the tags of the stack to the types it knows.
        if "Tags" in resource_type.schema.document["properties"]:
            provisioners._STACK_TAG_PROPERTY[resource_type.type_name] = ("Tags", "list")


def _handlers(aws: LocalAws, resource_type: ResourceType) -> dict[str, Callable[..., Any]]:
    def create(_logical_id: str, properties: dict[str, Any], _stack: str) -> tuple[str, dict[str, Any]]:
        return _told(lambda: _answer(aws, resource_type, resource_type.create(aws, _given(properties))))

    def update(physical_id: str, _old: dict[str, Any], new: dict[str, Any], _stack: str) -> tuple[str, dict[str, Any]]:
        def change() -> tuple[str, dict[str, Any]]:
            record = _record(aws, resource_type, physical_id)
            resource_type.update(aws, record, _given(new))
            return _answer(aws, resource_type, record)

        return _told(change)

    def delete(physical_id: str, _properties: dict[str, Any]) -> None:
        # CloudFormation takes what is gone for deleted.
        record = resource_type.found(aws, physical_id)
        if record is not None:
            _told(lambda: resource_type.delete(aws, record))

    return {"create": create, "update": update, "delete": delete}


def _given(properties: dict[str, Any]) -> dict[str, Any]:
    # ministack puts CloudFormation's own tags, "aws:...", among the template's; no schema allows those.
    tags = [tag for tag in properties.get("Tags", ()) if not tag["Key"].startswith("aws:")]
    return {**properties, "Tags": tags} if "Tags" in properties else properties


def _record(aws: LocalAws, resource_type: ResourceType, physical_id: str) -> Record:
    record = resource_type.found(aws, physical_id)
    if record is None:
        raise ServiceError("ResourceNotFoundException", f"{physical_id} does not exist", status=404)
    return record


def _answer(aws: LocalAws, resource_type: ResourceType, record: Record) -> tuple[str, dict[str, Any]]:
    return resource_type.ref(aws, record), resource_type.all_attributes(aws, record)


def _told(change: Callable[[], T]) -> T:
    try:
        return change()
    except ServiceError as error:
        raise Refused(_reason(error)) from error


def _reason(error: ServiceError) -> str:
    # Connect spells it so for flows, and with a capital for modules.
    problems = error.members.get("problems") or error.members.get("Problems") or ()
    said = "; ".join(_said(problem) for problem in problems) or error.message or error.code
    code = _HANDLER_ERRORS.get(error.code, "InvalidRequest")
    return f'Resource handler returned message: "{said}" (RequestToken: {uuid.uuid4()}, HandlerErrorCode: {code})'


def _said(problem: Any) -> str:
    return str(problem["message"]) if isinstance(problem, dict) else str(problem)
