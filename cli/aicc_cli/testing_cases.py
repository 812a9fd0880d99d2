"""The test cases of a folder of flows: flows/tests/*.json, in Connect's testing language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aicc_cli.callbacks_errors import CannotBeDone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from connect_flows.test_cases import TestCase

TESTS = "tests"


def find_cases(flows: Path, wanted: str) -> list[TestCase]:
    """Return the test cases whose file, name or description has `wanted` in it; all for "".

    Raises:
        CannotBeDone: There are none, or one cannot be read: every fault, a line each.
    """
    from connect_flows.test_cases import InvalidTestCase, load_test_case

    files = sorted((flows / TESTS).glob("*.json"))
    if not files:
        raise CannotBeDone(f"{flows / TESTS}: no test case is there; name another folder of flows")
    cases, faults = [], []
    for file in files:
        try:
            cases.append(load_test_case(file))
        except InvalidTestCase as error:
            faults.append(str(error))
    if faults:
        raise CannotBeDone("\n".join(faults))
    found = [case for case in cases if _has(case, wanted.casefold())]
    if not found:
        names = ", ".join(case.name for case in cases)
        raise CannotBeDone(f"--filter {wanted}: no test case has this in its name or description; there are {names}")
    return found


def unmet(case: TestCase, values: Mapping[str, str]) -> str:
    """Return what a case requires of placeholders that have other values; empty if it can pass."""
    for key, value in case.requires.items():
        if values.get(key) != value:
            return f"needs ${{{key}}} to be {value!r}, and it is {values.get(key, 'not there')!r}"
    return ""


def _has(case: TestCase, wanted: str) -> bool:
    texts = (case.name, Path(case.source).stem, case.description)
    return any(wanted in text.casefold() for text in texts)
