"""Whatever is read and rendered, the answer is a flow or an error with one printable line per finding."""

import contextlib
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connect_flows import InvalidFlow, UnknownPlaceholder, load, parse, render

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
WORDS = st.sampled_from(
    [
        "bye",
        "greet",
        "Equals",
        "NoMatchingError",
        "contactFlow",
        "2019-10-30",
        "${queue.general}",
        "${",
        "${queue.x",
        "",
    ]
)
MEMBERS = ["Version", "StartAction", "Actions", "Metadata", "Settings", "name", "type", "description"]
ACTION = ["Identifier", "Type", "Parameters", "Transitions", "NextAction", "Errors", "ErrorType"]
CONDITION = ["Conditions", "Condition", "Operator", "Operands"]
KEYS = st.sampled_from(MEMBERS + ACTION + CONDITION)
VALUES = st.recursive(
    SCALARS | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=4), inner, max_size=5),
    max_leaves=20,
)


def read(text: str) -> None:
    try:
        flow = parse(text, source="a.json")
        values = {placeholder.key: "arn" for placeholder in flow.placeholders}
        parse(render(flow, values), source="rendered.json")
    except (InvalidFlow, UnknownPlaceholder) as error:
        refused = error
    else:
        return
    lines = str(refused).split("\n")
    assert len(lines) == len(refused.findings) > 0
    assert all(line.isprintable() for line in lines)


@given(st.text())
def test_any_text(text: str) -> None:
    read(text)


@given(VALUES)
def test_any_json(value: object) -> None:
    read(json.dumps(value))


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_change_to_a_flow(members: dict[str, Any], action: dict[str, Any]) -> None:
    bye = {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}, **action}
    read(json.dumps({"Version": "2019-10-30", "StartAction": "bye", "Actions": [bye], **members}))


@given(st.binary())
def test_any_file(tmp_path_factory: Any, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_bytes(data)
    with contextlib.suppress(InvalidFlow):
        load(file)
