"""What functions promise the flows that invoke them, written beside the flows."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from connect_flows._errors import InvalidFunctions
from connect_flows._finding import shown
from connect_flows._place import ROOT, Fault, Place

FILE_NAME = "functions.toml"
_RULE = "E006"
_KEYS = ("answers", "takes", "writes")


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionContract:
    """What a flow may expect of a Lambda function.

    `answers`: the keys of its answer, read as ``$.External.<key>``. `takes`: the parameters that it knows. `writes`:
    the contact attributes that it sets by itself.

    >>> FunctionContract(answers=frozenset({"outcome"})).takes
    frozenset()
    """

    answers: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()


def read_functions(path: str | PathLike[str]) -> Mapping[str, FunctionContract]:
    """The contracts in a TOML file, one table for each function, named as ``${function.<name>}`` names it.

    A file that cannot be read, and anything in it that is no contract, is an `InvalidFunctions`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "functions.toml"
    ...     _ = file.write_text('[read_line_status]\\nanswers = ["line_status"]')
    ...     sorted(read_functions(file)["read_line_status"].answers)
    ['line_status']
    """
    source = str(path)
    try:
        document = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        fault = Fault(ROOT, f"cannot be read ({reason})", "write a TOML file with one table for each function")
        raise InvalidFunctions([fault.finding(_RULE, source)]) from error
    faults = [fault for name, table in document.items() for fault in _faults(table, ROOT / name)]
    if faults:
        raise InvalidFunctions(fault.finding(_RULE, source) for fault in faults)
    return {
        name: FunctionContract(**{key: frozenset(values) for key, values in table.items()})
        for name, table in document.items()
    }


def _faults(table: object, place: Place) -> Iterator[Fault]:
    if not isinstance(table, dict):
        yield Fault(place, f"is {shown(table)}", "make it a table")
        return
    for key, values in table.items():
        if key not in _KEYS:
            yield Fault(place / key, "is unknown", f"use only {', '.join(_KEYS)}")
        elif not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            yield Fault(place / key, f"is {shown(values)}", "make it a list of strings")
