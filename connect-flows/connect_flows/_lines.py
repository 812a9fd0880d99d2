"""From a place in a JSON document to the line and column where its text has it."""

import json
import re
from typing import NamedTuple

from connect_flows._finding import Finding
from connect_flows._place import Place

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
# What the reader says of a text that is no JSON.
_SAID = re.compile(r"(?:byte \w+ in )?line (\d+)(?:, column (\d+))?")


class Position(NamedTuple):
    """A character of a text, as editors count: both numbers from 1, lines by their line feeds."""

    line: int
    column: int


class Lines:
    """Where everything in a text is. The text is gone through once, and only if somebody asks for a place in it.

    >>> Lines('{"Actions": [\\n  {"Type": "Wait"}]}').at("Actions[0].Type")
    Position(line=2, column=4)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets: dict[str, int] | None = None

    def at(self, path: str) -> Position:
        """The position of a member's key or of a list's item; of what is around it if it is not there."""
        if path and self._offsets is None:
            self._offsets = _offsets(self._text)
        offset = _nearest(path, self._offsets or {})
        return Position(self._text.count("\n", 0, offset) + 1, offset - self._text.rfind("\n", 0, offset))


def position_of(finding: Finding, lines: Lines | None) -> Position | None:
    """Where a finding is in its file; None if the file has no text."""
    said = None if finding.path else _SAID.match(finding.problem)
    if said is not None:
        return Position(int(said[1]), int(said[2] or 1))
    return None if lines is None else lines.at(finding.path)


class _Container:
    """An object or a list that is being gone through. `member`: the path of what is read, None before a key."""

    __slots__ = ("index", "member", "path")

    def __init__(self, path: str, *, is_list: bool) -> None:
        self.path = path
        self.index = 0 if is_list else None
        self.member = f"{path}[0]" if is_list else None

    def next(self) -> None:
        if self.index is not None:
            self.index += 1
        self.member = None if self.index is None else f"{self.path}[{self.index}]"


def _offsets(text: str) -> dict[str, int]:
    # The last of equal keys counts, as it does for readers of JSON. Where the text stops being JSON, so does this.
    offsets: dict[str, int] = {}
    outer: list[_Container] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        inner = outer[-1] if outer else None
        if token in "}]" or token in ",:":
            if inner is None:
                break
            _step(token, outer)
        elif inner is not None and inner.member is None:
            inner.member = _member(inner.path, token)
            offsets[inner.member] = match.start()
        else:
            member = "" if inner is None or inner.member is None else inner.member
            if inner is not None and inner.index is not None:
                offsets[member] = match.start()
            if token in "{[":
                outer.append(_Container(member, is_list=token == "["))
    return offsets


def _step(token: str, outer: list[_Container]) -> None:
    if token == ",":
        outer[-1].next()
    elif token != ":":
        outer.pop()


def _member(path: str, token: str) -> str:
    try:
        key = json.loads(token)
    except ValueError:
        key = token
    return (Place(path) / str(key)).path


def _nearest(path: str, offsets: dict[str, int]) -> int:
    # Every path in the text is whole, so that a cut within a quoted key finds none.
    while path not in offsets and path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return offsets.get(path, 0)
