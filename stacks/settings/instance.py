"""The Connect instance: a new one with an alias, or an existing one by its ARN."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from stacks.settings.arns import InstanceArn
from stacks.settings.errors import Problem, show
from stacks.settings.section import Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

# Both from the registry's schema of AWS::Connect::Instance; its look-ahead for d- is a rule below.
_ALIAS_LENGTH = 45
_ALIAS = r"^[0-9a-zA-Z]+(-*[0-9a-zA-Z])*$"


class Instance(Section):
    alias: (
        Annotated[
            str,
            Field(
                min_length=1,
                max_length=_ALIAS_LENGTH,
                pattern=_ALIAS,
                description="1 to 45 letters, digits and hyphens, unique in the world, not beginning with d-",
            ),
        ]
        | None
    ) = None
    arn: InstanceArn | None = None
    contact_lens: bool = Field(default=True, description="true or false")
    multi_party_conference: bool = Field(default=True, description="true or false")


def check_instance(settings: "Settings") -> Iterator[Problem]:
    """The alias makes an instance, the ARN takes one: exactly one of the two."""
    instance = settings.instance
    if instance.alias is None and instance.arn is None:
        yield Problem(
            path=("instance", "alias"),
            message="missing; give an alias to create an instance, or instance.arn to use one that exists",
        )
    if instance.alias is not None and instance.alias.startswith("d-"):
        yield Problem(
            path=("instance", "alias"),
            message=f"{show(instance.alias)} begins with d-, which AWS keeps for directories; give another name",
        )
    if instance.alias is not None and instance.arn is not None:
        yield Problem(
            path=("instance", "arn"),
            message=f"{show(instance.arn)} stands next to alias {show(instance.alias)}; "
            "keep alias to create an instance, or arn to use one that exists",
        )
