from dataclasses import dataclass

import pytest

from aicc_core.errors import SettingError
from aicc_core.settings import read_settings


@dataclass(frozen=True)
class Settings:
    table: str
    max_misses: int = 5


def test_reads_texts_and_numbers() -> None:
    environment = {"TABLE": "customers", "MAX_MISSES": "3", "PATH": "/bin"}

    settings = read_settings(Settings, environment)

    assert settings == Settings(table="customers", max_misses=3)


def test_uses_defaults_for_absent_variables() -> None:
    settings = read_settings(Settings, {"TABLE": "customers"})

    assert settings.max_misses == 5


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "TABLE is not set"),
        ({"TABLE": " "}, "TABLE must not be empty, got ' '"),
        ({"TABLE": "t", "MAX_MISSES": "five"}, "MAX_MISSES must be a whole number of at least 1, got 'five'"),
        ({"TABLE": "t", "MAX_MISSES": "0"}, "MAX_MISSES must be a whole number of at least 1, got '0'"),
        ({"TABLE": "t", "MAX_MISSES": "-1"}, "MAX_MISSES must be a whole number of at least 1, got '-1'"),
    ],
)
def test_names_the_variable_and_its_value(environment: dict[str, str], message: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_settings(Settings, environment)

    assert str(caught.value) == message
