from typing import Any

import pytest


def test_every_target_that_exists_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    go = block("go", "Compare", next="go", errors={"x": "bye"}, conditions=[("Equals", "1", "bye")])

    assert found(flow_of(go, bye)) == []


def test_finds_each_target_that_does_not(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    go = block("go", "Compare", next="a", errors={"x": "b"}, conditions=[("Equals", "1", "c"), ("Equals", "2", "bye")])

    assert found(flow_of(go, bye, StartAction="d")) == [
        "StartAction: 'd' does not exist; use one of the flow's identifiers",
        "go: Transitions.Conditions[0].NextAction 'c' does not exist; use one of the flow's identifiers",
        "go: Transitions.Errors[0].NextAction 'b' does not exist; use one of the flow's identifiers",
        "go: Transitions.NextAction 'a' does not exist; use one of the flow's identifiers",
    ]


@pytest.mark.parametrize("near", ["Bye", "bye ", "", "x" * 1000])
def test_takes_no_name_that_is_only_alike(block: Any, bye: Any, flow_of: Any, found: Any, near: str) -> None:
    assert len(found(flow_of(block("go", "Wait", next=near), bye))) == 1


def test_a_flow_without_actions_starts_nowhere(flow_of: Any, found: Any) -> None:
    assert found(flow_of()) == ["StartAction: '' does not exist; use one of the flow's identifiers"]
