import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.callback_ledger.ledger_machine import LedgerMachine

STEPS_OF_ONE = 50


def run(**chosen: int) -> int:
    """Run the machine; return how many steps were executed."""
    before = LedgerMachine.steps
    run_state_machine_as_test(
        LedgerMachine,
        settings=settings(stateful_step_count=STEPS_OF_ONE, suppress_health_check=list(HealthCheck), **chosen),
    )
    return LedgerMachine.steps - before


def test_no_fault_breaks_a_promise() -> None:
    assert run() > 0


@pytest.mark.thorough
def test_no_fault_breaks_a_promise_in_twenty_thousand_steps() -> None:
    assert run(max_examples=500) >= 20_000
