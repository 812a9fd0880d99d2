"""One contact with the local AWS: what the customer and the agents do in it, and what happens in it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from aicc_cli.call_refusal import why
from aicc_cli.callbacks_errors import CannotBeDone
from aicc_local.control import ControlError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from aicc_local.control import Control

Event = dict[str, Any]

BETWEEN_LOOKS = 0.05
# A function may be asked three times within twenty seconds, and its process may have to start first.
LONGEST_THINKING = 90.0
# Nothing goes on there before somebody does something.
STILL = frozenset({"ENDED", "RINGING", "SCHEDULED"})
# There flows run while somebody else is waited for.
BUSY = frozenset({"IN_QUEUE", "WITH_AGENT"})


class Line:
    """A contact, and the callbacks that it leads to.

    Args:
        control: What people do in the local AWS.
        contact_id: The contact.
        agents: The ids of those who could take it.
        transfers: The names of the quick connects that they could transfer it by.

    Attributes:
        contact_id: The contact that the customer is in now.
        callback_id: A callback that waits for its turn; empty for none.
        events: What has happened so far.
    """

    def __init__(
        self, control: Control, contact_id: str, agents: Sequence[str] = (), transfers: Sequence[str] = ()
    ) -> None:
        self.contact_id = contact_id
        self.callback_id = ""
        self.events: list[Event] = []
        self._control = control
        self._agents = agents
        self._transfers = transfers
        self._seen = 0
        self._unseen: list[Event] = []
        # Who shows what happens and who types are two threads.
        self._one_at_a_time = threading.Lock()

    # --- what happens -----------------------------------------------------------------------------------------------

    def news(self) -> list[Event]:
        """Return what has happened since the last time."""
        with self._one_at_a_time:
            found, self._unseen = [*self._unseen, *self._fetched()], []
            return found

    def wait_for_news(self, seconds: float = LONGEST_THINKING) -> list[Event]:
        """Return what has happened since the last time, once something has; nothing, if that takes too long."""
        until = time.monotonic() + seconds
        while not (found := self.news()) and time.monotonic() < until:
            time.sleep(BETWEEN_LOOKS)
        return found

    def look(self) -> Mapping[str, Any]:
        """Return where the contact is."""
        found: Mapping[str, Any] = self._do("look")
        return found

    def waits(self) -> Mapping[str, Any]:
        """Return where the contact is, once it waits for somebody or is over.

        Raises:
            CannotBeDone: It goes on for longer than anything in it may take.
        """
        return self._until(_rests)

    # --- what people do ---------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """The customer says, or writes, something."""
        self._do("say", text=text)

    def press(self, keys: str) -> None:
        """The customer presses keys."""
        self._do("press", keys=keys)

    def let_time_pass(self) -> None:
        """What the contact waits for does not come in time."""
        self._do("let_time_pass")

    def hang_up(self) -> None:
        """The customer hangs up, or closes the chat."""
        self._do("hang_up")

    def agent_takes_it(self) -> None:
        """An agent takes the contact that waits, or the callback that is due: then the customer's telephone rings."""
        if self.callback_id and self.look()["state"] == "ENDED":
            self._follow(self.callback_id)
        if self.look()["state"] == "SCHEDULED":
            self._do("let_time_pass")
        for user in self._agents:
            self._control.contact("make_available", user=user)
        self._do("accept")

    def agent_holds(self) -> None:
        """The agent puts the customer on hold."""
        self._do("agent_holds")

    def agent_resumes(self) -> None:
        """The agent takes the customer off hold."""
        self._do("agent_resumes")

    def agent_transfers(self, name: str) -> None:
        """The agent transfers the customer by a quick connect, by its name or the last words of it."""
        ends = (f"-{name}", f" {name}")
        found = [full for full in sorted(self._transfers, key=len) if full == name or full.endswith(ends)]
        if not found:
            there = ", ".join(self._transfers) or "none"
            raise CannotBeDone(f"/transfer {name}: there is no such quick connect; there is {there}")
        # The customer goes on as another contact.
        self._follow(str(self._do("agent_transfers", quick_connect=found[0])))

    def agent_hangs_up(self) -> None:
        """The agent leaves first."""
        self._do("agent_hangs_up")

    def answer(self) -> None:
        """The customer picks up."""
        self._do("answer")

    def does_not_answer(self) -> None:
        """Nobody picks up."""
        self._do("not_answered")

    def _follow(self, contact_id: str) -> None:
        with self._one_at_a_time:
            # How the contact before ended is still to be shown.
            self._unseen += self._fetched()
            self.contact_id, self.callback_id, self._seen = contact_id, "", 0

    def _fetched(self) -> list[Event]:
        try:
            found = self._control.events(self.contact_id, self._seen)
        except ControlError as error:
            raise CannotBeDone(why(error)) from None
        self._seen = found[-1]["sequence"] if found else self._seen
        self.events += found
        for event in found:
            if event["event"] == "CallbackCreated":
                self.callback_id = event["callback"]
        return found

    def _do(self, act: str, **parameters: str) -> Any:
        try:
            return self._control.contact(act, contact_id=self.contact_id, **parameters)
        except ControlError as error:
            raise CannotBeDone(why(error)) from None

    def _until(self, holds: Callable[[Mapping[str, Any]], bool]) -> Mapping[str, Any]:
        until = time.monotonic() + LONGEST_THINKING
        while not holds(found := self.look()):
            if time.monotonic() > until:
                where = f"{found['flow']}/{found['action']}"
                raise CannotBeDone(
                    f"contact {self.contact_id}: {where} has gone on for {LONGEST_THINKING:g} s; the log of the local "
                    "AWS says what it does: aicc status names it"
                )
            time.sleep(BETWEEN_LOOKS)
        return found


def _rests(found: Mapping[str, Any]) -> bool:
    waits_for = found["waits_for"]
    if found["state"] in STILL or found["reason"] or waits_for in ("input", "nothing"):
        return True
    return found["state"] in BUSY and waits_for != "answer"
