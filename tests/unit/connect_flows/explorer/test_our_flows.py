"""The flows of this repository: nothing is wrong on any path, and no call takes a branch that the explorer misses."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from connect_flows import load
from connect_flows.simulator import Branch, Exploration, explore
from tests.unit.connect_flows.explorer.any_call import CALLS, make_any_call

FLOWS = Path(__file__).parents[4] / "flows"

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def found() -> Exploration:
    # Who opens a chat may be signed in already.
    return explore(FLOWS, given=["customer_id"])


def test_nothing_is_wrong_on_any_path(found: Exploration) -> None:
    assert [str(finding) for finding in found.findings] == []
    assert found.complete
    assert found.shortened == ()


@pytest.mark.parametrize("start", ["callback", "queue_transfer", "agent_transfer", "outbound"])
def test_nothing_is_wrong_where_one_block_fails(start: str) -> None:
    found = explore(FLOWS, start, faults=True)

    assert [str(finding) for finding in found.findings] == []
    assert found.complete


def test_every_branch_that_calls_take_is_on_a_path(found: Exploration) -> None:
    taken = set(_branches_of_calls())

    assert len(taken) > 250
    assert taken <= found.branches


def test_every_branch_that_calls_take_where_one_block_fails_is_on_a_path() -> None:
    found = explore(FLOWS, "callback", "queue_transfer", faults=True)
    taken = set(_branches_of_calls(breaks=True))

    assert sum(branch.startswith("error:") for _, _, branch in taken) > 35
    assert taken <= found.branches


def _branches_of_calls(*, breaks: bool = False) -> Iterator[tuple[str, str, str]]:
    flows = [load(file) for file in (*sorted(FLOWS.glob("*.json")), *sorted(FLOWS.glob("modules/*.json")))]
    for number in range(CALLS):
        center = make_any_call(flows, random.Random(number), breaks=breaks)
        for event in center.events:
            if isinstance(event, Branch) and event.branch:
                yield event.flow, event.block, event.branch
