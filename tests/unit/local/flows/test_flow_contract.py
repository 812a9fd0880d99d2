"""What a module declares binds it, and the flows that invoke it."""

import json
from typing import Any

import pytest

from aicc_local.connect.flow_contract import read_contract
from aicc_local.connect.flow_problems import problems
from aicc_local.errors import ServiceError
from connect_flows import FlowType
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.contents import Action, action, content_of, equals

SETTINGS = json.dumps(
    {
        "input": {
            "schema": {"type": "object", "properties": {"method": {"type": "string"}, "tries": {"type": "number"}}}
        },
        "resultData": {"schema": {"type": "object", "properties": {"customer": {"type": "string"}}}},
        "transitions": {"results": [{"name": "found", "description": ""}, {"name": "unknown"}]},
    }
)
PARTS: dict[str, list[str]] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}
VALUE = "Invalid Action property value. Path: Actions[0]"


def ends_with(account: Account, settings: str, **parameters: Any) -> list[str]:
    end = {"Type": "EndFlowModuleExecution", "Parameters": parameters, "Transitions": {}}
    content = content_of(end, Settings=PARTS)
    found = problems(account.aws, account.instance_arn, content, "MODULE", read_contract(settings))
    return [each["message"] for each in found]


def invoked_with(account: Account, call: Action) -> list[str]:
    found = problems(account.aws, account.instance_arn, content_of(call), FlowType.CONTACT_FLOW)
    return [each["message"] for each in found]


def call(module: str, results: list[dict[str, Any]] | None = None, **given: Any) -> Action:
    parameters = {"FlowModuleId": module, **({"Input": given} if given else {})}
    errors = ("NoMatchingCondition", "NoMatchingError")
    return action("InvokeFlowModule", parameters, Errors=errors, Conditions=results or [])


@pytest.mark.parametrize(
    ("parameters", "texts"),
    [
        ({}, []),
        ({"Result": "found"}, []),
        ({"Result": "found", "ResultData": {"customer": "c-1"}}, []),
        ({"ResultData": {}}, []),
        ({"Result": "Success"}, [f"{VALUE}.Parameters.Result"]),
        ({"ResultData": {"order": "1"}}, [f"{VALUE}.Parameters.ResultData.order"]),
        ({"ResultData": {"customer": 7}}, [f"{VALUE}.Parameters.ResultData.customer"]),
    ],
)
def test_a_module_ends_with_what_it_declares(account: Account, parameters: dict[str, Any], texts: list[str]) -> None:
    assert ends_with(account, SETTINGS, **parameters) == texts


@pytest.mark.parametrize("parameters", [{"Result": "found"}, {"Result": "Success"}, {"ResultData": {"customer": "1"}}])
def test_a_module_that_declares_nothing_has_no_result(account: Account, parameters: dict[str, Any]) -> None:
    [text] = ends_with(account, "{}", **parameters)

    assert text.startswith(f"{VALUE}.Parameters.Result")


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        ({}, []),
        ({"method": "birth_date"}, []),
        ({"method": "$.Attributes.method", "tries": 3}, []),
        ({"answer": "1"}, [f"{VALUE}.Parameters.Input.answer"]),
        ({"tries": "3"}, [f"{VALUE}.Parameters.Input.tries"]),
        ({"tries": "$.Attributes.tries"}, [f"{VALUE}.Parameters.Input.tries"]),
    ],
)
def test_a_module_is_given_what_it_declares(account: Account, given: dict[str, Any], texts: list[str]) -> None:
    module = account.add_module("authenticate", Settings=SETTINGS)

    assert invoked_with(account, call(module, **given)) == texts


def test_a_flow_waits_for_results_that_there_are(account: Account) -> None:
    module = account.add_module("authenticate", Settings=SETTINGS)

    assert invoked_with(account, call(module, equals("found", "unknown"))) == []
    assert invoked_with(account, call(module, equals("found", "lost"))) == [f"{VALUE}.Transitions.Conditions"]


@pytest.mark.parametrize("settings", ["no json", "[]"])
def test_refuses_settings_that_cannot_be_read(settings: str) -> None:
    with pytest.raises(ServiceError, match="InvalidRequestException"):
        read_contract(settings)


def modules(account: Account, depth: int) -> str:
    """The first of modules that invoke one another."""
    arn = account.add_module(f"level{depth}")
    for level in range(depth - 1, 0, -1):
        end = {"Type": "EndFlowModuleExecution", "Transitions": {}, "Identifier": "1"}
        arn = account.add_module(f"level{level}", Content=content_of(call(arn), end, Settings=PARTS))
    return arn


def test_modules_nest_five_levels_deep(account: Account) -> None:
    assert invoked_with(account, call(modules(account, 5))) == []
    assert invoked_with(account, call(modules(account, 6))) == [f"{VALUE}.Parameters.FlowModuleId"]


def test_modules_that_invoke_one_another_never_end(account: Account) -> None:
    first = account.add_module("first")
    end = {"Type": "EndFlowModuleExecution", "Transitions": {}, "Identifier": "1"}
    second = account.add_module("second", Content=content_of(call(first), end, Settings=PARTS))
    account.add_module("first", Content=content_of(call(second), end, Settings=PARTS))

    assert invoked_with(account, call(first)) == [f"{VALUE}.Parameters.FlowModuleId"]
