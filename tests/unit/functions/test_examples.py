"""The examples in the docstrings of all that is in lambda/: a module with one is found by itself."""

import doctest
import importlib
from pathlib import Path

import pytest

LAMBDA = Path(__file__).parents[3] / "lambda"
MODULES = sorted(
    ".".join(file.relative_to(LAMBDA).with_suffix("").parts).removesuffix(".__init__")
    for file in LAMBDA.rglob("*.py")
    if ">>> " in file.read_text(encoding="utf-8")
)


def test_there_are_examples() -> None:
    assert {"aicc_core.answer", "fulfill_intent.phrases", "korean", "korean.datetimes.parsing"} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(name)
    # What a package loads on first use has to be there for its examples.
    offered = {each: getattr(module, each) for each in getattr(module, "__all__", ())}

    result = doctest.testmod(module, extraglobs=offered)

    assert result.attempted > 0
    assert result.failed == 0
