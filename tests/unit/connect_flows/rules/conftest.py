"""Each file here tests the rule it is named after: test_unknown_type.py tests connect_flows._rules.unknown_type."""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from connect_flows import Finding, Flow, check
from connect_flows._rules._rule import Rule
from tests.unit.connect_flows import building


@pytest.fixture
def block() -> Callable[..., building.Document]:
    """Makes an action."""
    return building.block


@pytest.fixture
def bye() -> building.Document:
    """The action that ends a flow."""
    return building.block("bye", "DisconnectParticipant")


@pytest.fixture
def flow_of() -> Callable[..., Flow]:
    """Makes a flow of actions; it starts with the first."""
    return building.flow_of


@pytest.fixture
def found(request: pytest.FixtureRequest) -> Callable[..., list[str]]:
    """What the rule of this file finds in a flow: "identifier: message; cure" for each finding."""
    stem = Path(str(request.path)).stem.removeprefix("test_")
    rule = _rule_in(importlib.import_module(f"connect_flows._rules.{stem}"))

    def findings(flow: Flow, **options: Any) -> list[str]:
        return [_line(finding) for finding in check(flow, **options) if finding.rule == rule.id]

    return findings


def _rule_in(module: ModuleType) -> type[Rule]:
    (rule,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
    )
    return rule


def _line(finding: Finding) -> str:
    place = finding.action or finding.path
    return f"{place}: {finding.message}; {finding.cure}" if place else f"{finding.message}; {finding.cure}"
