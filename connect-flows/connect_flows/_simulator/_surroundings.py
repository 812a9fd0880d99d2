"""What the engine needs of the world around a contact: quick answers. What takes long is an `Asks`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from connect_flows._simulator._contact import Contact
from connect_flows._simulator._events import Event

if TYPE_CHECKING:
    from connect_flows._simulator._outcomes import Outcome
    from connect_flows._simulator._program import Program
    from connect_flows._simulator._step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRequest:
    """Ask a function. `seconds`: how long it may take. `attempt`: from 1. `event`: what it is told.

    >>> FunctionRequest(function="${function.status}", event={"Details": {}}, seconds=4.0).attempt
    1
    """

    function: str
    event: Mapping[str, Any]
    seconds: float
    attempt: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionResult:
    """What came of it.

    Attributes:
        payload: What the function returned.
        error: Why it returned nothing; empty when it did. The flow log tells it.
        seconds: How long it took.
        final: Asking again would not help: Amazon Connect may not invoke it, say.

    >>> FunctionResult(error="TimedOut", seconds=8.0).payload is None
    True
    """

    payload: Any = None
    error: str = ""
    seconds: float = 0.0
    final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BotRequest:
    """One turn of a customer with a bot. `mode`: Text, Speech or DTMF. `locale` as Lex writes it: ko_KR.

    >>> turn = BotRequest(bot="${bot.service}", locale="ko_KR", session="1", text="환불", mode="Speech")
    >>> turn.attributes
    {}
    """

    bot: str
    locale: str
    session: str
    text: str
    mode: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BotResult:
    """What a bot made of a turn.

    Attributes:
        intent: The intent's name.
        slots: Slot names and interpreted values, None for empty ones.
        attributes: The session's attributes from now on.
        messages: What the bot says.
        closed: Whether the conversation is over; else it is the customer's turn again.
        confidence: Of the intent, 0 to 1, if known.
        error: Why there is no answer; empty when there is.
        seconds: How long it took.

    >>> BotResult(intent="refund", slots={"order": "1234"}).closed
    True
    """

    intent: str = ""
    slots: Mapping[str, str | None] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    messages: tuple[str, ...] = ()
    closed: bool = True
    confidence: float | None = None
    error: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MockedRequest:
    """Ask nobody: a test has said what comes of it, which is there after the seconds of the result.

    >>> MockedRequest(result=FunctionResult(error="TimedOut", seconds=8.0)).result.seconds
    8.0
    """

    result: FunctionResult | BotResult


Request = FunctionRequest | BotRequest | MockedRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueState:
    """A queue, as flows see it. `hours`: what names its hours of operation. `full`: it takes nobody more.

    >>> QueueState(arn="${queue.general}", name="general").full
    False
    """

    arn: str
    name: str
    hours: str = ""
    enabled: bool = True
    full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueMetrics:
    """Numbers of a queue: contacts, seconds, agents.

    >>> QueueMetrics(size=3, oldest_age=90.0).available
    0
    """

    size: int = 0
    oldest_age: float = 0.0
    online: int = 0
    available: int = 0
    staffed: int = 0
    busy: int = 0
    non_productive: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackPlan:
    """What a flow asks of a queued callback; delays in seconds. `caller_id`: the number to show, or nothing.

    >>> plan = CallbackPlan(number="+821012345678", queue="${queue.general}", delay=30.0, retry_delay=600.0, attempts=3)
    >>> plan.caller_id
    ''
    """

    number: str
    queue: str
    delay: float
    retry_delay: float
    attempts: int
    caller_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What a test puts in the place of a resource, once.

    Attributes:
        substitute: The resource that is used instead.
        result: What the resource answers, without being asked.
        error: The error that the block meets: TimeLimitExceeded, QueueAtCapacity or NoMatchingError.
        seconds: How long the answer takes.

    >>> Override(substitute="${queue.billing}").substitute, Override(error="QueueAtCapacity").error
    ('${queue.billing}', 'QueueAtCapacity')
    """

    substitute: str = ""
    result: Any = None
    error: str = ""
    seconds: float = 0.0


class Surroundings(Protocol):
    """The world around contacts.

    >>> from connect_flows.simulator import Center
    >>> Surroundings in Center.__mro__
    True
    """

    def now(self) -> float:
        """Seconds since 1970."""

    def emit(self, event: Event) -> None:
        """Something has happened."""

    def program(self, resource: str) -> "Program | None":
        """The flow or module of this name; None when there is none that runs."""

    def is_open(self, contact: Contact, hours: str) -> bool | None:
        """Whether these hours of operation are open now; None when there are none."""

    def queue(self, contact: Contact, queue: str) -> QueueState | None:
        """The queue of this name; None when there is none."""

    def measure(self, contact: Contact, queue: str, channel: str) -> QueueMetrics:
        """Numbers of a queue now, of one channel unless that is empty."""

    def enqueue(self, contact: Contact, queue: str) -> None:
        """The contact waits in this queue from now on."""

    def end(self, contact: Contact, reason: str) -> None:
        """The contact is over."""

    def to_agent(self, contact: Contact) -> bool:
        """The contact goes to the agent that it is being transferred to; False when there is none."""

    def create_callback(self, contact: Contact, plan: CallbackPlan) -> str:
        """Make a queued callback; answers why there is none, or nothing."""

    def dialable(self, contact: Contact, number: str) -> bool:
        """Whether the instance may call this number."""

    def speech_seconds(self, text: str) -> float:
        """How long it takes to say something."""

    def percentage(self) -> int:
        """By chance, 1 to 100."""

    def refusal(self, contact: Contact, resource: str) -> str:
        """Why Amazon Connect may not invoke this function or talk to this bot; empty when it may."""

    def invoke_later(self, contact: Contact, request: FunctionRequest) -> None:
        """Ask a function whose answer nobody waits for."""

    def fault(self, contact: Contact, flow: str, block: str) -> str | None:
        """The error that a test lets this block meet; None for none."""

    def override(self, contact: Contact, type: str, resource: str) -> Override | None:
        """What a test puts in the place of the resource of a block of this type; it is taken once."""

    def stand_in(self, step: "Step") -> "Outcome | None":
        """What a test says of a block that is not simulated; None when it says nothing."""
