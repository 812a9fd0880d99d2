"""The second step: a mapping of the document is read key by key, and whatever is wrong with it is noted.

A key that nobody has asked for is unknown, so that what reads the bot is the only list of keys there is.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

import yaml

from lex_bots._finding import shown
from lex_bots._likeness import meant
from lex_bots._notes import Notes
from lex_bots._place import Place
from lex_bots._scalars import FLAG, NUMBER, TEXT, WHOLE, Kind, said_of

UNKNOWN_KEY = "B002"
KEY_TWICE = "B003"
MISSING_KEY = "B004"
WRONG_KIND = "B005"

_Of = TypeVar("_Of")
_Choice = TypeVar("_Choice", bound=StrEnum)


class Section:
    """A mapping at a place of the document. What must be there has no default. What is wrong is read as empty."""

    def __init__(self, node: yaml.Node, place: Place, notes: Notes) -> None:
        self._node = node
        self._place = place
        self._notes = notes
        self._asked: list[str] = []
        self._values: dict[str, yaml.Node] = {}
        if isinstance(node, yaml.MappingNode):
            self._take(node)
        else:
            notes.add(WRONG_KIND, node, place, f"is {said_of(node)}, not a mapping", "write `key: value` lines")

    def text(self, key: str, default: str | None = None) -> str:
        """A text."""
        return self._scalar(key, TEXT, default, "")

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number."""
        return self._scalar(key, WHOLE, default, 0)

    def number(self, key: str) -> float:
        """A number."""
        return self._scalar(key, NUMBER, None, 0.0)

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        return self._scalar(key, FLAG, default, default)

    def choice(self, key: str, default: _Choice) -> _Choice:
        """One of the texts of an enum."""
        text = self.text(key, str(default))
        choices = type(default)
        if text in list(choices):
            return choices(text)
        cure = f"write {' or '.join(choices)}"
        self._notes.add(WRONG_KIND, self._values[key], (*self._place, key), f"is {shown(text)}", cure)
        return default

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts."""
        read = (self._read(node, (*self._place, key, index), TEXT) for index, node in self._items(key, default is None))
        return tuple(text for text in read if text is not None)

    def sections(self, key: str) -> list["Section"]:
        """A list of mappings."""
        return [Section(node, (*self._place, key, index), self._notes) for index, node in self._items(key, True)]

    def section(self, key: str, *, needed: bool = False) -> "Section | None":
        """A mapping."""
        node = self._ask(key, needed=needed)
        return None if node is None else Section(node, (*self._place, key), self._notes)

    def named(self, key: str, *, needed: bool = False) -> list[tuple[str, "Section"]]:
        """A mapping from names to mappings."""
        node = self._ask(key, needed=needed)
        outer = None if node is None else Section(node, (*self._place, key), self._notes)
        if outer is None:
            return []
        return [(name, Section(each, (*outer._place, name), self._notes)) for name, each in outer._values.items()]

    def end(self, refused: Mapping[str, str] | None = None) -> None:
        """Note the keys that nobody has asked for. `refused`: what to do instead, for keys that many would expect."""
        for key in self._values:
            if key not in self._asked:
                cure = (refused or {}).get(key) or meant(key, self._asked)
                self._notes.add_at(UNKNOWN_KEY, (*self._place, key), "is no key of the format", cure)

    def _take(self, node: yaml.MappingNode) -> None:
        self._notes.lines.setdefault(self._place, node.start_mark.line + 1)
        for key_node, value in node.value:
            key = self._read(key_node, self._place, TEXT)
            if key is None:
                continue
            place = (*self._place, key)
            if key in self._values:
                problem = f"is there twice, first in line {self._notes.lines[place]}"
                self._notes.add(KEY_TWICE, key_node, place, problem, "keep one, or give one of them another name")
                continue
            self._notes.lines[place] = key_node.start_mark.line + 1
            self._values[key] = value

    def _ask(self, key: str, *, needed: bool) -> yaml.Node | None:
        self._asked.append(key)
        node = self._values.get(key)
        if node is None and needed and isinstance(self._node, yaml.MappingNode):
            self._notes.add(MISSING_KEY, self._node, (*self._place, key), "is missing", f"add `{key}:`")
        return node

    def _items(self, key: str, needed: bool) -> list[tuple[int, yaml.Node]]:
        node = self._ask(key, needed=needed)
        place = (*self._place, key)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self._notes.add(WRONG_KIND, node, place, f"is {said_of(node)}, not a list", "write it as `- ...` lines")
            return []
        for index, item in enumerate(node.value):
            self._notes.lines[(*place, index)] = item.start_mark.line + 1
        return list(enumerate(node.value))

    def _scalar(self, key: str, kind: Kind[_Of], default: _Of | None, empty: _Of) -> _Of:
        node = self._ask(key, needed=default is None)
        if node is None:
            return empty if default is None else default
        read = self._read(node, (*self._place, key), kind)
        return empty if read is None else read

    def _read(self, node: yaml.Node, place: Place, kind: Kind[_Of]) -> _Of | None:
        read = kind.of(node)
        if read is None:
            self._notes.add(WRONG_KIND, node, place, f"is {said_of(node)}, not {kind.name}", kind.cure)
        return read
