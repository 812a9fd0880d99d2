import json
from typing import Any

import pytest

from connect_flows import (
    PLACEHOLDER_KINDS,
    Flow,
    Placeholder,
    UnknownPlaceholder,
    parse,
    render,
)

CURE = (
    "write ${kind.name}, the kind one of queue, hours, function, bot, flow, module, prompt, text, the name like a_name1"
)


def flow_with(parameters: dict[str, Any], **metadata: object) -> Flow:
    action = {"Identifier": "go", "Type": "MessageParticipant", "Parameters": parameters, "Transitions": {}}
    document = {"Version": "2019-10-30", "StartAction": "go", "Metadata": metadata, "Actions": [action]}
    return parse(json.dumps(document), source="a.json")


def test_lists_placeholders_in_order_and_once() -> None:
    flow = flow_with({"Text": "${text.b} ${queue.a} ${text.b}", "Deep": [{"x": "${bot.c}"}]}, note="${prompt.d}")

    assert flow.placeholders == (
        Placeholder(kind="prompt", name="d"),
        Placeholder(kind="text", name="b"),
        Placeholder(kind="queue", name="a"),
        Placeholder(kind="bot", name="c"),
    )


@pytest.mark.parametrize("kind", PLACEHOLDER_KINDS)
def test_knows_every_kind(kind: str) -> None:
    assert [str(found) for found in flow_with({"Text": f"${{{kind}.x1_y}}"}).placeholders] == [f"${{{kind}.x1_y}}"]


@pytest.mark.parametrize(
    "wrong",
    ["${queue}", "${Queue.x}", "${queue.x", "${skill.x}", "${queue.}", "${queue.X}", "${queue.a-b}", "${}", "${"],
)
def test_renders_nothing_that_only_looks_like_a_placeholder(wrong: str) -> None:
    flow = flow_with({"Text": f"가 {wrong} 나"})

    assert flow.placeholders == ()
    with pytest.raises(UnknownPlaceholder) as caught:
        render(flow, {})
    assert str(caught.value) == (
        f"a.json: action 'go' (Actions[0]): Parameters.Text {wrong!r} is no placeholder; {CURE} [E003]"
    )


def test_finds_every_malformed_placeholder_of_a_text() -> None:
    flow = flow_with({"Text": "${queue}${text.ok}${${queue.x}"})

    with pytest.raises(UnknownPlaceholder) as caught:
        render(flow, {"text.ok": "x", "queue.x": "y"})

    assert [finding.problem for finding in caught.value.findings] == [
        "'${queue}' is no placeholder",
        "'${' is no placeholder",
    ]


def test_a_key_is_no_placeholder() -> None:
    flow = flow_with({"Attributes": {"${text.key}": "x"}})

    assert flow.placeholders == ()
    assert '"${text.key}":"x"' in render(flow, {})


def test_leaves_references_to_attributes_alone() -> None:
    flow = flow_with({"Text": "$.Attributes.x $ {queue.x} {text.y}"})

    assert flow.placeholders == ()


def test_renders_minified_json_with_korean_as_it_is() -> None:
    flow = flow_with({"Text": "${text.company_name} 고객센터"})

    content = render(flow, {"text.company_name": "아이씨씨", "text.unused": "x"})

    assert content == (
        '{"Version":"2019-10-30","StartAction":"go","Metadata":{},"Actions":[{"Identifier":"go",'
        '"Type":"MessageParticipant","Parameters":{"Text":"아이씨씨 고객센터"},"Transitions":{}}]}'
    )


@pytest.mark.parametrize("value", ["${Token[TOKEN.123]}", "${queue.other}", 'say "hi"\\\n', "\\1 \\g<0>", ""])
def test_puts_values_in_as_they_are(value: str) -> None:
    flow = flow_with({"Text": "<${queue.a}|${queue.a}>"})

    content = json.loads(render(flow, {"queue.a": value}))

    assert content["Actions"][0]["Parameters"]["Text"] == f"<{value}|{value}>"


def test_keeps_everything_that_is_no_string() -> None:
    flow = flow_with({"Count": 3, "Share": 0.5, "On": True, "Off": None, "List": [1, "a", {}]})

    assert json.loads(render(flow, {})) == flow.document


def test_names_every_placeholder_without_a_value_and_what_there_is() -> None:
    flow = flow_with({"Text": "${queue.a} ${queue.a}", "Other": "${bot.b}"}, note="${text.c}")

    with pytest.raises(UnknownPlaceholder) as caught:
        render(flow, {"queue.y": "1", "queue.x": "2", "text": "3", "textual.c": "4"})

    assert str(caught.value).split("\n") == [
        "a.json: Metadata.note: ${text.c} has no value; there is nothing of kind text [E003]",
        "a.json: action 'go' (Actions[0]): Parameters.Text ${queue.a} has no value; "
        "of kind queue there is ${queue.x}, ${queue.y} [E003]",
        "a.json: action 'go' (Actions[0]): Parameters.Other ${bot.b} has no value; there is nothing of kind bot [E003]",
    ]
