"""What people and systems notice of a contact: nothing of how the flow comes to it."""

from typing import Any

from connect_flows.simulator import (
    AgentConnected,
    AgentLeft,
    CallbackCreated,
    Center,
    Contact,
    Disconnected,
    Event,
    FlowFailed,
    FunctionAsked,
    Held,
    Ignored,
    Input,
    Prompt,
    Queued,
    Ringing,
    Started,
    Transferred,
)

Noticed = tuple[Any, ...]
PLAIN = (Started, Ignored, Held, AgentLeft, Transferred, Ringing)
WITH_STATE = (Queued, CallbackCreated, AgentConnected, Disconnected)


class Observer:
    """Writes down what is noticed in a centre, in order."""

    def __init__(self, center: Center) -> None:
        self.center = center
        self.noticed: list[Noticed] = []

    def __call__(self, event: Event) -> None:
        """Something has happened."""
        contact = self.center.contacts.get(event.contact)
        if contact is not None:
            noticed = _noticed(event, contact)
            if noticed:
                self.noticed.append((type(event).__name__, event.contact, event.at, *noticed))

    @property
    def whole(self) -> tuple[Noticed, ...]:
        """What was noticed, what the bot was told, and how contacts are that are not over."""
        bots = [turn for bot in self.center.bots.values() for turn in getattr(bot, "asked", ())]
        rest = [
            (contact.id, contact.state, contact.walk.waits_for, _sorted(contact.walk.hooks), *_state(contact))
            for contact in self.center.contacts.values()
        ]
        told = [(turn.text, turn.mode, turn.locale, turn.session, _sorted(turn.attributes)) for turn in bots]
        return (*self.noticed, *told, *rest)


def _noticed(event: Event, contact: Contact) -> Noticed:
    match event:
        case Prompt():
            recorded = bool(contact.recording)
            voice = _sorted(contact.walk.voice)
            return (event.text, event.to, event.by, event.kind, voice, recorded, contact.walk.logging)
        case Input():
            return (event.text, event.mode)
        case FunctionAsked():
            return (event.function, _sorted(event.parameters), event.attempt, *_state(contact))
        case FlowFailed():
            return ("fails",)
        case _ if isinstance(event, PLAIN):
            return tuple(event[2:]) or ("",)
        case _ if isinstance(event, WITH_STATE):
            return (*event[2:], *_state(contact))
    return ()


def _state(contact: Contact) -> Noticed:
    return (
        _sorted(contact.attributes),
        contact.priority,
        contact.language,
        bool(contact.recording),
        contact.callback_number,
        contact.walk.logging,
    )


def _sorted(values: Any) -> Noticed:
    return tuple(sorted(values.items()))
