"""What the conditions of a policy are evaluated on in calls of Connect and Lex, besides what holds for every call.

Tags are those of the resource that is checked, as
https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html says, and those that the request itself names.
`connect:InstanceId` is the bare id, as in "Deny all actions on an Amazon Connect instance" of
https://docs.aws.amazon.com/connect/latest/adminguide/security_iam_resource-level-policy-examples.html. A request that
names no instance, such as those about a claimed number by its id, has none: only then an Allow with it does not hold.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from aicc_local.store import Record, Store

TagsOf = Callable[[str], Mapping[str, str]]

_INSTANCE = re.compile(r":instance/([^/]+)")
# As the types of CloudFormation name the tags of a resource, and requests those that they give.
_KEPT_AS = ("Tags", "BotTags", "BotAliasTags")
_GIVEN_AS = ("Tags", "tags", "botTags", "testBotAliasTags")
# "User-defined tags" of contacts are for reports, until a contact is a resource that is tagged.
_TAGS_OF_CONTACTS = frozenset({"TagContact", "UntagContact"})


def tags_in(store: Store) -> TagsOf:
    """The tags of a resource by its ARN; none for what is not there."""

    def tags_of(arn: str) -> Mapping[str, str]:
        record = store.get(arn)
        return {key: tag for name in _KEPT_AS for key, tag in _pairs(record, name)} if record else {}

    return tags_of


def _pairs(record: Record, name: str) -> Iterator[tuple[str, str]]:
    kept = record.properties.get(name) or ()
    # Templates list the tags of a resource; the API gives a contact a map.
    yield from kept.items() if isinstance(kept, Mapping) else ((tag["Key"], tag["Value"]) for tag in kept)


def request_context(
    prefix: str, operation: str, parameters: Mapping[str, Any], arn: str, tags_of: TagsOf
) -> dict[str, Any]:
    """The context keys of one call, checked on `arn`.

    >>> request_context("connect", "DescribeInstance", {"InstanceId": "1a"}, "*", lambda arn: {})
    {'connect:InstanceId': '1a'}
    """
    context: dict[str, Any] = {f"aws:ResourceTag/{key}": value for key, value in tags_of(arn).items()}
    given = _given(operation, parameters)
    for key, value in given.items():
        context[f"aws:RequestTag/{key}"] = value
    keys = [*given, *(parameters.get("tagKeys", ()) if operation == "UntagResource" else ())]
    if keys:
        context["aws:TagKeys"] = keys
    instance = _instance(parameters, arn) if prefix == "connect" else ""
    return {**context, "connect:InstanceId": instance} if instance else context


def _given(operation: str, parameters: Mapping[str, Any]) -> dict[str, str]:
    if operation in _TAGS_OF_CONTACTS:
        return {}
    return {key: value for name in _GIVEN_AS for key, value in (parameters.get(name) or {}).items()}


def _instance(parameters: Mapping[str, Any], arn: str) -> str:
    for named in (parameters.get("InstanceId"), parameters.get("TargetArn"), parameters.get("ResourceArn"), arn):
        if named and (found := _INSTANCE.search(named)):
            return found.group(1)
    return str(parameters.get("InstanceId", ""))
