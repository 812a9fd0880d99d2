from typing import Any

import pytest


def check(block: Any, operand: str, metric: str = "OldestContactInQueueAgeSeconds") -> Any:
    return block(
        "check", "CheckMetricData", {"MetricType": metric}, conditions=[("NumberGreaterThan", operand, "check")]
    )


def test_finds_an_age_in_seconds(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(check(block, "300"))) == [
        "check: Transitions.Conditions[0].Condition.Operands is '300', which are no whole seconds in milliseconds; "
        "write milliseconds: 300000 for five minutes"
    ]


@pytest.mark.parametrize("operand", ["1", "90", "3600", "9" * 5000])
def test_finds_whatever_is_no_whole_second(block: Any, flow_of: Any, found: Any, operand: str) -> None:
    assert len(found(flow_of(check(block, operand)))) == 1


@pytest.mark.parametrize("operand", ["300000", "0", "1000", "$.Attributes.age", "many"])
def test_whole_seconds_and_what_nobody_knows_are_well(block: Any, flow_of: Any, found: Any, operand: str) -> None:
    assert found(flow_of(check(block, operand))) == []


def test_other_metrics_are_counted(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(check(block, "5", "NumberOfContactsInQueue"))) == []
