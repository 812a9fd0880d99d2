"""Callbacks that customers are promised: whether there are any, for which queue, and how they are offered and tried."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from stacks.settings.errors import Problem, show
from stacks.settings.hours import MIDNIGHT, Hours
from stacks.settings.hours_rules import SPOKEN_HOURS
from stacks.settings.references import check_reference
from stacks.settings.section import Key, Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

# Nobody is called at night (callback_ledger.calling_window).
DAYTIME = (8 * 60, 21 * 60)
# Slots, calling times and schedules are Korea's.
TIME_ZONE = "Asia/Seoul"
# Whoever looks for a free seat looks through all of them.
MOST_SLOTS = 5000


class Callbacks(Section):
    queue: Key = Field(default="general", description="the key of one of [queues.*]")
    slot_minutes: int = Field(default=30, ge=5, le=720, description="5 to 720, a divisor of 1440 such as 10, 30 or 60")
    capacity: int = Field(default=4, ge=1, le=1000, description="1 to 1000")
    lead_minutes: int = Field(default=10, ge=1, le=10_080, description="1 to 10080")
    days_ahead: int = Field(default=14, ge=1, le=60, description="1 to 60")
    max_attempts: int = Field(default=3, ge=1, le=10, description="1 to 10")
    first_delay_minutes: int = Field(default=10, ge=1, le=1440, description="1 to 1440")
    grace_minutes: int = Field(default=30, ge=0, le=1440, description="0 to 1440")
    max_shifts: int = Field(default=3, ge=0, le=10, description="0 to 10")
    keep_days: int = Field(default=30, ge=1, le=365, description="1 to 365")
    queued: bool = Field(default=False, description="true (offer it to callers who wait in a queue) or false")


def check_callbacks(settings: "Settings") -> Iterator[Problem]:
    """The queue can call out, within hours that callers are told, in slots that fit into them."""
    callbacks = settings.callbacks
    if callbacks is None:
        return
    if 24 * 60 % callbacks.slot_minutes:
        yield Problem(
            path=("callbacks", "slot_minutes"),
            message=f"{callbacks.slot_minutes} does not divide a day; give a divisor of 1440 such as 10, 15, 30 or 60",
        )
    yield from _check_queue(settings, callbacks)
    if callbacks.queued:
        yield from _check_queued(settings)
    if SPOKEN_HOURS in settings.hours:
        yield from _check_slots(settings.hours[SPOKEN_HOURS], callbacks)


def _check_queue(settings: "Settings", callbacks: Callbacks) -> Iterator[Problem]:
    path = ("callbacks", "queue")
    yield from check_reference(path, callbacks.queue, "queues", settings.queues)
    if callbacks.queue not in settings.queues:
        return
    queue = settings.queues[callbacks.queue]
    if queue.outbound_number is None:
        yield Problem(
            path=path,
            message=f"{show(callbacks.queue)} has no number to call from; add outbound_number to "
            f"[queues.{callbacks.queue}], the key of one of [phone_numbers.*]",
        )
    if queue.hours != SPOKEN_HOURS:
        yield Problem(
            path=path,
            message=f"{show(callbacks.queue)} has the hours {show(queue.hours)}, and callers are told those of "
            f"[hours.{SPOKEN_HOURS}]; name a queue with hours = '{SPOKEN_HOURS}'",
        )


def _check_queued(settings: "Settings") -> Iterator[Problem]:
    for key, queue in settings.queues.items():
        if queue.outbound_number is None:
            yield Problem(
                path=("callbacks", "queued"),
                message=f"true is offered in every queue, and {show(key)} has no number to call from; "
                f"add outbound_number to [queues.{key}]",
            )


def _check_slots(hours: Hours, callbacks: Callbacks) -> Iterator[Problem]:
    if hours.time_zone != TIME_ZONE:
        yield Problem(
            path=("hours", SPOKEN_HOURS, "time_zone"),
            message=f"{show(hours.time_zone)} does not go with [callbacks], which keep Korea's time; "
            f"give '{TIME_ZONE}', or remove [callbacks]",
        )
    length = callbacks.slot_minutes
    most = max((_slots(start, end, length) for start, end in _callable(hours)), default=0)
    if not most:
        yield Problem(
            path=("callbacks", "slot_minutes"),
            message=f"{length} fits into no opening time of [hours.{SPOKEN_HOURS}] between 08:00 and 21:00, when "
            "customers may be called; give fewer minutes",
        )
    slots = (callbacks.days_ahead + 1) * MIDNIGHT // length
    if slots > MOST_SLOTS:
        yield Problem(
            path=("callbacks", "days_ahead"),
            message=f"{callbacks.days_ahead} makes {slots} slots of {length} minutes, and {MOST_SLOTS} can be looked "
            "through; give fewer days, or longer slots",
        )


def _callable(hours: Hours) -> Iterator[tuple[int, int]]:
    for each in hours.ranges:
        yield max(each.start, DAYTIME[0]), min(each.end, DAYTIME[1])


def _slots(start: int, end: int, length: int) -> int:
    first = -(-start // length) * length
    return max(0, (end - first) // length)
