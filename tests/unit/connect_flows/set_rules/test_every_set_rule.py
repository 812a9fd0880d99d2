from pathlib import Path

import connect_flows._set_rules as package
from connect_flows._set_rules import SET_RULES


def test_every_rule_has_a_test_of_its_name_and_is_in_the_table() -> None:
    files = {path.stem for path in Path(package.__file__).parent.glob("[a-z]*.py")}
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}

    assert files == tests - {"every_set_rule"}
    assert {type(rule).__module__.rpartition(".")[2] for rule in SET_RULES} == files


def test_every_rule_has_an_id_of_its_own_one_line_and_a_source() -> None:
    assert len({rule.id for rule in SET_RULES}) == len(SET_RULES)
    for rule in SET_RULES:
        assert rule.id[0] in "EW"
        assert rule.text.endswith(".")
        assert "\n" not in rule.text
        assert rule.source
