"""Functions that Connect and Lex invoke, gone wrong on purpose."""

import pytest

from aicc_local.fault import Fault, cut, delay, fail_after, fail_before, throttle
from aicc_local.fault_rule import Rule
from aicc_local.faults import Faults
from aicc_local.faulty_functions import FaultyFunctions
from tests.unit.local.fakes import FakeFunctions, function_arn

NAME = "greet"
ARN = function_arn(NAME)


def faulty(*faults: Fault, resource: str = "*") -> FaultyFunctions:
    functions = FakeFunctions()
    functions.add(NAME, lambda event: {"greeting": "hello"})
    rules = Faults()
    rules.add([Rule(target="lambda:Invoke", fault=fault, resource=resource) for fault in faults])
    return FaultyFunctions(functions, rules)


def times_invoked(functions: FaultyFunctions) -> int:
    assert isinstance(functions.within, FakeFunctions)
    return len(functions.within.invocations)


def test_without_a_rule_it_is_the_function() -> None:
    functions = faulty()

    assert functions.invoke(ARN, {}, seconds=8).payload == {"greeting": "hello"}
    assert functions.exists(ARN)
    assert functions.policy(ARN)["Statement"] == []


@pytest.mark.parametrize(
    ("fault", "error", "invoked"),
    [
        (throttle(), "TooManyRequestsException", 0),
        (fail_before(), "ServiceException", 0),
        (fail_after(), "ServiceException", 1),
        (cut(), "ServiceException", 1),
    ],
)
def test_goes_wrong_as_lambda_does(fault: Fault, error: str, invoked: int) -> None:
    functions = faulty(fault)

    assert functions.invoke(ARN, {}, seconds=8).error == error
    assert times_invoked(functions) == invoked


def test_a_delay_counts_as_time_of_the_function() -> None:
    functions = faulty(delay(0.01))

    functions.invoke(ARN, {}, seconds=8)

    assert isinstance(functions.within, FakeFunctions)
    assert functions.within.invocations[0].seconds == pytest.approx(7.99)


def test_a_longer_delay_is_a_timeout() -> None:
    functions = faulty(delay(60))

    assert functions.invoke(ARN, {}, seconds=0.01).error == "TimedOut"
    assert times_invoked(functions) == 0


def test_another_function_is_left_alone() -> None:
    functions = faulty(throttle(), resource="*:function:other")

    assert functions.invoke(ARN, {}, seconds=8).payload == {"greeting": "hello"}
