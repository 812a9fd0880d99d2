"""Which slots there are: computed from opening hours, holidays and the calling window, stored nowhere."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from aicc_core.opening_hours import OpeningHours
from callback_ledger.calling_window import callable_times
from callback_ledger.record import Slot
from korean.clock import KOREA

_ASKED = 20  # slots at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRules:
    """How a queue offers callbacks.

    Attributes:
        length: Minutes of a slot. Slots begin at whole multiples of it after midnight and end before it closes.
        capacity: Callbacks in one slot.
        lead: Minutes that a moment must be ahead.
        days: How far ahead, today not counted.
    """

    length: int = 30
    capacity: int = 4
    lead: int = 10
    days: int = 14

    def __post_init__(self) -> None:
        if self.length < 1 or 24 * 60 % self.length:
            raise ValueError(f"length must divide a day of 1440 minutes, got {self.length}")


def slot_of(moment: datetime, queue: str, rules: SlotRules) -> Slot:
    """Return the slot that holds `moment`, whether or not it is offered.

    >>> slot = slot_of(datetime(2026, 11, 23, 15, 20, tzinfo=KOREA), "general", SlotRules(length=30))
    >>> datetime.fromtimestamp(slot.start, KOREA).isoformat()
    '2026-11-23T15:00:00+09:00'
    """
    local = moment.astimezone(KOREA)
    midnight = datetime.combine(local.date(), time(), KOREA)
    minutes = (local.hour * 60 + local.minute) // rules.length * rules.length
    return Slot(queue, int((midnight + timedelta(minutes=minutes)).timestamp()))


def slots(queue: str, hours: OpeningHours, rules: SlotRules, *, now: datetime) -> Iterator[Slot]:
    """Yield the slots whose start can be booked at `now`, seats apart, in order."""
    earliest = now.timestamp() + rules.lead * 60
    today = now.astimezone(KOREA).date()
    for days in range(rules.days + 1):
        midnight = datetime.combine(today + timedelta(days=days), time(), KOREA)
        for times in callable_times(midnight.date(), hours):
            first = -(-times.start // rules.length) * rules.length
            for minute in range(first, times.end - rules.length + 1, rules.length):
                start = int(midnight.timestamp()) + minute * 60
                if start >= earliest:
                    yield Slot(queue, start)


def is_offered(moment: datetime, hours: OpeningHours, rules: SlotRules, *, now: datetime) -> bool:
    """Whether `moment` can be booked at `now`, seats apart: its slot lies whole within the times to call.

    A slot that has begun is still good for the moments in it that are far enough ahead.
    """
    today, day = now.astimezone(KOREA).date(), moment.astimezone(KOREA).date()
    if moment < now + timedelta(minutes=rules.lead) or day > today + timedelta(days=rules.days):
        return False
    start = datetime.fromtimestamp(slot_of(moment, "", rules).start, KOREA)
    first = start.hour * 60 + start.minute
    return any(times.start <= first and first + rules.length <= times.end for times in callable_times(day, hours))


def nearest_free(
    wish: datetime,
    offered: Iterable[Slot],
    taken: Callable[[Sequence[Slot]], Sequence[int]],
    rules: SlotRules,
    *,
    count: int,
) -> list[Slot]:
    """Return up to `count` slots with a free seat, the nearest to `wish` first, of two the later.

    `taken` says how many seats of each slot are taken; it is asked about few slots at a time.
    """
    wished = int(wish.timestamp())
    near = sorted(offered, key=lambda slot: (abs(slot.start - wished), -slot.start))
    found: list[Slot] = []
    for first in range(0, len(near), _ASKED):
        if len(found) >= count:
            break
        some = near[first : first + _ASKED]
        found += [slot for slot, seats in zip(some, taken(some), strict=True) if seats < rules.capacity]
    return found[:count]
