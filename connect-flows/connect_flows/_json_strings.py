"""The strings in the text of a JSON document, so that they can be edited and every other byte stays as it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from connect_flows._errors import InvalidFlow
from connect_flows._json_text import NotJson, json_faults, parsed
from connect_flows._place import Place, strings_of
from connect_flows._shape import shape_faults

_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?')
_CHARACTER = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u.{4}|\\.|[^\\]", re.DOTALL)
_NOT_JSON = "E001"
_NO_FLOW = "E002"


@dataclass(frozen=True, slots=True)
class JsonString:
    """A string value. `written`: as it stands between the quotes, from `start` on in the text."""

    place: Place
    value: str
    written: str
    start: int

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where some characters of the value stand in the text."""
        offsets = self._offsets()
        return self.start + offsets[begin], self.start + offsets[end]

    def _offsets(self) -> Sequence[int]:
        if len(self.written) == len(self.value):
            return range(len(self.value) + 1)
        return list(accumulate((len(found) for found in _CHARACTER.findall(self.written)), initial=0))


class Replacement(NamedTuple):
    """New text for what stands between two places of the old one."""

    begin: int
    end: int
    text: str


def document_in(text: str, source: str) -> dict[str, object]:
    """The document that a text holds. It need not be a good flow, but it must be one that all readers read alike."""
    try:
        document = parsed(text)
    except NotJson as error:
        raise InvalidFlow([error.fault.finding(_NOT_JSON, source)]) from error
    faults = [fault.finding(_NOT_JSON, source) for fault in json_faults(document)]
    if faults:
        raise InvalidFlow(faults)
    if not isinstance(document.value, dict):
        raise InvalidFlow(fault.finding(_NO_FLOW, source) for fault in shape_faults(document.value))
    return document.value


def strings_in(text: str, document: dict[str, object]) -> list[JsonString]:
    """The string values of a document that a text holds, as they stand in the text. Keys are left out."""
    values = (found for found in _STRING.finditer(text) if found[2] is None)
    return [
        JsonString(place, value, found[1], found.start(1))
        for found, (place, value) in zip(values, strings_of(document), strict=True)
    ]


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with some places of it replaced, given in their order."""
    parts: list[str] = []
    at = 0
    for begin, end, new in replacements:
        parts += text[at:begin], new
        at = end
    return "".join((*parts, text[at:]))
