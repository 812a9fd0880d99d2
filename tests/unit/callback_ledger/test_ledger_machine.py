import os

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.callback_ledger.ledger_machine import LedgerMachine

EXAMPLES = os.environ.get("LEDGER_EXAMPLES")  # some 45 steps each; more than the profile says, for a long run


def test_no_fault_breaks_a_promise() -> None:
    chosen = settings(stateful_step_count=50, suppress_health_check=list(HealthCheck))
    if EXAMPLES:
        chosen = settings(chosen, max_examples=int(EXAMPLES))

    run_state_machine_as_test(LedgerMachine, settings=chosen)
