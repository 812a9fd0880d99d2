"""AWS::Connect::Prompt: audio that flows play."""

import re
from typing import Any

from aicc_local.errors import invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

_S3 = re.compile(r"s3://(?P<bucket>[^/]+)/(?P<key>.+)")
_HTTPS = re.compile(r"https://(?P<bucket>[^/]+)\.s3(\.[^/]+)?\.amazonaws\.com/(?P<key>[^?]+)")


class Prompt(ResourceType):
    """A prompt."""

    type_name = "AWS::Connect::Prompt"
    arn_part = "prompt"
    unique = "Name"
    quota = Quota(name="Prompts per instance", limit=500)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        """CreatePrompt requires the address and reads the object; the schema requires neither."""
        address = properties.get("S3Uri", "")
        if not address and record is None:
            raise invalid_parameter("S3Uri is required")
        found = _S3.fullmatch(address) or _HTTPS.fullmatch(address)
        if address and not found:
            raise invalid_parameter(f"S3Uri: {address} names no object in a bucket")
        if found and aws.resources.exists(f"arn:aws:s3:::{found['bucket']}/{found['key']}") is False:
            raise invalid_parameter(f"S3Uri: {address} does not exist")
