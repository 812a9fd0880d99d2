import doctest
import importlib

import pytest

MODULES = [
    "aicc_core.lex_answer",
    "aicc_core.lex_event",
    "fulfill_intent.aws_fault",
    "fulfill_intent.expectation",
    "fulfill_intent.opening_hours",
    "fulfill_intent.order_numbers",
    "fulfill_intent.phrases",
    "fulfill_intent.spoken_hours",
    "fulfill_intent.turn",
    "fulfill_intent.words",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(name)

    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
