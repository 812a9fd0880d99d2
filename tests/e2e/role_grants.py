"""What a role of a deployed stack is granted, one action on one resource at a time, and the role without it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.e2e.jobs import Center

if TYPE_CHECKING:
    from mypy_boto3_iam import IAMClient

_HASH = 8  # characters that CDK puts behind a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One action on one resource.

    Attributes:
        name: Such as "dynamodb:GetItem DataOrders": the resource as the stack names it.
        role: The role's name.
        policy: Its policy that grants it.
        document: That policy.
        less: The policy without it.
    """

    name: str
    role: str
    policy: str
    document: str
    less: str

    @contextmanager
    def withdrawn(self, iam: IAMClient) -> Iterator[None]:
        """The role has it not while the block runs."""
        iam.put_role_policy(RoleName=self.role, PolicyName=self.policy, PolicyDocument=self.less)
        try:
            yield
        finally:
            iam.put_role_policy(RoleName=self.role, PolicyName=self.policy, PolicyDocument=self.document)


def grants(center: Center, template: dict[str, Any], logical_id: str) -> list[Grant]:
    """All of a role, whose logical id begins so."""
    role = center.physical_id("AWS::IAM::Role", logical_id)
    return [
        grant
        for resource in template["Resources"].values()
        if resource["Type"] == "AWS::IAM::Policy" and _is_of(resource["Properties"], logical_id)
        for grant in _grants(center.session.client("iam"), role, resource["Properties"])
    ]


def _is_of(policy: dict[str, Any], logical_id: str) -> bool:
    return any(role["Ref"][:-_HASH] == logical_id for role in policy["Roles"])


def _grants(iam: IAMClient, role: str, written: dict[str, Any]) -> Iterator[Grant]:
    name = written["PolicyName"]
    document: Any = iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
    pairs = [
        (f"{action} {_text(resource)}", {**statement, "Action": [action], "Resource": [arn]})
        for said, statement in zip(written["PolicyDocument"]["Statement"], document["Statement"], strict=True)
        for resource, arn in zip(_listed(said["Resource"]), _listed(statement["Resource"]), strict=True)
        for action in _listed(statement["Action"])
    ]
    for index, (grant, _) in enumerate(pairs):
        rest = [statement for place, (_, statement) in enumerate(pairs) if place != index]
        yield Grant(
            name=grant,
            role=role,
            policy=name,
            document=json.dumps(document),
            less=json.dumps({**document, "Statement": rest}),
        )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    """The name of a resource, with what comes after it: "DataOrders/index/open"."""
    if isinstance(value, str):
        return value
    if "Fn::GetAtt" in value:
        return str(value["Fn::GetAtt"][0])[:-_HASH]
    if "Ref" in value:
        return str(value["Ref"])[:-_HASH]
    text = ""
    for part in value["Fn::Join"][1]:
        if isinstance(part, str):
            text += part if text else ""
        elif not part.get("Ref", "").startswith("AWS::"):
            text += _text(part)
    return text
