"""What a day remembers of one contact while it lasts."""

from enum import StrEnum

from connect_flows._day._answering import Intent
from connect_flows._simulator._contact import Contact


class Kind(StrEnum):
    """Why there is a contact: somebody came, a queued callback's turn has come, or a booked callback's time."""

    ARRIVAL = "arrival"
    QUEUED_CALLBACK = "queued_callback"
    BOOKED_CALLBACK = "booked_callback"


class Visit:
    """One contact.

    Attributes:
        contact: The contact itself.
        kind: Why there is one.
        slot: The half hour in which it began.
        intent: What the customer wants of the bot; None before a bot has heard it.
        conversations: How many conversations with bots have begun.
        turns: How many turns the one that goes on has left.
        proven: Whether the customer has proved to be who it is, as far as the bot was told.
        with_bot: Whether one goes on.
        bot_done: Whether one was closed by the bot.
        books: Whether the bot has booked a callback.
        closed: Whether the flow has found that it is out of hours.
        full: Whether a queue was full.
        failed: Whether a flow broke off.
        queued_at: Since when it waits, or has waited; None for one that never did.
        waits: Whether it waits now.
        served: Whether an agent has talked to the customer.
        called_back: Whether a callback in turn was made for it.
        answers: Whether the customer has said or pressed anything; a voice mail does not.
        picks_up: Whether the customer picks up when it rings.
        rings: After how many seconds.
    """

    __slots__ = (
        "answers",
        "books",
        "bot_done",
        "called_back",
        "closed",
        "contact",
        "conversations",
        "failed",
        "full",
        "intent",
        "kind",
        "picks_up",
        "proven",
        "queued_at",
        "rings",
        "served",
        "slot",
        "turns",
        "waits",
        "with_bot",
    )

    def __init__(self, contact: Contact, kind: Kind, slot: int) -> None:
        self.contact = contact
        self.kind = kind
        self.slot = slot
        self.intent: Intent | None = None
        self.conversations = self.turns = 0
        self.queued_at: float | None = None
        self.rings = 0.0
        self.proven = self.with_bot = self.bot_done = self.books = self.closed = self.full = self.failed = False
        self.waits = self.served = self.called_back = self.picks_up = self.answers = False
