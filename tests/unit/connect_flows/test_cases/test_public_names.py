import inspect

import pytest

from connect_flows import test_cases

CLASSES_AND_FUNCTIONS = [
    name
    for name in test_cases.__all__
    if inspect.isclass(getattr(test_cases, name)) or inspect.isfunction(getattr(test_cases, name))
]


def test_all_is_sorted_and_is_what_there_is() -> None:
    constants = sorted(name for name in test_cases.__all__ if name.isupper())
    classes = sorted(name for name in test_cases.__all__ if not name.isupper() and name[0].isupper())
    functions = sorted(name for name in test_cases.__all__ if name[0].islower())

    assert test_cases.__all__ == constants + classes + functions
    assert all(hasattr(test_cases, name) for name in test_cases.__all__)


@pytest.mark.parametrize("name", CLASSES_AND_FUNCTIONS)
def test_every_public_name_has_an_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(test_cases, name)) or "")


def test_no_class_is_collected_as_a_test() -> None:
    collected = [
        name
        for name in test_cases.__all__
        if name.startswith("Test") and getattr(test_cases, name).__test__ is not False
    ]

    assert collected == []
