"""A call as it goes: steps that are written down beforehand, or that somebody types while it lasts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aicc_cli.call_acts import HELP, Act, Step
from aicc_cli.call_line import BETWEEN_LOOKS
from aicc_cli.callbacks_errors import CannotBeDone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from aicc_cli.call_line import Event, Line
    from aicc_cli.call_screen import Screen

# No flow listens then, but a person does.
WITH_AGENT = "WITH_AGENT"
_HEARD = (Act.SAY, Act.PRESS)
# Announcements of a queue between two questions; a script does not wait for them.
MOST_ANNOUNCEMENTS = 40
# What is done is begun in the background.
LONGEST_BEGINNING = 3.0


@dataclass(slots=True)
class Session:
    """What is done in a call, and what it looks like.

    Attributes:
        line: The call.
        screen: Where it appears.
        sleep: Waits; seconds.
        problem: Why the call has not gone in an orderly way; empty while it has.
    """

    line: Line
    screen: Screen
    sleep: Callable[[float], None]
    problem: str = field(default="", init=False)

    def follow(self, steps: Iterable[Step]) -> None:
        """Do one step after the other, each when the call waits for it; then hang up.

        A step that nothing comes of is the call's `problem`, and those after it are left.
        """
        try:
            self._settle()
            for number, step in enumerate(steps, start=1):
                if step.act is Act.QUIT or (step.act is Act.HANG and self._ended):
                    break
                if self.over:
                    # Not what is said in it, which may be personal and is kept with the transcript.
                    raise CannotBeDone(f"step {number} ({step.act}): the call was over before it")
                self._ready(step)
                self.do(step)
                if step.act in _DOES:
                    # Until then it looks as it did before.
                    self._show(self.line.wait_for_news(LONGEST_BEGINNING))
                self._settle()
        except CannotBeDone as error:
            self._note(str(error))
        self.end()

    def do(self, step: Step) -> None:
        """Do one step.

        Raises:
            CannotBeDone: The contact is not in the state for it.
        """
        if step.act is Act.HELP:
            self.screen.note(HELP)
        elif step.act is Act.WAIT and step.text:
            self._wait(float(step.text))
        elif step.act not in (Act.QUIT, Act.HELP):
            _DOES[step.act](self.line, step.text)

    def show_news(self) -> None:
        """Show what has happened."""
        self._show(self.line.news())

    def end(self) -> None:
        """Hang up, unless it is over, and note what has become of the call."""
        try:
            where = self.line.look()
            if where["reason"]:
                self._note(f"{where['flow']}/{where['action']}: {where['reason']}")
            if where["state"] in ("IN_FLOW", "IN_QUEUE", WITH_AGENT):
                self.line.hang_up()
            self.show_news()
        except CannotBeDone as error:
            self._note(str(error))

    @property
    def over(self) -> bool:
        """Whether the contact is over, and no callback follows it."""
        return self._ended and not self.line.callback_id

    @property
    def _ended(self) -> bool:
        return bool(self.line.look()["state"] == "ENDED")

    def _ready(self, step: Step) -> None:
        """Let pass what stands between the caller and the next question."""
        if step.act not in _HEARD:
            return
        for _ in range(MOST_ANNOUNCEMENTS):
            where = self.line.waits()
            if where["waits_for"] == "input" or where["state"] != "IN_QUEUE" or where["waits_for"] == "nothing":
                return
            self.line.let_time_pass()
            self._show(self.line.wait_for_news(LONGEST_BEGINNING))

    def _settle(self) -> None:
        self.line.waits()
        self.show_news()

    def _wait(self, seconds: float) -> None:
        for _ in range(max(1, round(seconds / (4 * BETWEEN_LOOKS)))):
            self.sleep(min(seconds, 4 * BETWEEN_LOOKS))
            self.show_news()

    def _show(self, events: list[Event]) -> None:
        self.screen.show(events)
        for event in events:
            if event["event"] == "FlowFailed":
                self._note(f"{event['flow']}/{event['block']}: {event['reason']}")
            elif event["event"] == "Ignored" and self.line.look()["state"] != WITH_AGENT:
                self._note(f"nobody listened to the customer: {event['why']}")

    def _note(self, problem: str) -> None:
        self.problem = self.problem or problem


_DOES: Mapping[Act, Callable[[Line, str], Any]] = {
    Act.SAY: lambda line, text: line.say(text),
    Act.PRESS: lambda line, text: line.press(text),
    Act.SILENT: lambda line, _: line.let_time_pass(),
    Act.WAIT: lambda line, _: line.let_time_pass(),
    Act.AGENT: lambda line, _: line.agent_takes_it(),
    Act.HOLD: lambda line, _: line.agent_holds(),
    Act.RESUME: lambda line, _: line.agent_resumes(),
    Act.TRANSFER: lambda line, text: line.agent_transfers(text),
    Act.AGENT_HANG: lambda line, _: line.agent_hangs_up(),
    Act.ANSWER: lambda line, _: line.answer(),
    Act.NO_ANSWER: lambda line, _: line.does_not_answer(),
    Act.HANG: lambda line, _: line.hang_up(),
}
