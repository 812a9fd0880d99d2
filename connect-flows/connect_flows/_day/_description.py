"""A day, described: who calls when and why, who works, how long things take. Times are in seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from connect_flows._day._chance import Choice, Lengths
from connect_flows._day._errors import InvalidDay

HALF_HOURS = 48
SLOT = 1800.0
DAY = 86400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Customers of one channel.

    Attributes:
        share: Of all contacts.
        flow: Where they come in.
        answering: How long somebody takes to answer what a flow or a bot asks, from the end of the prompt on.
        patience: How long somebody waits in a queue before hanging up.
        leaving: The share of those who hang up within the flow, whatever it says, ...
        leaving_after: ... after so long.
        hidden: The share that shows no number.
        messages_per_minute: Of both sides, while an agent is in a chat.
        attributes: That contacts begin with.
    """

    share: float
    flow: str
    answering: Lengths
    patience: Lengths
    leaving: float = 0.0
    leaving_after: Lengths = field(default=Lengths(0.0))
    hidden: float = 0.0
    messages_per_minute: float = 0.0
    attributes: Choice[Mapping[str, str]] = field(default=Choice([({}, 1.0)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionAnswer:
    """What a function answers: values, or an error."""

    values: Mapping[str, str] = field(default_factory=dict)
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function: how long it takes, and what it answers."""

    seconds: Lengths
    answers: Choice[FunctionAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class BotOutcome:
    """How a conversation with a bot ends.

    Attributes:
        attributes: What the bot leaves for the flow.
        says: How long its last words take; no time on chats.
        books: Whether it has booked a callback at a time.
        error: Why there is no answer; empty when there is.
    """

    attributes: Mapping[str, str] = field(default_factory=dict)
    says: Lengths = field(default=Lengths(0.0))
    books: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What a customer wants of a bot.

    Attributes:
        name: Its name.
        turns: How many turns it takes on average.
        outcomes: How the conversation ends, ...
        proven: ... and how it ends with somebody who has proved to be who it is.
    """

    name: str
    turns: float
    outcomes: Choice[BotOutcome]
    proven: Choice[BotOutcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """A bot.

    Attributes:
        understanding: How long it takes over a turn, without its function.
        hook: How long its function takes; 0 for none.
        asks: How long its questions take to say; no time on chats.
        intents: What customers want of it.
        proven_if: The session attributes with which the flow tells it that the customer has proved to be who it is.
    """

    understanding: Lengths
    hook: Lengths
    asks: Lengths
    intents: Choice[Intent]
    proven_if: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A queue: how many may wait in it, None for no limit, and the name of its hours."""

    max_contacts: int | None = None
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """When a share of the agents works: seconds since midnight."""

    share: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Every agent's break of so many seconds, one after the other between these times."""

    seconds: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Agents who do the same work.

    Attributes:
        channel: VOICE or CHAT.
        agents: How many.
        seats: How many contacts one agent has at a time.
        queues: What they serve; the first come first.
        handle: How long they take with a contact.
        after: How long they work on after it.
        shifts: When they are there.
        breaks: When they are not, between.
    """

    channel: str
    agents: int
    queues: tuple[str, ...]
    handle: Lengths
    after: Lengths
    shifts: tuple[Shift, ...]
    seats: int = 1
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedCallbacks:
    """Callbacks in turn: the share of telephones that are picked up, and after how long."""

    answered: float
    rings: Lengths


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedCallbacks:
    """Callbacks at a time.

    Attributes:
        flow: What runs when the customer has picked up.
        queue: Whose agents must be free before anybody is dialled.
        hours: When there are slots.
        capacity: How many callbacks a slot of half an hour has.
        same_day: The share that wants to be called today; the others are counted only.
        from_before: Today's that were booked on earlier days, as a share of all contacts.
        answered: The share of telephones that are picked up, ...
        rings: ... after so long.
        attempts: How often one is dialled at most, ...
        retry: ... at first so much later, then twice as much.
        grace: How late a call may be for want of an agent before it moves to the next slot, ...
        shifts: ... and how often it may move.
        per_second: How many calls are started at most, on average.
    """

    flow: str
    queue: str
    hours: str
    capacity: int
    same_day: float
    answered: float
    rings: Lengths
    from_before: float = 0.0
    attempts: int = 3
    retry: float = 600.0
    grace: float = 1800.0
    shifts: int = 3
    per_second: float = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of a contact centre.

    Attributes:
        name: In reports.
        date: Which day it is.
        contacts: How many calls and chats come in.
        arrivals: The weight of each half hour from midnight on.
        target: A contact that waits no longer is answered in time.
        syllables_per_second: How fast prompts are spoken.
        texts: What `${text.<key>}` stands for.
        hours: Opening and closing by name; the same time twice is closed all day.
        channels: VOICE and CHAT.
        functions: By name.
        bots: By name.
        menus: The keys that customers press, by `flow/block`; the empty text is silence.
        queues: By name.
        staff: By name.
        queued: Callbacks in turn.
        booked: Callbacks at a time.

    >>> from connect_flows.day import read_day
    >>> read_day("config/days/typical.toml").contacts  # doctest: +SKIP
    100000
    """

    name: str
    date: date
    contacts: int
    arrivals: tuple[float, ...]
    channels: Mapping[str, Channel]
    target: float = 20.0
    syllables_per_second: float = 5.5
    texts: Mapping[str, str] = field(default_factory=dict)
    hours: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    functions: Mapping[str, Function] = field(default_factory=dict)
    bots: Mapping[str, Bot] = field(default_factory=dict)
    menus: Mapping[str, Choice[str]] = field(default_factory=dict)
    queues: Mapping[str, Queue] = field(default_factory=dict)
    staff: Mapping[str, Staff] = field(default_factory=dict)
    queued: QueuedCallbacks | None = None
    booked: BookedCallbacks | None = None

    def with_contacts(self, contacts: int) -> "Day":
        """The same day with another number of contacts; agents and capacities stay as they are."""
        if contacts < 1:
            raise InvalidDay(f"{self.name}: {contacts} contacts are too few; take at least 1")
        return replace(self, contacts=contacts)

    def with_agents(self, **agents: int) -> "Day":
        """The same day with other numbers of agents, by the name of their staff."""
        for name, number in agents.items():
            if name not in self.staff:
                known = ", ".join(sorted(self.staff)) or "none"
                raise InvalidDay(f"{self.name}: staff {name!r} is not there; name one of: {known}")
            if number < 0:
                raise InvalidDay(f"{self.name}: staff {name}: {number} agents are too few; take at least 0")
        staff = {name: replace(each, agents=agents.get(name, each.agents)) for name, each in self.staff.items()}
        return replace(self, staff=staff)
