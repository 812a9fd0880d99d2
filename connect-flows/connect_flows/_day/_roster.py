"""When each agent of a staff is there: shifts with the breaks cut out, one agent's after the other's."""

from collections.abc import Iterator

from connect_flows._day._chance import Choice
from connect_flows._day._working import Break, Shift, Staff

Stretch = tuple[float, float]


def roster(staff: Staff) -> Iterator[tuple[Stretch, ...]]:
    """From when to when each agent is there, in seconds since midnight."""
    numbers = Choice([(shift, shift.share) for shift in staff.shifts]).split(staff.agents)
    for shift, agents in zip(staff.shifts, numbers, strict=True):
        for number in range(agents):
            place = (number + 0.5) / agents
            yield tuple(_stretches(shift, sorted(_absences(shift, staff.breaks, place))))


def _absences(shift: Shift, breaks: tuple[Break, ...], place: float) -> Iterator[Stretch]:
    """The breaks of an agent, whose place in the row is from 0 to 1; what is not within the shift is none."""
    for each in breaks:
        leaves = each.start + (each.end - each.start - each.seconds) * place
        if shift.start <= leaves and leaves + each.seconds <= shift.end:
            yield leaves, leaves + each.seconds


def _stretches(shift: Shift, absences: list[Stretch]) -> Iterator[Stretch]:
    at = shift.start
    for leaves, returns in absences:
        if leaves > at:
            yield at, leaves
        at = max(at, returns)
    if at < shift.end:
        yield at, shift.end
