"""What our contact centre promises whoever calls or writes, whatever happens in a test."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from connect_flows.simulator import (
    Branch,
    Center,
    Contact,
    ContactUpdated,
    Disconnected,
    Event,
    FlowFailed,
    Input,
    Prompt,
    Queued,
)

VOICE = {"TextToSpeechVoice": "Seoyeon", "TextToSpeechEngine": "Neural"}
PRIVATE = ("order_number", "callback_phone", "customer_name")
SETS_RECORDING = "UpdateContactRecordingBehavior"
# Who is asked these answers with what is private, so that the log is off already when they are asked.
QUIET = {"ask-bot", "ask-bot-again", "ask-birth-date", "ask-order-number"}


@dataclass
class Witness:
    """Looks on at a centre from its beginning.

    Attributes:
        broken: What was done to people that the centre promises not to do; each as one line.
        log: What the flow log has, of contacts whose flows write one.
        spoken: The last event of each contact in which somebody spoke.
    """

    center: Center
    broken: list[str] = field(default_factory=list)
    log: list[Branch] = field(default_factory=list)
    spoken: dict[str, Prompt | Input] = field(default_factory=dict)
    informed: set[str] = field(default_factory=set)
    secrets: set[str] = field(default_factory=set)

    def __call__(self, event: Event) -> None:
        """Something has happened."""
        contact = self.center.contacts.get(event.contact)
        if contact is None:
            return
        if isinstance(event, Branch):
            self._keep(event, contact)
        self.broken += (f"{event.contact[-4:]}: {what}: {event}" for what in self._wrong(event, contact))
        if isinstance(event, Input) or (isinstance(event, Prompt) and event.to == "customer"):
            self.spoken[event.contact] = event
        if isinstance(event, Prompt) and "녹음됩니다" in event.text:
            self.informed.add(event.contact)

    def _wrong(self, event: Event, contact: Contact) -> Iterator[str]:
        match event:
            case Prompt(by="flow") if contact.walk.voice != VOICE and not self.breaks("set-voice"):
                yield "speaks with another voice"
            case Prompt(by="flow") if not contact.walk.logging and event.block not in QUIET:
                yield "speaks without a log"
            case ContactUpdated(what="UpdateContactRecordingBehavior") if event.contact not in self.informed:
                yield "records somebody who does not know"
            case Queued() if not contact.walk.logging and contact.method != "CALLBACK":
                yield "waits without a log"
            case Disconnected(reason="CONTACT_FLOW_DISCONNECT"):
                yield from self._wrong_end(event, contact)
            case FlowFailed():
                yield "fails without a branch for it"

    def _wrong_end(self, event: Disconnected, contact: Contact) -> Iterator[str]:
        if not contact.walk.logging:
            yield "ends without a log"
        if self.breaks("say-"):  # the last word may be the one that could not be said
            return
        last = self.spoken.get(event.contact)
        if not isinstance(last, Prompt) or last.by != "flow":
            yield "is cut off without a word"

    def _keep(self, event: Branch, contact: Contact) -> None:
        if contact.walk.logging:
            self.log.append(event)
        self.secrets.update(filter(None, (contact.customer, *(contact.attributes.get(name) for name in PRIVATE))))
        for frame in contact.walk.frames:
            if len(frame.stored) > 1 and frame.stored.isdigit():
                self.secrets.add(frame.stored)

    def breaks(self, block: str) -> bool:
        """Whether the test has broken a block whose name begins so."""
        return any(name.startswith(block) for _, name in self.center.faults)

    @property
    def leaks(self) -> list[str]:
        """What is private and stands in the log all the same."""
        text = json.dumps([(event.parameters, event.results) for event in self.log], ensure_ascii=False)
        return sorted(secret for secret in self.secrets if secret in text)


def watch(center: Center) -> Witness:
    """A witness of all that happens in a centre from now on."""
    witness = Witness(center)
    center.listeners.append(witness)
    return witness


def witness_of(center: Center) -> Witness:
    """Who looks on at a centre."""
    [witness] = [each for each in center.listeners if isinstance(each, Witness)]
    return witness


def check_promises(witness: Witness) -> None:
    """Fail if a promise was broken."""
    center = witness.center
    assert witness.broken == []
    assert witness.leaks == [], "is in the flow log"
    lost = [
        contact
        for contact in center.contacts.values()
        if contact.state == "IN_FLOW" and not contact.walk.waits_for and contact.method != "API"
    ]
    assert lost == [], "waits for nothing and nobody"
    if not witness.breaks("set-language"):
        spoken = {turn.locale for bot in center.bots.values() for turn in getattr(bot, "asked", ())}
        assert spoken <= {"ko_KR"}
