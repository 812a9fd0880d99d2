"""The list of rules in docs/ is the list of rules."""

import re
from pathlib import Path

from connect_flows._rule_texts import RULE_TEXTS

DOCUMENT = Path(__file__).parents[3] / "docs" / "flow-checks.md"


def test_the_document_lists_every_rule_as_it_is() -> None:
    rows = re.findall(r"^\| ([EW]\d{3}) \| ([^|]*) \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)

    assert dict(rows) == {rule.id: rule.text for rule in RULE_TEXTS}
    assert len(rows) == len(RULE_TEXTS)
