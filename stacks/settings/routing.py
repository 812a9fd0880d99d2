"""Routing profiles: which queues an agent serves, on which channels, in which order."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from stacks.settings.errors import Problem, show
from stacks.settings.names import Name
from stacks.settings.references import check_reference
from stacks.settings.section import Description, Key, Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

Channel = Literal["VOICE", "CHAT", "TASK", "EMAIL"]


class Channels(Section):
    """How many contacts of each kind an agent takes at once; limits from the API's MediaConcurrency."""

    voice: int = Field(default=0, ge=0, le=1, description="0 or 1: nobody takes two calls at once")
    chat: int = Field(default=0, ge=0, le=10, description="0 to 10")
    task: int = Field(default=0, ge=0, le=10, description="0 to 10")
    email: int = Field(default=0, ge=0, le=10, description="0 to 10")

    @property
    def capacity(self) -> Mapping[Channel, int]:
        """The channels that are in use, by Connect's names."""
        every: dict[Channel, int] = {"VOICE": self.voice, "CHAT": self.chat, "TASK": self.task, "EMAIL": self.email}
        return {channel: capacity for channel, capacity in every.items() if capacity > 0}


class RoutingQueue(Section):
    queue: Key = Field(description="the key of one of [queues.*]")
    channels: tuple[Channel, ...] = Field(min_length=1, description="a list of 'VOICE', 'CHAT', 'TASK', 'EMAIL'")
    priority: int = Field(ge=1, le=99, description="1 (first) to 99")
    delay_seconds: int = Field(default=0, ge=0, le=9999, description="0 to 9999")


class RoutingProfile(Section):
    name: Name
    description: Description
    channels: Channels = Field(description="a table, e.g. { voice = 1, chat = 3, task = 1 }")
    default_outbound_queue: Key = Field(description="the key of one of [queues.*]")
    queues: tuple[RoutingQueue, ...] = Field(
        min_length=1, description="at least one [[routing_profiles.<key>.queues]] table"
    )


def check_routing_profiles(settings: "Settings") -> Iterator[Problem]:
    """Queues exist, each channel of a queue has capacity, and none stands twice."""
    for key, profile in settings.routing_profiles.items():
        path = ("routing_profiles", key)
        yield from check_reference(
            (*path, "default_outbound_queue"), profile.default_outbound_queue, "queues", settings.queues
        )
        if not profile.channels.capacity:
            yield Problem(
                path=(*path, "channels"), message="has no capacity at all; give voice, chat, task or email at least 1"
            )
        seen: set[tuple[str, str]] = set()
        for index, served in enumerate(profile.queues):
            place = (*path, "queues", index)
            yield from check_reference((*place, "queue"), served.queue, "queues", settings.queues)
            for position, channel in enumerate(served.channels):
                spot = (*place, "channels", position)
                if channel not in profile.channels.capacity:
                    yield Problem(
                        path=spot,
                        message=f"{show(channel)} has no capacity; "
                        f"set routing_profiles.{key}.channels.{channel.lower()} to at least 1 or leave it out here",
                    )
                if (served.queue, channel) in seen:
                    yield Problem(
                        path=spot, message=f"{show(channel)} of queue {show(served.queue)} stands twice; name it once"
                    )
                seen.add((served.queue, channel))
