"""Acknowledges findings of cdk-nag and of the flow rules, each with a sentence on the resource it is about."""

from collections.abc import Mapping

from aws_cdk import Acknowledgment, Validations
from constructs import Construct

from aicc_constructs.errors import InvalidInput

SENTENCE_LENGTH = 40


def acknowledge(construct: Construct, reasons: Mapping[str, str]) -> None:
    """Accept findings below a construct.

    Args:
        construct: The resource that the finding is about, or its nearest parent; never a stack.
        reasons: Full rule id (for granular rules with its finding, `AwsSolutions-IAM5[Resource::*]`) to the sentence
            that says why the finding is right as it is. Warnings about flows are `connect-flows:W501` and the like.

    Raises:
        InvalidInput: A reason is too short to be one.

    Example:
        >>> from aws_cdk import Stack
        >>> from aws_cdk.aws_s3 import Bucket
        >>> acknowledge(
        ...     Bucket(Stack(), "Logs"),
        ...     {"AwsSolutions-S1": "This bucket receives the access logs; logging it into itself would never end."},
        ... )
    """
    for rule, reason in reasons.items():
        if len(reason) < SENTENCE_LENGTH or not reason.endswith("."):
            raise InvalidInput(
                f"acknowledgement of {rule} on {construct.node.path}",
                f"{reason!r} is not a full sentence",
                f"say in at least {SENTENCE_LENGTH} characters why the finding is accepted",
            )
    Validations.of(construct).acknowledge(*[Acknowledgment(id=rule, reason=why) for rule, why in reasons.items()])
