"""Settings made of the tests' own files with a few lines of TOML on top, as a user would write them into prod.toml."""

import shutil
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from stacks.settings import Settings, SettingsError
from stacks.settings.layers import Layer, read_layer
from stacks.settings.loading import assemble
from tests.unit.settings.files import CONFIG

_OWN = [read_layer(CONFIG / f"{name}.toml") for name in ("common", "prod")]


def _without(tables: Mapping[str, object], key: str) -> Mapping[str, object]:
    first, _, rest = key.partition(".")
    match tables.get(first):
        case dict(table) if rest:
            return {**tables, first: _without(table, rest)}
        case _:
            return {name: value for name, value in tables.items() if rest or name != first}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A copy of the files, to be changed."""
    return Path(shutil.copytree(CONFIG, tmp_path / "config"))


@pytest.fixture(scope="session")
def settings_with() -> Callable[..., Settings]:
    """prod with `toml` written over it and the dotted keys of `without` taken out of both files."""

    def make(toml: str = "", *, without: tuple[str, ...] = ()) -> Settings:
        layers = []
        for layer in _OWN:
            tables = layer.tables
            for key in without:
                tables = _without(tables, key)
            layers.append(Layer(file=layer.file, tables=tables))
        return assemble("prod", [*layers, Layer(file="config/prod.toml", tables=tomllib.loads(toml))], directory=CONFIG)

    return make


@pytest.fixture(scope="session")
def problems_of(settings_with: Callable[..., Settings]) -> Callable[..., list[str]]:
    """Every line that the same change is refused with."""

    def refuse(toml: str = "", *, without: tuple[str, ...] = ()) -> list[str]:
        with pytest.raises(SettingsError) as refused:
            settings_with(toml, without=without)
        return list(refused.value.problems)

    return refuse
