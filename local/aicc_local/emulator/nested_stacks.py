"""AWS::CloudFormation::Stack: a nested stack that is made, changed, rolled back and deleted as a top-level one is.

ministack has a simpler engine for nested stacks: it leaves what was made before a failure, loses the attributes of what
does not change, and deletes what is replaced even if the update fails later on. This runs its real engine instead.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
"""

import asyncio
import copy
from collections.abc import Coroutine
from typing import Any

from ministack.core.responses import get_account_id, get_region, new_uuid, now_iso
from ministack.services import cloudformation
from ministack.services.cloudformation import engine, helpers, provisioners, stacks

from aicc_local.emulator import stack_cleanup

Stack = dict[str, Any]

_BEFORE = (
    "_resources",
    "_template",
    "_template_body",
    "_resolved_params",
    "_conditions",
    "Parameters",
    "Tags",
    "Outputs",
)


class NestedStackFailed(Exception):
    """A nested stack was not made or changed; the text is what the events of the parent show."""


def register() -> None:
    """Give ministack these handlers in place of its own."""
    provisioners._RESOURCE_HANDLERS["AWS::CloudFormation::Stack"].update(create=create, update=update, delete=delete)


def create(logical_id: str, properties: dict[str, Any], parent: str) -> tuple[str, dict[str, str]]:
    """Make a nested stack; what it made is gone again if it fails."""
    template, body = _template(properties, parent)
    parameters = _parameters(template, properties)
    name = f"{parent}-{logical_id}-{new_uuid()[:12]}"
    stack_id = f"arn:aws:cloudformation:{get_region()}:{get_account_id()}:stack/{name}/{new_uuid()}"
    parent_id = cloudformation._stacks[parent]["StackId"]
    stack: Stack = {
        "StackName": name,
        "StackId": stack_id,
        "CreationTime": now_iso(),
        "StackStatusReason": "",
        "Outputs": [],
        "DisableRollback": True,
        "_resources": {},
        "_parent_stack_name": parent,
        "ParentId": parent_id,
        "RootId": cloudformation._stacks[parent].get("RootId") or parent_id,
        "Capabilities": provisioners._inherited_capabilities(parent),
    }
    _begin(stack, "CREATE_IN_PROGRESS", template, body, parameters, properties)
    cloudformation._stacks[name] = stack
    _run(stacks._deploy_stack_async(name, stack_id, template, parameters, True, stack["Tags"]))
    if stack["StackStatus"] != "CREATE_COMPLETE":
        reason = _failure(stack)
        # The parent does not know it yet, so it cannot delete it.
        _run(stacks._roll_back_operation(name, stack_id, stack, stack["_failed_operation"]))
        _run(stacks._delete_stack_async(name, stack_id))
        raise NestedStackFailed(f"Embedded stack {stack_id} was not successfully created: {reason}")
    return stack_id, _outputs(stack)


def update(physical_id: str, _old: dict[str, Any], new: dict[str, Any], parent: str) -> tuple[str, dict[str, str]]:
    """Change a nested stack, or take the change back while the parent rolls back."""
    stack = _stack(physical_id)
    name, stack_id = stack["StackName"], stack["StackId"]
    if cloudformation._stacks[parent]["StackStatus"] == "UPDATE_ROLLBACK_IN_PROGRESS":
        stack_cleanup.forget(_root(stack))
        if stack.get("_undo"):
            _run(stacks._roll_back_operation(name, stack_id, stack, stack.pop("_undo")))
        if stack["StackStatus"] not in ("UPDATE_ROLLBACK_COMPLETE", "CREATE_COMPLETE", "UPDATE_COMPLETE"):
            raise NestedStackFailed(f"Embedded stack {stack_id} was not rolled back: {_failure(stack)}")
        return stack_id, _outputs(stack)
    template, body = _template(new, parent)
    parameters = _parameters(template, new)
    before = {key: copy.deepcopy(stack[key]) for key in _BEFORE if key in stack}
    _begin(stack, "UPDATE_IN_PROGRESS", template, body, parameters, new)
    with stack_cleanup.postponed(_root(stack)):
        _run(
            stacks._deploy_stack_async(
                name, stack_id, template, parameters, True, stack["Tags"], is_update=True, previous_stack=before
            )
        )
    stack["_undo"] = stack.pop("_failed_operation", None) or _undoing(stack, before, parameters)
    if stack["StackStatus"] != "UPDATE_COMPLETE":
        raise NestedStackFailed(f"Embedded stack {stack_id} was not successfully updated: {_failure(stack)}")
    return stack_id, _outputs(stack)


def delete(physical_id: str, _properties: dict[str, Any]) -> None:
    """Delete a nested stack with what it holds, but for what its template retains."""
    stack = _stack(physical_id)
    if stack["StackStatus"] == "DELETE_COMPLETE":
        return
    _run(stacks._delete_stack_async(stack["StackName"], stack["StackId"]))
    if stack["StackStatus"] != "DELETE_COMPLETE":
        raise NestedStackFailed(f"Embedded stack {stack['StackId']} was not successfully deleted: {_failure(stack)}")


def _template(properties: dict[str, Any], parent: str) -> tuple[dict[str, Any], str]:
    url = properties["TemplateURL"]
    body, error = helpers._resolve_template({"TemplateURL": [url]})
    if error is not None or not body:
        raise NestedStackFailed(f"S3 error: there is no template at {url}")
    template = engine._parse_template(body)
    provisioners._check_nested_stack_capabilities(parent, template)
    return template, body


def _parameters(template: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    given = properties.get("Parameters") or {}
    parameters: dict[str, Any] = engine._resolve_parameters(
        template, [{"Key": key, "Value": str(value)} for key, value in given.items()]
    )
    return parameters


def _begin(
    stack: Stack,
    status: str,
    template: dict[str, Any],
    body: str,
    parameters: dict[str, Any],
    properties: dict[str, Any],
) -> None:
    conditions = engine._evaluate_conditions(template, parameters)
    engine.validate_template_support(template, conditions, parameters)
    stack |= {
        "StackStatus": status,
        "LastUpdatedTime": now_iso(),
        "Description": template.get("Description", ""),
        "Parameters": [
            {"ParameterKey": key, "ParameterValue": each["Value"], "NoEcho": each["NoEcho"]}
            for key, each in parameters.items()
        ],
        "Tags": [
            {"Key": key, "Value": value}
            for key, value in provisioners._tag_map(properties.get("Tags")).items()
            if not key.startswith("aws:")
        ],
        "_template": template,
        "_template_body": body,
        "_resolved_params": parameters,
        "_conditions": conditions,
    }
    name, stack_id = stack["StackName"], stack["StackId"]
    stacks._add_event(stack_id, name, name, "AWS::CloudFormation::Stack", status, physical_id=stack_id)


def _undoing(stack: Stack, before: Stack, parameters: dict[str, Any]) -> dict[str, Any]:
    """What takes back an update that succeeded, in a parent that fails later on."""
    template = stack["_template"]
    order = engine._topological_sort(template.get("Resources", {}), stack["_conditions"])
    done = [each for each in order if each in stack["_resources"]]
    operation: dict[str, Any] = stacks._failed_operation(
        True, before, done, None, None, [], False, template, parameters, False, stack["Tags"], before.get("Tags")
    )
    return operation


def _stack(physical_id: str) -> Stack:
    stack: Stack = cloudformation._stacks[provisioners._nested_stack_lookup_name(physical_id)]
    return stack


def _root(stack: Stack) -> str:
    parent: str = stack["_parent_stack_name"]
    above = cloudformation._stacks[parent]
    return _root(above) if "_parent_stack_name" in above else parent


def _outputs(stack: Stack) -> dict[str, str]:
    return {f"Outputs.{each['OutputKey']}": each["OutputValue"] for each in stack["Outputs"]}


def _failure(stack: Stack) -> str:
    # AWS tells no more than which resource failed. The reason stands in the events of the nested stack; the CDK's
    # command line misses those that are older than its first look, and here all of them are.
    return str(stack.get("StackStatusReason") or stack["StackStatus"])


def _run(work: Coroutine[Any, Any, None]) -> None:
    # A nested stack is handled on a thread of its own, with a copy of the parent's context.
    asyncio.run(work)
