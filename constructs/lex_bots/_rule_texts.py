"""Every id that a finding can have, with what it stands for: those of the reader, then the rules."""

from dataclasses import dataclass

from lex_bots._finding import Severity
from lex_bots._reader import NOT_YAML
from lex_bots._rules import RULES
from lex_bots._section import KEY_TWICE, MISSING_KEY, UNKNOWN_KEY, WRONG_KIND

_YAML = "https://yaml.org/spec/1.1/"
_FORMAT = "bots/README.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule without the check: what a list of rules shows."""

    id: str
    severity: Severity
    text: str
    source: str


_READER = (
    (NOT_YAML, "A file can be read, and holds one YAML document in UTF-8, without aliases.", _YAML),
    (UNKNOWN_KEY, "A key is one that the format has.", _FORMAT),
    (KEY_TWICE, "A mapping has each key once; YAML itself would keep the last and say nothing.", _YAML),
    (MISSING_KEY, "Every key without a default is there.", _FORMAT),
    (WRONG_KIND, "A value is of its kind: text, number, true or false, list, mapping.", _FORMAT),
)

RULE_TEXTS: tuple[RuleText, ...] = (
    *(RuleText(id=id_, severity=Severity.ERROR, text=text, source=source) for id_, text, source in _READER),
    *(RuleText(id=rule.id, severity=rule.severity, text=rule.text, source=rule.source) for rule in RULES),
)
