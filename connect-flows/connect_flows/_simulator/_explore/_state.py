"""A contact somewhere between two blocks, or where it waits, as the walk of all paths keeps it."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar

from connect_flows._simulator._contact import Contact, Frame, Walk
from connect_flows._simulator._surroundings import Request

AT_BLOCK, ANSWER, AGENT, CALLBACK, IDLE = "block", "answer", "agent", "callback", "idle"
"""Where a contact may be besides what `Pause` names: before a block, while a function or a bot is asked, with an agent,
about to be called back, or out of flows."""

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A contact that stands somewhere.

    Attributes:
        contact: The contact; nobody changes it.
        rest: Where it stands: what `Pause` names, or one of the words above.
        asked: Who is asked, while the answer is awaited.
        limited: Whether time ends the wait.
        told: Whether the customer has been told something since it was last their turn.
        silent: Whether the customer says nothing in the conversation with the bot.
        errors_left: How many errors blocks may still meet.
    """

    contact: Contact
    rest: str
    asked: Request | None = None
    limited: bool = True
    told: bool = False
    silent: bool = False
    errors_left: int = 0

    @property
    def frame(self) -> Frame | None:
        """What the running flow remembers."""
        return self.contact.walk.frames[-1] if self.contact.walk.frames else None


def hooked(contact: Contact, *events: str) -> list[str]:
    """The flows that flows have set for these events."""
    hooks = contact.walk.hooks
    return [hooks[event] for event in events if event in hooks]


def copied(state: State) -> Contact:
    """A contact of its own, to go on with."""
    twin = _twin(state.contact)
    walk = twin.walk = _twin(state.contact.walk)
    walk.frames = [_twin(frame) for frame in walk.frames]
    return twin


def _twin(original: Kind) -> Kind:
    twin = object.__new__(type(original))
    names, values = _FIELDS[type(original)]
    for name, value in zip(names, values(original), strict=True):
        if type(value) is dict or type(value) is list:
            value = value.copy()
        setattr(twin, name, value)
    return twin


def _read(kind: type[Any]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)


_FIELDS: dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {
    kind: _read(kind) for kind in (Contact, Walk, Frame)
}
