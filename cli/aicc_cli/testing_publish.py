"""Brings test cases into an instance as they are in the repository, and finds those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from aicc_cli.callbacks_errors import CannotBeDone
from aicc_cli.testing_cases import unmet
from aicc_cli.testing_outcome import Outcome, Verdict
from aicc_cli.testing_runs import Run
from aicc_cli.testing_service import Later, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from aicc_cli.testing_service import Service
    from connect_flows.test_cases import TestCase

Answer = TypeVar("Answer")

PUBLISHED = "PUBLISHED"
MOST_TRIES = 6
_NOT_THERE = 'is not in the instance; create it: --publish, or flow_tests = "published" in the settings and a deploy'


def there(service: Service, cases: Iterable[TestCase], prefix: str) -> Iterator[Run | Outcome]:
    """Yield the execution of each case that is in the instance, or why there is none."""
    known = _patiently(service, service.cases)
    for case in cases:
        found = known.get(f"{prefix}{case.name}")
        yield _left_out(case, _NOT_THERE) if found is None else Run(name=case.name, source=case.source, case=found)


def published(
    service: Service, cases: Iterable[TestCase], prefix: str, values: Mapping[str, str]
) -> Iterator[Run | Outcome]:
    """Create or update each case in the instance; yield its execution, or why there is none."""
    known = _patiently(service, service.cases)
    for case in cases:
        lacking = lacks(case, values)
        if lacking:
            yield _left_out(case, lacking)
            continue
        name = f"{prefix}{case.name}"
        try:
            found = _put(service, case, name, known.get(name), values)
        except Refused as error:
            yield Outcome(name=case.name, source=case.source, verdict=Verdict.FAILED, reason=str(error))
            continue
        yield Run(name=case.name, source=case.source, case=found)


def lacks(case: TestCase, values: Mapping[str, str]) -> str:
    """Return what keeps a case from passing where placeholders have these values; empty if nothing does."""
    missing = sorted({str(each) for each in case.placeholders if each.key not in values})
    if missing:
        return f"the environment has no {', '.join(missing)}"
    return unmet(case, values)


def _put(service: Service, case: TestCase, name: str, found: str | None, values: Mapping[str, str]) -> str:
    from connect_flows.test_cases import render_entry_point, render_test_case

    described = {
        "Name": name,
        "Content": render_test_case(case, values),
        "EntryPoint": render_entry_point(case, values),
        "Status": PUBLISHED,
    }
    # What is optional is left out where it is empty.
    optional = {"Description": case.description, "InitializationData": case.initialization_data}
    described |= {key: value for key, value in optional.items() if value}
    if found is None:
        return _patiently(service, lambda: service.create(**described))
    _patiently(service, lambda: service.update(found, **described))
    return found


def _patiently(service: Service, ask: Callable[[], Answer]) -> Answer:
    for attempt in range(1, MOST_TRIES):
        try:
            return ask()
        except Later:
            service.pause(2.0**attempt)
    try:
        return ask()
    except Later as error:
        raise CannotBeDone(f"{service.place.name}: {error}; try again in a few minutes") from None


def _left_out(case: TestCase, reason: str) -> Outcome:
    return Outcome(name=case.name, source=case.source, verdict=Verdict.SKIPPED, reason=reason)
