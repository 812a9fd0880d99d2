"""Settings as they stand in files: each file a layer, later ones over earlier ones, and who said what remembered.

Tables merge deeply, everything else is replaced, arrays too: half an array from another file is a riddle.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File

from stacks.settings.errors import Path

_WHERE = re.compile(r"^(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One file's tables."""

    file: str
    tables: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Merged:
    """All layers as one, lists as tuples, with the file that each key came from."""

    tables: dict[str, object] = field(default_factory=dict)
    origins: dict[Path, str] = field(default_factory=dict)

    def origin(self, path: Path, default: str) -> str:
        """The file that speaks of `path`, or of the nearest table around it."""
        for length in range(len(path), 0, -1):
            if (file := self.origins.get(path[:length])) is not None:
                return file
        return default


class Unreadable(ValueError):
    """A file that cannot be read as TOML; the message is a finished line."""


def read_layer(path: File) -> Layer:
    """The file's tables, or `Unreadable` with the place and the cure."""
    name = f"{path.parent.name}/{path.name}"
    try:
        return Layer(file=name, tables=tomllib.loads(path.read_text(encoding="utf-8")))
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name}: byte {error.start + 1}: not UTF-8; save the file as UTF-8") from None
    except OSError:
        raise Unreadable(f"{name}: cannot be read; create it") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{name}: {_syntax(str(error))}") from None


def merge(layers: Iterable[Layer]) -> Merged:
    """All layers, the last one on top."""
    merged = Merged()
    for layer in layers:
        _put(merged, merged.tables, layer.tables, layer.file, ())
    return merged


def _put(merged: Merged, below: dict[str, object], above: Mapping[str, object], file: str, path: Path) -> None:
    for key, value in above.items():
        place = (*path, key)
        merged.origins[place] = file
        if isinstance(value, dict):
            table = below.get(key)
            if not isinstance(table, dict):
                table = below[key] = {}
            _put(merged, table, value, file, place)
            continue
        if isinstance(below.get(key), dict):
            for old in [old for old in merged.origins if len(old) > len(place) and old[: len(place)] == place]:
                del merged.origins[old]
        below[key] = _frozen(value)


def _frozen(value: object) -> object:
    match value:
        case list():
            return tuple(_frozen(item) for item in value)
        case dict():
            return {key: _frozen(item) for key, item in value.items()}
        case _:
            return value


def _syntax(message: str) -> str:
    found = _WHERE.match(message)
    if found is None:
        return f"{message}; correct the TOML"
    where = f"line {found['line']}, column {found['column']}" if found["line"] else "end of file"
    what = found["what"]
    return f"{where}: {what[:1].lower()}{what[1:]}; correct the TOML there"
