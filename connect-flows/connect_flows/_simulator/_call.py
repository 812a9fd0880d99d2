"""A call or a chat in a test, written as it goes: the customer hears, says, presses, waits, hangs up."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from connect_flows._simulator._contact import Contact
from connect_flows._simulator._errors import CallFailure
from connect_flows._simulator._events import (
    AgentConnected,
    Branch,
    CallbackCreated,
    Disconnected,
    Event,
    FunctionAnswered,
    Held,
    Prompt,
    Started,
    Transferred,
)
from connect_flows._simulator._hearing import heard, includes
from connect_flows._simulator._outcomes import Pressed, Said, TimeIsUp
from connect_flows._simulator._program import name_of
from connect_flows._simulator._transcript import path, transcript

if TYPE_CHECKING:
    from connect_flows._simulator._center import Center

Kind = TypeVar("Kind")


class Call:
    """What a customer does and notices. Each verb answers the call, so that a test reads like one; what does not come
    true is a `CallFailure` with the transcript so far and the path through the flows.

    >>> from connect_flows import parse
    >>> flow = parse('{"Version": "2019-10-30", "StartAction": "bye", "Metadata": {}, "Actions": ['
    ...     '{"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}',
    ...     source="hello.json")
    >>> from connect_flows.simulator import Center
    >>> Center([flow]).call("+821012345678", flow="hello").hears_nothing_of("안녕").ends("CONTACT_FLOW_DISCONNECT")
    <VOICE ENDED>
      0.0  VOICE INBOUND
      0.0  flow: hello
      0.0  ends: CONTACT_FLOW_DISCONNECT
    """

    def __init__(self, center: "Center", contact: Contact, answers: str = "") -> None:
        self.center = center
        self._contact = contact
        self._answers = answers
        self._heard = 0

    @property
    def contact(self) -> Contact:
        """The contact that the customer is in now; another one after a transfer."""
        while self._contact.id in self.center.transferred:
            self._contact = self.center.transferred[self._contact.id]
        return self._contact

    # --- what the customer does -------------------------------------------------------------------------------------

    def says(self, text: str) -> "Call":
        """Says, or writes."""
        return self._does(lambda: self.center.go_on(self.contact, Said(text)))

    def presses(self, keys: str) -> "Call":
        """Presses keys: "1", or "19900102#"."""
        return self._does(lambda: self.center.go_on(self.contact, Pressed(keys)))

    def stays_silent(self) -> "Call":
        """Says nothing until the flow waits no longer. How long a bot waits on a call is the bot's own business."""
        turn, contact = self.contact.walk.turn, self.contact
        if contact.id in self.center.patient and contact.walk.waits_for == "input":
            return self._does(lambda: self.center.go_on(contact, TimeIsUp(turn)))
        if not contact.walk.waits_for:
            raise self._failure("to be waited for")
        while contact.walk.turn == turn and not contact.ended and self.center.timeline.step():
            pass
        if contact.walk.turn == turn:
            raise self._failure("the flow to wait no longer; it waits without a limit")
        return self._settled()

    def waits(self, seconds: float) -> "Call":
        """Waits."""
        return self._does(lambda: self.center.pass_time(seconds))

    def waits_to_hear(self, text: str, at_most: float = 3600.0) -> "Call":
        """Waits, at most so many seconds, until a prompt has this text in it."""
        _check_heard(text)
        until = self.center.now() + at_most
        while not any(includes(prompt.text, text) for prompt in self._prompts()[self._heard :]):
            if self.contact.ended or not self.center.timeline.step(until):
                break
        self._settled()
        return self.hears(text)

    def hangs_up(self) -> "Call":
        """Hangs up, or closes the chat."""
        return self._does(lambda: self.center.end(self.contact, "CUSTOMER_DISCONNECT"))

    def answers(self) -> "Call":
        """Picks up when the telephone rings."""
        if self.contact.state != "RINGING":
            raise self._failure("the telephone to ring")
        return self._does(lambda: self.center.answered(self.contact, self._answers))

    def does_not_answer(self) -> "Call":
        """Lets it ring."""
        if self.contact.state != "RINGING":
            raise self._failure("the telephone to ring")
        return self._does(lambda: self.center.not_answered(self.contact))

    # --- what the customer notices ----------------------------------------------------------------------------------

    def hears(self, *texts: str) -> "Call":
        """Hears these texts, or prompts with them in it, in this order, after what was heard before."""
        for text in texts:
            _check_heard(text)
            prompts = self._prompts()
            for number in range(self._heard, len(prompts)):
                if includes(prompts[number].text, text):
                    self._heard = number + 1
                    break
            else:
                raise self._failure(f"to hear {text!r}")
        return self

    def hears_nothing_of(self, *texts: str) -> "Call":
        """Has heard none of these texts so far."""
        for text in texts:
            _check_heard(text)
            for prompt in self._prompts():
                if includes(prompt.text, text):
                    raise self._failure(f"not to hear {text!r}")
        return self

    def is_asked(self) -> "Call":
        """It is the customer's turn to speak, to write or to press keys."""
        return self._expect(self.contact.walk.waits_for == "input", "to be asked something")

    def is_queued(self, queue: str = "") -> "Call":
        """Waits in a queue: this one, if named."""
        where = name_of(self.contact.queue) if self.contact.state == "IN_QUEUE" else ""
        wanted = f"to wait in queue {queue}" if queue else "to wait in a queue"
        return self._expect(bool(where) and queue in ("", where), wanted)

    def is_with(self, agent: str = "") -> "Call":
        """Talks to an agent: this one, if named."""
        there = self.contact.state == "WITH_AGENT" and agent in ("", self.contact.agent)
        return self._expect(there, f"to talk to agent {agent}".rstrip())

    def ends(self, reason: str = "") -> "Call":
        """It is over: for this DisconnectReason, if named."""
        found = [event.reason for event in self.events(Disconnected) if event.contact == self.contact.id]
        wanted = f"to end with {reason}" if reason else "to end"
        return self._expect(bool(found) and reason in ("", *found), wanted)

    def is_transferred(self, to: str) -> "Call":
        """Was transferred to this flow, queue or agent."""
        return self._expect(to in [event.to for event in self.events(Transferred)], f"to be transferred to {to}")

    def is_held(self) -> "Call":
        """Is on hold."""
        held = list(self.events(Held))
        there = self.contact.state == "WITH_AGENT" and bool(held) and not held[-1].resumed
        return self._expect(there, "to be on hold")

    def agent_hears(self, *texts: str) -> "Call":
        """The agent has been told these texts."""
        told = [prompt.text for prompt in self.events(Prompt) if prompt.to == "agent"]
        for text in texts:
            _check_heard(text)
            self._expect(any(includes(each, text) for each in told), f"the agent to hear {text!r}")
        return self

    # --- what a test may want to know besides -----------------------------------------------------------------------

    def has(self, **attributes: str) -> "Call":
        """Has these contact attributes."""
        for name, value in attributes.items():
            found = self.contact.attributes.get(name)
            self._expect(found == value, f"attribute {name} {value!r}, not {found!r}")
        return self

    def took(self, flow: str, block: str, branch: str = "") -> "Call":
        """Has passed this block, by this branch, if named: success, condition:Equals:1, error:NoMatchingError."""
        taken = [event.branch for event in self.events(Branch) if (event.flow, event.block) == (flow, block)]
        wanted = f"to pass {flow}/{block}" + (f" by {branch}" if branch else "")
        return self._expect(bool(taken) and (not branch or branch in taken), wanted)

    def asked(self, function: str) -> "Call":
        """A function of this name has answered, or has not."""
        names = [name_of(event.function) for event in self.events(FunctionAnswered)]
        return self._expect(function in names, f"function {function} to be asked")

    def callback(self) -> "Call":
        """The queued callback that was made for this customer: the last attempt, where there were several."""
        made = list(self.events(CallbackCreated))
        self._expect(bool(made), "a queued callback")
        last = made[-1].callback
        for event in self.center.events:
            if isinstance(event, CallbackCreated) and event.contact == last:
                last = event.callback
        contact = self.center.contacts.get(last)
        if contact is None:
            raise self._failure("a queued callback that is not over")
        callback = Call(self.center, contact)
        # What was said in the call before it was said to nobody who is called back.
        callback._heard = sum(prompt.contact != contact.id for prompt in callback._prompts())
        return callback

    def events(self, kind: type[Kind]) -> Iterator[Kind]:
        """The events of one kind, of this contact and of those that it follows."""
        return (event for event in self._all() if isinstance(event, kind))

    @property
    def agent(self) -> str:
        """Who has taken the contact, or nothing."""
        connected = [event.agent for event in self.events(AgentConnected)]
        return connected[-1] if connected else ""

    @property
    def transcript(self) -> str:
        """What was said and done so far."""
        return transcript(self._all())

    @property
    def path(self) -> str:
        """The blocks that were passed so far."""
        return path(self._all())

    def __repr__(self) -> str:
        return f"<{self.contact.channel} {self.contact.state}>\n{self.transcript}"

    def _does(self, action: Callable[[], None]) -> "Call":
        if self.contact.ended:
            raise self._failure("the contact to go on")
        action()
        return self._settled()

    def _settled(self) -> "Call":
        self.center.settle()
        return self

    def _chain(self) -> set[str]:
        before = {event.contact: event.previous for event in self.center.events if isinstance(event, Started)}
        chain, at = set(), self.contact.id
        while at:
            chain.add(at)
            at = before.get(at, "")
        return chain

    def _all(self) -> list[Event]:
        chain = self._chain()
        return [event for event in self.center.events if event.contact in chain]

    def _prompts(self) -> list[Prompt]:
        return [event for event in self.events(Prompt) if event.to == "customer"]

    def _expect(self, holds: bool, wanted: str) -> "Call":
        if not holds:
            raise self._failure(wanted)
        return self

    def _failure(self, wanted: str) -> CallFailure:
        contact = self.contact
        waits = f", waits for {contact.walk.waits_for}" if contact.walk.waits_for else ""
        return CallFailure(
            f"expected {wanted}; the contact is {contact.state}{waits}\n"
            f"--- transcript\n{self.transcript}\n--- path\n{self.path}"
        )


def _check_heard(text: str) -> None:
    """Every prompt would have nothing in it."""
    if not heard(text):
        raise ValueError(f"nothing of {text!r} can be heard; give words that somebody says")
