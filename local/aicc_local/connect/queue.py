"""AWS::Connect::Queue: a queue."""

from aicc_local.resource_type import Quota, ResourceType


class Queue(ResourceType):
    """A queue."""

    type_name = "AWS::Connect::Queue"
    arn_part = "queue"
    unique = "Name"
    quota = Quota(name="Queues per instance", limit=50)
