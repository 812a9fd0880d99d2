import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["bucket", "calling_window", "rules", "slots"])
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"callback_ledger.{name}")

    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
