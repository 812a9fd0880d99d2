import doctest
import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest

import connect_flows

pytestmark = pytest.mark.thorough

MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(connect_flows.__path__, f"{connect_flows.__name__}.")
    if not found.name.endswith("__main__")  # to import it is to run the command
]


def test_all_is_sorted_and_lists_exactly_what_can_be_imported() -> None:
    public = {name for name, value in vars(connect_flows).items() if not name.startswith("_")}

    assert set(connect_flows.__all__) == public
    constants = sorted(name for name in connect_flows.__all__ if name.isupper())
    classes = sorted(name for name in connect_flows.__all__ if not name.isupper() and name[0].isupper())
    functions = sorted(name for name in connect_flows.__all__ if name[0].islower())
    assert connect_flows.__all__ == constants + classes + functions


def test_every_module_is_private() -> None:
    assert all(module.__name__.split(".")[1].startswith("_") for module in MODULES)


@pytest.mark.parametrize("name", [name for name in connect_flows.__all__ if not name.isupper()])
def test_every_public_name_has_an_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(connect_flows, name)) or "")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_run(module: ModuleType) -> None:
    results = doctest.testmod(module)

    assert results.failed == 0
