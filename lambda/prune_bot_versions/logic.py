"""Decides which versions of a bot go, and has them deleted, the oldest first.

A deploy asks before it makes its own version and before it moves the alias. So what the alias has pointed to until now
is in use and stays, and a deploy that fails afterwards finds everything that it rolls back to.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from aicc_core.custom_resource import RequestType, ResourceRequest
from aicc_core.errors import MalformedEvent


class BotVersions(Protocol):
    """The versions of one bot."""

    def numbers(self) -> Collection[int]:
        """Return the numbered versions; the draft has no number."""

    def in_use(self) -> Collection[int]:
        """Return the versions that an alias points to."""

    def delete(self, number: int) -> bool:
        """Delete a version and tell whether Lex agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a deploy asks for.

    Attributes:
        bot_id: The bot.
        keep: How many of the newest versions stay, at least two: the one before is what a failed deploy goes back to.
        chosen: Version that the alias is about to point to by the settings; None for the newest.
    """

    bot_id: str
    keep: int
    chosen: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What became of the versions that were too many."""

    deleted: tuple[int, ...]
    left: tuple[int, ...]


def read_wish(request: ResourceRequest) -> Wish:
    """Return what `request` asks for; raises `MalformedEvent` that names the property."""
    bot_id = request.properties.get("BotId")
    if not isinstance(bot_id, str) or not bot_id:
        raise MalformedEvent(f"BotId must be the id of a bot, got {bot_id!r}")
    keep = _number(request.properties, "KeepVersions")
    if keep < 2:
        raise MalformedEvent(f"KeepVersions must be at least 2, got {keep}")
    chosen = _number(request.properties, "LiveVersion") if "LiveVersion" in request.properties else None
    return Wish(bot_id=bot_id, keep=keep, chosen=chosen)


def prune(request: ResourceRequest, versions_of: Callable[[str], BotVersions], in_time: Callable[[], bool]) -> Pruned:
    """Delete the versions of which there are too many, while `in_time` says so; the next deploy goes on.

    A bot that is deleted takes its versions along, so there is nothing to do then.
    """
    if request.request_type is RequestType.DELETE:
        return Pruned(deleted=(), left=())
    wish = read_wish(request)
    versions = versions_of(wish.bot_id)
    needed = {*versions.in_use(), wish.chosen}
    deleted: list[int] = []
    left: list[int] = []
    for number in too_many(versions.numbers(), keep=wish.keep, needed=needed):
        (deleted if in_time() and versions.delete(number) else left).append(number)
    return Pruned(deleted=tuple(deleted), left=tuple(left))


def too_many(numbers: Iterable[int], *, keep: int, needed: Collection[int | None]) -> list[int]:
    """Return the versions that may go, the oldest first: neither among the newest `keep` nor needed.

    >>> too_many([1, 2, 3, 4, 5, 10], keep=2, needed=[3, None])
    [1, 2, 4]
    """
    return [number for number in sorted(numbers)[:-keep] if number not in needed]


def _number(properties: Mapping[str, Any], name: str) -> int:
    # CloudFormation makes a text of every number.
    value = str(properties.get(name))
    if not (value.isascii() and value.isdigit()):
        raise MalformedEvent(f"{name} must be a whole number, got {properties.get(name)!r}")
    return int(value)
