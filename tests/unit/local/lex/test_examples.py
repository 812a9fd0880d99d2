"""The examples in docstrings hold."""

import doctest
import importlib

import pytest

MODULES = ["letters", "listed_values", "spoken_numbers", "yes_or_no"]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"aicc_local.lex.{name}")

    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
