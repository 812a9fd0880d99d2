"""How far a contact has come in flows: the engine's own memory of it, as JSON can keep it with the contact."""

from dataclasses import asdict

from aicc_local.connect.contacts.contact import Contact
from connect_flows.simulator import Frame, Walk

_WALK = "walk"
_STOPPED = "stopped"


def walk_of(contact: Contact) -> Walk:
    """What was saved with the contact; a new walk when nothing was."""
    kept = dict(contact.kept.get(_WALK) or {})
    frames = [Frame(**frame) for frame in kept.pop("frames", ())]
    return Walk(frames=frames, **kept)


def save_walk(contact: Contact, walk: Walk) -> None:
    """Keep it with the contact, unless that is over."""
    if not contact.ended:
        contact.kept[_WALK] = asdict(walk)


def at_rest(walk: Walk) -> bool:
    """Whether the contact waits for the customer, or for time to pass; not while a function or a bot is asked."""
    return walk.waits_for in ("input", "time", "messages")


def leave_flows(contact: Contact) -> Walk:
    """Whatever runs is over, and what was waited for comes too late. Answers what is left: hooks, voice, logging."""
    walk = walk_of(contact)
    walk.frames, walk.next_flows, walk.waits_for = [], [], ""
    contact.kept.pop("hold", None)
    walk.turn += 1
    save_walk(contact, walk)
    return walk


def stop(contact: Contact, reason: str) -> None:
    """The contact stays where it is: what comes next there cannot be run here."""
    contact.kept[_STOPPED] = reason


def start(contact: Contact) -> None:
    """The contact goes on."""
    contact.kept.pop(_STOPPED, None)


def stopped(contact: Contact) -> str:
    """Why the contact cannot go on; empty where it can."""
    return str(contact.kept.get(_STOPPED, ""))
