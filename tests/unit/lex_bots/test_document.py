"""bots/README.md says what the format and the rules are."""

import re
from pathlib import Path

from lex_bots import check_bot, parse_bot
from lex_bots._rule_texts import RULE_TEXTS
from tests.unit.lex_bots.bots import SOUND, keys_of

TEXT = (Path(__file__).parents[3] / "bots" / "README.md").read_text(encoding="utf-8")


def test_lists_every_rule_as_it_is() -> None:
    rows = re.findall(r"^\| (B\d{3}) \| ([^|]*) \|$", TEXT, re.MULTILINE)

    assert dict(rows) == {rule.id: rule.text for rule in RULE_TEXTS}
    assert len(rows) == len(RULE_TEXTS)


def test_its_example_is_a_bot_that_nothing_is_said_against() -> None:
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

    assert check_bot(parse_bot(example, source="README.md")) == []


def test_explains_every_key() -> None:
    rows = re.findall(r"^\| (`[^|]*) \|[^|]*\|[^|]*\|$", TEXT, re.MULTILINE)

    explained = {key for row in rows for key in re.findall(r"`(\w+)`", row)}

    assert explained | {"description"} >= keys_of(SOUND) - {"Flower", "Phone", "order_flowers", "florist"}
