"""Settings made of the shipped files with a few lines of TOML on top, as a user would write them into prod.toml."""

import copy
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from stacks.settings import Settings, SettingsError
from stacks.settings.layers import Layer, read_layer
from stacks.settings.loading import CONFIG, assemble

_SHIPPED = {name: read_layer(CONFIG / f"{name}.toml").tables for name in ("common", "prod")}


def _without(tables: Mapping[str, object], keys: tuple[str, ...]) -> dict[str, Any]:
    changed: dict[str, Any] = copy.deepcopy(dict(tables))
    for key in keys:
        *parents, last = key.split(".")
        table = changed
        for parent in parents:
            table = table.get(parent, {})
        table.pop(last, None)
    return changed


@pytest.fixture(scope="session")
def settings_with() -> Callable[..., Settings]:
    """The shipped prod with `toml` written over it and the dotted keys of `without` taken out of both files."""

    def make(toml: str = "", *, without: tuple[str, ...] = ()) -> Settings:
        layers = [
            Layer(file=f"config/{name}.toml", tables=_without(tables, without)) for name, tables in _SHIPPED.items()
        ]
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
