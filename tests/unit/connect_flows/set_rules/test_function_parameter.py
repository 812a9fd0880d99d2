from typing import Any

from connect_flows import FunctionContract
from tests.unit.connect_flows.building import block

FUNCTIONS = {"customer": FunctionContract(takes=frozenset({"Method", "Answer"}))}


def call(function: str, **sent: str) -> dict[str, Any]:
    parameters: dict[str, object] = {
        "LambdaFunctionARN": f"${{function.{function}}}",
        "InvocationTimeLimitSeconds": "8",
        "LambdaInvocationAttributes": sent,
    }
    return block("ask", "InvokeLambdaFunction", parameters, next="bye", errors={"NoMatchingError": "bye"})


def test_a_parameter_that_the_function_does_not_take_is_found(flow: Any, found: Any) -> None:
    assert found(flow("inbound", call("customer", Methd="birth_date")), functions=FUNCTIONS) == [
        "inbound.json: action 'ask' (Actions[0]): Parameters.LambdaInvocationAttributes.Methd is not known to "
        "customer; it takes Answer, Method"
    ]


def test_a_function_without_a_contract_is_found(flow: Any, found: Any) -> None:
    (line,) = found(flow("inbound", call("order")), functions=FUNCTIONS)

    assert line.endswith("Parameters.LambdaFunctionARN ${function.order} has no contract; there is customer")


def test_what_the_function_takes_is_well(flow: Any, found: Any) -> None:
    assert found(flow("inbound", call("customer", Method="birth_date")), functions=FUNCTIONS) == []
    assert found(flow("inbound", call("order"))) == []
