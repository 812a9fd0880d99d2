"""Functions, bots, prompts and agents of a day: each does by chance what the description says."""

import math
import random
from collections.abc import Callable, Iterable
from os import PathLike

from connect_flows._day._answering import Bot
from connect_flows._day._description import Day
from connect_flows._day._floor import Floor
from connect_flows._day._levels import Level
from connect_flows._day._meters import Concurrency, Requests
from connect_flows._day._room import Seat
from connect_flows._day._speech import spoken
from connect_flows._day._visit import Kind, Visit
from connect_flows._model import Flow
from connect_flows._simulator._agent import Agent
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._events import (
    AgentConnected,
    CallbackCreated,
    Disconnected,
    Started,
)
from connect_flows._simulator._program import name_of
from connect_flows._simulator._surroundings import BotRequest, BotResult, FunctionRequest, FunctionResult

LONGEST_RING = 55.0


class World(Floor):
    """The centre with all that is around it.

    Attributes:
        visits: The contacts that are not over, by id.
        lambdas: Invocations of functions, those of bots' functions among them.
        talks: Conversations with bots at the same time, by channel.
        messages: Messages in chats, of both sides.
        books: Told when a bot has booked a callback.
    """

    def __init__(self, day: Day, flows: Iterable[Flow] | str | PathLike[str], seed: int) -> None:
        super().__init__(day, flows, seed)
        self.chance = random.Random(f"{seed}/world")
        self.visits: dict[str, Visit] = {}
        self.lambdas = Concurrency()
        self.talks = {channel: Level(self.midnight) for channel in ("VOICE", "CHAT")}
        self.messages = Requests()
        self.books: Callable[[], None] = _nothing
        self.handling = self._handle
        self.resting = self._rest_after
        self._names: dict[str, str] = {}
        self._spoken: dict[str, float] = {}
        self._kind = Kind.QUEUED_CALLBACK
        self._unserved = ""
        self.tell(
            {
                Started: self._started,
                CallbackCreated: self._called_back,
                AgentConnected: self._connected,
                Disconnected: self._ended,
            }
        )

    def comes(self, contact_of: Callable[[], Contact], kind: Kind) -> Visit:
        """A contact of this kind begins."""
        self._kind = kind
        try:
            return self.visits[contact_of().id]
        finally:
            self._kind = Kind.QUEUED_CALLBACK

    # --- what flows ask ---------------------------------------------------------------------------------------------

    def speech_seconds(self, text: str) -> float:
        """How long it takes to say something."""
        seconds = self._spoken.get(text)
        if seconds is None:
            seconds = self._spoken[text] = spoken(text, self.day.syllables_per_second)
        return seconds

    def ask_function(self, request: FunctionRequest) -> FunctionResult:
        """What comes of asking a function."""
        function = self.day.functions[self.name(request.function)]
        seconds = function.seconds.draw(self.chance)
        answer = function.answers.draw(self.chance)
        self.lambdas.begin(self.now(), seconds)
        if seconds > request.seconds:
            return FunctionResult(error="TimedOut", seconds=request.seconds)
        return FunctionResult(payload=answer.values, error=answer.error, seconds=seconds)

    def ask_bot(self, request: BotRequest) -> BotResult:
        """What a bot makes of a turn; how long it speaks is part of how long it takes."""
        bot, visit = self.day.bots[self.name(request.bot)], self.visits[request.session]
        chance, is_call = self.chance, visit.contact.channel == "VOICE"
        intent = visit.intent = visit.intent or bot.intents.draw(chance)
        if not visit.turns:
            visit.turns = 1 + _more(intent.turns, chance)
            told, proof = request.attributes, bot.proven_if
            visit.proven = bool(proof) and all(told.get(name) == value for name, value in proof.items())
        visit.turns -= 1
        seconds = bot.understanding.draw(chance) + self._hook(bot)
        if visit.turns:
            seconds += bot.asks.draw(chance) if is_call else 0.0
            return BotResult(intent=intent.name, closed=False, seconds=seconds)
        outcome = (intent.proven if visit.proven else intent.outcomes).draw(chance)
        if outcome.books:
            visit.books = True
            self.books()
        seconds += outcome.says.draw(chance) if is_call else 0.0
        return BotResult(intent=intent.name, attributes=outcome.attributes, error=outcome.error, seconds=seconds)

    def begins_talk(self, visit: Visit) -> None:
        """The customer talks to a bot."""
        visit.with_bot, visit.turns = True, 0
        visit.conversations += 1
        self.talks[visit.contact.channel].change(self.now(), 1)

    def ends_talk(self, visit: Visit) -> None:
        """The customer talks to no bot any more."""
        if visit.with_bot:
            visit.with_bot = False
            self.talks[visit.contact.channel].change(self.now(), -1)

    def _hook(self, bot: Bot) -> float:
        seconds = bot.hook.draw(self.chance)
        if seconds:
            self.lambdas.begin(self.now(), seconds)
        return seconds

    # --- what happens to contacts -----------------------------------------------------------------------------------

    def _started(self, event: Started) -> None:
        self.visits[event.contact] = Visit(self.contacts[event.contact], self._kind, self.slot(event.at))

    def _called_back(self, event: CallbackCreated) -> None:
        if event.contact in self.visits:
            self.visits[event.contact].called_back = True

    def _connected(self, event: AgentConnected) -> None:
        visit = self.visits[event.contact]
        visit.served = visit.kind is not Kind.QUEUED_CALLBACK

    def _ended(self, event: Disconnected) -> None:
        visit = self.visits[event.contact]
        self.ends_talk(visit)
        self._unserved = "" if visit.served else event.contact

    # --- what agents do ---------------------------------------------------------------------------------------------

    def _handle(self, contact: Contact, agent: Agent) -> float:
        assert isinstance(agent, Seat)
        visit, staff = self.visits[contact.id], self.day.staff[agent.staff]
        rings = visit.kind is Kind.QUEUED_CALLBACK
        if rings and not visit.picks_up:
            return 2 * LONGEST_RING  # by then it has rung out
        seconds = staff.handle.draw(self.chance)
        if contact.channel == "CHAT":
            each = 60.0 / (self.day.channels["CHAT"].messages_per_minute or 1e9)
            at = self.now() + self.chance.expovariate(1.0 / each)
            until = self.now() + seconds
            while at < until:
                self.messages.ask(at)
                at += self.chance.expovariate(1.0 / each)
        return visit.rings + seconds if rings else seconds

    def _rest_after(self, contact: Contact, agent: Agent) -> float:
        assert isinstance(agent, Seat)
        # Whoever has not picked up leaves no work behind.
        return 0.0 if contact.id == self._unserved else self.day.staff[agent.staff].after.draw(self.chance)

    def name(self, resource: str) -> str:
        """What a flow calls a resource."""
        name = self._names.get(resource)
        if name is None:
            name = self._names[resource] = name_of(resource)
        return name


def _more(turns: float, chance: random.Random) -> int:
    """How many turns after the first, by a geometric distribution."""
    if turns <= 1.0:
        return 0
    return int(math.log(1.0 - chance.random()) / math.log(1.0 - 1.0 / turns))


def _nothing() -> None:
    """Nobody is told."""
