"""Each file here tests the rule that it is named after: test_unknown_type.py tests connect_flows._rules.unknown_type."""

import importlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import pytest

from connect_flows import Finding, Flow, check, parse

Condition = tuple[str, str, str]
"""Operator, operand, target."""


class Block(Protocol):
    def __call__(
        self,
        identifier: str,
        action_type: str,
        parameters: Mapping[str, object] | None = None,
        *,
        next: str | None = None,
        errors: Mapping[str, str] | None = None,
        conditions: Sequence[Condition] = (),
    ) -> dict[str, Any]: ...


class FlowOf(Protocol):
    def __call__(
        self, *actions: Mapping[str, object], type: str | None = "contactFlow", **members: object
    ) -> Flow: ...


class Found(Protocol):
    def __call__(self, flow: Flow, **options: Any) -> list[str]: ...


@pytest.fixture
def block() -> Block:
    """One action of a document."""

    def made(
        identifier: str,
        action_type: str,
        parameters: Mapping[str, object] | None = None,
        *,
        next: str | None = None,
        errors: Mapping[str, str] | None = None,
        conditions: Sequence[Condition] = (),
    ) -> dict[str, Any]:
        transitions: dict[str, object] = {}
        if next is not None:
            transitions["NextAction"] = next
        if errors:
            transitions["Errors"] = [{"ErrorType": kind, "NextAction": target} for kind, target in errors.items()]
        if conditions:
            transitions["Conditions"] = [
                {"NextAction": target, "Condition": {"Operator": operator, "Operands": [operand]}}
                for operator, operand, target in conditions
            ]
        return {
            "Identifier": identifier,
            "Type": action_type,
            "Parameters": dict(parameters or {}),
            "Transitions": transitions,
        }

    return made


@pytest.fixture
def bye(block: Block) -> dict[str, Any]:
    """The action that ends a flow."""
    return block("bye", "DisconnectParticipant")


@pytest.fixture
def flow_of() -> FlowOf:
    """The flow of some actions; it starts with the first. `type` as the console spells it; members of the document."""

    def made(*actions: Mapping[str, object], type: str | None = "contactFlow", **members: object) -> Flow:
        document: dict[str, object] = {
            "Version": "2019-10-30",
            "StartAction": actions[0]["Identifier"] if actions else "",
            "Metadata": {} if type is None else {"type": type},
            "Actions": list(actions),
            **members,
        }
        return parse(json.dumps(document), source="a.json")

    return made


@pytest.fixture
def found(request: pytest.FixtureRequest) -> Callable[..., list[str]]:
    """What the rule of this file finds in a flow: "identifier: message; cure" for each finding."""
    stem = Path(str(request.path)).stem.removeprefix("test_")
    module = importlib.import_module(f"connect_flows._rules.{stem}")
    rule_ids = [value.id for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__
                and getattr(value, "id", "")]
    assert len(rule_ids) == 1, f"{module.__name__} holds one rule"

    def findings(flow: Flow, **options: Any) -> list[str]:
        return [_line(finding) for finding in check(flow, **options) if finding.rule == rule_ids[0]]

    return findings


def _line(finding: Finding) -> str:
    place = finding.action or finding.path
    return f"{place}: {finding.message}; {finding.cure}" if place else f"{finding.message}; {finding.cure}"
