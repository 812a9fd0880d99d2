"""Answers to NIST 800-53 R5, for those whose settings ask for that pack.

Said only then: an acknowledgement of a pack that does not run would be about nothing.
"""

from aws_cdk import Stack
from aws_cdk.aws_iam import CfnPolicy
from aws_cdk.aws_lambda import CfnFunction
from aws_cdk.aws_s3 import CfnBucket

from aicc_constructs import AccessLogBucket, acknowledge

PACK = "NIST.800.53.R5"


def acknowledge_nist(stack: Stack) -> None:
    """Acknowledge, resource by resource, what this pack asks for and the contact centre does otherwise.

    Args:
        stack: The environment's stack, complete.
    """
    for construct in stack.node.find_all():
        if isinstance(construct, CfnFunction):
            acknowledge(
                construct,
                {
                    f"{PACK}-LambdaConcurrency": "A new account has too little concurrency to reserve some for each "
                    "function; the account's own limit holds.",
                    f"{PACK}-LambdaInsideVPC": "It reaches AWS APIs only, and Amazon Connect has no endpoint inside a "
                    "VPC to call it from or be called at.",
                },
            )
            if construct.dead_letter_config is None:
                acknowledge(
                    construct,
                    {
                        f"{PACK}-LambdaDLQ": "Only ever invoked synchronously: whoever calls sees the fault at once, "
                        "so no event is left to keep."
                    },
                )
        elif isinstance(construct, CfnPolicy):
            acknowledge(
                construct,
                {
                    f"{PACK}-IAMNoInlinePolicy": "It belongs to one role only and goes with it; a managed policy "
                    "could be attached to others."
                },
            )
        elif isinstance(construct, CfnBucket):
            acknowledge(
                construct,
                {
                    f"{PACK}-S3BucketReplicationEnabled": "What customers said stays in its Region; versions guard "
                    "against loss, and there is one Region for Connect in Korea."
                },
            )
        if isinstance(construct, AccessLogBucket):
            acknowledge(
                construct,
                {
                    f"{PACK}-S3DefaultEncryptionKMS": "The delivery of access logs writes to buckets with Amazon S3's "
                    "own encryption only."
                },
            )
