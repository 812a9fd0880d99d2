from typing import Any

import pytest


def test_says_which_operators_there_are(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    loop = block("again", "Loop", conditions=[("Equals", "DoneLooping", "bye"), ("TextContains", "Looping", "bye")])

    assert found(flow_of(loop, bye)) == [
        "again: Transitions.Conditions[1].Condition.Operator is 'TextContains'; Loop takes Equals here"
    ]


@pytest.mark.parametrize(
    "operator", ["And", "Or", "Not", "NumberEquals", "NumericLessThan", "NumberGreaterThanOrEqualTo", "equals", ""]
)
def test_refuses_what_nobody_compares_with(block: Any, bye: Any, flow_of: Any, found: Any, operator: str) -> None:
    assert len(found(flow_of(block("if", "Compare", conditions=[(operator, "1", "bye")]), bye))) == 1


@pytest.mark.parametrize(
    "operator",
    [
        "Equals",
        "TextStartsWith",
        "TextEndsWith",
        "TextContains",
        "NumberGreaterThan",
        "NumberGreaterOrEqualTo",
        "NumberLessThan",
        "NumberLessOrEqualTo",
        "KeyExists",
    ],
)
def test_compare_takes_every_operator(block: Any, bye: Any, flow_of: Any, found: Any, operator: str) -> None:
    assert found(flow_of(block("if", "Compare", conditions=[(operator, "1", "bye")]), bye)) == []


@pytest.mark.parametrize(
    ("metric", "operator", "count"),
    [
        ("NumberOfAgentsAvailable", "NumberGreaterThan", 0),
        ("NumberOfAgentsAvailable", "Equals", 1),
        ("NumberOfContactsInQueue", "Equals", 0),
        ("NumberOfContactsInQueue", "NumberLessOrEqualTo", 0),
        ("NumberOfContactsInQueue", "TextContains", 1),
    ],
)
def test_agents_are_only_there_or_not(
    block: Any, bye: Any, flow_of: Any, found: Any, metric: str, operator: str, count: int
) -> None:
    look = block("look", "CheckMetricData", {"MetricType": metric}, conditions=[(operator, "0", "bye")])

    assert len(found(flow_of(look, bye))) == count


def test_shares_are_compared_in_one_way(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(block("split", "DistributeByPercentage", conditions=[("Equals", "50", "bye")]), bye))) == 1
