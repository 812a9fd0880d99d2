import json
from contextlib import suppress
from dataclasses import replace

import pytest

from callback_ledger import measures
from callback_ledger.events import Kind
from callback_ledger.measures import EmfMeasures, names_of
from callback_ledger.record import Record
from callback_ledger.states import State
from tests.unit.callbacks.desk import Desk


@pytest.fixture
def record(desk: Desk) -> Record:
    return desk.book()


def test_writes_one_line_of_the_embedded_metric_format_for_a_run(capsys: pytest.CaptureFixture[str]) -> None:
    counted = EmfMeasures("general")

    with counted.written():
        counted.add(measures.DIALLED)
        counted.add(measures.DIALLED)
        counted.add(measures.DUE_LAG, 2.5)

    [line] = capsys.readouterr().out.splitlines()
    written = json.loads(line)
    assert (written["Queue"], written["Dialled"], written["DueLag"]) == ("general", [1.0, 1.0], [2.5])
    [about] = written["_aws"]["CloudWatchMetrics"]
    assert (about["Namespace"], about["Dimensions"]) == ("AICC/Callbacks", [["Queue"]])
    assert about["Metrics"] == [{"Name": "Dialled", "Unit": "Count"}, {"Name": "DueLag", "Unit": "Seconds"}]


def test_writes_nothing_when_nothing_happened(capsys: pytest.CaptureFixture[str]) -> None:
    with EmfMeasures("general").written():
        pass

    assert capsys.readouterr().out == ""


def test_writes_what_happened_before_a_fault_and_nothing_twice(capsys: pytest.CaptureFixture[str]) -> None:
    counted = EmfMeasures("general")

    with suppress(ZeroDivisionError), counted.written():
        counted.add(measures.DIALLED)
        raise ZeroDivisionError
    with counted.written():
        counted.add(measures.REACHED)

    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert ("Dialled" in first, "Reached" in first) == (True, False)
    assert ("Dialled" in second, "Reached" in second, second["Queue"]) == (False, True, "general")


@pytest.mark.parametrize(
    ("kind", "state", "names"),
    [
        (Kind.POSTPONED, State.WAITING, ["Postponed"]),
        (Kind.NOT_REACHED, State.WAITING, ["NotReached"]),
        (Kind.NOT_REACHED, State.EXHAUSTED, ["NotReached", "Exhausted"]),
        (Kind.NOT_REACHED, State.CANCELLED, ["NotReached", "Cancelled"]),
        (Kind.NOT_REACHED, State.NEEDS_OPERATOR, ["NotReached", "NeedsOperator"]),
        (Kind.SETTLED_AS_NOT_REACHED, State.WAITING, ["NotReached"]),
        (Kind.TALKED, State.DONE, ["Reached"]),
        (Kind.SETTLED_AS_TALKED, State.DONE, ["Reached"]),
        (Kind.GIVEN_UP, State.EXHAUSTED, ["Exhausted"]),
        (Kind.CANCELLED, State.CANCELLED, ["Cancelled"]),
        (Kind.CANCELLED, State.RINGING, []),
        (Kind.CANCELLED, State.NEEDS_OPERATOR, []),
        (Kind.TIMED_OUT, State.UNKNOWN, ["Unknown"]),
        (Kind.LOOKED, State.UNKNOWN, []),
        (Kind.OVERDUE, State.NEEDS_OPERATOR, ["NeedsOperator"]),
        (Kind.REFUSED, State.NEEDS_OPERATOR, ["NeedsOperator"]),
        (Kind.UNSERVED, State.NEEDS_OPERATOR, ["NeedsOperator"]),
        (Kind.ACCEPTED, State.RINGING, []),
    ],
)
def test_each_thing_is_counted_once(record: Record, kind: Kind, state: State, names: list[str]) -> None:
    assert names_of(kind, replace(record, state=state)) == names
