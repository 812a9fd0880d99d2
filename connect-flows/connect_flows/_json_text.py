"""From bytes to a JSON document, with everything that Python's reader would let pass."""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from connect_flows._place import ROOT, Fault, walk

_DEEPEST = 64


class NotJson(ValueError):
    """The text is no JSON: nothing else can be said about it."""

    def __init__(self, problem: str, cure: str) -> None:
        super().__init__(problem)
        self.fault = Fault(ROOT, problem, cure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A JSON value, and the objects in it that had a key twice. `doubtful`: it may hold what no other reader takes."""

    value: object
    repeated: tuple[tuple[object, str], ...]
    doubtful: bool


def text_of(data: bytes) -> str:
    """The text of a file."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"byte {data[error.start]:#04x} in line {line} is not UTF-8"
        raise NotJson(problem, "save the file as UTF-8") from error


def parsed(text: str) -> Parsed:
    """The JSON value that a text holds; `NotJson` if it holds none."""
    repeated: list[tuple[object, str]] = []
    floats: list[float] = []

    def made_float(digits: str) -> float:
        floats.append(float(digits))
        return floats[-1]

    def made_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) < len(pairs):
            keys = [key for key, _ in pairs]
            repeated.extend((made, key) for key in made if keys.count(key) > 1)
        return made

    try:
        value = json.loads(text, object_pairs_hook=made_object, parse_float=made_float, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        problem = f"line {error.lineno}, column {error.colno} is not JSON ({error.msg})"
        raise NotJson(problem, "correct the JSON there") from error
    except RecursionError as error:
        raise NotJson("the JSON is nested too deeply", f"nest at most {_DEEPEST} levels") from error
    except ValueError as error:
        raise NotJson(f"the JSON holds a number that is none ({error})", "write it as a string") from error
    if _depth_exceeds(value, _DEEPEST):
        raise NotJson("the JSON is nested too deeply", f"nest at most {_DEEPEST} levels")
    # Half a character comes from an escape, or from a text that was never UTF-8.
    halves = "\\ud" in text or "\\uD" in text or not _is_unicode(text)
    doubtful = bool(repeated) or halves or not all(map(math.isfinite, floats))
    return Parsed(value=value, repeated=tuple(repeated), doubtful=doubtful)


def minified(document: object) -> str:
    """JSON as short as can be, Korean as it is written."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def json_faults(document: Parsed) -> Iterator[Fault]:
    """What is JSON for Python and would be refused or read differently by others."""
    if not document.doubtful:
        return
    everything = list(walk(document.value))
    places = {id(value): place for place, value in everything if isinstance(value, dict)} if document.repeated else {}
    for owner, key in document.repeated:
        yield Fault(places.get(id(owner), ROOT) / key, "is there twice", "keep one of them")
    for place, value in everything:
        if isinstance(value, float) and not math.isfinite(value):
            yield Fault(place, "is too large a number", "write it as a string")
        for text in _texts_of(value):
            if not _is_unicode(text):
                yield Fault(place, f"{text[:40]!a} holds half a character", "write the whole character")


def _texts_of(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, dict) else ()


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _refuse(name: str) -> object:
    raise ValueError(name)


def _depth_exceeds(value: object, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [item for outer in level for item in _items(outer) if type(item) is dict or type(item) is list]
        if not level:
            return False
    return True


def _items(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
