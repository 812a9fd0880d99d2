"""Where the values of bindings stand in the strings of an export, and what else there must be bound."""

import re
from collections.abc import Iterator, Mapping, Set
from enum import Enum, auto
from typing import NamedTuple

from connect_flows._arn_kinds import ARN, NO_MORE, is_owned_by_aws
from connect_flows._json_strings import JsonString

# Texts are looked for where a person hears or reads them, or a branch compares with them. An ARN may be anywhere.
_TEXTUAL = re.compile(
    r"Actions\[\d+\]\.Parameters[.\[]|Actions\[\d+\]\.Transitions\.Conditions\[\d+\]\.Condition\.Operands\["
    r"|Metadata\.description\Z"
)
_REFERENCE = r"\$\.[A-Za-z0-9_.\[\]'-]+"


class Sort(Enum):
    """What an occurrence is: the value of a binding, an ARN that none has, or what would be read as a placeholder."""

    BOUND = auto()
    UNBOUND_ARN = auto()
    PLACEHOLDER = auto()


class Occurrence(NamedTuple):
    """Something in a string that cannot stay as it is. `text`: from `begin` to `end` of the string's value."""

    sort: Sort
    text: str
    begin: int
    end: int


class Occurrences:
    """Finds the values of some bindings: the longest first, ARNs only as a whole.

    A value that is no ARN, of a kind other than text, is an id: it is found where it is the whole of a string.
    """

    def __init__(self, bindings: Mapping[str, str]) -> None:
        arns = {value for value in bindings.values() if value.startswith("arn:")}
        texts = {value for key, value in bindings.items() if key.startswith("text.")} - arns
        self._ids = frozenset(bindings.values()) - arns - texts
        self._in_any = _pattern(arns, set())
        self._in_text = _pattern(arns, texts)

    def in_value(self, string: JsonString) -> list[Occurrence]:
        """What is in a string value."""
        if string.value in self._ids and _TEXTUAL.match(string.place.path):
            return [Occurrence(Sort.BOUND, string.value, 0, len(string.value))]
        found = list(_found(self._in_text, string.value))
        if found and not _TEXTUAL.match(string.place.path):
            return list(_found(self._in_any, string.value))
        return found

    def in_key(self, key: str) -> Iterator[Occurrence]:
        """What is in a key, texts left out."""
        return _found(self._in_any, key)


def _pattern(arns: Set[str], texts: Set[str]) -> re.Pattern[str]:
    # A reference is none of the texts that it is made of: $.Attributes.intent
    groups = {
        "bound_arn": f"(?:{_any_of(arns)}){NO_MORE}",
        Sort.UNBOUND_ARN.name: ARN,
        "reference": _REFERENCE,
        "bound_text": _any_of(texts),
        Sort.PLACEHOLDER.name: r"\$\{[^}]{0,60}\}?",
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()))


def _any_of(values: Set[str]) -> str:
    return "|".join(re.escape(value) for value in sorted(values, key=len, reverse=True)) or "(?!)"


def _found(pattern: re.Pattern[str], value: str) -> Iterator[Occurrence]:
    for match in pattern.finditer(value):
        name = match.lastgroup or ""
        if name.startswith("bound"):
            yield Occurrence(Sort.BOUND, match[0], *match.span())
        elif name != "reference" and not (name == Sort.UNBOUND_ARN.name and is_owned_by_aws(match[0])):
            yield Occurrence(Sort[name], match[0], *match.span())
