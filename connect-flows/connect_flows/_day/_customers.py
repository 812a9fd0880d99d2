"""What customers do: they answer, press keys, lose patience and pick up, each by chance as the day describes."""

import random

from connect_flows._day._calling_back import BookedCallbacks, QueuedCallbacks
from connect_flows._day._description import Channel
from connect_flows._day._endings import CUSTOMER
from connect_flows._day._fit import ASKS_BOT, ASKS_KEYS
from connect_flows._day._visit import Kind, Visit
from connect_flows._day._world import LONGEST_RING, World
from connect_flows._simulator._events import AgentConnected, BotAnswered, Prompt, Queued, Ringing
from connect_flows._simulator._outcomes import Happening, Pressed, Said

_WORDS = Said("문의가 있습니다")


class Customers:
    """All customers of a day."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self._chance = random.Random(f"{seed}/customers")
        self._asks = {
            (program.name, block.identifier): block.type
            for program in world.programs.values()
            for block in program.blocks.values()
            if block.type in (ASKS_BOT, ASKS_KEYS)
        }
        self._menus = {(*name.split("/", 1),): choice for name, choice in world.day.menus.items()}
        world.tell(
            {
                Prompt: self._hears,
                BotAnswered: self._is_answered,
                Queued: self._waits,
                Ringing: self._hears_ringing,
                AgentConnected: self._is_dialled,
            }
        )

    def _hears(self, event: Prompt) -> None:
        visit = self.world.visits[event.contact]
        asks = self._asks.get((event.flow, event.block))
        if asks is None or event.to != "customer":
            return
        if asks == ASKS_BOT:
            self.world.begins_talk(visit)
            spoken = visit.contact.channel == "VOICE"
            self._will(visit, _WORDS, self.world.speech_seconds(event.text) if spoken else 0.0)
            return
        keys = self._menus[event.flow, event.block].draw(self._chance)
        if keys:
            self._will(visit, Pressed(keys), self.world.speech_seconds(event.text))

    def _is_answered(self, event: BotAnswered) -> None:
        visit = self.world.visits[event.contact]
        if event.closed or event.error:
            self.world.ends_talk(visit)
            visit.bot_done = visit.bot_done or not event.error
        else:
            self._will(visit, _WORDS, 0.0)

    def _will(self, visit: Visit, happening: Happening, after: float) -> None:
        """The customer does something in a while, unless it is not asked any more by then."""
        contact = visit.contact
        turn = contact.walk.turn

        def does() -> None:
            if contact.walk.turn == turn and contact.walk.waits_for == "input":
                visit.answers = True
                if contact.channel == "CHAT":
                    self.world.messages.ask(self.world.now())
                self.world.go_on(contact, happening)

        self.world.timeline.after(after + self._channel(visit).answering.draw(self._chance), does)

    def _waits(self, event: Queued) -> None:
        visit = self.world.visits[event.contact]
        if visit.kind is Kind.QUEUED_CALLBACK:
            return
        patience = self._channel(visit).patience.draw(self._chance)
        self.world.timeline.after(patience, lambda: self._gives_up(visit))

    def _gives_up(self, visit: Visit) -> None:
        if visit.contact.state == "IN_QUEUE":
            self.world.end(visit.contact, CUSTOMER)

    def _hears_ringing(self, event: Ringing) -> None:
        """Of a callback at a time, whose dialler waits for an answer."""
        visit = self.world.visits[event.contact]
        if visit.kind is Kind.BOOKED_CALLBACK:
            self._decides(visit, self.world.day.booked)

    def _is_dialled(self, event: AgentConnected) -> None:
        """A callback in turn has an agent first, and then it rings."""
        visit = self.world.visits[event.contact]
        if visit.kind is Kind.QUEUED_CALLBACK:
            self._decides(visit, self.world.day.queued)
            if visit.picks_up:
                self.world.timeline.after(visit.rings, lambda: self._picks_up(visit))

    def _decides(self, visit: Visit, plan: QueuedCallbacks | BookedCallbacks | None) -> None:
        assert plan is not None
        visit.picks_up = self._chance.random() < plan.answered
        visit.rings = min(plan.rings.draw(self._chance), LONGEST_RING)

    def _picks_up(self, visit: Visit) -> None:
        if visit.contact.state == "RINGING":
            visit.served = True
            self.world.answered(visit.contact, "")

    def _channel(self, visit: Visit) -> Channel:
        return self.world.day.channels[visit.contact.channel]
