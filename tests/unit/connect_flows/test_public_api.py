import ast
import doctest
import importlib
import inspect
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

import connect_flows

pytestmark = pytest.mark.thorough

MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(connect_flows.__path__, f"{connect_flows.__name__}.")
    if not found.name.endswith("__main__")  # to import it is to run the command
]


def test_type_checkers_and_the_lazy_table_know_the_same_names() -> None:
    tree = ast.parse(Path(connect_flows.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in imports if (node.module or "").startswith("connect_flows.")]
    told = {alias.asname: str(node.module).rpartition(".")[2] for node in ours for alias in node.names}

    assert told == connect_flows._HOMES


@pytest.mark.parametrize("name", connect_flows.__all__)
def test_every_name_is_defined_in_its_home(name: str) -> None:
    assert vars(importlib.import_module(f"connect_flows.{connect_flows._HOMES[name]}"))[name] is getattr(
        connect_flows, name
    )


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        _ = connect_flows.lint


def test_all_is_sorted_and_is_what_dir_shows() -> None:
    constants = sorted(name for name in connect_flows.__all__ if name.isupper())
    classes = sorted(name for name in connect_flows.__all__ if not name.isupper() and name[0].isupper())
    functions = sorted(name for name in connect_flows.__all__ if name[0].islower())
    assert connect_flows.__all__ == constants + classes + functions
    assert dir(connect_flows) == sorted(connect_flows.__all__)


def test_every_module_is_private_but_the_other_front_doors() -> None:
    public = {name for name in (module.__name__.split(".")[1] for module in MODULES) if not name.startswith("_")}

    assert public == {"day", "pytest_plugin", "simulator", "test_cases"}


@pytest.mark.parametrize("name", [name for name in connect_flows.__all__ if not name.isupper()])
def test_every_public_name_has_an_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(connect_flows, name)) or "")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_run(module: ModuleType) -> None:
    results = doctest.testmod(module)

    assert results.failed == 0
