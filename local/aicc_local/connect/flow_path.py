"""Places in a flow's document: read as `connect_flows` spells them, told as Connect does."""

import ast
import re
from collections.abc import Iterable, Mapping, Sequence

Steps = tuple[str | int, ...]

_STEP = re.compile(
    r"""\.?(?P<name>[^.\[\]]+)|\[(?P<index>\d+)\]|\[(?P<key>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\]""",
)


def steps_of(path: str) -> Steps:
    """The keys and indexes of a path.

    >>> steps_of("Actions[3].Parameters.Attributes['vip-level']")
    ('Actions', 3, 'Parameters', 'Attributes', 'vip-level')
    """
    return tuple(_step(match) for match in _STEP.finditer(path))


def told(steps: Iterable[str | int]) -> str:
    """A path as Connect's problems have it.

    >>> told(("Actions", 3, "Parameters", "Text"))
    'Actions[3].Parameters.Text'
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def is_there(document: object, steps: Steps) -> bool:
    """Whether the document has something at a place."""
    return not steps or steps[-1] in _keys(value_at(document, steps[:-1]))


def value_at(document: object, steps: Steps) -> object:
    """What is at a place; None where nothing is."""
    value = document
    for step in steps:
        if isinstance(step, int) and isinstance(value, Sequence) and not isinstance(value, str):
            value = value[step] if step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _keys(owner: object) -> Iterable[object]:
    if isinstance(owner, list):
        return range(len(owner))
    return owner if isinstance(owner, Mapping) else ()


def _step(match: re.Match[str]) -> str | int:
    if match["index"] is not None:
        return int(match["index"])
    return str(ast.literal_eval(match["key"])) if match["key"] else match["name"]
