"""An audio prompt that flows play.

Source: AWS::Connect::Prompt: 8 kHz mono WAV, up to 50 MB or five minutes, read from S3 at deploy.
"""

import re
from typing import ClassVar

from aws_cdk.aws_connect import CfnPrompt
from constructs import Construct

from aicc_constructs.checks import NAME_LENGTH, check_description, check_length, is_token
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance

_S3_URI = re.compile(r"s3://\S+/.+|https://\S+\.s3(\.\S+)?\.amazonaws\.com/\S+")


class Prompt(Construct):
    """A prompt of an instance.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        name: 1 to 127 characters, unique in the instance.
        s3_uri: `s3://bucket/key` of the audio.
        description: Up to 250 characters: none.

    Raises:
        InvalidInput: Not an S3 address, or a name or description empty or too long.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> music = Prompt(stack, "Music", instance=instance, name="hold music", s3_uri="s3://hanbit/hold.wav")
    """

    placeholder_kind: ClassVar[str] = "prompt"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        name: str,
        s3_uri: str,
        description: str | None = None,
    ) -> None:
        place = f"prompt {name!r}"
        check_length(f"{place}: name", name, NAME_LENGTH)
        check_description(place, description)
        if not is_token(s3_uri) and not _S3_URI.fullmatch(s3_uri):
            raise InvalidInput(f"{place}: s3_uri", f"{s3_uri!r} is not in S3", "write s3://bucket/key.wav")
        super().__init__(scope, construct_id)
        self._resource = CfnPrompt(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=name,
            description=description,
            s3_uri=s3_uri,
        )
        self.prompt_arn = self._resource.attr_prompt_arn
        instance.chain.append(self._resource)

    @property
    def placeholder_value(self) -> str:
        """What `${prompt.<name>}` in a flow stands for."""
        return self.prompt_arn
