"""Branches that no test need walk, each with its reason: a TOML file beside the tests."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from connect_flows._simulator._errors import SimulationError

_KEYS = ("flow", "block", "branch", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """One branch that is left out of the measurement.

    `branch` as drawings and transcripts have it: success, condition:Equals:1, error:NoMatchingError.

    >>> print(LeftOut(flow="inbound", block="menu", branch="success", reason="Amazon Connect takes the conditions."))
    inbound: block menu: success
    """

    flow: str
    block: str
    branch: str
    reason: str

    def __str__(self) -> str:
        return f"{self.flow}: block {self.block}: {self.branch}"


def read_left_out(path: str | PathLike[str]) -> tuple[LeftOut, ...]:
    """The branches in a TOML file: a `[[left_out]]` with flow, block, branch and reason for each.

    Raises:
        SimulationError: The file cannot be read, or something in it is no such branch; all faults at once.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "left_out.toml"
    ...     _ = file.write_text('''[[left_out]]
    ... flow = "inbound"
    ... block = "menu"
    ... branch = "success"
    ... reason = "Amazon Connect always takes a condition."
    ... ''')
    ...     [str(each) for each in read_left_out(file)]
    ['inbound: block menu: success']
    """
    try:
        document = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SimulationError(f"{path}: cannot be read ({error}); write a TOML file of [[left_out]] tables") from error
    faults = list(_faults(document))
    if faults:
        raise SimulationError("\n".join(f"{path}: {fault}" for fault in faults))
    return tuple(LeftOut(**table) for table in document.get("left_out", []))


def _faults(document: Mapping[str, Any]) -> Iterator[str]:
    for key in document:
        if key != "left_out":
            yield f"{key} is unknown; use only [[left_out]]"
    tables = document.get("left_out", [])
    if not isinstance(tables, list):
        yield "left_out is no list; write [[left_out]] above each branch"
        return
    seen = set()
    for number, table in enumerate(tables):
        place = f"left_out[{number}]"
        if not isinstance(table, dict) or sorted(table) != sorted(_KEYS):
            yield f"{place} has {', '.join(table) or 'nothing'}; give it {', '.join(_KEYS)}"
            continue
        for key in _KEYS:
            if not isinstance(table[key], str) or not table[key].strip():
                yield f"{place}.{key} is {table[key]!r}; write a text"
        branch = tuple(map(str, (table["flow"], table["block"], table["branch"])))
        if branch in seen:
            yield f"{place} repeats {': '.join(branch)}; keep one of them"
        seen.add(branch)
