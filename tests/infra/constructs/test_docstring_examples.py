import doctest
import pkgutil
from importlib import import_module

import pytest

import aicc_constructs

MODULES = sorted(module.name for module in pkgutil.iter_modules(aicc_constructs.__path__))


@pytest.mark.parametrize("module", MODULES)
def test_examples_run_as_they_are_printed(module: str) -> None:
    report: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)

    for example in doctest.DocTestFinder().find(import_module(f"aicc_constructs.{module}")):
        runner.run(example, out=report.append)

    assert not report, "".join(report)
