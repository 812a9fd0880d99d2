"""What agents can say they are doing besides being available; a new instance has "Available" and "Offline" only."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from stacks.settings.errors import Problem
from stacks.settings.section import Description, Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

_OWN = frozenset({"available", "offline"})


class AgentStatus(Section):
    # Agents read it, and no metric carries it as a dimension, so Korean is right here.
    name: str = Field(min_length=1, max_length=127, description="1 to 127 characters, Korean welcome")
    description: Description
    state: Literal["ENABLED", "DISABLED"] = Field(default="ENABLED", description="'ENABLED' or 'DISABLED'")
    display_order: int = Field(ge=1, le=50, description="a whole number from 1 (top of the list) to 50")


def check_agent_statuses(settings: "Settings") -> Iterator[Problem]:
    """Every status has a place of its own in the list, and a name that Connect does not use itself."""
    places: dict[int, str] = {}
    for key, status in settings.agent_statuses.items():
        if status.name.casefold() in _OWN:
            yield Problem(
                path=("agent_statuses", key, "name"),
                message=f"'{status.name}' is a status of Connect's own; give another name",
            )
        if (first := places.setdefault(status.display_order, key)) != key:
            yield Problem(
                path=("agent_statuses", key, "display_order"),
                message=f"{status.display_order} is already the place of agent_statuses.{first}; give each its own",
            )
