"""Every block keeps to a table of facts that is not the checker's, and says what this company wants."""

from collections.abc import Mapping

import pytest

from connect_flows import Flow
from tests.flows.facts import FACTS, facts_about

VALUES: Mapping[str, set[object]] = {
    "TextToSpeechVoice": {"Seoyeon"},
    "TextToSpeechEngine": {"Neural"},
    "LanguageCode": {"ko-KR"},
    "TargetContact": {"Current"},
    "QueueChannel": {"Voice"},
}
# Whoever waits shorter than that hears more of the break than of the music.
SECONDS_BETWEEN_INTERRUPTIONS = range(20, 301)


def test_every_block_is_allowed_in_its_flow(flow: Flow) -> None:
    for action in flow.actions:
        assert flow.type in facts_about(action.type, action.parameters).flow_types, action.identifier


def test_every_block_has_the_parameters_it_needs_and_no_others(flow: Flow) -> None:
    for action in flow.actions:
        known = facts_about(action.type, action.parameters)

        assert known.required <= set(action.parameters) <= known.required | known.optional, action.identifier


def test_every_block_has_the_error_branches_it_needs_and_no_others(flow: Flow) -> None:
    for action in flow.actions:
        known = facts_about(action.type, action.parameters)
        errors = {branch.error_type for branch in action.errors}

        assert known.errors <= errors <= known.errors | known.optional_errors, action.identifier


def test_every_block_has_conditions_that_it_takes(flow: Flow) -> None:
    for action in flow.actions:
        known = facts_about(action.type, action.parameters)
        operands = {operand for branch in action.conditions for operand in branch.operands}

        assert {branch.operator for branch in action.conditions} <= known.operators, action.identifier
        assert known.operands in (None, operands), action.identifier


def test_every_block_goes_on_unless_it_ends_the_flow(flow: Flow) -> None:
    for action in flow.actions:
        may_end = action.type == "MessageParticipantIteratively"

        assert (action.targets == ()) == facts_about(action.type, action.parameters).ends or may_end, action.identifier


def test_speaks_with_one_voice_and_in_one_language(flow: Flow) -> None:
    for action in flow.actions:
        for name, value in action.parameters.items():
            assert name not in VALUES or value in VALUES[name], action.identifier


def test_nobody_is_interrupted_all_the_time(flow: Flow) -> None:
    for action in flow.actions:
        seconds = action.parameters.get("InterruptFrequencySeconds", "60")
        assert int(str(seconds)) in SECONDS_BETWEEN_INTERRUPTIONS, action.identifier


@pytest.mark.parametrize("name", sorted({key.split(" ")[0] for key in FACTS}))
def test_no_fact_is_left_over(name: str, flows: dict[str, Flow]) -> None:
    assert any(action.type == name for flow in flows.values() for action in flow.actions)
