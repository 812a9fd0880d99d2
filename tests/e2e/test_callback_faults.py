"""A callback with each fault that the local AWS can cause: called once, talked to, nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from aicc_local.fault import Fault, conflict, cut, delay, double, fail_after, fail_before, limit, lose, throttle
from tests.e2e.callback_environment import callback_line
from tests.e2e.callback_line import CallbackLine, soon

DIAL = "connect:StartOutboundVoiceContact"
CONTACT_EVENTS = "events/aws.connect/Amazon Connect Contact Event"
# A request that is not answered in time; the dialler waits less.
TOO_LATE = 4.0
SETTLED_WITHIN = 1800  # seconds, after which an operator is asked


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory, with_callbacks: Path) -> Iterator[CallbackLine]:
    with callback_line(tmp_path_factory.mktemp("callback-faults"), with_callbacks) as line:
        yield line


@pytest.fixture(autouse=True)
def without_faults(line: CallbackLine) -> Iterator[None]:
    yield
    line.control.faults.clear()


@dataclass(frozen=True, slots=True)
class Case:
    """Faults that are in force from the dial to the end of the call."""

    name: str
    faults: dict[str, Fault]
    later: float = 0  # seconds that pass first, after which functions read anew what they keep for a while


AT_THE_DIAL = [
    Case("throttled twice", {DIAL: throttle(times=2)}),
    Case("throttled in other words", {DIAL: throttle(times=1, code="LimitExceededException")}),
    Case("slow", {DIAL: delay(0.5)}),
    Case("accepted but answered too late", {DIAL: delay(TOO_LATE, times=1)}),
    Case("failed before it was made", {DIAL: fail_before(times=1)}),
    Case("made and then failed", {DIAL: fail_after(times=1)}),
    Case("made, and never once answered", {DIAL: fail_after(times=20)}),
    Case("made and cut", {DIAL: cut(times=1)}),
    Case("made, and always cut", {DIAL: cut(times=20)}),
]
ALL_THE_TIME = [
    Case("conflicts in the ledger", {"dynamodb:*": conflict(rate=0.3, seed=7)}),
    Case("the ledger throttles", {"dynamodb:*": throttle(rate=0.1, seed=7)}),
    Case("messages twice", {"sqs/*": double()}),
    Case("events twice", {CONTACT_EVENTS: double()}),
    Case("events late", {CONTACT_EVENTS: delay(2.0)}),
    Case("nobody can say who is free", {"connect:GetCurrentMetricData": fail_before(times=1)}),
    Case("the number cannot be read", {"kms:Decrypt": fail_before(times=1)}),
    Case("the opening hours cannot be read", {"ssm:GetParameter": throttle(times=8)}, later=600),
    Case("contacts cannot be looked at", {"connect:GetContactAttributes": throttle(times=2)}),
]


@pytest.mark.parametrize("case", [*AT_THE_DIAL, *ALL_THE_TIME], ids=lambda case: case.name)
def test_is_called_once_and_talked_to(line: CallbackLine, case: Case) -> None:
    number = 1 + [*AT_THE_DIAL, *ALL_THE_TIME].index(case)
    callback_id = line.book(f"+82105557{number:04}")

    if case.later:
        line.control.let_pass(case.later)
    with ExitStack() as faults:
        for target, fault in case.faults.items():
            faults.enter_context(line.control.fault(target, fault))
        line.operate("retry", callback_id=callback_id)
        line.woken_until_it_rings(callback_id)
        contact = line.is_talked_to(callback_id)
        struck = {rule["target"]: rule["hits"] for rule in line.control.faults.listed()}
    done = line.swept_until_over(callback_id)

    assert all(struck.values()), struck
    assert (done["state"], done["contact_id"], done["attempts"]) == ("done", contact, 1)
    assert [each["Id"] for each in line.calls(callback_id)] == [contact]
    assert line.held(callback_id) == []


@pytest.mark.parametrize("fault", [lose(), double(), delay(3.0)], ids=["lost", "twice", "late"])
def test_a_schedule_that_is(line: CallbackLine, fault: Fault, request: pytest.FixtureRequest) -> None:
    callback_id = line.book(f"+82105558{len(request.node.name):04}", "내일 오전 열한 시")

    with line.control.fault(f"scheduler/*/{callback_id}-*", fault):
        line.pass_to(line.callback(callback_id)["due_at"], before=timedelta(seconds=1))
        soon(lambda: [rule for rule in line.control.faults.listed() if rule["hits"]], "the fault strikes")
        line.woken_until_it_rings(callback_id)
        contact = line.is_talked_to(callback_id)
    done = line.swept_until_over(callback_id)

    assert (done["state"], done["attempts"]) == ("done", 1)
    assert [each["Id"] for each in line.calls(callback_id)] == [contact]


def test_what_connect_limits_is_called_later(line: CallbackLine) -> None:
    first, second = line.book("+821055580001"), line.book("+821055580002")

    with line.control.fault(DIAL, limit(per_second=0.2, burst=1)):
        line.operate("retry", callback_id=first)
        line.people("not_answered", contact_id=line.rings(first))
        line.becomes(first, "waiting")  # else it holds the agent, and the second is put off for another reason
        line.operate("retry", callback_id=second)
        line.woken_until_it_rings(second)
        contact = line.is_talked_to(second)
        [rule] = line.control.faults.listed()
    done = line.swept_until_over(second)

    assert rule["hits"] >= 1
    assert (done["state"], done["contact_id"], done["attempts"]) == ("done", contact, 1)
    assert line.operate("cancel", callback_id=first)["ok"]


def test_the_end_of_the_call_is_found_when_no_event_comes(line: CallbackLine) -> None:
    callback_id = line.book("+821055590001")
    line.operate("retry", callback_id=callback_id)

    with line.control.fault(CONTACT_EVENTS, lose()):
        contact = line.is_talked_to(callback_id)
    talking = line.callback(callback_id)["state"]
    done = line.swept_until_over(callback_id)

    assert talking == "talking"
    assert (done["state"], done["contact_id"], line.held(callback_id)) == ("done", contact, [])


def test_an_unanswered_call_is_found_when_neither_answer_nor_event_comes(line: CallbackLine) -> None:
    callback_id = line.book("+821055590002")

    with line.control.fault(DIAL, fail_after(times=20)), line.control.fault(CONTACT_EVENTS, lose()):
        line.operate("retry", callback_id=callback_id)
        contact = line.rings(callback_id)
        line.becomes(callback_id, "unknown")
        line.people("not_answered", contact_id=contact)
    waiting = line.swept_until(callback_id, "waiting")

    assert (waiting["attempts"], waiting["contact_id"]) == (1, contact)
    assert len(line.calls(callback_id)) == 1
    assert line.operate("cancel", callback_id=callback_id)["ok"]


def test_a_call_of_which_nothing_can_be_found_waits_for_an_operator(line: CallbackLine) -> None:
    callback_id = line.book("+821055590003")

    # To the end: the dialler goes on trying for some seconds.
    with line.control.fault(DIAL, fail_before()):
        line.operate("retry", callback_id=callback_id)
        unknown = line.becomes(callback_id, "unknown")
        line.control.let_pass(SETTLED_WITHIN / 2)
        soon(lambda: line.callback(callback_id)["wake_at"] > unknown["wake_at"], "it is looked for")
        line.control.let_pass(SETTLED_WITHIN)
        waiting = line.becomes(callback_id, "needs_operator")
    settled = line.operate("settle", callback_id=callback_id, **{"as": "not_reached"})

    assert line.calls(callback_id) == []
    assert waiting["attempts"] == 1
    assert settled["ok"]
    assert line.becomes(callback_id, "waiting")["attempts"] == 1
    assert line.operate("cancel", callback_id=callback_id)["ok"]


def test_a_flow_that_cannot_reach_the_ledger_still_brings_the_customer_to_an_agent(line: CallbackLine) -> None:
    callback_id = line.book("+821055590004")
    line.operate("retry", callback_id=callback_id)
    line.rings(callback_id)

    with line.control.fault("dynamodb:*", throttle()):
        contact = line.is_talked_to(callback_id)
    done = line.swept_until_over(callback_id)

    assert (done["state"], done["contact_id"], done["attempts"]) == ("done", contact, 1)
