"""Bindings: what the placeholders of a template stand for in one instance."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path

from connect_flows._errors import InvalidBindings
from connect_flows._finding import shown
from connect_flows._json_text import NotJson, json_faults, minified, parsed, text_of
from connect_flows._place import ROOT, Fault
from connect_flows._placeholder import PATTERN, PLACEHOLDER_KINDS

_RULE = "E004"
_KEY = f"name it kind.name, the kind one of {', '.join(PLACEHOLDER_KINDS)}, the name like a_name1"


def read_bindings(path: str | PathLike[str]) -> Mapping[str, str]:
    """The bindings in a file: a JSON object from the names of placeholders to their values.

    A placeholder may also be written whole, ``${queue.general}``, and an entry the other way round, from an ARN to its
    placeholder. A file that holds no such object, or one whose values could not be told apart, is an `InvalidBindings`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "bindings.json"
    ...     _ = file.write_text('{"text.company_name": "예시상사"}', encoding="utf-8")
    ...     read_bindings(file)
    {'text.company_name': '예시상사'}
    """
    source = str(path)
    try:
        document = parsed(text_of(Path(path).read_bytes()))
    except NotJson as error:
        raise InvalidBindings([error.fault.finding(_RULE, source)]) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        fault = Fault(ROOT, f"cannot be read ({reason})", "name a file that can be read")
        raise InvalidBindings([fault.finding(_RULE, source)]) from error
    bindings = document.value
    if not isinstance(bindings, dict):
        fault = Fault(ROOT, f"is {shown(bindings)}", 'write an object: {"queue.general": "arn:..."}')
        raise InvalidBindings([fault.finding(_RULE, source)])
    pairs = [_pair(key, value) for key, value in bindings.items()]
    _refuse((*json_faults(document), *_repeated(pairs), *_faults(dict(pairs))), source)
    return {name: value for name, value in pairs if isinstance(value, str)}


def _pair(key: str, value: object) -> tuple[str, object]:
    name = _name(key)
    if name is None and isinstance(value, str) and (other := _name(value)) is not None:
        return other, key
    return name or key, value


def _name(text: str) -> str | None:
    """The name of the placeholder that a text is, whole or bare; None if it is none."""
    match = PATTERN.fullmatch(text) or PATTERN.fullmatch(f"${{{text}}}")
    return None if match is None else f"{match[1]}.{match[2]}"


def _repeated(pairs: Iterable[tuple[str, object]]) -> Iterator[Fault]:
    for name, count in Counter(name for name, _ in pairs).items():
        if count > 1:
            yield Fault(ROOT / name, f"has {count} values", "keep one of them")


def check_bindings(bindings: Mapping[str, str], source: str = "bindings") -> None:
    """Refuses bindings that no file could hold."""
    _refuse((*json_faults(parsed(minified(dict(bindings)))), *_faults(bindings)), source)


def _refuse(faults: Iterable[Fault], source: str) -> None:
    findings = [fault.finding(_RULE, source) for fault in faults]
    if findings:
        raise InvalidBindings(findings)


def _faults(bindings: Mapping[str, object]) -> Iterator[Fault]:
    names: dict[str, str] = {}
    for key, value in bindings.items():
        place = ROOT / key
        if PATTERN.fullmatch(f"${{{key}}}") is None:
            yield Fault(place, "names no placeholder", _KEY)
        if not isinstance(value, str):
            yield Fault(place, f"is {shown(value)}", "make it a string")
        elif not value.strip():
            yield Fault(place, f"is {shown(value)}", "give it a value, or leave it out")
        elif value in names:
            yield Fault(place, f"is {shown(value)}, as is {names[value]}", "keep one of them")
        else:
            names[value] = key
