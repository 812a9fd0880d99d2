"""Writes outcomes as JUnit XML, which CI systems show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from aicc_cli.testing_outcome import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aicc_cli.testing_outcome import Outcome

# What XML 1.0 has no way to write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(outcomes: Sequence[Outcome], suite: str) -> str:
    """Return the document. `suite`: what was executed, and where.

    >>> from aicc_cli.testing_outcome import Outcome
    >>> print(junit([Outcome(name="closed", source="flows/tests/closed.json", verdict=Verdict.PASSED)], "offline"))
    <?xml version='1.0' encoding='utf-8'?>
    <testsuites>
      <testsuite name="offline" tests="1" failures="0" skipped="0" time="0.000">
        <testcase name="closed" classname="offline" file="flows/tests/closed.json" time="0.000" />
      </testsuite>
    </testsuites>
    """
    root = ElementTree.Element("testsuites")
    verdicts = [outcome.verdict for outcome in outcomes]
    counts = {
        "name": suite,
        "tests": str(len(outcomes)),
        "failures": str(verdicts.count(Verdict.FAILED)),
        "skipped": str(verdicts.count(Verdict.SKIPPED)),
        "time": f"{sum(outcome.seconds for outcome in outcomes):.3f}",
    }
    element = ElementTree.SubElement(root, "testsuite", counts)
    for outcome in outcomes:
        _add(element, outcome, suite)
    ElementTree.indent(root)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{ElementTree.tostring(root, encoding='unicode')}"


def _add(suite: ElementTree.Element, outcome: Outcome, name: str) -> None:
    facts = {"name": outcome.name, "classname": name, "file": outcome.source, "time": f"{outcome.seconds:.3f}"}
    case = ElementTree.SubElement(suite, "testcase", {key: _clean(value) for key, value in facts.items()})
    if outcome.verdict is Verdict.SKIPPED:
        ElementTree.SubElement(case, "skipped", {"message": _clean(outcome.reason)})
    elif outcome.verdict is Verdict.FAILED:
        failure = ElementTree.SubElement(case, "failure", {"message": _clean(outcome.reason)})
        failure.text = _clean(outcome.detail)


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
