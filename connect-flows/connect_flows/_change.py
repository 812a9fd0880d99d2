"""One difference between two flows, in words."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What became of it.

    >>> ChangeKind("added").name
    'ADDED'
    """

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference in what two flows do. As text it is one line, whatever the flows contain, and as long as they are.

    `action`: the identifier in the flow after, or in the flow before if it has gone, or "" if it is about no single
    action. `what`: the part that differs, such as Parameters.Text or "on Equals 1", or "" for the whole action.
    `before`, `after`: the part as it was and as it is, None where there is none.

    >>> print(Change(kind=ChangeKind.CHANGED, action="greet", what="Parameters.Text", before="네", after="예"))
    action 'greet': Parameters.Text '네' -> '예'
    >>> print(Change(kind=ChangeKind.ADDED, action="menu", what="on Equals 1", before=None, after="orders"))
    action 'menu': on Equals 1 added: 'orders'
    >>> print(Change(kind=ChangeKind.REMOVED, action="bye", what="", before="DisconnectParticipant", after=None))
    action 'bye' removed: DisconnectParticipant
    """

    kind: ChangeKind
    action: str
    what: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.kind is ChangeKind.CHANGED:
            return f"{self._place} {self.before!r} -> {self.after!r}"
        value = self.before if self.kind is ChangeKind.REMOVED else self.after
        return f"{self._place} {self.kind}: {repr(value) if self.what else one_line(value or '')}"

    @property
    def _place(self) -> str:
        owner = f"action {self.action!r}" if self.action else "flow"
        return f"{owner}: {one_line(self.what)}" if self.what else owner


def one_line(text: str) -> str:
    """A text without anything that would break a line."""
    return text if text.isprintable() else repr(text)[1:-1]
