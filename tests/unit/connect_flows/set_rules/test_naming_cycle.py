from typing import Any


def test_two_flows_that_hand_contacts_to_each_other_are_found_once(flow: Any, transfer: Any, found: Any) -> None:
    assert found(flow("day", transfer("night")), flow("night", transfer("day"))) == [
        "day.json: action 'to-night' (Actions[0]): Parameters.ContactFlowId leads back here: "
        "day.json -> night.json -> day.json; break the circle: go back by ending the flow, or keep the way in one flow"
    ]


def test_a_flow_that_hands_contacts_to_itself_is_found(flow: Any, transfer: Any, found: Any) -> None:
    (line,) = found(flow("day", transfer("day")))

    assert "day.json -> day.json" in line


def test_a_circle_of_modules_is_found(flow: Any, module: Any, invoke: Any, found: Any) -> None:
    assert len(found(module("one", invoke("two")), module("two", invoke("one")))) == 1


def test_two_ways_to_one_flow_are_no_circle(flow: Any, transfer: Any, found: Any) -> None:
    flows = flow("a", transfer("b"), transfer("c")), flow("b", transfer("c")), flow("c")

    assert found(*flows) == []


def test_a_long_circle_with_a_way_into_it_is_found_once(flow: Any, transfer: Any, found: Any) -> None:
    flows = [flow(f"f{number}", transfer(f"f{number % 5 + 1}")) for number in range(6)]

    assert len(found(*flows)) == 1
