"""All calls of the suite, to be run against any version of our flows, in this process and without pytest."""

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from connect_flows import Flow
from connect_flows.simulator import BranchCoverage, Center, Event, Program
from tests.flows.company import TEXTS, goes_well
from tests.flows.promises import Witness, check_promises, watch

CALLS = Path(__file__).parent / "calls"
# The longest call of the suite has some 250.
MOST_EVENTS = 2000
Check = Callable[[Center], None]


class Endless(Exception):
    """A call goes round in circles."""


@dataclass(frozen=True, slots=True)
class Case:
    """One test with its parameters. `run` lets it happen in a centre."""

    name: str
    run: Check

    def __call__(self, programs: Mapping[str, Program], *listeners: Callable[[Event], None]) -> Witness:
        """Run in a centre with these flows; what fails is raised. Only the listeners look on."""
        center = Center([])
        center.programs = dict(programs)
        center.listeners = [center.events.append, _limit(), *listeners]
        witness = watch(goes_well(center))
        self.run(center)
        check_promises(witness)
        return witness


@cache
def cases() -> tuple[Case, ...]:
    """Every test in `calls`, with each set of its parameters."""
    files = sorted(file.stem for file in CALLS.glob("test_*.py"))
    modules = [importlib.import_module(f"tests.flows.calls.{name}") for name in files]
    return tuple(case for module in modules for case in _cases(vars(module)))


def watched(coverage: BranchCoverage, flows: Iterable[Flow]) -> BranchCoverage:
    """The same, when the suite has called these flows."""
    programs = Center(flows, texts=TEXTS).programs
    for case in cases():
        case(programs, coverage)
    return coverage


def _cases(names: Mapping[str, Any]) -> Iterator[Case]:
    for name, function in names.items():
        if name.startswith("test_"):
            marks = [mark for mark in getattr(function, "pytestmark", ()) if mark.name == "parametrize"]
            for chosen in product(*(list(_parameters(*mark.args)) for mark in marks)):
                arguments = {key: value for each in chosen for key, value in each.items()}
                yield Case(f"{name}[{', '.join(map(str, arguments.values()))}]", _check(function, arguments))


def _parameters(names: str | tuple[str, ...], rows: Iterable[Any]) -> Iterator[dict[str, Any]]:
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    for row in rows:
        yield dict(zip(keys, [row] if len(keys) == 1 else row, strict=True))


def _check(function: Callable[..., None], arguments: Mapping[str, Any]) -> Check:
    wanted = function.__code__.co_varnames[: function.__code__.co_argcount]

    def run(center: Center) -> None:
        known = {"center": center, "call": center.call, "chat": center.chat, **arguments}
        function(**{name: known[name] for name in wanted})

    return run


def _limit() -> Callable[[Event], None]:
    left = iter(range(MOST_EVENTS))

    def count(event: Event) -> None:
        if next(left, None) is None:
            raise Endless(f"more than {MOST_EVENTS} events: {event}")

    return count
