"""What answers customers without an agent: functions and bots. Times are in seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from connect_flows._day._chance import Choice, Lengths


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
