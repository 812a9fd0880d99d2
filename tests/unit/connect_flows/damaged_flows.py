"""Real flows to which somebody has done anything at all."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from connect_flows import FlowType
from tests.flows.conftest import FILES
from tests.unit.connect_flows.building import SETTINGS, block_like, document_of, end_of
from tests.unit.connect_flows.examples.table import EXAMPLES

Steps = tuple[str | int, ...]

INSTANCE = "arn:aws:connect:ap-northeast-2:123456789012:instance/0a1b2c3d-0000-0000-0000-000000000000"

OUR_FLOWS = [json.loads(file.read_text(encoding="utf-8")) for file in FILES]
EXAMPLE_FLOWS = [
    {**document_of(block_like(example, action_type), end_of(FlowType.CONTACT_FLOW)), **members}
    for action_type, examples in EXAMPLES.items()
    for example in examples.all
    for members in ({}, {"Settings": SETTINGS})
]

TEXTS = st.sampled_from(
    [
        "",
        " ",
        "$",
        "$.",
        "$..x",
        "$['",
        "$.Attributes.",
        "$.Attributes['고객']",
        "$.External",
        "${",
        "${}",
        "${queue.",
        "${queue.x}${",
        "${text.이름}",
        "인사말",
        "line\nbreak\t\x00\x1b[31m",
        "\u2028\u202e\ufeff",
        "half \ud83d",
        "<speak>",
        "True",
        "-1",
        "9" * 5_000,
        "가" * 10_000,
        f"{INSTANCE}/queue/x",
        "arn:aws:lambda:us-east-1:999999999999:function:x",
        "bye",
        "it",
        "GetParticipantInput",
        "Wait",
        "BotParticipantDisconnected",
        "NoMatchingError",
        "Equals",
        "customerQueue",
    ]
)
KEYS = TEXTS | st.sampled_from(
    [
        "a.b",
        "Actions",
        "Actions[0]",
        "Attributes",
        "ContinueExecution",
        "Condition",
        "Conditions",
        "Errors",
        "Events",
        "InputValidation",
        "NextAction",
        "Operands",
        "Parameters",
        "Settings",
        "Text",
        "Transitions",
    ]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from([10**300, -0.0]) | TEXTS
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=5
)


CHANGES = ["replace", "delete", "add", "swap", "repeat"]


@st.composite
def damaged_flows(draw: st.DrawFn) -> Any:
    """A flow of ours, or an example of an action in a flow, with up to four things done to it."""
    document = copied(draw(st.sampled_from(EXAMPLE_FLOWS) | st.sampled_from(OUR_FLOWS)))
    for _ in range(draw(st.integers(1, 4))):
        there = [steps for steps in places(document) if steps]
        if there:
            damage(draw, document, draw(st.sampled_from(there)), there)
    return document


def damage(draw: st.DrawFn, document: Any, steps: Steps, there: list[Steps]) -> None:
    owner: Any = at(document, steps[:-1])
    last: Any = steps[-1]
    change = draw(st.sampled_from(CHANGES))
    if change == "delete":
        del owner[last]
    elif change == "add" and isinstance(owner, dict):
        owner[draw(KEYS)] = draw(VALUES)
    elif change == "swap":
        other = draw(st.sampled_from(there))
        owner[last] = copied(at(document, other))
    elif change == "repeat" and isinstance(owner, list):
        owner.append(copied(owner[last]))
    else:
        owner[last] = draw(VALUES)


def copied(value: Any) -> Any:
    return json.loads(json.dumps(value))


def at(document: Any, steps: Steps) -> Any:
    for step in steps:
        document = document[step]
    return document


def places(value: object, steps: Steps = ()) -> Iterator[Steps]:
    """Every place of a document."""
    yield steps
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*steps, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*steps, index))
