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
from connect_flows.test_cases import load_test_case, run_test_case
from tests.flows.company import TEXTS, goes_well
from tests.flows.own_bot import OwnBot
from tests.flows.promises import check_promises, watch

CALLS = Path(__file__).parent / "calls"
NATIVE = Path(__file__).parents[2] / "flows" / "tests"
# The longest call of the suite has some 250.
MOST_EVENTS = 2000
Check = Callable[[Center], None]
Programs = Mapping[str, Program]
"""Flows that are ready to run, by what names them."""


class Endless(Exception):
    """A call goes round in circles."""


@dataclass(frozen=True, slots=True)
class Case:
    """One test with its parameters. `run` lets it happen in a centre."""

    name: str
    run: Check

    def __call__(self, center: Center) -> None:
        """Run; what fails is raised."""
        witness = watch(goes_well(center))
        self.run(center)
        check_promises(witness)


def center_of(programs: Programs) -> Center:
    """A centre with these flows, on which nobody looks whom a test does not send."""
    center = Center([], texts=TEXTS)
    center.programs = dict(programs)
    center.listeners = [center.events.append, _limit()]
    return center


@cache
def cases() -> tuple[Case, ...]:
    """Every test in `calls`, with each set of its parameters; then every test case that Amazon Connect runs itself."""
    files = sorted(file.stem for file in CALLS.glob("test_*.py"))
    modules = [importlib.import_module(f"tests.flows.calls.{name}") for name in files]
    called = tuple(case for module in modules for case in _cases(vars(module)))
    return (*called, *(Case(file.stem, _native(file)) for file in sorted(NATIVE.glob("*.json"))))


def watched(coverage: BranchCoverage, flows: Iterable[Flow]) -> BranchCoverage:
    """The same, when the suite has called these flows."""
    programs = Center(flows, texts=TEXTS).programs
    for case in cases():
        center = center_of(programs)
        center.listeners.append(coverage)
        case(center)
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


def _native(file: Path) -> Check:
    case = load_test_case(file)

    def run(center: Center) -> None:
        center.bots["customer_service"] = OwnBot()
        assert run_test_case(case, center).failures == ()

    return run


def _limit() -> Callable[[Event], None]:
    left = iter(range(MOST_EVENTS))

    def count(event: Event) -> None:
        if next(left, None) is None:
            raise Endless(f"more than {MOST_EVENTS} events: {event}")

    return count
