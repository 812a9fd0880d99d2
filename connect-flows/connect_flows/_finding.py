"""One thing that is wrong with a flow: where it is, what is there and what to do about it."""

from dataclasses import dataclass

_LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong with a flow. As text it is one line, whatever the flow contains.

    >>> finding = Finding(
    ...     source="inbound.json",
    ...     place="action 'greet' (Actions[3])",
    ...     problem="Transitions.NextAction 'abc' does not exist",
    ...     cure="use one of the flow's identifiers",
    ... )
    >>> print(finding)  # doctest: +NORMALIZE_WHITESPACE
    inbound.json: action 'greet' (Actions[3]): Transitions.NextAction 'abc' does not exist;
    use one of the flow's identifiers
    """

    source: str
    place: str
    problem: str
    cure: str

    def __str__(self) -> str:
        source = self.source if self.source.isprintable() else ascii(self.source)
        return f"{source}: {self.place}: {self.problem}; {self.cure}"


def shown(value: object) -> str:
    """A value as a message shows it: quoted, on one line, printable in any encoding of Unicode, and not too long."""
    if isinstance(value, str):
        short = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}..."
        return repr(short)
    names = {type(None): "null", bool: str(value).lower(), list: "a list", dict: "an object"}
    return names.get(type(value)) or repr(value)[:_LONGEST_VALUE]
