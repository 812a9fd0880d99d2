"""The facts about every type of action: examples of each are taken, and whatever breaks a fact is found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import settings

from connect_flows import Finding, FlowType, Severity, check
from connect_flows._action_types import ACTION_TYPES, Next
from tests.unit.connect_flows.breakages.table import Breakage, broken_parameters, broken_transitions, broken_values
from tests.unit.connect_flows.building import SETTINGS, block_like, document_of, end_of, read
from tests.unit.connect_flows.examples.restrictions import allowed_places
from tests.unit.connect_flows.examples.table import EXAMPLES

pytestmark = pytest.mark.thorough

PLACES: tuple[FlowType | None, ...] = (*FlowType, None)
TYPES = sorted(ACTION_TYPES)
BREAKERS: tuple[Callable[[str], Iterator[Breakage]], ...] = (broken_parameters, broken_values, broken_transitions)


def findings_in(action_type: str, flow_type: FlowType | None) -> list[Finding]:
    """The errors in a flow of a type with an example of an action's type; E403 is about a mode, not about the type."""
    findings = []
    for example in EXAMPLES[action_type].all:
        members = {} if flow_type else {"Settings": SETTINGS}
        flow = read(document_of(block_like(example, action_type), end_of(flow_type), type=None, **members))
        found = check(flow, flow_type=flow_type or "MODULE")
        findings += [error for error in found if error.severity is Severity.ERROR and error.rule != "E403"]
    return findings


def is_found(breakage: Breakage) -> bool:
    return any(
        (found.rule, found.action) == (breakage.rule, "it") and found.path.startswith(f"Actions[0].{breakage.path}")
        for found in check(breakage.flow)
    )


def rest(members: Mapping[str, object], without: str) -> dict[str, object]:
    return {name: value for name, value in members.items() if name != without}


def test_there_is_an_example_of_every_type() -> None:
    assert len(ACTION_TYPES) == 68
    assert sorted(EXAMPLES) == TYPES


@pytest.mark.parametrize("action_type", TYPES)
def test_examples_show_every_parameter(action_type: str) -> None:
    facts = ACTION_TYPES[action_type]
    shown = {name for example in EXAMPLES[action_type].all for name in example.parameters}

    assert shown == facts.required.keys() | facts.optional.keys()
    assert EXAMPLES[action_type].minimal.parameters.keys() >= facts.required.keys()


@pytest.mark.parametrize("action_type", TYPES)
def test_nothing_can_be_left_out_of_a_minimal_example(action_type: str) -> None:
    minimal = EXAMPLES[action_type].minimal
    less = [replace(minimal, parameters=rest(minimal.parameters, name)) for name in minimal.parameters]
    less += [replace(minimal, errors=tuple(rest(dict.fromkeys(minimal.errors), name))) for name in minimal.errors]
    less += [replace(minimal, conditions=minimal.conditions[:index]) for index in range(len(minimal.conditions))]

    for example in less:
        flow = read(document_of(block_like(example, action_type), end_of(None), type=None, Settings=SETTINGS))
        assert {found.action for found in check(flow) if found.severity is Severity.ERROR} == {"it"}, example


@pytest.mark.parametrize("action_type", TYPES)
def test_full_examples_have_every_error(action_type: str) -> None:
    full = EXAMPLES[action_type].full
    errors = ACTION_TYPES[action_type].errors(full.parameters)

    assert not ACTION_TYPES[action_type].known or {*errors.required, *errors.optional} == set(full.errors)


@pytest.mark.parametrize("action_type", TYPES)
def test_takes_conditions_if_an_example_has_some(action_type: str) -> None:
    shown = any(example.conditions for example in EXAMPLES[action_type].all)
    taken = any(ACTION_TYPES[action_type].conditions(example.parameters) for example in EXAMPLES[action_type].all)

    assert taken == shown


@pytest.mark.parametrize("action_type", TYPES)
def test_each_type_is_allowed_where_the_pages_allow_it(action_type: str) -> None:
    assert ACTION_TYPES[action_type].flow_types - {FlowType.CAMPAIGN} == allowed_places(action_type)


@pytest.mark.parametrize("action_type", TYPES)
def test_takes_every_example_wherever_the_type_is_allowed(action_type: str) -> None:
    for flow_type in sorted(ACTION_TYPES[action_type].flow_types, key=str):
        assert findings_in(action_type, flow_type) == []


@pytest.mark.parametrize("action_type", TYPES)
def test_refuses_the_type_everywhere_else(action_type: str) -> None:
    for flow_type in set(PLACES) - ACTION_TYPES[action_type].flow_types - {FlowType.CAMPAIGN}:
        assert {finding.rule for finding in findings_in(action_type, flow_type)} == {"E401"}, flow_type


@pytest.mark.parametrize("broken", BREAKERS, ids=lambda broken: str(broken.__name__))
@pytest.mark.parametrize("action_type", TYPES)
def test_finds_whatever_breaks_a_fact(action_type: str, broken: Callable[[str], Iterator[Breakage]]) -> None:
    step = 8 if settings.get_current_profile_name() == "quick" else 1

    missed = [breakage for breakage in islice(broken(action_type), 0, None, step) if not is_found(breakage)]

    assert missed == []


def test_there_are_breakages_for_every_rule_about_types() -> None:
    broken = [breakage for action_type in TYPES for breaker in BREAKERS for breakage in breaker(action_type)]

    parameters = {"E202", "E203", "E204", "E205", "E206", "E207", "E208", "E209", "E210"}
    transitions = {"E301", "E302", "E303", "E304", "E305", "E306", "E307", "E308", "E309"}
    assert {breakage.rule for breakage in broken} == parameters | transitions
    assert len(broken) > 3000


def test_only_four_types_end_a_flow() -> None:
    assert {name for name, facts in ACTION_TYPES.items() if facts.is_terminal} == {
        "DisconnectParticipant",
        "EndFlowExecution",
        "EndFlowModuleExecution",
        "TransferContactToAgent",
    }


def test_only_a_loop_of_messages_may_go_without_a_next_action() -> None:
    optional = {name for name, facts in ACTION_TYPES.items() if facts.next_action is Next.OPTIONAL}

    assert optional == {"MessageParticipantIteratively"}


def test_no_type_has_the_name_that_a_page_spells_wrongly() -> None:
    assert not {"UnTagContact", "UpdateRoutingCriteria", "PlayPrompt", "StoreCustomerInput"} & ACTION_TYPES.keys()


def test_doubt_is_only_where_a_type_is_allowed() -> None:
    assert all(facts.doubtful <= facts.flow_types for facts in ACTION_TYPES.values())
