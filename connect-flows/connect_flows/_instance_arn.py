"""ARNs: which instance, account and region something is in."""

import re
from dataclasses import dataclass

ARN = re.compile(
    r"arn:(?P<partition>aws[a-z-]*):(?P<service>[a-z0-9-]+):(?P<region>[a-z0-9-]*):(?P<account>\d{12}|)"
    r":(?P<rest>[^\s\"',<>]+)"
)
INSTANCE = re.compile(r"instance/([0-9a-zA-Z-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceArn:
    """An Amazon Connect instance."""

    partition: str
    region: str
    account: str
    instance_id: str

    @classmethod
    def parse(cls, text: str) -> "InstanceArn":
        """The parts of an ARN; a ValueError with a cure if it is none of an instance."""
        match = ARN.fullmatch(text)
        instance = INSTANCE.fullmatch(match["rest"]) if match is not None and match["service"] == "connect" else None
        if match is None or instance is None or not match["region"] or not match["account"]:
            cure = "write arn:aws:connect:<region>:<account>:instance/<id>"
            raise ValueError(f"{text[:120]!r} is no ARN of an instance; {cure}")
        return cls(
            partition=match["partition"], region=match["region"], account=match["account"], instance_id=instance[1]
        )
