"""The calls of the suite walk our flows: every branch, but for those that are left out for a reason.

`pytest tests/flows --flow-coverage=FOLDER` shows the same on drawings.
"""

from pathlib import Path

import pytest

from connect_flows import Flow
from connect_flows.simulator import BranchCoverage, read_left_out
from tests.flows.suite import watched

LEFT_OUT = Path(__file__).with_name("left_out.toml")
LEAST_PERCENT = 95  # of all branches, those included that are left out


@pytest.fixture(scope="module")
def coverage(flows: dict[str, Flow]) -> BranchCoverage:
    return watched(BranchCoverage(flows.values(), read_left_out(LEFT_OUT)), flows.values())


def test_every_branch_is_walked_or_left_out_for_a_reason(coverage: BranchCoverage) -> None:
    missed = [str(place) for flow in coverage.flows for place in flow.missed]

    assert missed == [], "walk them, or write down in left_out.toml why nobody can"


def test_nothing_is_left_out_that_is_walked_or_gone(coverage: BranchCoverage) -> None:
    assert coverage.problems == ()


def test_enough_is_walked_of_every_flow(coverage: BranchCoverage) -> None:
    enough = {flow.flow: 100 * len(flow.walked) >= LEAST_PERCENT * flow.branches for flow in coverage.flows}

    assert enough == dict.fromkeys(enough, True)


def test_a_suite_that_calls_nobody_walks_nothing(flows: dict[str, Flow]) -> None:
    assert BranchCoverage(flows.values()).percent == 0
