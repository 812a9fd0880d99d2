"""From TOML to settings: read, merge, type, check, in this order, and every problem in one error."""

import difflib
from functools import cache
from pathlib import Path as File
from typing import Any

from pydantic import TypeAdapter, ValidationError

from stacks.settings.errors import Problem, SettingsError, dotted
from stacks.settings.layers import Layer, Unreadable, merge, read_layer
from stacks.settings.saml_metadata import read_metadata
from stacks.settings.settings import RULES, Settings
from stacks.settings.translation import translate

CONFIG = File(__file__).resolve().parents[2] / "config"
DEFAULT_ENVIRONMENT = "dev"
_COMMON = "common"


def environments(directory: File = CONFIG) -> tuple[str, ...]:
    """The environments that there are: every TOML file but the common one."""
    return tuple(sorted(path.stem for path in directory.glob("*.toml") if path.stem != _COMMON))


def load_settings(environment: str | None, *, directory: File = CONFIG) -> Settings:
    """The settings of one environment, "dev" if none is named, or `SettingsError` with all that is wrong."""
    name = environment or DEFAULT_ENVIRONMENT
    known = environments(directory)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"did you mean '{near[0]}'? There are " if near else "there are "
        raise SettingsError(
            [f"{directory.name}/{name}.toml: no such environment '{name}'; {hint}{', '.join(known) or 'none'}"]
        )
    layers: list[Layer] = []
    unreadable: list[str] = []
    for stem in (_COMMON, name):
        try:
            layers.append(read_layer(directory / f"{stem}.toml"))
        except Unreadable as error:
            unreadable.append(str(error))
    if unreadable:
        raise SettingsError(unreadable)
    return assemble(name, layers, directory=directory)


def assemble(environment: str, layers: list[Layer], *, directory: File) -> Settings:
    """The settings that the layers make; the last layer is the environment's own."""
    merged = merge(layers)
    problems: list[Problem] = []
    if "environment" in merged.tables:
        problems.append(Problem(path=("environment",), message="unknown key; the file's name says it: remove the line"))
    tables = {**merged.tables, "environment": environment}
    settings, broken = _typed(tables, problems)
    for rule, read in RULES:
        if broken.isdisjoint(read):
            problems.extend(rule(settings))
    if "identity" not in broken:
        metadata, faults = read_metadata(settings.identity, directory)
        problems.extend(faults)
        settings = settings.model_copy(update={"identity": settings.identity.with_metadata(metadata)})
    if problems:
        own = layers[-1].file
        raise SettingsError(
            f"{merged.origin(problem.path, own)}: {dotted(problem.path)}: {problem.message}" for problem in problems
        )
    return settings


def _typed(tables: dict[str, object], problems: list[Problem]) -> tuple[Settings, frozenset[str]]:
    """The settings, and the keys that could not be read; with such keys the settings hold the others only."""
    try:
        return Settings.model_validate(tables), frozenset()
    except ValidationError as error:
        problems.extend(translate(Settings, error.errors(include_url=False)))
        broken = frozenset(str(detail["loc"][0]) for detail in error.errors(include_url=False))
    readable: dict[str, Any] = {}
    for name in Settings.model_fields:
        if name in tables and name not in broken:
            readable[name] = _reader(name).validate_python(tables[name])
    return Settings.model_construct(**readable), broken


@cache
def _reader(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(Settings.model_fields[name].rebuild_annotation())
