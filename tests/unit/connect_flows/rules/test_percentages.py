from typing import Any

import pytest


def splitting(block: Any, *operands: object) -> dict[str, Any]:
    made: dict[str, Any] = block(
        "split", "DistributeByPercentage", conditions=[("NumberLessThan", operand, "bye") for operand in operands]
    )
    return made


@pytest.mark.parametrize("operands", [["2"], ["100"], ["31", "51"], ["2", "3", "100"], [31, 51], []])
def test_shares_grow(block: Any, bye: Any, flow_of: Any, found: Any, operands: list[object]) -> None:
    assert found(flow_of(splitting(block, *operands), bye)) == []


@pytest.mark.parametrize(
    ("operands", "index"),
    [
        (["1"], 0),
        (["101"], 0),
        (["51", "51"], 1),
        (["51", "31"], 1),
        (["0"], 0),
        (["-5"], 0),
        (["5.5"], 0),
        (["٣"], 0),
        (["half"], 0),
        (["$.Attributes.share"], 0),
        (["9" * 5000], 0),
    ],
    ids=lambda value: str(value)[:12],
)
def test_finds_the_first_share_that_is_none(
    block: Any, bye: Any, flow_of: Any, found: Any, operands: list[str], index: int
) -> None:
    (line,) = found(flow_of(splitting(block, *operands), bye))

    assert line.startswith(f"split: Transitions.Conditions[{index}].Condition.Operands is '{operands[index][:60]}")


def test_says_how_shares_are_written(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(splitting(block, "30", "20"), bye)) == [
        "split: Transitions.Conditions[1].Condition.Operands is '20'; "
        "write 1 and the sum of the shares so far, such as 31 and 51 for 30 % and 20 %"
    ]


def test_leaves_a_branch_without_operands_to_another_rule(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    split = splitting(block, "51")
    split["Transitions"]["Conditions"][0]["Condition"]["Operands"] = []

    assert len(found(flow_of(split, bye))) == 1
