"""What a contact event says about a callback.

Events are sent at best effort and in no order: the ledger takes each as it comes, and the sweeper looks for the calls
of which nothing is heard.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from aicc_core.errors import MalformedEvent
from callback_ledger.events import Event
from callback_ledger.ledger import Applied, Ignored
from callback_ledger.telephone import kind_of
from callback_ledger.telling import Telling
from track_callbacks.contact_event import ContactEvent

ENDS = frozenset({"DISCONNECTED", "COMPLETED"})
TOLD = ENDS | {"CONNECTED_TO_AGENT"}


class Attributes(Protocol):
    """The attributes of contacts."""

    def of(self, contact_id: str) -> dict[str, str]:
        """Return the attributes of a first contact; raises `Unavailable`."""


class How(StrEnum):
    """What came of an event; for the log."""

    NOT_OURS = "not_ours"
    APPLIED = "applied"
    IGNORED = "ignored"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Tracked:
    """What came of an event, for which callback, and where that stands now."""

    how: How
    callback_id: str = ""
    kind: str = ""
    state: str = ""


def track(event: ContactEvent, *, instance_id: str, attributes: Attributes, telling: Telling, now: int) -> Tracked:
    """Tell the ledger what `event` says, if it is about a call of ours.

    Raises `Unavailable` and what the ledger raises; then the event is to come again.
    """
    if not _may_be_ours(event, instance_id):
        return Tracked(How.NOT_OURS)
    found = attributes.of(event.contact_id)
    callback_id, dial = found.get("callback_id", ""), found.get("callback_dial", "")
    if not callback_id:
        return Tracked(How.NOT_OURS)
    if not (dial.isascii() and dial.isdigit()):
        raise MalformedEvent("the attribute callback_dial must be a whole number")
    kind = kind_of(wanted=event.wanted, ended=event.event_type in ENDS)
    told = telling.tell(callback_id, Event(kind=kind, dial=int(dial), contact_id=event.contact_id), now)
    if isinstance(told, Applied):
        return Tracked(How.APPLIED, callback_id, kind, told.record.state)
    if isinstance(told, Ignored):
        return Tracked(How.IGNORED, callback_id, kind, told.record.state)
    return Tracked(How.MISSING, callback_id, kind)


def _may_be_ours(event: ContactEvent, instance_id: str) -> bool:
    """Whether it is about a call that an application asked for; one that is handed on is another contact."""
    return (
        event.instance_id == instance_id
        and event.event_type in TOLD
        and (event.channel, event.initiation_method) == ("VOICE", "API")
    )
