"""AWS::Connect::AgentStatus: an agent status."""

from aicc_local.resource_type import ResourceType


class AgentStatus(ResourceType):
    """An agent status."""

    type_name = "AWS::Connect::AgentStatus"
    arn_part = "agent-state"
    unique = "Name"
