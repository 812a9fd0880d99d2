import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["korean.numerals", "korean.datetimes.parsing", "korean.datetimes.plain_text"])
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(name)

    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
