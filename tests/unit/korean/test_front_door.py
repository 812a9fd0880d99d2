"""What `import korean` offers, and what it does not load."""

import ast
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import korean

FOLDER = Path(korean.__file__).parent


def test_every_name_is_where_the_front_door_says() -> None:
    for name, home in korean._HOMES.items():
        assert getattr(korean, name) is getattr(importlib.import_module(f"korean.{home}"), name)


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse((FOLDER / "__init__.py").read_text(encoding="utf-8"))
    [block] = [node for node in tree.body if isinstance(node, ast.If)]

    seen = {
        str(alias.asname): each.module
        for each in block.body
        if isinstance(each, ast.ImportFrom)
        for alias in each.names
    }

    assert seen == {name: f"korean.{home}" for name, home in korean._HOMES.items()}
    assert dir(korean) == korean.__all__ == sorted(seen)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'korean' has no attribute 'parse_date'"):
        korean.parse_date  # noqa: B018


def test_the_import_loads_nothing_that_is_not_used() -> None:
    code = "import korean, sys; print(*sorted(name for name in sys.modules if name.startswith(('korean', 'phone'))))"

    done = subprocess.run([sys.executable, "-c", code], cwd=FOLDER.parent, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["korean"]


def test_numbers_are_read_without_the_library_of_telephone_numbers() -> None:
    code = (
        "import sys; sys.modules['phonenumbers'] = None; import korean; "
        "print(korean.parse_phone('공이에 이삼사오 육칠팔구요'), korean.mask('010-2345-6789'))"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=FOLDER.parent, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["+82223456789", "[PHONE]"]


def test_every_public_function_has_an_example_that_runs() -> None:
    functions = [getattr(korean, name) for name in korean.__all__ if inspect.isfunction(getattr(korean, name))]

    assert [each.__name__ for each in functions if ">>>" not in (each.__doc__ or "")] == []
