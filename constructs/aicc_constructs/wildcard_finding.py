"""Names the finding of cdk-nag about a resource that ends in a wildcard, as the pack itself writes it."""

from typing import Any

from aws_cdk import Stack
from constructs import Construct


def wildcard_finding(scope: Construct, resource: str) -> str:
    """The full rule id about a policy's resource, references included.

    Example:
        >>> from aws_cdk import Aws
        >>> wildcard_finding(Stack(), f"arn:{Aws.PARTITION}:scheduler:::schedule/callbacks/*")
        'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:scheduler:::schedule/callbacks/*]'
    """
    return f"AwsSolutions-IAM5[Resource::{_flat(Stack.of(scope).resolve(resource))}]"


def _flat(value: Any) -> str:
    if isinstance(value, str):
        return value
    [(function, argument)] = value.items()
    if function == "Ref":
        return f"<{argument}>"
    if function == "Fn::GetAtt":
        return f"<{'.'.join(argument)}>"
    if function == "Fn::Join":
        return str(argument[0]).join(_flat(part) for part in argument[1])
    raise ValueError(f"{function} has no name in a finding")
