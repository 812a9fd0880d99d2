"""Whatever is read, checked and rendered, the answer is a test case and findings, or an error with a line for each."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connect_flows import UnknownPlaceholder
from connect_flows.test_cases import (
    InvalidTestCase,
    check_test_case,
    parse_test_case,
    render_entry_point,
    render_test_case,
)
from tests.unit.connect_flows.damaged_flows import at, copied, places
from tests.unit.connect_flows.test_cases import documents
from tests.unit.connect_flows.test_cases.breakages import BREAKAGES
from tests.unit.connect_flows.test_cases.small_flows import inbound

FLOWS = [inbound()]
ROOTS = [documents.whole(), *(breakage.document for breakage in BREAKAGES)]
WORDS = [
    "",
    " ",
    "$",
    "$.",
    "$.External",
    "$.External.x",
    "${",
    "${queue.",
    "${text.이름}",
    "2019-10-30",
    "Assert",
    "DtmfInput",
    "EndTest",
    "FlowActionCompleted",
    "InvokeLambdaFunction",
    "MessageReceived",
    "TransferContactToQueue",
    "half \ud83d",
    "start",
    "상담원 1번.",
    "<speak>",
    "{}",
    "[" * 2_000,
    "가" * 5_000,
]
KEYS = st.sampled_from(["Type", "Properties", "Value", "Text", "Response", "NextAction", "Usage", "a.b", ""])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(WORDS) | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A test case to which up to four things were done."""
    document = copied(draw(st.sampled_from(ROOTS)))
    for _ in range(draw(st.integers(1, 4))):
        there = [steps for steps in places(document) if steps]
        if there:
            steps = draw(st.sampled_from(there))
            holder: Any = at(document, steps[:-1])
            last: Any = steps[-1]
            change = draw(st.sampled_from(["replace", "delete", "swap", "repeat"]))
            if change == "delete":
                del holder[last]
            elif change == "swap":
                holder[last] = copied(at(document, draw(st.sampled_from(there))))
            elif change == "repeat" and isinstance(holder, list):
                holder.append(copied(holder[last]))
            else:
                holder[last] = draw(VALUES)
    return document


def judged(text: str) -> None:
    try:
        case = parse_test_case(text, source="a.json")
        findings = [*check_test_case(case), *check_test_case(case, FLOWS)]
        values = {placeholder.key: "arn" for placeholder in case.placeholders}
        render_entry_point(case, values)
        parse_test_case(render_test_case(case, values), source="rendered.json")
    except (InvalidTestCase, UnknownPlaceholder) as error:
        findings = list(error.findings)
        assert findings
    assert all(str(finding).isprintable() for finding in findings)


@given(st.text())
def test_any_text(text: str) -> None:
    judged(text)


@given(VALUES)
def test_any_json(value: object) -> None:
    judged(json.dumps(value))


@given(damaged())
def test_any_damage(document: Any) -> None:
    judged(json.dumps(document))
