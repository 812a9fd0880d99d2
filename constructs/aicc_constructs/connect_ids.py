"""Bare ids for requests to Connect, which take ARNs in some places and ids in all."""

from aws_cdk import Fn


def last_id(arn: str) -> str:
    """The id of what an ARN below an instance names.

    Example:
        >>> last_id("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b/queue/3c4d")
        '3c4d'
    """
    return Fn.select(3, Fn.split("/", arn))
