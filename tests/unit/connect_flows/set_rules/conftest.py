"""Each file here tests the rule that it is named after: test_hook_type.py tests connect_flows._set_rules.hook_type."""

import importlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from connect_flows import Flow, FunctionContract, check_set, parse
from connect_flows._set_rules._set_rule import SetRule
from tests.unit.connect_flows.building import SETTINGS, block, document_of

BYE = block("bye", "DisconnectParticipant")
END = block("end", "EndFlowModuleExecution")


def _flow(name: str, *actions: Mapping[str, object], **members: Any) -> Flow:
    return parse(json.dumps(document_of(*actions, **members)), source=f"{name}.json")


@pytest.fixture
def flow() -> Callable[..., Flow]:
    """Makes a flow: its name, then the actions before the end."""

    def made(name: str, *actions: Mapping[str, object], type: str = "contactFlow") -> Flow:
        return _flow(name, *actions, BYE, Metadata={"name": name, "type": type})

    return made


@pytest.fixture
def module() -> Callable[..., Flow]:
    """Makes a module: its name, then the actions; without any it ends at once."""

    def made(name: str, *actions: Mapping[str, object]) -> Flow:
        return _flow(name, *(actions or (END,)), Metadata={"name": name}, Settings=SETTINGS)

    return made


@pytest.fixture
def transfer() -> Callable[[str], dict[str, Any]]:
    """An action that hands the contact to a flow."""

    def made(name: str) -> dict[str, Any]:
        parameters = {"ContactFlowId": f"${{flow.{name}}}"}
        return block(f"to-{name}", "TransferToFlow", parameters, next="bye", errors={"NoMatchingError": "bye"})

    return made


@pytest.fixture
def invoke() -> Callable[..., dict[str, Any]]:
    """An action that invokes a module."""

    def made(name: str, *, next: str = "bye", results: Mapping[str, str] | None = None, **given: str) -> dict[str, Any]:
        parameters: dict[str, object] = {"FlowModuleId": f"${{module.{name}}}"}
        if given:
            parameters["Input"] = given
        conditions = [("Equals", result, target) for result, target in (results or {}).items()]
        errors = {"NoMatchingError": "bye"}
        return block(f"do-{name}", "InvokeFlowModule", parameters, next=next, errors=errors, conditions=conditions)

    return made


@pytest.fixture
def found(request: pytest.FixtureRequest) -> Callable[..., list[str]]:
    """What the rule of this file finds in flows: "file: place: message; cure" for each finding."""
    stem = Path(str(request.path)).stem.removeprefix("test_")
    module = importlib.import_module(f"connect_flows._set_rules.{stem}")
    (rule,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, SetRule) and value.__module__ == module.__name__
    )

    def findings(*flows: Flow, functions: Mapping[str, FunctionContract] | None = None) -> list[str]:
        told = [str(finding) for finding in check_set(flows, functions=functions) if finding.rule == rule.id]
        return [line.removesuffix(f" [{rule.id}]") for line in told]

    return findings
