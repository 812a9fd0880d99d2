from typing import Any

import pytest


def compare(block: Any, operator: str, operand: str, action_type: str = "Compare") -> Any:
    return block(
        "compare",
        action_type,
        {"ComparisonValue": "$.Attributes.age"},
        next="bye",
        errors={"NoMatchingCondition": "bye"},
        conditions=[(operator, operand, "bye")],
    )


def test_finds_a_number_that_is_compared_with_a_word(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(compare(block, "NumberGreaterThan", "ten"), bye)) == [
        "compare: Transitions.Conditions[0].Condition.Operands is 'ten', which is no number; compare with a number"
    ]


@pytest.mark.parametrize("operator", ["Equals", "NumberLessThan"])
def test_a_metric_is_a_number_however_it_is_compared(
    block: Any, bye: Any, flow_of: Any, found: Any, operator: str
) -> None:
    assert len(found(flow_of(compare(block, operator, "many", "CheckMetricData"), bye))) == 1


@pytest.mark.parametrize("operand", ["5", "-5", "5.5", ".5", "1e3", " 5 ", "$.Attributes.limit", "${text.limit}", ""])
def test_leaves_numbers_and_what_nobody_knows_yet(block: Any, bye: Any, flow_of: Any, found: Any, operand: str) -> None:
    assert found(flow_of(compare(block, "NumberGreaterThan", operand), bye)) == []


def test_texts_may_be_compared_with_words(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(compare(block, "Equals", "ten"), bye)) == []
