"""AWS::Connect::HoursOfOperation: hours of operation."""

from aicc_local.resource_type import Quota, ResourceType


class HoursOfOperation(ResourceType):
    """Hours of operation."""

    type_name = "AWS::Connect::HoursOfOperation"
    arn_part = "operating-hours"
    unique = "Name"
    quota = Quota(name="Hours of operation per instance", limit=100)
