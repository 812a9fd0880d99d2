"""Settings come from the environment once, at import, so that a wrong deployment fails before its first call."""

import dataclasses
import os
import typing
from collections.abc import Mapping

from aicc_core.errors import SettingError

SettingsClass = typing.TypeVar("SettingsClass")


def read_settings(settings_class: type[SettingsClass], environment: Mapping[str, str] = os.environ) -> SettingsClass:
    """Return `settings_class`, a dataclass of `str` and `int` fields, filled from the environment.

    The variable of a field is the field's name in capitals; a field with a default may be absent. Every number in
    our settings counts something, so it must be at least 1.

    Raises `SettingError`, one line that names the variable, what it must be and what it is.

    >>> @dataclasses.dataclass(frozen=True)
    ... class Settings:
    ...     table: str
    ...     max_misses: int = 5
    >>> read_settings(Settings, {"TABLE": "customers"})
    Settings(table='customers', max_misses=5)
    >>> read_settings(Settings, {"TABLE": "customers", "MAX_MISSES": "five"})
    Traceback (most recent call last):
    aicc_core.errors.SettingError: MAX_MISSES must be a whole number of at least 1, got 'five'
    """
    if not dataclasses.is_dataclass(settings_class):
        raise TypeError(f"{settings_class.__name__} must be a dataclass")
    kinds = typing.get_type_hints(settings_class)
    values: dict[str, str | int] = {}
    for field in dataclasses.fields(settings_class):
        variable = field.name.upper()
        if variable in environment:
            values[field.name] = _read(variable, environment[variable], kinds[field.name])
        elif field.default is dataclasses.MISSING:
            raise SettingError(f"{variable} is not set")
    return settings_class(**values)


def _read(variable: str, text: str, kind: type) -> str | int:
    if kind is int:
        if not (text.isascii() and text.isdigit() and int(text) >= 1):
            raise SettingError(f"{variable} must be a whole number of at least 1, got {text!r}")
        return int(text)
    if not text.strip():
        raise SettingError(f"{variable} must not be empty, got {text!r}")
    return text
