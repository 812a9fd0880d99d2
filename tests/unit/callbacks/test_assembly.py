import json
from dataclasses import asdict, fields

import pytest

from aicc_core.errors import SettingError
from aicc_core.log import make_logger
from aicc_core.settings import read_settings
from callback_ledger.assembly import CallbackSettings, Parts, read_rules
from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules
from tests.unit.callbacks.conftest import ENVIRONMENT

BOTH = asdict(Rules()) | asdict(SlotRules())


def test_reads_every_rule_into_its_place() -> None:
    numbers: dict[str, int] = {name: 1001 + place for place, name in enumerate(BOTH)} | {"length": 15}

    rules, slot_rules = read_rules(json.dumps(numbers))

    assert asdict(rules) | asdict(slot_rules) == numbers


def test_no_rule_has_two_meanings() -> None:
    assert not {field.name for field in fields(Rules)} & {field.name for field in fields(SlotRules)}


@pytest.mark.parametrize("name", BOTH)
def test_names_the_rule_that_is_missing(name: str) -> None:
    rest = {each: value for each, value in BOTH.items() if each != name}

    with pytest.raises(SettingError, match=f"^CALLBACK_RULES lacks {name}; give every rule$"):
        read_rules(json.dumps(rest))


@pytest.mark.parametrize("value", ["60", 1.5, -1, True, None])
def test_says_what_a_rule_must_be(value: object) -> None:
    with pytest.raises(SettingError) as refused:
        read_rules(json.dumps(BOTH | {"lease": value}))

    assert str(refused.value) == f"CALLBACK_RULES: lease must be a whole number of at least 0, got {value!r}"


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ("", "CALLBACK_RULES must be a JSON object, got ''"),
        ("[]", "CALLBACK_RULES must be a JSON object, got '[]'"),
        (json.dumps(BOTH | {"retries": 3}), "CALLBACK_RULES: retries is no rule; take it out"),
        (
            json.dumps(BOTH | {"length": 25}),
            "CALLBACK_RULES: length must divide a day of 1440 minutes, got 25",
        ),
    ],
)
def test_refuses_what_is_no_set_of_rules(document: str, line: str) -> None:
    with pytest.raises(SettingError) as refused:
        read_rules(document)

    assert str(refused.value) == line


def test_functions_live_by_the_rules_of_their_environment() -> None:
    settings = read_settings(CallbackSettings, ENVIRONMENT)

    parts = Parts(settings, make_logger("parts"))

    assert (parts.rules, parts.slot_rules) == (Rules(), SlotRules())
