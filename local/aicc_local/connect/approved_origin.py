"""AWS::Connect::ApprovedOrigin: a web site that may embed the agent's screen."""

import re
from typing import Any

from aicc_local.connect.instance import find_instance
from aicc_local.errors import invalid_request
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record

# An origin is scheme, host and port (RFC 6454); what else Connect refuses is not documented.
_ORIGIN = re.compile(r"https?://[a-zA-Z0-9*]([a-zA-Z0-9.*-]*[a-zA-Z0-9])?(:[0-9]{1,5})?")


class ApprovedOrigin(ResourceType):
    """An approved origin."""

    type_name = "AWS::Connect::ApprovedOrigin"
    arn_part = "approved-origin"
    unique = "Origin"
    taken = "ResourceConflictException"

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return find_instance(aws, properties["InstanceId"]).arn

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        if not _ORIGIN.fullmatch(properties["Origin"]):
            raise invalid_request(f"Origin: {properties['Origin']} is not such as https://example.com")
