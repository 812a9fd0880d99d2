"""AWS::Connect::ContactFlow and AWS::Connect::ContactFlowModule."""

from aicc_local.resource_type import Quota, ResourceType


class ContactFlow(ResourceType):
    """A contact flow."""

    type_name = "AWS::Connect::ContactFlow"
    arn_part = "contact-flow"
    unique = "Name"
    quota = Quota(name="Flows per instance", limit=100)


class ContactFlowModule(ResourceType):
    """A module that flows invoke."""

    type_name = "AWS::Connect::ContactFlowModule"
    arn_part = "flow-module"
    unique = "Name"
    quota = Quota(name="Modules per instance", limit=200)
