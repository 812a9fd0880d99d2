import doctest
import importlib

import pytest

MODULES = [
    "aicc_core.answer",
    "aicc_core.contact",
    "aicc_core.event_values",
    "aicc_core.keyed_hash",
    "aicc_core.masking",
    "aicc_core.phone",
    "aicc_core.settings",
    "authenticate_customer.proof",
    "prune_bot_versions.logic",
    "wire_connect.logic",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(name)

    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0
