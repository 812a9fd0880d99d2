import doctest
import importlib

import pytest

MODULES = [
    "korean.digits",
    "korean.letters",
    "korean.particles",
    "korean.phones",
    "korean.phones.links",
    "korean.phones.plan",
    "korean.phones.runs",
    "korean.phones.said",
    "korean.readings",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(name)

    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
