"""Rules that go wrong on purpose: which calls they are about, how often they hit, and that they do so again."""

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aicc_local.fault import (
    Fault,
    InvalidRule,
    Kind,
    conflict,
    cut,
    delay,
    double,
    fail_after,
    fail_before,
    limit,
    lose,
    throttle,
)
from aicc_local.fault_rule import Rule, rule_from_json
from aicc_local.faults import NOTHING, Faults

STOP = "connect:StopContact"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def faults_of(*rules: Rule, clock: Clock | None = None) -> Faults:
    faults = Faults(clock or Clock())
    faults.add(rules)
    return faults


def hits(faults: Faults, target: str, calls: int) -> list[bool]:
    return [faults.judge(target).fault is not None for _ in range(calls)]


def test_nothing_goes_wrong_without_a_rule() -> None:
    assert Faults().judge(STOP) == NOTHING


def test_hits_as_many_calls_as_it_is_told() -> None:
    faults = faults_of(Rule(target=STOP, fault=throttle(times=2)))

    assert hits(faults, STOP, 4) == [True, True, False, False]


@pytest.mark.parametrize(
    ("pattern", "target", "expected"),
    [
        (STOP, STOP, True),
        (STOP, "connect:StopContactStreaming", False),
        ("connect:*", STOP, True),
        ("*", STOP, True),
        ("dynamodb:*", STOP, False),
        ("cloudformation:AWS::Connect::*:create", "cloudformation:AWS::Connect::Queue:create", True),
        ("cloudformation:AWS::Connect::*:create", "cloudformation:AWS::Connect::Queue:update", False),
    ],
)
def test_a_target_is_a_pattern(pattern: str, target: str, expected: bool) -> None:
    faults = faults_of(Rule(target=pattern, fault=throttle()))

    assert hits(faults, target, 1) == [expected]


def test_is_about_one_resource_where_one_is_named() -> None:
    faults = faults_of(Rule(target="dynamodb:*", resource="*:table/Orders", fault=throttle()))

    assert faults.judge("dynamodb:GetItem", "arn:aws:dynamodb:r:1:table/Orders").fault
    assert not faults.judge("dynamodb:GetItem", "arn:aws:dynamodb:r:1:table/Customers").fault


def test_the_first_rule_that_hits_decides() -> None:
    faults = faults_of(
        Rule(target=STOP, fault=fail_before(times=1)),
        Rule(target=STOP, fault=cut()),
    )

    kinds = [verdict.fault.kind for verdict in (faults.judge(STOP), faults.judge(STOP)) if verdict.fault]

    assert kinds == [Kind.FAIL_BEFORE, Kind.CUT]


def test_delays_add_up_and_let_another_fault_follow() -> None:
    faults = faults_of(
        Rule(target=STOP, fault=delay(1.5)),
        Rule(target="connect:*", fault=delay(0.25)),
        Rule(target=STOP, fault=fail_after()),
    )

    verdict = faults.judge(STOP)

    assert verdict.seconds == 1.75
    assert verdict.fault == fail_after()


def test_a_limit_lets_a_burst_through_and_then_its_rate() -> None:
    clock = Clock()
    faults = faults_of(Rule(target="connect:*", fault=limit(per_second=2, burst=5)), clock=clock)

    assert hits(faults, STOP, 6) == [False] * 5 + [True]
    clock.now = 1.0
    assert hits(faults, STOP, 3) == [False, False, True]


def test_a_limit_counts_each_operation_for_itself() -> None:
    faults = faults_of(Rule(target="connect:*", fault=limit(per_second=1, burst=1)))

    assert hits(faults, STOP, 2) == [False, True]
    assert hits(faults, "connect:DescribeContact", 2) == [False, True]


def test_of_two_limits_the_first_that_fits_counts() -> None:
    faults = faults_of(
        Rule(target=STOP, fault=limit(per_second=1, burst=3)),
        Rule(target="connect:*", fault=limit(per_second=1, burst=1)),
    )

    assert hits(faults, STOP, 4) == [False, False, False, True]


@pytest.mark.parametrize(
    ("operation", "expected"),
    [("TransactWriteItems", True), ("TransactGetItems", True), ("PutItem", True), ("GetItem", False), ("Query", False)],
)
def test_only_transactions_and_single_writes_meet_a_conflict(operation: str, expected: bool) -> None:
    faults = faults_of(Rule(target="dynamodb:*", fault=conflict()))

    assert hits(faults, f"dynamodb:{operation}", 1) == [expected]


def test_a_rule_that_has_ended_hits_no_more() -> None:
    faults = Faults()
    [first, _] = faults.add([Rule(target=STOP, fault=throttle()), Rule(target="sqs/*", fault=double())])

    assert faults.remove(first.id)
    assert not faults.remove(first.id)
    assert hits(faults, STOP, 1) == [False]
    faults.clear()
    assert faults.as_json() == []


def test_tells_how_many_calls_it_has_seen_and_hit() -> None:
    faults = faults_of(Rule(target=STOP, fault=throttle(times=1)))

    hits(faults, STOP, 3)

    [told] = faults.as_json()
    assert (told["seen"], told["hits"], told["kind"]) == (3, 1, "throttle")


@pytest.mark.parametrize(
    ("target", "fault"),
    [("sqs/callbacks", lose()), ("events/a/b", throttle()), ("scheduler/g/n", cut()), ("connect:*", double())],
)
def test_refuses_what_cannot_happen_there(target: str, fault: Fault) -> None:
    with pytest.raises(InvalidRule, match="fault must be one of"):
        Rule(target=target, fault=fault)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ([], "must be an object"),
        ({"kind": "throttle"}, "target: missing"),
        ({"target": "a:b"}, "kind"),
        ({"target": "a:b", "kind": "explode"}, "explode"),
        ({"target": "a:b", "kind": "throttle", "often": 2}, "often: unknown"),
        ({"target": "a:b", "kind": "throttle", "times": 0}, "times must be at least 1, got 0"),
        ({"target": "a:b", "kind": "throttle", "rate": 1.5}, "rate must be 0 to 1, got 1.5"),
        ({"target": "a:b", "kind": "delay"}, "seconds of a delay must be more than 0"),
        ({"target": "a:b", "kind": "limit", "per_second": 1}, "a burst of at least 1"),
        ({"target": "", "kind": "throttle"}, "target must not be empty"),
        ({"target": "a:b", "kind": "throttle", "times": "often"}, "often"),
    ],
)
def test_refuses_a_rule_that_cannot_be_meant(document: Any, words: str) -> None:
    with pytest.raises(InvalidRule, match=words):
        rule_from_json(document)


FAULTS = st.builds(
    Fault,
    kind=st.sampled_from([Kind.THROTTLE, Kind.FAIL_BEFORE, Kind.FAIL_AFTER, Kind.CUT]),
    times=st.none() | st.integers(1, 20),
    rate=st.floats(0, 1),
    seed=st.integers(0, 2**32),
    code=st.sampled_from(["", "ThrottlingException"]),
)


@given(FAULTS)
def test_a_rule_reads_as_it_was_written(fault: Fault) -> None:
    written = json.loads(json.dumps({"target": STOP, "resource": "*", **asdict(fault)}))

    assert rule_from_json(written).fault == fault


@given(FAULTS, st.integers(0, 60))
def test_the_same_calls_meet_the_same_faults(fault: Fault, calls: int) -> None:
    first, second = (faults_of(Rule(target=STOP, fault=fault)) for _ in range(2))

    assert hits(first, STOP, calls) == hits(second, STOP, calls)


@given(FAULTS, st.integers(0, 60))
def test_hits_never_more_often_than_told(fault: Fault, calls: int) -> None:
    struck = sum(hits(faults_of(Rule(target=STOP, fault=fault)), STOP, calls))

    assert struck <= (calls if fault.times is None else fault.times)
    assert fault.rate > 0 or struck == 0
    assert fault.rate < 1 or struck == min(calls, calls if fault.times is None else fault.times)


@given(st.floats(0.1, 20), st.integers(1, 20), st.lists(st.floats(0, 5), max_size=60))
def test_a_limit_never_lets_more_through_than_burst_and_rate(rate: float, burst: int, pauses: list[float]) -> None:
    clock = Clock()
    faults = faults_of(Rule(target=STOP, fault=limit(per_second=rate, burst=burst)), clock=clock)

    passed = 0
    for pause in pauses:
        clock.now += pause
        passed += faults.judge(STOP).fault is None

    assert passed <= burst + rate * clock.now + 1e-6
