from typing import Any

import pytest

from connect_flows import FunctionContract
from tests.unit.connect_flows.building import block

FUNCTIONS = {
    "status": FunctionContract(answers=frozenset({"open", "text"})),
    "customer": FunctionContract(answers=frozenset({"name"})),
}


def call(function: str, next: str, **parameters: str) -> dict[str, Any]:
    arguments = {"LambdaFunctionARN": f"${{function.{function}}}", "InvocationTimeLimitSeconds": "8", **parameters}
    return block(function, "InvokeLambdaFunction", arguments, next=next, errors={"NoMatchingError": "bye"})


def say(text: str) -> dict[str, Any]:
    return block("say", "MessageParticipant", {"Text": text}, next="bye")


def test_what_the_function_does_not_answer_is_found(flow: Any, found: Any) -> None:
    inbound = flow("inbound", call("status", "say"), say("$.External.opne"))

    assert found(inbound, functions=FUNCTIONS) == [
        "inbound.json: action 'say' (Actions[1]): Parameters.Text reads $.External.opne, which status does not answer; "
        "it answers open, text"
    ]


def test_the_answer_of_the_function_before_the_last_is_gone(flow: Any, found: Any) -> None:
    inbound = flow("inbound", call("status", "customer"), call("customer", "say"), say("$.External.text"))

    (line,) = found(inbound, functions=FUNCTIONS)
    assert "which customer does not answer" in line


def test_what_either_way_leaves_must_hold_the_answer(flow: Any, found: Any) -> None:
    either = call("customer", "say") | {
        "Transitions": {"NextAction": "say", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "say"}]}
    }
    inbound = flow("inbound", call("status", "customer"), either, say("$.External.name"))

    (line,) = found(inbound, functions=FUNCTIONS)
    assert "which status does not answer" in line


def test_an_asynchronous_call_leaves_the_answer_as_it_is(flow: Any, found: Any) -> None:
    later = call("customer", "say", InvocationType="ASYNCHRONOUS")

    assert found(flow("inbound", call("status", "customer"), later, say("$.External.open")), functions=FUNCTIONS) == []


@pytest.mark.parametrize("text", ["$.External.open", "$.Attributes.name", "안녕하십니까"])
def test_what_is_answered_and_what_is_no_answer_is_well(text: str, flow: Any, found: Any) -> None:
    assert found(flow("inbound", call("status", "say"), say(text)), functions=FUNCTIONS) == []


def test_nothing_is_said_without_contracts(flow: Any, found: Any) -> None:
    assert found(flow("inbound", call("status", "say"), say("$.External.opne"))) == []
