"""AWS::Connect::AgentStatus: what an agent is doing."""

from typing import Any

from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record


class AgentStatus(ResourceType):
    """An agent status. Connect cannot delete one: there is no DeleteAgentStatus.

    The registry's schema says the same: what deletes the type needs no permission. So the status outlives its stack,
    and its name stays taken until the instance goes.
    """

    type_name = "AWS::Connect::AgentStatus"
    arn_part = "agent-state"
    unique = "Name"
    quota = Quota(name="Agent status per instance", limit=50)

    def made(self, aws: LocalAws, record: Record) -> None:
        record.properties.setdefault("Type", "CUSTOM")

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        record.properties.setdefault("Type", before["Type"])

    def delete(self, aws: LocalAws, record: Record) -> None:
        """Leave it where it is."""
