"""time-machine is loaded without pytest, which stays what it is for everybody else."""

import subprocess
import sys

LOADED = "import sys; from aicc_local.shifted_clocks import time_machine; print('pytest' in sys.modules)"


def said(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_pytest_is_not_loaded_along() -> None:
    assert said(LOADED) == "False\n"


def test_pytest_can_be_loaded_afterwards() -> None:
    assert said(f"{LOADED}; import pytest; print(pytest.__name__)") == "False\npytest\n"


def test_a_pytest_that_was_there_stays() -> None:
    assert said(f"import pytest; {LOADED}") == "True\n"
