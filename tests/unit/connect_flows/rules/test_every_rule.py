"""What holds for every rule, and that each has a test of its own beside this one."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from connect_flows import _rules
from connect_flows._rules import RULES
from connect_flows._rules._rule import Rule

MODULES = [found.name for found in pkgutil.iter_modules(_rules.__path__) if not found.name.startswith("_")]


def rules_in(module: str) -> list[type[Rule]]:
    name = f"{_rules.__name__}.{module}"
    values = vars(importlib.import_module(name)).values()
    return [
        value for value in values if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == name
    ]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_holds_the_one_rule_that_it_is_named_after(module: str) -> None:
    (rule,) = rules_in(module)

    assert rule.__name__ == "".join(word.capitalize() for word in module.split("_"))


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_has_its_tests(module: str) -> None:
    assert Path(__file__).with_name(f"test_{module}.py").is_file()


def test_the_table_holds_every_rule_once() -> None:
    assert sorted(type(rule).__name__ for rule in RULES) == sorted(
        rule.__name__ for module in MODULES for rule in rules_in(module)
    )


def test_no_two_rules_share_an_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_says_what_it_wants_in_one_line_and_who_says_so(rule: Rule) -> None:
    assert re.fullmatch("[EW][1-5][0-9]{2}", rule.id)
    assert rule.text.isprintable()
    assert rule.text.endswith(".")
    assert len(rule.text) <= 120
    assert rule.source
    assert rule.source.isprintable()
