import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

import pytest

import aicc_constructs

INIT = Path(aicc_constructs.__file__)


def _names_for_type_checkers() -> dict[str, str]:
    imports = [node for node in ast.walk(ast.parse(INIT.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in imports if (node.module or "").startswith("aicc_constructs.")]
    return {alias.asname or "": str(node.module).rpartition(".")[2] for node in ours for alias in node.names}


def _public_methods() -> Iterator[tuple[str, str]]:
    for name in aicc_constructs.__all__:
        public = getattr(aicc_constructs, name)
        if not inspect.isclass(public):
            continue
        for method, value in vars(public).items():
            made_here = isinstance(value, FunctionType | staticmethod) and not method.startswith("_")
            if made_here and value.__module__ == public.__module__:
                yield name, method


def test_type_checkers_and_the_lazy_table_know_the_same_names() -> None:
    assert _names_for_type_checkers() == aicc_constructs._HOMES


def test_all_is_sorted_and_is_what_dir_shows() -> None:
    assert sorted(aicc_constructs._HOMES) == aicc_constructs.__all__
    assert dir(aicc_constructs) == aicc_constructs.__all__


@pytest.mark.parametrize("name", aicc_constructs.__all__)
def test_each_name_is_defined_in_its_home(name: str) -> None:
    public = getattr(aicc_constructs, name)

    assert public.__module__ == f"aicc_constructs.{aicc_constructs._HOMES[name]}"


@pytest.mark.parametrize("name", aicc_constructs.__all__)
def test_each_name_shows_a_runnable_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(aicc_constructs, name)) or "")


@pytest.mark.parametrize(("name", "method"), list(_public_methods()))
def test_each_method_appears_in_an_example(name: str, method: str) -> None:
    public = getattr(aicc_constructs, name)
    shown = [public.__doc__, getattr(public, method).__doc__]
    examples = [line for text in shown for line in (text or "").splitlines() if line.strip().startswith((">>>", "..."))]

    assert any(f"{method}(" in line for line in examples)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'aicc_constructs' has no attribute 'Instances'"):
        aicc_constructs.__getattr__("Instances")


@pytest.mark.parametrize("module", ["aicc_constructs", "aicc_constructs.security_profile_permissions"])
def test_reading_names_does_not_load_the_cdk(module: str) -> None:
    script = f"import sys, {module}; sys.exit('aws_cdk' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", script], check=False)

    assert done.returncode == 0


def test_the_package_says_that_it_is_typed() -> None:
    assert (INIT.parent / "py.typed").is_file()
