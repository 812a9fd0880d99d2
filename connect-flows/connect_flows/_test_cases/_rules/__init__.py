"""All rules about test cases, in one visible table."""

from connect_flows._test_cases._rules import (
    of_actions,
    of_document,
    of_events,
    of_flows,
    of_graph,
    of_overrides,
    of_running,
    of_voice,
)
from connect_flows._test_cases._rules._rule import Rule

RULES: tuple[Rule, ...] = (
    *of_document.RULES,
    *of_graph.RULES,
    *of_events.RULES,
    *of_actions.RULES,
    *of_overrides.RULES,
    *of_voice.RULES,
    *of_running.RULES,
    *of_flows.RULES,
)
