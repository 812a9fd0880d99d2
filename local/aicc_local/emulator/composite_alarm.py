"""AWS::CloudWatch::CompositeAlarm, which ministack has as an API only."""

import json
from collections.abc import Mapping
from typing import Any

from ministack.services import cloudwatch
from ministack.services.cloudformation import provisioners

from aicc_local.registry_schemas import InvalidProperties, registry_schema

COMPOSITE_ALARM = "AWS::CloudWatch::CompositeAlarm"

Properties = Mapping[str, Any]
Made = tuple[str, dict[str, Any]]

# What ministack's API takes; how one alarm suppresses the actions of another it does not know.
_TAKEN = ("AlarmDescription", "AlarmRule", "ActionsEnabled", "AlarmActions", "OKActions", "InsufficientDataActions")
_SUPPRESSION = ("ActionsSuppressor", "ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod")


class AlarmRefused(Exception):
    """CloudWatch refuses; the text is what the stack's events show."""

    def __init__(self, said: str) -> None:
        super().__init__(f'Resource handler returned message: "{said}" (HandlerErrorCode: InvalidRequest)')


def register() -> None:
    """Make CloudFormation know the type."""
    provisioners._RESOURCE_HANDLERS[COMPOSITE_ALARM] = {"create": create, "update": update, "delete": delete}
    provisioners._REPLACING_PROPERTIES[COMPOSITE_ALARM] = tuple(sorted(registry_schema(COMPOSITE_ALARM).create_only))
    provisioners._STACK_TAG_PROPERTY[COMPOSITE_ALARM] = ("Tags", "list")


def create(logical_id: str, properties: Properties, stack: str) -> Made:
    """Make one; without a name of its own it is named after the stack."""
    given = _checked(properties)
    name = given.get("AlarmName") or provisioners._physical_name(stack, logical_id, max_len=255)
    if name in cloudwatch._composite_alarms or name in cloudwatch._alarms:
        raise AlarmRefused(f"{name} already exists")
    return _put(name, given)


def update(physical_id: str, _old: Properties, new: Properties, _stack: str) -> Made:
    """Change one in place; its state stays until the new rule says otherwise."""
    return _put(physical_id, _checked(new))


def delete(physical_id: str, _properties: Properties) -> None:
    """Delete one, unless another composite alarm depends on it."""
    _done(cloudwatch._delete_alarms({}, {"AlarmNames": [physical_id]}, False, True))


def _checked(properties: Properties) -> dict[str, Any]:
    # CloudFormation's own tags, "aws:...", come among the template's.
    tags = [tag for tag in properties.get("Tags") or () if not str(tag["Key"]).startswith("aws:")]
    given = registry_schema(COMPOSITE_ALARM).coerce({**properties, "Tags": tags})
    try:
        registry_schema(COMPOSITE_ALARM).check(given)
    except InvalidProperties as error:
        raise AlarmRefused(str(error)) from error
    return given


def _put(name: str, given: Properties) -> Made:
    request = {"AlarmName": name, **{key: given[key] for key in _TAKEN if key in given}}
    _done(cloudwatch._put_composite_alarm({}, request, False, True))
    alarm = cloudwatch._composite_alarms[name]
    alarm.update({key: given[key] for key in _SUPPRESSION if key in given})
    cloudwatch._resource_tags[alarm["AlarmArn"]] = {tag["Key"]: tag["Value"] for tag in given["Tags"]}
    return name, {"Arn": alarm["AlarmArn"]}


def _done(answer: tuple[int, dict[str, str], bytes]) -> None:
    status, _, body = answer
    if status >= 400:
        raise AlarmRefused(json.loads(body)["message"])
