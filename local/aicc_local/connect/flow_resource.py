"""What flows and modules have in common as resources: names and descriptions change without judging the content."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.flow_draft import published
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record


class FlowResource(ResourceType):
    """A flow or a module."""

    unique = "Name"

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        published(record)

    def describe_anew(self, aws: LocalAws, record: Record, changes: Mapping[str, Any]) -> None:
        """Change the name, the description or the state.

        Raises:
            ServiceError: The name is taken, or something is not as the schema has it.
        """
        with aws.lock:
            properties = self._accepted({"InstanceArn": record.owner, **record.properties, **changes})
            self._check_name(aws, record.owner, properties, record)
            record.properties = properties
            record.changed = aws.now()
