"""One thing that is wrong with a bot: where it is, what is there and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

_LONGEST_VALUE = 60
_LONGEST_LINE = 400


class Severity(StrEnum):
    """What a finding means: Lex refuses the bot or it fails in Korean; or it works, and callers or operators suffer.

    >>> Severity("error").name
    'ERROR'
    """

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong with a bot. As text it is one line, whatever the bot contains.

    `rule`: the id of the rule that found it, such as B204. `source`: the file. `line`: counted from 1; 0 if the bot
    comes from no file. `path`: the place in the document, "" for the whole of it. `problem` holds the value, `cure`
    what to do about it.

    >>> print(
    ...     Finding(
    ...         rule="B204",
    ...         severity=Severity.ERROR,
    ...         source="bots/customer_service.yaml",
    ...         line=123,
    ...         path="intents.callback.utterances[3]",
    ...         problem="'전화 되나요?' holds '?'",
    ...         cure="remove it",
    ...     )
    ... )
    bots/customer_service.yaml:123: intents.callback.utterances[3]: '전화 되나요?' holds '?'; remove it [B204]
    """

    rule: str
    severity: Severity
    source: str
    problem: str
    cure: str
    line: int = 0
    path: str = ""

    def __str__(self) -> str:
        source = self.source if self.source.isprintable() else ascii(self.source)
        where = f"{source}:{self.line}" if self.line else source
        return f"{where}: {self.path or 'document'}: {self.problem}; {self.cure} [{self.rule}]"


def shown(value: object) -> str:
    """A value as a message shows it: quoted, on one line, printable in any encoding of Unicode, and not too long."""
    if isinstance(value, str) and len(value) > _LONGEST_VALUE:
        return repr(f"{value[:_LONGEST_VALUE]}...")
    return repr(value)


def one_line(text: str) -> str:
    """Words with something of a bot among them, on one line that is printable and not too long."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}..."
