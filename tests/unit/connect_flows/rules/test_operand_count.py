from typing import Any

import pytest


def comparing(block: Any, *operands: object) -> dict[str, Any]:
    go: dict[str, Any] = block("if", "Compare", conditions=[("Equals", "1", "bye")])
    go["Transitions"]["Conditions"][0]["Condition"]["Operands"] = list(operands)
    return go


@pytest.mark.parametrize("operand", ["1", " ", "안녕", "0", 0, 1.5])
def test_takes_one(block: Any, bye: Any, flow_of: Any, found: Any, operand: object) -> None:
    assert found(flow_of(comparing(block, operand), bye)) == []


@pytest.mark.parametrize("operands", [[], ["1", "2"], ["", ""]])
def test_refuses_none_and_two(block: Any, bye: Any, flow_of: Any, found: Any, operands: list[str]) -> None:
    assert found(flow_of(comparing(block, *operands), bye)) == [
        f"if: Transitions.Conditions[0].Condition.Operands has {len(operands)} operands; "
        "give it one; add a branch for each value"
    ]


def test_refuses_an_empty_one(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(comparing(block, ""), bye)) == [
        "if: Transitions.Conditions[0].Condition.Operands is an empty operand; "
        "an unset value takes NoMatchingCondition; compare that way"
    ]
