import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import lex_bots

MODULES = [found.name for found in pkgutil.walk_packages(lex_bots.__path__, f"{lex_bots.__name__}.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))

    assert result.failed == 0


def test_the_public_names_are_those_that_are_promised() -> None:
    public = {name for name, value in vars(lex_bots).items() if not name.startswith("_") and name.islower() is False}

    assert sorted(lex_bots.__all__) == lex_bots.__all__
    assert set(lex_bots.__all__) >= public
    assert all(getattr(lex_bots, name).__doc__ for name in lex_bots.__all__)


def test_type_checkers_see_the_types() -> None:
    assert Path(*lex_bots.__path__, "py.typed").is_file()
