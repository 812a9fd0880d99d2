import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.callback_ledger.ledger_machine import LedgerMachine

CHOSEN = settings(stateful_step_count=50, suppress_health_check=list(HealthCheck))


def steps_of(chosen: settings) -> int:
    """Run the machine; return how many steps were executed."""
    before = LedgerMachine.steps
    run_state_machine_as_test(LedgerMachine, settings=chosen)
    return LedgerMachine.steps - before


def test_no_fault_breaks_a_promise() -> None:
    assert steps_of(settings(CHOSEN, max_examples=10)) > 100


@pytest.mark.thorough
def test_no_fault_breaks_a_promise_in_twenty_thousand_steps() -> None:
    assert steps_of(settings(CHOSEN, max_examples=560)) >= 20_000
