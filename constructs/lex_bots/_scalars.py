"""What a single value may be: a text, a number, true or false. YAML's other spellings of them are refused.

YAML 1.1 reads `no` as false, `1:30` as 90 and `010` as 8. Whoever writes these in a bot means something else.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import yaml

from lex_bots._finding import shown

_TAG = "tag:yaml.org,2002:"
# More digits than this no setting of a bot has.
_WHOLE = re.compile(r"[+-]?(0|[1-9][0-9]{0,11})")
_NUMBER = re.compile(r"[+-]?(0|[1-9][0-9]{0,11})(\.[0-9]{1,12})?")
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_KINDS = {
    "bool": "true or false",
    "float": "a number",
    "int": "a number",
    "map": "a mapping",
    "null": "empty",
    "seq": "a list",
    "str": "a text",
    "timestamp": "a date",
}

_Of = TypeVar("_Of")


@dataclass(frozen=True, slots=True)
class Kind(Generic[_Of]):
    """A kind of value. `of`: the value of a node, None if it has none of the kind."""

    name: str
    cure: str
    of: Callable[[yaml.Node], _Of | None]


def said_of(node: yaml.Node) -> str:
    """What a node is, with its value if it has a single one."""
    kind = _KINDS.get(node.tag.removeprefix(_TAG), f"of the kind {node.tag}")
    if not isinstance(node, yaml.ScalarNode) or not node.value or kind == "empty":
        return kind
    held = _UNREADABLE.search(node.value)
    return f"{kind} with U+{ord(held[0]):04X}" if held else f"{kind}: {shown(node.value)}"


def _text(node: yaml.Node) -> str | None:
    if isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}str" and not _UNREADABLE.search(node.value):
        return str(node.value)
    return None


def _whole(node: yaml.Node) -> int | None:
    return int(node.value) if node.tag == f"{_TAG}int" and _WHOLE.fullmatch(node.value) else None


def _number(node: yaml.Node) -> float | None:
    if node.tag in (f"{_TAG}int", f"{_TAG}float") and _NUMBER.fullmatch(node.value):
        return float(node.value)
    return None


def _flag(node: yaml.Node) -> bool | None:
    return {"true": True, "false": False}.get(node.value.lower()) if node.tag == f"{_TAG}bool" else None


TEXT = Kind("plain text", "put it in quotes, without control characters", _text)
WHOLE = Kind("a whole number", "write digits only", _whole)
NUMBER = Kind("a number", "write it like 0.4", _number)
FLAG = Kind("true or false", "write true or false", _flag)
