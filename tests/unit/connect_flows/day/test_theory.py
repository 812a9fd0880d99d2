"""On a plain line the simulation is where theory is: the 99 % interval of eight days has the exact value in it."""

import math
import random
from collections.abc import Sequence
from statistics import mean, stdev

import pytest

from connect_flows._day._arrivals import arrivals
from connect_flows._day._chance import Lengths
from connect_flows._day._report import Report
from connect_flows._day._simulate import simulate
from tests.unit.connect_flows.day.days import day, exponential, line
from tests.unit.connect_flows.day.erlang import erlang_a, erlang_b, erlang_c, mean_wait, service_level

pytestmark = pytest.mark.thorough

SEEDS = range(8)
T_99 = 3.499  # Student, seven degrees of freedom
CONTACTS = 4000
RATE = CONTACTS / 86400
HANDLE = 240.0


def interval(values: Sequence[float]) -> tuple[float, float]:
    half = T_99 * stdev(values) / math.sqrt(len(values))
    return mean(values) - half, mean(values) + half


def within(values: Sequence[float], exact: float) -> bool:
    low, high = interval(values)
    return low <= exact <= high


@pytest.fixture(scope="module")
def patient() -> list[Report]:
    return [simulate(day(CONTACTS, agents=13, handle=exponential(HANDLE)), [line()], seed) for seed in SEEDS]


@pytest.fixture(scope="module")
def impatient() -> list[Report]:
    described = day(CONTACTS, agents=11, handle=exponential(HANDLE), patience=exponential(150.0))
    return [simulate(described, [line()], seed) for seed in SEEDS]


def test_formulas_are_those_of_the_tables() -> None:
    assert erlang_b(10.0, 10) == pytest.approx(0.2146, abs=1e-4)
    assert erlang_c(10.0, 12) == pytest.approx(0.4494, abs=1e-4)
    assert erlang_a(RATE, HANDLE, 13, patience=1e9)[1] == pytest.approx(mean_wait(RATE, HANDLE, 13), rel=1e-3)


def test_patient_callers_wait_as_erlang_c_says(patient: list[Report]) -> None:
    waits = [report.waits.mean for report in patient]

    assert within(waits, mean_wait(RATE, HANDLE, 13))
    assert not within(waits, mean_wait(RATE, HANDLE, 14))
    assert not within(waits, mean_wait(RATE, HANDLE, 12))


def test_the_service_level_is_that_of_erlang_c(patient: list[Report]) -> None:
    levels = [report.service_level or 0.0 for report in patient]

    assert within(levels, service_level(RATE, HANDLE, 13, 20.0))
    assert not within(levels, service_level(RATE, HANDLE, 14, 20.0))


def test_agents_are_as_busy_as_there_is_work(patient: list[Report]) -> None:
    busy = [report.staff[0].occupancy or 0.0 for report in patient]

    assert within(busy, RATE * HANDLE / 13)


def test_impatient_callers_hang_up_as_erlang_a_says(impatient: list[Report]) -> None:
    abandoned = [report.queues[0].abandoned / report.queues[0].queued for report in impatient]
    waits = [report.queues[0].waited_seconds / report.queues[0].queued for report in impatient]
    exact, wait = erlang_a(RATE, HANDLE, 11, 150.0)

    assert within(abandoned, exact)
    assert within(waits, wait)
    assert not within(abandoned, erlang_a(RATE, HANDLE, 12, 150.0)[0])


def test_a_line_without_room_refuses_as_erlang_b_says() -> None:
    # Whoever finds all agents busy is gone at once.
    described = day(CONTACTS, agents=10, handle=exponential(HANDLE), patience=Lengths(0.001))
    reports = [simulate(described, [line()], seed) for seed in SEEDS]

    lost = [report.queues[0].abandoned / report.queues[0].queued for report in reports]

    assert within(lost, erlang_b(RATE * HANDLE, 10))


def test_arrivals_follow_the_profile() -> None:
    weights = [float(number % 7 * (number > 10)) for number in range(48)]
    counted = [0] * 48
    for at in arrivals(weights, 20_000, random.Random(3)):
        counted[int(at // 1800)] += 1

    assert chi_square(counted, weights) < 68.0  # 0.1 % for the 32 half hours that anybody comes in
    assert chi_square(counted, weights[::-1]) > 1000.0


def chi_square(counted: list[int], weights: list[float]) -> float:
    expected = [sum(counted) * weight / sum(weights) for weight in weights]
    return sum((seen - due) ** 2 / max(due, 1e-3) for seen, due in zip(counted, expected, strict=True))
