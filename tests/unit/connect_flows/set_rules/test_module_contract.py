from typing import Any

import pytest

from tests.unit.connect_flows.building import block


@pytest.fixture
def greet(module: Any) -> Any:
    """A module that reads the input "Name" and ends with "known" or "unknown"."""
    return module(
        "greet",
        block("say", "MessageParticipant", {"Text": "$.Modules.Input.Name 고객님"}, next="which"),
        block(
            "which",
            "Compare",
            {"ComparisonValue": "$.Attributes.customer_id"},
            next="unknown",
            errors={"NoMatchingCondition": "unknown"},
            conditions=[("Equals", "1", "known")],
        ),
        block("known", "EndFlowModuleExecution", {"Result": "known"}),
        block("unknown", "EndFlowModuleExecution", {"Result": "unknown"}),
    )


def test_input_that_is_missing_or_not_read_is_found(flow: Any, invoke: Any, greet: Any, found: Any) -> None:
    inbound = flow("inbound", invoke("greet", Nmae="$.Attributes.name", results={"known": "bye", "unknown": "bye"}))

    assert found(inbound, greet) == [
        "inbound.json: action 'do-greet' (Actions[0]): Parameters.Input has no 'Name', which greet.json reads; "
        "give 'Name' to the module",
        "inbound.json: action 'do-greet' (Actions[0]): Parameters.Input.Nmae is not read by greet.json; "
        "leave it out, or read it there",
    ]


def test_a_result_that_never_comes_and_one_without_a_branch_are_found(
    flow: Any, invoke: Any, greet: Any, found: Any
) -> None:
    inbound = flow("inbound", invoke("greet", Name="x", results={"known": "bye", "lost": "bye"}))

    assert found(inbound, greet) == [
        "inbound.json: action 'do-greet' (Actions[0]): Transitions.Conditions[1] waits for 'lost', with which "
        "greet.json never ends; the module ends with known, unknown",
        "inbound.json: action 'do-greet' (Actions[0]): Transitions.Conditions has no branch for 'unknown' of "
        "greet.json; add a branch for it, or leave Result out in the module",
    ]


def test_a_kept_contract_is_well(flow: Any, invoke: Any, greet: Any, found: Any) -> None:
    inbound = flow("inbound", invoke("greet", Name="x", results={"unknown": "bye", "known": "bye"}))

    assert found(inbound, greet) == []
