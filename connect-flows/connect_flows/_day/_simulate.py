"""Runs a day through flows."""

import gc
import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from os import PathLike

from connect_flows._day._arrivals import arrivals
from connect_flows._day._assemble import assemble
from connect_flows._day._chance import Choice
from connect_flows._day._customers import Customers
from connect_flows._day._description import DAY, Day
from connect_flows._day._dialler import Dialler
from connect_flows._day._endings import CUSTOMER
from connect_flows._day._fit import check_fit
from connect_flows._day._meters import Requests
from connect_flows._day._report import Report
from connect_flows._day._tally import Tally
from connect_flows._day._visit import Kind, Visit
from connect_flows._day._world import World
from connect_flows._model import Flow
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._outcomes import Begins

AFTER_MIDNIGHT = 2 * 3600.0
"""How long those who are still there may go on; who is there after that is counted as open."""

Progress = Callable[[int, int], None]
"""Told how many contacts have come so far, and how many there are."""

_NUMBER = "+8210{:08d}"
_EVERY = 200


def simulate(
    day: Day,
    flows: Iterable[Flow] | str | PathLike[str],
    seed: int = 0,
    progress: Progress | None = None,
) -> Report:
    """What a day would bring.

    Args:
        day: The day.
        flows: Flows and modules, or the folder that has them.
        seed: Of all chance in it: the same seed brings the same report.
        progress: Told now and then how far it has come.

    Raises:
        InvalidDay: The day does not fit the flows.
        SimulationError: A flow cannot go on.

    >>> from connect_flows._day._example import day, flows
    >>> report = simulate(day(), flows(), seed=1)
    >>> report.contacts, report.service_level
    (100, 0.79)
    """
    world = World(day, flows, seed)
    check_fit(day, world.programs)
    Customers(world, seed)
    tally = Tally(world)
    dialler = Dialler(world, tally, day.booked, seed) if day.booked else None
    doors = Doors(world, seed, progress)
    with _no_garbage():
        until = world.midnight + DAY + AFTER_MIDNIGHT
        while world.timeline.step(until):
            pass
        tally.leftover()
        if dialler:
            dialler.leftover()
        return assemble(world, tally, dialler, seed, doors.chats)


class Doors:
    """Where contacts come in, one after the other."""

    def __init__(self, world: World, seed: int, progress: Progress | None) -> None:
        self.world = world
        self.chats = Requests()
        self._chance = random.Random(f"{seed}/arrivals")
        self._times = arrivals(world.day.arrivals, world.day.contacts, self._chance)
        self._channels = Choice([(name, channel.share) for name, channel in world.day.channels.items()])
        self._progress = progress
        self._come = 0
        self._plan_next()

    def _plan_next(self) -> None:
        if self._come < len(self._times):
            at = self.world.midnight + self._times[self._come]
            self.world.timeline.after(at - self.world.now(), self._comes)

    def _comes(self) -> None:
        world, chance = self.world, self._chance
        self._come += 1
        name = self._channels.draw(chance)
        channel = world.day.channels[name]
        visit = world.comes(lambda: self._begin(name), Kind.ARRIVAL)
        if chance.random() < channel.leaving:
            world.timeline.after(channel.leaving_after.draw(chance), lambda: self._leaves(visit))
        if name == "CHAT":
            self.chats.ask(world.now())
        world.go_on(visit.contact, Begins(world.flow_named(channel.flow)))
        self._plan_next()
        if self._progress and (self._come % _EVERY == 0 or self._come == len(self._times)):
            self._progress(self._come, len(self._times))

    def _begin(self, name: str) -> Contact:
        channel, world = self.world.day.channels[name], self.world
        if name == "CHAT":
            return world.begin(channel="CHAT", method="API", attributes=channel.attributes.draw(self._chance))
        hidden = self._chance.random() < channel.hidden
        number = "" if hidden else _NUMBER.format(self._come)
        return world.begin(
            channel="VOICE", method="INBOUND", customer=number, attributes=channel.attributes.draw(self._chance)
        )

    def _leaves(self, visit: Visit) -> None:
        if visit.contact.state == "IN_FLOW" and not visit.served:
            self.world.end(visit.contact, CUSTOMER)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Contacts of a day are no garbage for long, and looking for it costs a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
