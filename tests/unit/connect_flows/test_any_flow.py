"""Whatever is done to a real flow: it is refused or judged, each finding is one line and leads to its place."""

import json
from collections.abc import Set
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_flows import Finding, FlowType, InvalidFlow, check, parse
from tests.unit.connect_flows.damaged_flows import INSTANCE, Steps, damaged_flows, places

pytestmark = pytest.mark.thorough

LONGEST_SHOWN = 80


def spelled(steps: Steps) -> str:
    """A place as a finding spells it."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        elif step.isidentifier() and step.isascii():
            path += f".{step}" if path else step
        else:
            path += f"[{step if len(step) <= LONGEST_SHOWN else step[:LONGEST_SHOWN] + '...'!r}]"
    return path


def leads_there(finding: Finding, known: Set[str]) -> bool:
    """A finding names a place of the document, or what is not in a place and should be."""
    path = finding.path
    while path not in known:
        path = path.rpartition(".")[0]
    return path == finding.path or any(word in finding.problem for word in ("missing", "has no", "is empty"))


def findings_in(text: str, **options: Any) -> tuple[Finding, ...]:
    try:
        return check(parse(text, source="a.json"), **options)
    except InvalidFlow as error:
        return error.findings


@given(damaged_flows(), st.sampled_from([None, "MODULE", *FlowType]), st.sampled_from([None, INSTANCE]))
def test_every_finding_is_one_line_that_leads_to_its_place(
    document: Any, flow_type: FlowType | None, instance_arn: str | None
) -> None:
    text = json.dumps(document)

    found = findings_in(text, flow_type=flow_type, instance_arn=instance_arn)

    known = {spelled(steps) for steps in places(document)}
    for finding in found:
        line = f"a.json: {finding.place}: {finding.message}; {finding.cure} [{finding.rule}]"
        assert str(finding) == line
        assert line.isprintable()
        assert len(line) < 1_000
        assert finding.problem
        assert finding.cure
        assert leads_there(finding, known), line
    assert findings_in(text, flow_type=flow_type, instance_arn=instance_arn) == found
