"""How an environment's file lies over the common one, and which of them is blamed."""

from collections.abc import Callable

import pytest

from stacks.settings import Settings
from stacks.settings.layers import Layer, merge


def test_tables_merge_deeply() -> None:
    common = Layer(file="common", tables={"a": {"b": {"c": 1, "d": 2}}, "e": 3})
    own = Layer(file="own", tables={"a": {"b": {"d": 4}}})

    merged = merge([common, own])

    assert merged.tables == {"a": {"b": {"c": 1, "d": 4}}, "e": 3}


def test_arrays_are_replaced() -> None:
    common = Layer(file="common", tables={"years": [2026, 2027], "open": [{"start": "09:00"}]})
    own = Layer(file="own", tables={"years": [2028]})

    merged = merge([common, own])

    assert merged.tables == {"years": (2028,), "open": ({"start": "09:00"},)}


def test_a_layer_is_left_as_it_was() -> None:
    tables: dict[str, object] = {"a": {"b": 1}}

    merge([Layer(file="common", tables=tables), Layer(file="own", tables={"a": {"b": 2, "c": 3}})])

    assert tables == {"a": {"b": 1}}


@pytest.mark.parametrize(
    ("path", "file"),
    [
        (("a", "b"), "common"),
        (("a", "c"), "own"),
        (("a", "missing"), "own"),
        (("d", "missing"), "common"),
        (("f", 0, "g"), "own"),
        (("h", "i"), "own"),
        (("nowhere",), "default"),
    ],
)
def test_remembers_who_said_it(path: tuple[str | int, ...], file: str) -> None:
    common = Layer(file="common", tables={"a": {"b": 1}, "d": {"e": 2}, "f": [{"g": 1}], "h": {"i": 1}})
    own = Layer(file="own", tables={"a": {"c": 1}, "f": [{"g": 2}], "h": 3})

    assert merge([common, own]).origin(path, "default") == file


def test_an_environment_overrides_one_key_of_a_shared_table(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with("[queues.orders]\nmax_contacts = 25")

    assert settings.queues["orders"].max_contacts == 25
    assert settings.queues["orders"].description == "주문과 배송 문의"
