"""The same day several times, with other chances each: what varies, and how much."""

import math
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from os import PathLike
from statistics import mean, stdev
from typing import Any

from connect_flows._day._description import Day
from connect_flows._day._endings import CallbackOutcome, Outcome
from connect_flows._day._report import Report
from connect_flows._day._simulate import Progress, simulate
from connect_flows._model import Flow

Flows = Iterable[Flow] | str | PathLike[str]

# Student's t, 97.5 %, by degrees of freedom; beyond them the normal distribution is near enough.
_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
_LATE = 2.0
_LOOKS = 0.2

_come: Any = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure over several runs: its mean, and how far its 95 % interval reaches to both sides; None of one run.

    >>> estimate = estimated("waits", [10.0, 12.0, 14.0])
    >>> estimate.mean, round(estimate.half, 3)
    (12.0, 4.969)
    """

    name: str
    mean: float
    half: float | None


def replicate(
    day: Day,
    flows: Flows,
    seed: int = 0,
    runs: int = 1,
    processes: int = 2,
    progress: Progress | None = None,
) -> tuple[Report, ...]:
    """The reports of several runs, with the seeds from `seed` on; the same whatever the number of processes is.

    >>> from connect_flows._day._example import day, flows
    >>> [report.seed for report in replicate(day(), flows(), seed=5, runs=3, processes=1)]
    [5, 6, 7]
    """
    if not isinstance(flows, str | PathLike):
        flows = list(flows)
    seeds = range(seed, seed + runs)
    if min(runs, processes) < 2:
        return tuple(simulate(day, flows, each, _shifted(progress, each - seed, runs)) for each in seeds)
    context = multiprocessing.get_context("spawn")
    come = context.Array("q", runs, lock=False)
    with ProcessPoolExecutor(min(runs, processes), context, _begin, (come,)) as pool:
        waiting = [pool.submit(_run, day, flows, each, number) for number, each in enumerate(seeds)]
        _watch(waiting, lambda: sum(come), day.contacts * runs, progress)
        return tuple(each.result() for each in waiting)


def estimates(reports: Sequence[Report]) -> tuple[Estimate, ...]:
    """The figures that a day is known by.

    >>> from connect_flows._day._example import report
    >>> estimates([report()])[0]
    Estimate(name='service_level', mean=0.79, half=None)
    """
    names = [name for name, _ in figures(reports[0])]
    values = [dict(figures(report)) for report in reports]
    return tuple(estimated(name, [each[name] for each in values]) for name in names)


def estimated(name: str, values: Sequence[float]) -> Estimate:
    """One figure over several runs."""
    if len(values) < 2:
        return Estimate(name, values[0], None)
    quantile = _T[len(values) - 2] if len(values) - 2 < len(_T) else _LATE
    return Estimate(name, mean(values), quantile * stdev(values) / math.sqrt(len(values)))


def figures(report: Report) -> Iterator[tuple[str, float]]:
    """The figures that a day is known by, with their values; shares are from 0 to 1, lengths are seconds."""
    queued = sum(queue.queued for queue in report.queues)
    quotas = {quota.name: quota.needed for quota in report.quotas}
    yield "service_level", report.service_level or 0.0
    yield "mean_wait", report.waits.mean
    yield "p90_wait", report.waits.p90
    yield "abandonment", sum(queue.abandoned for queue in report.queues) / queued if queued else 0.0
    yield "containment", report.contained / report.talked_to_bot if report.talked_to_bot else 0.0
    yield "refused", report.ended(Outcome.REFUSED)
    yield "queued_callbacks", report.queued_callbacks.count
    yield "booked_callbacks", report.booked_callbacks.count - report.booked_callbacks.outcomes[CallbackOutcome.NO_SLOT]
    for staff in report.staff:
        yield f"occupancy:{staff.name}", staff.occupancy or 0.0
    yield "peak_calls", quotas["concurrent_calls"]
    yield "peak_chats", quotas["concurrent_chats"]


def _begin(come: Any) -> None:
    global _come
    _come = come


def _run(day: Day, flows: Flows, seed: int, number: int) -> Report:
    def told(come: int, _whole: int) -> None:
        _come[number] = come

    return simulate(day, flows, seed, told)


def _watch(waiting: Sequence[Future[Report]], come: Callable[[], int], whole: int, progress: Progress | None) -> None:
    while True:
        done, going = wait(waiting, _LOOKS, FIRST_EXCEPTION)
        if progress:
            progress(come(), whole)
        if not going:
            return
        for each in done:
            each.result()


def _shifted(progress: Progress | None, before: int, runs: int) -> Progress | None:
    if progress is None:
        return None
    return lambda come, whole: progress(before * whole + come, runs * whole)
