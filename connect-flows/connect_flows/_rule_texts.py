"""Every id that a finding can have, with what it stands for: those of the readers, then the rules."""

from dataclasses import dataclass

from connect_flows._finding import Severity
from connect_flows._rules import RULES
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._set_rules import SET_RULES
from connect_flows._set_rules._set_rule import SetRule
from connect_flows._test_cases._rules import RULES as TEST_CASE_RULES
from connect_flows._test_cases._rules._rule import OBSERVATIONS
from connect_flows._test_cases._rules._rule import Rule as TestCaseRule

_JSON = "https://www.rfc-editor.org/rfc/rfc8259"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule without the check: what a list of rules shows."""

    id: str
    text: str
    source: str

    @property
    def severity(self) -> Severity:
        """Whether Amazon Connect refuses what breaks the rule."""
        return Severity.ERROR if self.id.startswith("E") else Severity.WARNING


_READERS = (
    RuleText(id="E001", text="A file can be read and holds JSON that all readers read alike.", source=_JSON),
    RuleText(id="E002", text="A flow is an object with every member it needs, each of its kind.", source=DOCUMENT),
    RuleText(
        id="E003", text="Every placeholder has a value when a flow is rendered.", source="what is given to `render`"
    ),
    RuleText(
        id="E004",
        text="Bindings are a JSON object from the names of placeholders to values, each value once.",
        source="what an export is made a template with, and a template an export",
    ),
    RuleText(
        id="E005",
        text="A template and its bindings make the export that they came from, with no ARN left over.",
        source="what an export is made a template with, and a template an export",
    ),
    RuleText(
        id="E006",
        text="A file of functions holds a table for each: answers, takes, writes.",
        source="the contracts of the functions, beside the flows",
    ),
    RuleText(
        id="E701", text="A test case is an object with every member it needs, each of its kind.", source=OBSERVATIONS
    ),
)


def _text_of(rule: Rule | SetRule | TestCaseRule) -> RuleText:
    return RuleText(id=rule.id, text=rule.text, source=rule.source)


RULE_TEXTS: tuple[RuleText, ...] = (
    *_READERS,
    *map(_text_of, RULES),
    *map(_text_of, SET_RULES),
    *map(_text_of, TEST_CASE_RULES),
)
