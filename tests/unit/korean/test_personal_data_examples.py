import doctest
import importlib

import pytest

MODULES = ["", ".calling", ".candidates", ".decision", ".emails", ".finding", ".groups", ".kinds", ".plain", ".words"]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"korean.personal_data{name}")

    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
