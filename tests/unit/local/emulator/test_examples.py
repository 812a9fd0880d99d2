"""What the docstrings show is so."""

import doctest
import importlib

import pytest

MODULES = [
    "local_time",
    "emulator.further_permissions",
    "emulator.key_conditions",
    "emulator.clocks",
    "emulator.raised_errors",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"aicc_local.{name}")

    result = doctest.testmod(module)

    assert result.attempted
    assert not result.failed
