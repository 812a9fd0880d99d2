"""Makes a report of what was counted."""

from collections.abc import Iterable, Mapping, Sequence

from connect_flows._day._description import HALF_HOURS, SLOT
from connect_flows._day._dialler import Dialler
from connect_flows._day._endings import CallbackOutcome, Outcome
from connect_flows._day._levels import Level
from connect_flows._day._meters import Requests
from connect_flows._day._quotas import judged
from connect_flows._day._report import CallbacksReport, HalfHour, IntentReport, QueueReport, Report, StaffReport, Waits
from connect_flows._day._tally import QueueTally, Tally
from connect_flows._day._world import World


def assemble(world: World, tally: Tally, dialler: Dialler | None, seed: int, chats: Requests) -> Report:
    """The report of a day that is over."""
    day = world.day
    queues = tuple(_queue(name, each) for name, each in tally.queues.items())
    queued, in_time = sum(each.queued for each in queues), sum(each.in_time for each in queues)
    return Report(
        day=day.name,
        date=day.date.isoformat(),
        seed=seed,
        target=day.target,
        contacts=day.contacts,
        blocks=tally.blocks,
        outcomes={channel: _ordered(counts, Outcome) for channel, counts in tally.outcomes.items()},
        talked_to_bot=tally.talked,
        contained=tally.contained,
        service_level=in_time / queued if queued else None,
        waits=waits_of([wait for each in tally.queues.values() for wait in each.waits]),
        queues=queues,
        staff=tuple(_staff(name, world, tally) for name in day.staff),
        intents=tuple(
            IntentReport(name=name, **{key: counts[key] for key in ("contacts", "contained", "queued")})
            for name, counts in sorted(tally.intents.items())
        ),
        queued_callbacks=CallbacksReport(
            count=sum(tally.queued.values()),
            dials=tally.dials,
            refused=tally.full,
            outcomes=_ordered(tally.queued, CallbackOutcome),
            waits=waits_of(tally.waits),
        ),
        booked_callbacks=_booked(dialler),
        half_hours=_half_hours(tally),
        quotas=judged(
            {
                "concurrent_calls": tally.calls.peak,
                "concurrent_chats": tally.chats.peak,
                "users": sum(staff.agents for staff in day.staff.values()),
                "lex_voice_conversations": world.talks["VOICE"].peak,
                "lex_text_conversations": world.talks["CHAT"].peak,
                "lambda_concurrency": world.lambdas.peak,
            },
            {
                "start_chat_contact": chats,
                "create_participant_connection": chats,
                "send_message": world.messages,
                "start_outbound_voice_contact": dialler.dials if dialler else Requests(),
            },
        ),
    )


def waits_of(waits: Sequence[float]) -> Waits:
    """Mean and quantiles of waits.

    >>> waits_of([0.0, 10.0, 20.0, 70.0]).median
    10.0
    """
    ordered = sorted(waits)

    def quantile(share: float) -> float:
        return ordered[max(0, -int(-share * len(ordered) // 1) - 1)] if ordered else 0.0

    return Waits(
        count=len(ordered),
        mean=sum(ordered) / len(ordered) if ordered else 0.0,
        median=quantile(0.5),
        p90=quantile(0.9),
        p95=quantile(0.95),
        longest=ordered[-1] if ordered else 0.0,
    )


def _ordered(counts: Mapping[str, int], known: type[Outcome] | type[CallbackOutcome]) -> dict[str, int]:
    return {each.value: counts.get(each, 0) for each in known}


def _queue(name: str, tally: QueueTally) -> QueueReport:
    counts = tally.counts
    return QueueReport(
        name=name,
        queued=counts["queued"],
        answered=counts["answered"],
        in_time=counts["in_time"],
        abandoned=counts[Outcome.ABANDONED],
        left=counts[Outcome.LEFT],
        called_back=counts[Outcome.CALLBACK],
        refused=counts["refused"],
        service_level=counts["in_time"] / counts["queued"] if counts["queued"] else None,
        mean_length=tally.length.total / (HALF_HOURS * SLOT),
        longest_line=tally.length.peak,
        waited_seconds=tally.waited,
        waits=waits_of(tally.waits),
    )


def _staff(name: str, world: World, tally: Tally) -> StaffReport:
    staff, present, worked = world.day.staff[name], tally.present[name].total, tally.worked[name].total
    return StaffReport(
        name=name,
        agents=staff.agents,
        seats=staff.seats,
        present_hours=present / 3600 / staff.seats,
        worked_hours=worked / 3600 / staff.seats,
        occupancy=worked / present if present else None,
        contacts=tally.contacts[name],
    )


def _booked(dialler: Dialler | None) -> CallbacksReport:
    return CallbacksReport(
        count=dialler.count if dialler else 0,
        dials=dialler.dials.count if dialler else 0,
        refused=0,
        outcomes=_ordered(dialler.outcomes if dialler else {}, CallbackOutcome),
        waits=waits_of(dialler.waits if dialler else []),
    )


def _half_hours(tally: Tally) -> tuple[HalfHour, ...]:
    agents, working = _summed(tally.present.values()), _summed(tally.worked.values())
    lines = tally.lines.means
    return tuple(
        HalfHour(
            start=f"{number // 2:02}:{number % 2 * 30:02}",
            arrivals=counts["arrivals"],
            contained=counts["contained"],
            queued=counts["queued"],
            answered=counts["answered"],
            in_time=counts["in_time"],
            abandoned=counts[Outcome.ABANDONED],
            refused=counts["refused"],
            service_level=counts["in_time"] / counts["queued"] if counts["queued"] else None,
            lines=lines[number],
            longest_line=tally.lines.peaks[number],
            agents=agents[number],
            working=working[number],
            calls=tally.calls.peaks[number],
            chats=tally.chats.peaks[number],
        )
        for number, counts in enumerate(tally.halves)
    )


def _summed(levels: Iterable[Level]) -> list[float]:
    means = [level.means for level in levels]
    return [sum(each) for each in zip(*means, strict=True)] if means else [0.0] * HALF_HOURS
