"""Queues and the quick connects that agents transfer to them with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from stacks.settings.errors import Problem
from stacks.settings.names import Name
from stacks.settings.references import check_reference
from stacks.settings.section import Description, Key, Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

# The flows and the bot send callers to these.
REQUIRED_QUEUES = ("general", "orders", "billing")


class Queue(Section):
    name: Name
    description: Description
    hours: Key = Field(description="the key of one of [hours.*]")
    max_contacts: Annotated[int, Field(ge=1, description="a whole number from 1, or nothing for no limit")] | None = (
        None
    )
    outbound_number: Annotated[Key, Field(description="the key of one of [phone_numbers.*]")] | None = None
    outbound_caller_name: (
        Annotated[str, Field(min_length=1, max_length=255, description="1 to 255 characters")] | None
    ) = None
    quick_connects: tuple[Annotated[Key, Field(description="the key of one of [quick_connects.*]")], ...] = Field(
        default=(), max_length=50, description="at most 50 keys of [quick_connects.*]"
    )


class QuickConnect(Section):
    name: Name
    description: Description
    queue: Key = Field(description="the key of one of [queues.*]")
    flow: Key = Field(default="queue_transfer", description="the key of a flow of the type QUEUE_TRANSFER")


def check_queues(settings: "Settings") -> Iterator[Problem]:
    """Every queue that the flows name exists, and whatever a queue names exists too."""
    for key in REQUIRED_QUEUES:
        if key not in settings.queues:
            yield Problem(path=("queues", key), message="missing; the flows send callers there: add the table")
    for key, queue in settings.queues.items():
        path = ("queues", key)
        yield from check_reference((*path, "hours"), queue.hours, "hours", settings.hours)
        if queue.outbound_number is not None:
            yield from check_reference(
                (*path, "outbound_number"), queue.outbound_number, "phone_numbers", settings.phone_numbers
            )
        for index, name in enumerate(queue.quick_connects):
            place = (*path, "quick_connects", index)
            yield from check_reference(place, name, "quick_connects", settings.quick_connects)
            if name in queue.quick_connects[:index]:
                yield Problem(path=place, message=f"'{name}' stands here twice; name it once")


def check_quick_connects(settings: "Settings") -> Iterator[Problem]:
    """A quick connect leads to a queue that exists."""
    for key, quick_connect in settings.quick_connects.items():
        yield from check_reference(("quick_connects", key, "queue"), quick_connect.queue, "queues", settings.queues)
