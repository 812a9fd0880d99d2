"""Takes contacts through time: what they rest for comes when its time has come."""

from abc import abstractmethod
from collections.abc import Callable

from connect_flows._simulator._contact import Contact
from connect_flows._simulator._events import Event, Ignored
from connect_flows._simulator._outcomes import Answered, Asks, Happening, Pause, Pressed, Rest, TimeIsUp
from connect_flows._simulator._run import run, unheard
from connect_flows._simulator._surroundings import (
    BotRequest,
    BotResult,
    FunctionRequest,
    FunctionResult,
    MockedRequest,
    Request,
    Surroundings,
)
from connect_flows._simulator._timeline import Timeline


class Driver(Surroundings):
    """Contacts and the clock.

    Args:
        now: The time at the beginning, in seconds since 1970.

    Attributes:
        timeline: What is still to happen.
        listeners: Who is told of each event.
        patient: The contacts that a bot listens to, for as long as its own settings say, which no flow knows.
    """

    def __init__(self, now: float) -> None:
        self.timeline = Timeline(now)
        self.listeners: list[Callable[[Event], None]] = []
        self.patient: set[str] = set()
        self._busy = 0

    @abstractmethod
    def ask_function(self, request: FunctionRequest) -> FunctionResult:
        """What comes of asking a function."""

    @abstractmethod
    def ask_bot(self, request: BotRequest) -> BotResult:
        """What a bot makes of a turn."""

    def now(self) -> float:
        """Seconds since 1970."""
        return self.timeline.now

    def emit(self, event: Event) -> None:
        """Tell the listeners."""
        for listener in self.listeners:
            listener(event)

    def go_on(self, contact: Contact, happening: Happening) -> None:
        """Something happens to a contact; what nobody listens to is ignored."""
        why = unheard(contact, happening, self)
        if why:
            self._ignore(contact, happening, why)
            return
        self._follow(contact, run(contact, happening, self))

    def settle(self) -> None:
        """Let time pass until nothing is being said and nothing is being asked: until it is somebody's turn."""
        while self._busy and self.timeline.step():
            pass

    def pass_time(self, seconds: float) -> None:
        """Let so many seconds pass."""
        until = self.timeline.now + seconds
        while self.timeline.step(until):
            pass
        self.timeline.now = until
        self.settle()

    def invoke_later(self, contact: Contact, request: FunctionRequest) -> None:
        """Ask a function whose answer nobody waits for."""
        self.soon(lambda: self._ask_for_nobody(request))

    def _ask_for_nobody(self, request: FunctionRequest) -> None:
        self.ask_function(request)

    def _follow(self, contact: Contact, rest: Rest) -> None:
        """Do what a contact rests for: answer its question, or wait for its time."""
        while isinstance(rest, Asks):
            request = rest.request
            result = self._result(request)
            if result.seconds:
                answer = Answered(result)
                self._busily(result.seconds, contact, contact.walk.turn, answer)
                return
            rest = run(contact, Answered(result), self)
        self.patient.discard(contact.id)
        if isinstance(rest, Pause) and rest.seconds is None and rest.waits_for == "input":
            self.patient.add(contact.id)
        if isinstance(rest, Pause) and rest.seconds is not None:
            turn = contact.walk.turn
            if rest.waits_for == "speech":
                self._busily(rest.seconds, contact, turn, TimeIsUp(turn))
            else:
                self.timeline.after(rest.seconds, lambda: self._late(contact, turn))

    def _result(self, request: Request) -> FunctionResult | BotResult:
        if isinstance(request, MockedRequest):
            return request.result
        return self.ask_function(request) if isinstance(request, FunctionRequest) else self.ask_bot(request)

    def _busily(self, seconds: float, contact: Contact, turn: int, happening: Happening) -> None:
        self._busy += 1

        def happens() -> None:
            self._busy -= 1
            if contact.walk.turn == turn and not contact.ended:
                self.go_on(contact, happening)

        self.timeline.after(seconds, happens)

    def soon(self, action: Callable[[], None]) -> None:
        """Let something happen at this moment, after what happens now; `settle` waits for it."""
        self._busy += 1

        def happens() -> None:
            self._busy -= 1
            action()

        self.timeline.after(0.0, happens)

    def _late(self, contact: Contact, turn: int) -> None:
        if contact.walk.turn == turn and contact.walk.waits_for and not contact.ended:
            self._follow(contact, run(contact, TimeIsUp(turn), self))

    def _ignore(self, contact: Contact, happening: Happening, why: str) -> None:
        if isinstance(happening, Pressed):
            contact.walk.buffered += happening.keys
        text = getattr(happening, "keys", "") or getattr(happening, "text", "")
        if text:
            self.emit(Ignored(contact.id, self.now(), text, why))
