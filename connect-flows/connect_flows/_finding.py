"""One thing that is wrong with a flow: where it is, what is there and what to do about it."""

import re
from dataclasses import dataclass
from enum import StrEnum

_LONGEST_VALUE = 80
_LONGEST_LINE = 500
_ROOT = re.compile(r"(Action|Observation)s\[\d+\]")


class Severity(StrEnum):
    """What a finding means: Amazon Connect refuses the flow, or takes it and a caller would suffer.

    >>> Severity("error").name
    'ERROR'
    """

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong with a flow. As text it is one line, whatever the flow contains.

    `rule`: the id of the rule that found it, such as E107. `source`: the file. `action`: the identifier of the action,
    or of a test case's observation, "" if it is about no single one. `path`: the place in the document, "" for the
    whole of it. `problem` holds the value, `cure` what to do about it.

    >>> finding = Finding(
    ...     rule="E107",
    ...     source="inbound.json",
    ...     action="greet",
    ...     path="Actions[3].Transitions.NextAction",
    ...     problem="'abc' does not exist",
    ...     cure="use one of the flow's identifiers",
    ... )
    >>> print(finding)  # doctest: +NORMALIZE_WHITESPACE
    inbound.json: action 'greet' (Actions[3]): Transitions.NextAction 'abc' does not exist;
    use one of the flow's identifiers [E107]
    >>> finding.severity, finding.message
    (<Severity.ERROR: 'error'>, "Transitions.NextAction 'abc' does not exist")
    """

    rule: str
    source: str
    problem: str
    cure: str
    action: str = ""
    path: str = ""

    @property
    def severity(self) -> Severity:
        """Whether Amazon Connect refuses the flow for this."""
        return Severity.ERROR if self.rule.startswith("E") else Severity.WARNING

    @property
    def action_path(self) -> str:
        """The place of the action, or of a test case's observation; "" if it is about no single one."""
        match = _ROOT.match(self.path)
        return "" if match is None else match[0]

    @property
    def place(self) -> str:
        """Where it is, in words: the action, or else the place in the document."""
        root = self.action_path
        if not root:
            return self.path or "document"
        return f"{root.partition('s[')[0].lower()} {shown(self.action)} ({root})" if self.action else root

    @property
    def message(self) -> str:
        """What is wrong, and where in its action."""
        root = self.action_path
        inner = self.path[len(root) :].removeprefix(".") if root else ""
        return f"{inner} {self.problem}" if inner else self.problem

    def __str__(self) -> str:
        source = self.source if self.source.isprintable() else ascii(self.source)
        return f"{source}: {self.place}: {self.message}; {self.cure} [{self.rule}]"


def shown(value: object) -> str:
    """A value as a message shows it: quoted, on one line, printable in any encoding of Unicode, and not too long."""
    if isinstance(value, str):
        short = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}..."
        return repr(short)
    names = {type(None): "null", bool: str(value).lower(), list: "a list", dict: "an object"}
    return names.get(type(value)) or repr(value)[:_LONGEST_VALUE]


def one_line(text: str) -> str:
    """Words with something of a flow among them, on one line that is printable and not too long."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}..."
