from hypothesis import given

from connect_flows import Flow
from connect_flows.simulator import explore
from tests.unit.connect_flows.any_flow import ANY_FLOW

BOUND = 300


@given(ANY_FLOW)
def test_any_flow_is_walked_within_the_bound(flow: Flow) -> None:
    found = explore([flow], bound=BOUND, faults=True)

    assert found.states <= BOUND
    assert found.complete or found.states == BOUND


@given(ANY_FLOW)
def test_a_flow_is_walked_the_same_way_each_time(flow: Flow) -> None:
    assert explore([flow], bound=BOUND) == explore([flow], bound=BOUND)


@given(ANY_FLOW)
def test_a_branch_is_either_taken_or_has_a_reason(flow: Flow) -> None:
    found = explore([flow], bound=BOUND)

    assert found.unreached.keys().isdisjoint(found.branches)
    assert all(found.unreached.values())
