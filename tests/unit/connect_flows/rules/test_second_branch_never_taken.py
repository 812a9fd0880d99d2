from typing import Any


def test_finds_a_second_branch_for_one_error(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    ask = block("ask", "InvokeLambdaFunction", next="bye", errors={"NoMatchingError": "bye"})
    ask["Transitions"]["Errors"] *= 2

    assert found(flow_of(ask, bye)) == [
        "ask: Transitions.Errors[1] is for NoMatchingError, as an earlier one is; keep one of them"
    ]


def test_finds_a_second_branch_for_one_condition(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    conditions = [("Equals", "1", "bye"), ("Equals", "2", "bye"), ("Equals", "1", "menu")]

    assert found(flow_of(block("menu", "GetParticipantInput", next="bye", conditions=conditions), bye)) == [
        "menu: Transitions.Conditions[2] is for Equals '1', as an earlier one is; keep one of them"
    ]


def test_what_differs_in_operator_or_operand_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    conditions = [("Equals", "1", "bye"), ("Equals", "2", "bye"), ("NumberLessThan", "1", "bye")]
    errors = {"NoMatchingError": "bye", "NoMatchingCondition": "bye"}

    assert found(flow_of(block("check", "Compare", next="bye", errors=errors, conditions=conditions), bye)) == []
