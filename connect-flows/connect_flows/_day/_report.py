"""What comes out of a day: plain values, for tables, pictures and programs."""

from collections.abc import Mapping
from dataclasses import dataclass

from connect_flows._day._endings import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """How long those waited who came to an agent, in seconds."""

    count: int
    mean: float
    median: float
    p90: float
    p95: float
    longest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueReport:
    """A queue over the day, callbacks in turn apart.

    Attributes:
        name: Its name.
        queued: How many came to wait.
        answered: How many came to an agent.
        in_time: How many of these within the target.
        abandoned: How many hung up while waiting.
        left: How many took an offer to leave, without a callback.
        called_back: How many took a callback in turn.
        refused: How many found it full.
        service_level: in_time / queued; contacts of a queue nobody came to have none.
        mean_length: How many waited at a time, callbacks apart, over 24 hours.
        longest_line: The most that waited at a time.
        waited_seconds: Of all who came to wait, whatever became of them.
        waits: Of those who came to an agent.
    """

    name: str
    queued: int
    answered: int
    in_time: int
    abandoned: int
    left: int
    called_back: int
    refused: int
    service_level: float | None
    mean_length: float
    longest_line: int
    waited_seconds: float
    waits: Waits


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffReport:
    """A staff over the day. `occupancy`: worked / present. `seats`: contacts that each agent has at a time."""

    name: str
    agents: int
    seats: int
    present_hours: float
    worked_hours: float
    occupancy: float | None
    contacts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentReport:
    """What became of those who wanted the same of the bot."""

    name: str
    contacts: int
    contained: int
    queued: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbacksReport:
    """Callbacks of one kind.

    Attributes:
        count: How many there were.
        dials: How often a telephone rang.
        refused: How many were asked for while the queue was full.
        outcomes: What became of them.
        waits: In turn: from the wish to the voice of an agent. At a time: from the time until the customer picked up.
    """

    count: int
    dials: int
    refused: int
    outcomes: Mapping[str, int]
    waits: Waits


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfHour:
    """Half an hour.

    Attributes:
        start: As on a clock.
        arrivals: Who came in now. What became of these: `contained`.
        contained: For how many the bot was enough.
        queued: Who came to wait now. What became of these: `answered`, `in_time`, `abandoned`.
        refused: Who found a queue full.
        service_level: in_time / queued; None where nobody came to wait.
        lines: How many waited at a time, on average.
        longest_line: The most that waited at a time.
        agents: Seats with somebody, on average.
        working: Seats that worked, on average.
        calls: The most calls at a time.
        chats: The most chats at a time.
    """

    start: str
    arrivals: int
    contained: int
    queued: int
    answered: int
    in_time: int
    abandoned: int
    refused: int
    service_level: float | None
    lines: float
    longest_line: int
    agents: float
    working: float
    calls: int
    chats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaReport:
    """A quota, and what the day needs of it.

    Attributes:
        name: What is counted.
        default: What AWS gives; what an account has may be less.
        needed: The most at a time, or in a second.
        unit: at_once, per_second or in_all.
        exceeded: Whether the default is not enough.
        request: What to ask for: the need is 80 % of it. None where the default will do.
        refused: Of requests to an API: how many AWS would refuse. None for others.
        source: Where the default is documented.
    """

    name: str
    default: float
    needed: int
    unit: str
    exceeded: bool
    request: int | None
    refused: int | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A day that was simulated.

    Attributes:
        day: Its name.
        date: Which day, as 2026-03-03.
        seed: Of all chance in it.
        target: A contact that waits no longer is answered in time; seconds.
        contacts: How many came in.
        blocks: How many blocks of flows they passed.
        outcomes: How they ended, by channel.
        talked_to_bot: How many of them began a conversation with a bot.
        contained: How many of these the bot was enough for; a booked callback counts.
        service_level: Of all queues: answered in time / came to wait.
        waits: Of all queues.
        queues: Each queue.
        staff: Each staff.
        intents: Each intent.
        queued_callbacks: Callbacks in turn.
        booked_callbacks: Callbacks at a time.
        half_hours: The day's course.
        quotas: What AWS has to allow.

    >>> from connect_flows._day._example import report
    >>> report().ended(Outcome.SERVED)
    91
    """

    day: str
    date: str
    seed: int
    target: float
    contacts: int
    blocks: int
    outcomes: Mapping[str, Mapping[str, int]]
    talked_to_bot: int
    contained: int
    service_level: float | None
    waits: Waits
    queues: tuple[QueueReport, ...]
    staff: tuple[StaffReport, ...]
    intents: tuple[IntentReport, ...]
    queued_callbacks: CallbacksReport
    booked_callbacks: CallbacksReport
    half_hours: tuple[HalfHour, ...]
    quotas: tuple[QuotaReport, ...]

    def ended(self, outcome: Outcome) -> int:
        """How many contacts ended so, on all channels."""
        return sum(outcomes.get(outcome, 0) for outcomes in self.outcomes.values())
