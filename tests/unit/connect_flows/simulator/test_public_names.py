"""What `connect_flows.simulator` offers."""

import inspect
from types import UnionType
from typing import get_args

import pytest

from connect_flows import simulator


def test_all_is_sorted_and_is_everything_that_is_there() -> None:
    there = [name for name in vars(simulator) if name.isidentifier() and not name.startswith("_")]

    assert simulator.__all__ == sorted(simulator.__all__)
    assert sorted(there) == simulator.__all__


@pytest.mark.parametrize("name", simulator.__all__)
def test_every_name_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(simulator, name))


EVENTS = {kind.__name__ for kind in get_args(simulator.Event)}


@pytest.mark.parametrize(
    "name",
    [name for name in simulator.__all__ if name not in EVENTS and not isinstance(getattr(simulator, name), UnionType)],
)
def test_everything_but_a_plain_event_has_an_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(simulator, name)) or "")
