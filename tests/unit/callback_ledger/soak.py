"""Runs the state machine for long, and says how far it is: `make soak`."""

import random
import sys
import time

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.callback_ledger.ledger_machine import LedgerMachine

_ROUND = 200  # examples


def soak(examples: int) -> None:
    """Run so many examples, in rounds that each begin with another seed."""
    began = time.monotonic()
    for done in range(0, examples, _ROUND):
        number = random.randrange(2**32)
        chosen = settings(
            database=None,
            deadline=None,
            max_examples=min(_ROUND, examples - done),
            stateful_step_count=50,
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(seed(number)(LedgerMachine), settings=chosen)
        passed = time.monotonic() - began
        print(f"{LedgerMachine.steps:>9,} steps in {passed:,.0f} s, seed {number}: every promise kept", flush=True)  # noqa: T201


if __name__ == "__main__":
    soak(int(sys.argv[1]))
