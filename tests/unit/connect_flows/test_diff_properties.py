"""Of any flow: what is no change of meaning is no change, and what is one names its action."""

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_flows import Flow, load, parse
from connect_flows._diff import diff

pytestmark = pytest.mark.thorough

FOLDER = Path(__file__).parents[3] / "flows"
FLOWS = [*sorted(FOLDER.glob("*.json")), *sorted(FOLDER.glob("modules/*.json"))]
OPERATORS = ["Equals", "NumberLessThan", "TextStartsWith"]
Document = dict[str, Any]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    names = [f"a{number}" for number in range(draw(st.integers(2, 6)))]
    target = st.sampled_from(names)
    error = st.fixed_dictionaries({"ErrorType": st.sampled_from(["E1", "E2"]), "NextAction": target})
    operand = st.sampled_from("123").map(lambda text: [text])
    condition = st.fixed_dictionaries({"Operator": st.sampled_from(OPERATORS), "Operands": operand})
    branch = st.fixed_dictionaries({"NextAction": target, "Condition": condition})
    transitions: st.SearchStrategy[Document] = st.fixed_dictionaries(
        {
            "NextAction": target,
            "Errors": st.lists(error, max_size=2, unique_by=lambda found: str(found["ErrorType"])),
            "Conditions": st.lists(branch, max_size=3, unique_by=lambda found: str(found["Condition"])),
        }
    )
    actions = [
        {
            "Identifier": name,
            "Type": draw(st.sampled_from(["MessageParticipant", "Compare"])),
            "Parameters": {"Text": f"말 {name}", "Limit": draw(st.integers(0, 3)), "More": {"b": "1", "a": ["x"]}},
            "Transitions": draw(transitions),
        }
        for name in names
    ]
    return {"Version": "2019-10-30", "StartAction": draw(target), "Actions": actions}


def read(document: Document, indent: int | None = None) -> Flow:
    return parse(json.dumps(document, indent=indent), source="a.json")


def shuffled(value: Any, draw: Callable[..., Any]) -> Any:
    """The same with its members in another order, the actions and errors too, and numbers spelled as texts."""
    if isinstance(value, dict):
        members = draw(st.permutations(list(value.items())))
        return {
            key: draw(st.permutations(items)) if key in ("Actions", "Errors") else items
            for key, items in ((key, shuffled(item, draw)) for key, item in members)
        }
    if isinstance(value, list):
        return [shuffled(item, draw) for item in value]
    return str(value) if isinstance(value, int) else value


def renamed(document: Document, names: Mapping[str, str]) -> Any:
    def rename(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {key: rename(item, key) for key, item in value.items()}
        if isinstance(value, list):
            return [rename(item) for item in value]
        return names[value] if key in ("Identifier", "NextAction", "StartAction") else value

    return rename(document)


def make_alike(document: Document) -> None:
    """Makes the actions say the same. Now only the ways to them tell them apart, so there is one to each of them."""
    for action in document["Actions"]:
        action["Parameters"] = {}
    ways = [
        {"NextAction": name, "Condition": {"Operator": "Equals", "Operands": [name]}} for name in identifiers(document)
    ]
    document["Actions"].append(
        {"Identifier": "entry", "Type": "Compare", "Parameters": {}, "Transitions": {"Conditions": ways}}
    )
    document["StartAction"] = "entry"


def identifiers(document: Document) -> list[str]:
    return [action["Identifier"] for action in document["Actions"]]


@given(document=documents(), data=st.data())
def test_another_spelling_of_a_flow_is_no_change(document: Document, data: st.DataObject) -> None:
    other = shuffled(document, data.draw)

    assert diff(read(document), read(other, indent=2)) == ()


@given(document=documents(), data=st.data())
def test_other_identifiers_are_no_change(document: Document, data: st.DataObject) -> None:
    if data.draw(st.booleans()):
        make_alike(document)
    names = identifiers(document)
    others = data.draw(st.permutations(names) | st.just([f"new-{name}" for name in names]))

    other = renamed(shuffled(document, data.draw), dict(zip(names, others, strict=True)))

    assert diff(read(document), read(other)) == ()


@given(document=documents(), data=st.data())
def test_another_parameter_names_its_action(document: Document, data: st.DataObject) -> None:
    before = read(document)
    edited = data.draw(st.sampled_from(document["Actions"]))
    edited["Parameters"]["Text"] += "!"

    (change,) = diff(before, read(document))

    assert (change.action, change.what) == (edited["Identifier"], "Parameters.Text")


@given(document=documents(), data=st.data())
def test_another_target_names_its_action(document: Document, data: st.DataObject) -> None:
    before = read(document)
    edited = data.draw(st.sampled_from(document["Actions"]))
    transitions = edited["Transitions"]
    branch = data.draw(st.sampled_from([transitions, *transitions["Errors"], *transitions["Conditions"]]))
    old = branch["NextAction"]
    branch["NextAction"] = data.draw(st.sampled_from([name for name in identifiers(document) if name != old]))

    changes = diff(before, read(document))

    assert {change.action for change in changes} == {edited["Identifier"]}
    assert (old, branch["NextAction"]) in [(change.before, change.after) for change in changes]


@given(document=documents(), data=st.data())
def test_one_action_more_or_less_is_named(document: Document, data: st.DataObject) -> None:
    less = read(document)
    after = data.draw(st.sampled_from(document["Actions"]))["Transitions"]
    new = {"Identifier": "new", "Type": "Loop", "Parameters": {}, "Transitions": {"NextAction": after["NextAction"]}}
    after["NextAction"] = "new"
    document["Actions"].append(new)
    more = read(document)

    added, removed = diff(less, more), diff(more, less)

    assert [(change.kind, change.action) for change in added if not change.what] == [("added", "new")]
    assert [(change.kind, change.action) for change in removed if not change.what] == [("removed", "new")]


@given(document=documents())
def test_conditions_that_changed_places_are_named(document: Document) -> None:
    first, second = document["Actions"][:2]
    branches = [
        {"NextAction": action["Identifier"], "Condition": {"Operator": "TextContains", "Operands": [operand]}}
        for action, operand in ((first, "가"), (second, "나"))
    ]
    first["Transitions"]["Conditions"] = branches
    before = read(document)
    first["Transitions"]["Conditions"] = branches[::-1]

    (change,) = diff(before, read(document))

    assert (change.action, change.what) == (first["Identifier"], "order of conditions")


@given(documents(), documents())
def test_one_way_is_as_long_as_the_way_back(one: Document, other: Document) -> None:
    there, back = diff(read(one), read(other)), diff(read(other), read(one))

    assert (there == ()) == (back == ())
    assert all(str(change).isprintable() for change in (*there, *back))


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_a_flow_of_ours_is_what_the_console_would_make_of_it(path: Path) -> None:
    flow = load(path)
    document = json.loads(path.read_text(encoding="utf-8"))
    copied = renamed(document, {name: f"{number:08x}-0000" for number, name in enumerate(identifiers(document))})

    assert diff(flow, parse(json.dumps(copied, separators=(",", ":")), source="copied.json")) == ()


def test_two_large_flows_take_no_time() -> None:
    def large(prefix: str, text: str) -> Flow:
        actions = [
            {
                "Identifier": f"{prefix}{number}",
                "Type": "MessageParticipant",
                "Parameters": {"Text": f"{text} {number}"},
                "Transitions": {
                    "NextAction": f"{prefix}{(number + 1) % 250}",
                    "Errors": [{"ErrorType": "NoMatchingError", "NextAction": f"{prefix}{number * 7 % 250}"}],
                },
            }
            for number in range(250)
        ]
        return read({"Version": "2019-10-30", "StartAction": f"{prefix}0", "Actions": actions})

    one, other = large("a", "안내"), large("b", "공지")
    started = time.process_time()

    changes = diff(one, other)

    assert len(changes) == 250
    assert time.process_time() - started < 1
