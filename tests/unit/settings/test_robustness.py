"""Whatever stands in the files, it is settings or a list of problems, never a traceback."""

import contextlib
import copy
import datetime
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from stacks.settings import SettingsError
from stacks.settings.layers import Layer, read_layer
from stacks.settings.loading import assemble
from tests.unit.settings.files import CONFIG

COMMON, PROD = (read_layer(CONFIG / f"{name}.toml").tables for name in ("common", "prod"))

KEYS = st.sampled_from(
    ["name", "hours", "open", "from", "environment", "queue", "general", "Key", "", "a.b", "[key]", "한글"]
) | st.text(max_size=5)
VALUES = st.recursive(
    st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.sampled_from(["", "general", "business", "MONDAY", "09:00", "24:00", "saml", "connect_managed", "../x", "\0"])
    | st.sampled_from([datetime.date.min, datetime.date.max, 10**30, -1, 0, 1, 2026]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
LINE = re.compile(r"config/(common|prod)\.toml: [^\n]+: [^\n]+")


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from places(item, (*path, key))


PLACES = [("common", *path) for path in places(COMMON)] + [("prod", *path) for path in places(PROD)]
CHANGES = st.lists(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(["replace", "remove", "insert"]), KEYS, VALUES),
    min_size=1,
    max_size=3,
)


def change(files: dict[str, Any], place: tuple[str | int, ...], how: str, key: str, value: object) -> None:
    """Do it, unless an earlier change has taken the place away."""
    table: Any = files
    *parents, last = place
    with contextlib.suppress(KeyError, IndexError, TypeError):
        for part in parents:
            table = table[part]
        if how == "remove":
            del table[last]
        elif how == "insert":
            table[key] = value
        elif not (isinstance(table, dict) and isinstance(last, int)):  # TOML has no numbers for keys
            table[last] = value


@given(CHANGES)
def test_any_file_is_settings_or_problems(changes: list[tuple[tuple[str | int, ...], str, str, object]]) -> None:
    files = copy.deepcopy({"common": dict(COMMON), "prod": dict(PROD)})
    for place, how, key, value in changes:
        change(files, place, how, key, value)
    layers = [Layer(file=f"config/{name}.toml", tables=tables) for name, tables in files.items()]

    problems: tuple[str, ...] = ()
    try:
        loaded = assemble("prod", layers, directory=CONFIG)
    except SettingsError as error:
        problems = error.problems
    else:
        assert loaded.texts["opening_hours"]
        assert all(len(loaded.overrides(key)) <= 50 for key in loaded.hours)

    assert all(LINE.fullmatch(line) for line in problems)
    assert not re.search(r"pydantic|validation error|input_type|https://errors", "\n".join(problems))
