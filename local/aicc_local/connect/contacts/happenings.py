"""What happens to contacts, for those who look on: the last events of each contact, and listeners in this process.

Events are those of `connect_flows.simulator`. With the contact they are kept as JSON has them, so that they are there
after a restart; a listener gets them as they are, in the moment in which they happen. The store is locked.
"""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.connect.contacts.contact import Contact
from connect_flows.simulator import Event

MOST_KEPT = 500
"""Events of one contact; of a longer one the first are forgotten."""

Listener = Callable[[Event], None]

_LISTENERS: dict[str, list[Listener]] = {}


def tell(contact: Contact, event: Event) -> None:
    """Something has happened to a contact, or because of it."""
    events: list[dict[str, Any]] = contact.kept.setdefault("events", [])
    sequence = events[-1]["sequence"] + 1 if events else 1
    events.append({"sequence": sequence, "event": type(event).__name__, **_plain(event._asdict())})
    del events[:-MOST_KEPT]
    for listener in tuple(_LISTENERS.get(contact.arn, ())):
        listener(event)


def events_of(contact: Contact, after: int = 0) -> list[dict[str, Any]]:
    """The events that are kept, after one of them: each with its number (`sequence`), its name (`event`) and fields."""
    return [dict(each) for each in contact.kept.get("events", ()) if each["sequence"] > after]


def observe(contact_arn: str, listener: Listener) -> None:
    """Tell a listener what happens to a contact from now on, until it is over.

    The listener is called with the store locked, in the middle of the contact's way through its flow. It may end the
    contact; what else it lets happen to it happens when the contact waits.
    """
    _LISTENERS.setdefault(contact_arn, []).append(listener)


def forget_listeners(contact_arn: str) -> None:
    """The contact is over."""
    _LISTENERS.pop(contact_arn, None)


def _plain(value: Any) -> Any:
    """A copy as JSON has it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | float | None) else str(value)
