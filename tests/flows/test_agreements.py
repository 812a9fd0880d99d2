"""What flows say to each other, to functions and to agents: each side knows what the other writes."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from authenticate_customer.logic import Outcome
from authenticate_customer.proof import read_proof
from connect_flows import Action, Flow, FunctionContract, check_set, read_functions
from read_line_status.logic import Status
from report_callback.logic import Outcome as Reported
from report_callback.logic import Step

ROOT = Path(__file__).parents[2]
AGENT_ATTRIBUTES = {
    "bot_intent",
    "bot_summary",
    "callback_offer",
    "callback_phone",
    "callback_time",
    "customer_authenticated",
    "customer_id",
    "customer_name",
    "intent",
    "order_number",
    "resume_intent",
}
# Whoever starts the call of a callback gives it these.
GIVEN = {"callback_dial", "callback_id", "callback_late"}
PLACEHOLDERS = {
    "bot": {"customer_service"},
    "flow": {
        "agent_hold",
        "agent_whisper",
        "chat",
        "customer_hold",
        "customer_queue",
        "customer_whisper",
        "disconnect",
    },
    "function": {"authenticate_customer", "read_line_status", "report_callback"},
    "hours": {"business", "main"},
    "module": {"authenticate"},
    "queue": {"billing", "callback", "general", "orders"},
    "text": {"callback_offer", "company_name", "opening_hours"},
}


def blocks(flows: dict[str, Flow], action_type: str) -> Iterator[Action]:
    return (action for flow in flows.values() for action in flow.actions if action.type == action_type)


def written(flows: dict[str, Flow]) -> dict[str, set[str]]:
    """Attributes that flows write, with the values."""
    values: dict[str, set[str]] = {}
    for action in blocks(flows, "UpdateContactAttributes"):
        attributes = action.parameters["Attributes"]
        assert isinstance(attributes, dict)
        for name, value in attributes.items():
            values.setdefault(name, set()).add(value)
    return values


def referenced(flow: Flow, root: str) -> set[str]:
    """What a flow reads below `$.<root>.`."""
    return {name for action in flow.actions for name in re.findall(rf"\$\.{root}\.(\w+)", str(action.parameters))}


def compared(flows: dict[str, Flow], reference: str) -> set[str]:
    """The values that flows compare a reference with."""
    return {
        branch.operands[0]
        for action in blocks(flows, "Compare")
        if action.parameters["ComparisonValue"] == reference
        for branch in action.conditions
    }


def answer_keys(function: str) -> set[str]:
    # Read, not imported: a handler wants its environment when it is imported.
    source = (ROOT / "lambda" / function / "handler.py").read_text(encoding="utf-8")
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ANSWER_KEYS":
            return set(ast.literal_eval(node.value))
    raise AssertionError(f"{function}/handler.py assigns no ANSWER_KEYS")


def taken_parameters(function: str) -> set[str]:
    source = (ROOT / "lambda" / function / "handler.py").read_text(encoding="utf-8")
    return set(re.findall(r'contact\.parameter\("(\w+)"\)', source))


def test_uses_exactly_the_known_placeholders(flows: dict[str, Flow]) -> None:
    used: dict[str, set[str]] = {}
    for flow in flows.values():
        for placeholder in flow.placeholders:
            used.setdefault(placeholder.kind, set()).add(placeholder.name)

    assert used == PLACEHOLDERS


def test_every_flow_and_module_that_is_named_is_there(flows: dict[str, Flow]) -> None:
    modules = {name for name, flow in flows.items() if flow.is_module}

    assert PLACEHOLDERS["module"] == modules
    assert set(flows) - modules >= PLACEHOLDERS["flow"]


def test_flows_can_be_created_one_after_the_other(flows: dict[str, Flow]) -> None:
    needs = {
        name: {placeholder.name for placeholder in flow.placeholders if placeholder.kind in ("flow", "module")}
        for name, flow in flows.items()
    }

    while ready := {name for name, needed in needs.items() if not needed & set(needs)}:
        needs = {name: needed for name, needed in needs.items() if name not in ready}
    assert needs == {}


def test_every_function_has_its_folder() -> None:
    assert all((ROOT / "lambda" / name / "handler.py").is_file() for name in PLACEHOLDERS["function"])


def test_attributes_that_are_read_are_written(flows: dict[str, Flow]) -> None:
    read = {name for flow in flows.values() for name in referenced(flow, "Attributes")}

    assert set(written(flows)) == AGENT_ATTRIBUTES
    assert read <= AGENT_ATTRIBUTES | GIVEN


@pytest.mark.parametrize("attribute", ["intent", "customer_authenticated"])
def test_attributes_are_compared_with_values_that_are_written(flows: dict[str, Flow], attribute: str) -> None:
    assert compared(flows, f"$.Attributes.{attribute}") <= written(flows)[attribute]


def test_contracts_of_functions_say_what_the_functions_do() -> None:
    contracts = dict(read_functions(ROOT / "flows" / "functions.toml"))

    # The one function that no flow invokes: it starts the calls that a flow receives.
    assert contracts.pop("dial_callback") == FunctionContract(writes=frozenset(GIVEN))
    assert set(contracts) == PLACEHOLDERS["function"]
    for name, contract in contracts.items():
        assert contract.answers == answer_keys(name)
        assert contract.takes == taken_parameters(name)
        assert contract.writes == set()  # no function may call UpdateContactAttributes


def test_the_flows_are_well_together(flows: dict[str, Flow]) -> None:
    contracts = read_functions(ROOT / "flows" / "functions.toml")

    assert [str(finding) for finding in check_set(list(flows.values()), functions=contracts)] == []


def test_every_outcome_of_authentication_has_its_branch(flows: dict[str, Flow]) -> None:
    authentication = {"authenticate": flows["authenticate"]}

    assert compared(authentication, "$.External.outcome") == {outcome.value for outcome in Outcome}


def test_every_outcome_of_a_report_has_its_branch(flows: dict[str, Flow]) -> None:
    outcomes = compared({"callback": flows["callback"]}, "$.External.outcome")

    assert outcomes == {outcome.value for outcome in Reported}


def test_the_line_status_is_compared_with_one_that_is_answered(flows: dict[str, Flow]) -> None:
    assert compared(flows, "$.External.line_status") == {Status.EMERGENCY.value}


def test_every_step_of_a_called_back_customer_is_known_to_the_function(flows: dict[str, Flow]) -> None:
    steps = {
        attributes["Step"]
        for action in blocks(flows, "InvokeLambdaFunction")
        if isinstance(attributes := action.parameters.get("LambdaInvocationAttributes"), dict) and "Step" in attributes
    }

    assert steps == {step.value for step in Step}


def test_a_call_of_a_callback_is_started_with_the_attributes_that_its_flow_and_function_know() -> None:
    source = (ROOT / "lambda" / "callback_ledger" / "connect_telephone.py").read_text(encoding="utf-8")
    [attributes] = re.findall(r"Attributes=({.*?})", source, re.DOTALL)

    assert set(re.findall(r'"(callback_\w+)":', attributes)) == GIVEN


def test_every_method_of_authentication_is_known_to_the_function(flows: dict[str, Flow]) -> None:
    sent = [
        action.parameters["LambdaInvocationAttributes"]
        for action in flows["authenticate"].actions
        if action.type == "InvokeLambdaFunction"
    ]

    assert sorted(str(attributes["Method"]) for attributes in sent if isinstance(attributes, dict)) == [
        "birth_date",
        "order_number",
    ]
    for attributes in sent:
        assert isinstance(attributes, dict)
        assert attributes["Answer"] == "$.StoredCustomerInput"
        assert read_proof(attributes["Method"], "", today=date(2026, 11, 22)) is None


@pytest.mark.parametrize(("method", "proof"), [("birth_date", "19900102"), ("order_number", "2026112201")])
def test_a_caller_can_type_a_whole_proof(flows: dict[str, Flow], method: str, proof: str) -> None:
    inputs = {action.identifier: action.parameters for action in flows["authenticate"].actions}
    validation = inputs[f"ask-{method.replace('_', '-')}"]["InputValidation"]

    assert validation == {"CustomValidation": {"MaximumLength": str(len(proof))}}
    assert read_proof(method, proof, today=date(2026, 11, 22)) == proof


def test_the_readme_tells_agents_and_developers_what_there_is(flows: dict[str, Flow]) -> None:
    readme = (ROOT / "flows" / "README.md").read_text(encoding="utf-8")

    names = {*flows, *AGENT_ATTRIBUTES, *PLACEHOLDERS["function"]}
    names |= {key for flow in flows.values() for key in referenced(flow, "External")}
    names |= {value for values in written(flows).values() for value in values if not value.startswith("$")}
    assert {name for name in names if f"`{name}`" not in readme} == set()
