"""A day, described: who calls when and why, who works, how long things take. Times are in seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from connect_flows._day._answering import Bot, Function
from connect_flows._day._calling_back import BookedCallbacks, QueuedCallbacks
from connect_flows._day._chance import Choice, Lengths
from connect_flows._day._errors import InvalidDay
from connect_flows._day._working import Queue, Staff

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

    >>> from connect_flows._day._example import day
    >>> day().with_agents(calls=3).staff["calls"].agents
    3
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
