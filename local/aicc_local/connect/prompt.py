"""AWS::Connect::Prompt: a prompt."""

from aicc_local.resource_type import ResourceType


class Prompt(ResourceType):
    """A prompt."""

    type_name = "AWS::Connect::Prompt"
    arn_part = "prompt"
    unique = "Name"
