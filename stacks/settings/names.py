"""Names of Connect resources: what CloudWatch can display, and nobody else has taken.

CloudWatch shows no metrics for a queue or flow whose name holds anything but letters, digits, space and
`. , - _ / # : $ @ | & { } + ? %`, so Korean belongs in descriptions. A new instance owns names of its own
("BasicQueue", "Basic Routing Profile", "Admin", "Agent"), which the prefix keeps away from ours.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Protocol

from pydantic import Field

from stacks.settings.errors import Problem, show

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

NAME_LENGTH = 127

Name = Annotated[
    str,
    Field(
        min_length=1,
        max_length=NAME_LENGTH,
        pattern=r"^[A-Za-z0-9 .,\-_/#:$@|&{}+?%]+$",
        description="1 to 127 ASCII letters, digits, spaces or . , - _ / # : $ @ | & { } + ? % "
        "(CloudWatch drops the metrics of other names; Korean goes into description)",
    ),
]


class Named(Protocol):
    @property
    def name(self) -> str: ...


def check_names(settings: "Settings") -> Iterator[Problem]:
    """Each name is free within its kind, whatever the case, and fits with the prefix in front of it."""
    kinds: tuple[tuple[str, Mapping[str, Named], bool], ...] = (
        ("hours", settings.hours, True),
        ("queues", settings.queues, True),
        ("routing_profiles", settings.routing_profiles, True),
        ("security_profiles", settings.security_profiles, True),
        ("quick_connects", settings.quick_connects, True),
        ("agent_statuses", settings.agent_statuses, False),
    )
    for kind, table, prefixed in kinds:
        seen: dict[str, str] = {}
        for key, item in table.items():
            path = (kind, key, "name")
            if (first := seen.setdefault(item.name.casefold(), key)) != key:
                yield Problem(
                    path=path,
                    message=f"{show(item.name)} is already the name of {kind}.{first}; "
                    "give each its own name (case does not count)",
                )
            if prefixed and len(full := settings.resource_name(item.name)) > NAME_LENGTH:
                yield Problem(
                    path=path,
                    message=f"{show(item.name)} makes {len(full)} characters behind the prefix "
                    f"{show(settings.name_prefix)}; shorten it to {NAME_LENGTH - len(full) + len(item.name)}",
                )
