"""What `diff` takes for a change of meaning, edit by edit."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from connect_flows import Flow, parse
from connect_flows._change import Change, ChangeKind
from connect_flows._diff import diff


def flow(*actions: Mapping[str, Any], **members: object) -> Flow:
    start = actions[0]["Identifier"]
    document = {"Version": "2019-10-30", "StartAction": start, "Actions": actions, **members}
    return parse(json.dumps(document), source="a.json")


def action(identifier: str, kind: str = "MessageParticipant", /, **members: Any) -> dict[str, Any]:
    transitions = {key: members.pop(key) for key in ("NextAction", "Errors", "Conditions") if key in members}
    return {"Identifier": identifier, "Type": kind, "Parameters": members, "Transitions": transitions}


def say(identifier: str, text: str, then: str) -> dict[str, Any]:
    return action(identifier, Text=text, NextAction=then, Errors=[on_error("NoMatchingError", then)])


def on_error(kind: str, target: str) -> dict[str, Any]:
    return {"ErrorType": kind, "NextAction": target}


def on(operator: str, operand: object, target: str) -> dict[str, Any]:
    return {"Condition": {"Operator": operator, "Operands": [operand]}, "NextAction": target}


BYE = action("bye", "DisconnectParticipant")
MENU = action(
    "menu",
    "GetParticipantInput",
    Text="번호를 눌러 주십시오.",
    NextAction="sorry",
    Errors=[on_error("NoMatchingCondition", "sorry"), on_error("NoMatchingError", "bye")],
    Conditions=[on("Equals", "1", "orders"), on("Equals", "2", "billing")],
)
SORRY = say("sorry", "확인하지 못했습니다.", "bye")
ORDERS = say("orders", "주문입니다.", "bye")
BILLING = say("billing", "결제입니다.", "bye")
SHOP = flow(MENU, SORRY, ORDERS, BILLING, BYE)


def with_menu(**transitions: object) -> Flow:
    menu = {**MENU, "Transitions": {**MENU["Transitions"], **transitions}}
    return flow(menu, SORRY, ORDERS, BILLING, BYE)


def lines(before: Flow, after: Flow) -> list[str]:
    return [str(change) for change in diff(before, after)]


def test_says_what_was_there_and_what_is() -> None:
    after = flow(MENU, SORRY, say("orders", "주문 상담입니다.", "bye"), BILLING, BYE)

    assert diff(SHOP, after) == (
        Change(
            kind=ChangeKind.CHANGED,
            action="orders",
            what="Parameters.Text",
            before="주문입니다.",
            after="주문 상담입니다.",
        ),
    )


def test_shows_long_texts_in_full_and_on_one_line() -> None:
    long = "안내 말씀드립니다.\n" * 100

    (line,) = lines(SHOP, flow(MENU, SORRY, say("orders", long, "bye"), BILLING, BYE))

    assert line == f"action 'orders': Parameters.Text '주문입니다.' -> {long!r}"
    assert line.isprintable()


@pytest.mark.parametrize(
    ("transitions", "line"),
    [
        ({"NextAction": "bye"}, "action 'menu': next 'sorry' -> 'bye'"),
        ({"Errors": MENU["Transitions"]["Errors"][:1]}, "action 'menu': on error NoMatchingError removed: 'bye'"),
        (
            {"Errors": [on_error("NoMatchingCondition", "bye"), on_error("NoMatchingError", "bye")]},
            "action 'menu': on error NoMatchingCondition 'sorry' -> 'bye'",
        ),
        (
            {"Conditions": [*MENU["Transitions"]["Conditions"], on("Equals", "3", "bye")]},
            "action 'menu': on Equals 3 added: 'bye'",
        ),
        (
            {"Conditions": [on("Equals", "1", "billing"), on("Equals", "2", "billing")]},
            "action 'menu': on Equals 1 'orders' -> 'billing'",
        ),
    ],
)
def test_names_the_branch(transitions: Mapping[str, object], line: str) -> None:
    assert lines(SHOP, with_menu(**transitions)) == [line]


def test_keeps_apart_two_branches_of_one_error() -> None:
    before = with_menu(Errors=[on_error("NoMatchingError", "bye"), on_error("NoMatchingError", "sorry")])
    after = with_menu(Errors=[on_error("NoMatchingError", "bye"), on_error("NoMatchingError", "bye")])

    assert lines(before, after) == ["action 'menu': on error NoMatchingError (2) 'sorry' -> 'bye'"]


def test_the_order_of_errors_means_nothing() -> None:
    assert lines(SHOP, with_menu(Errors=MENU["Transitions"]["Errors"][::-1])) == []


def test_the_order_of_conditions_that_exclude_each_other_means_nothing() -> None:
    assert lines(SHOP, with_menu(Conditions=MENU["Transitions"]["Conditions"][::-1])) == []


@pytest.mark.parametrize(
    "conditions",
    [
        [on("NumberLessThan", "10", "orders"), on("NumberLessThan", "20", "billing")],
        [on("Equals", "1", "orders"), on("NumberLessThan", "20", "billing")],
        [on("Equals", "1", "orders"), on("Equals", "$.Attributes.key", "billing")],
        [on("Equals", "1", "orders"), on("Equals", "${text.key}", "billing")],
    ],
)
def test_the_order_of_conditions_that_can_both_hold_is_a_change(conditions: list[dict[str, Any]]) -> None:
    first, second = (f"on {c['Condition']['Operator']} {c['Condition']['Operands'][0]}" for c in conditions)

    assert lines(with_menu(Conditions=conditions), with_menu(Conditions=conditions[::-1])) == [
        f"action 'menu': order of conditions '{first}; {second}' -> '{second}; {first}'"
    ]


def test_the_order_of_conditions_that_lead_to_the_same_action_means_nothing() -> None:
    conditions = [on("NumberLessThan", "10", "bye"), on("NumberLessThan", "20", "bye")]

    assert lines(with_menu(Conditions=conditions), with_menu(Conditions=conditions[::-1])) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [(5, "5"), ("0.5", 0.5), ([1, "2"], ["1", 2]), ({"a": {"b": 1, "c": 2}}, {"a": {"c": "2", "b": "1"}})],
)
def test_a_number_is_its_spelling(before: object, after: object) -> None:
    assert lines(flow(action("bye", Value=before)), flow(action("bye", Value=after))) == []


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("true", True, "Parameters.Value '\"true\"' -> 'true'"),
        ({}, [], "Parameters.Value '{}' -> '[]'"),
        (["a", "b"], ["b", "a"], """Parameters.Value '["a","b"]' -> '["b","a"]'"""),
        ([{"Text": "a"}], [{"Text": "b"}], "Parameters.Value[0].Text 'a' -> 'b'"),
        ({"고객 등급": "a"}, {"고객 등급": "b"}, "Parameters.Value['고객 등급'] 'a' -> 'b'"),
        ({"a": None}, {"b": None}, "Parameters.Value.b added: 'null'"),
    ],
)
def test_names_the_parameter(before: object, after: object, change: str) -> None:
    changes = lines(flow(action("bye", Value=before)), flow(action("bye", Value=after)))

    assert changes[0] == f"action 'bye': {change}"


def test_a_new_action_is_shown_whole() -> None:
    after = flow(MENU, SORRY, say("orders", "주문입니다.", "thank"), BILLING, say("thank", "감사합니다.", "bye"), BYE)

    assert lines(SHOP, after) == [
        "action 'orders': next 'bye' -> 'thank'",
        "action 'orders': on error NoMatchingError 'bye' -> 'thank'",
        "action 'thank' added: "
        "MessageParticipant; Parameters.Text '감사합니다.'; next 'bye'; on error NoMatchingError 'bye'",
    ]


def test_a_removed_action_is_listed_where_it_stood() -> None:
    menu = {**MENU, "Transitions": {**MENU["Transitions"], "Conditions": [on("Equals", "1", "bye")]}}
    after = flow(menu, say("sorry", "다시 눌러 주십시오.", "bye"), BYE)

    changes = [(change.kind, change.action, change.what) for change in diff(SHOP, after)]

    assert changes == [
        ("changed", "menu", "on Equals 1"),
        ("removed", "menu", "on Equals 2"),
        ("removed", "orders", ""),
        ("removed", "billing", ""),
        ("changed", "sorry", "Parameters.Text"),
    ]


def test_another_type_under_the_same_identifier_is_a_change_of_type() -> None:
    after = flow(MENU, SORRY, ORDERS, BILLING, action("bye", "EndFlowExecution"))

    assert lines(SHOP, after) == ["action 'bye': Type 'DisconnectParticipant' -> 'EndFlowExecution'"]


def test_another_start_is_a_change() -> None:
    assert lines(SHOP, flow(MENU, SORRY, ORDERS, BILLING, BYE, StartAction="sorry")) == [
        "flow: StartAction 'menu' -> 'sorry'"
    ]


def test_compares_what_the_flow_says_about_itself() -> None:
    before = flow(BYE, Metadata={"name": "a", "description": "하나", "type": "contactFlow"})
    after = flow(BYE, Metadata={"name": "b", "type": "customerQueue"})

    assert lines(before, after) == [
        "flow: name 'a' -> 'b'",
        "flow: type 'CONTACT_FLOW' -> 'CUSTOMER_QUEUE'",
        "flow: description removed: '하나'",
    ]


def test_a_flow_without_a_name_of_its_own_is_not_renamed() -> None:
    assert lines(flow(BYE, Metadata={"name": "inbound"}), flow(BYE)) == []


def test_compares_the_settings_of_a_module() -> None:
    before = flow(BYE, Settings={"InputParameters": [], "OutputParameters": [], "Transitions": []})
    after = flow(BYE, Settings={"InputParameters": [{"Name": "a"}], "OutputParameters": [], "Transitions": []})

    assert lines(before, after) == [
        "flow: Settings.InputParameters[0].Name added: 'a'",
        "flow: Settings.InputParameters removed: '[]'",
    ]


def test_layout_means_nothing() -> None:
    metadata = {"entryPointPosition": {"x": 1, "y": 2}, "ActionMetadata": {"bye": {"position": {"x": 3, "y": 4}}}}

    assert lines(flow(BYE), flow(BYE, Metadata=metadata)) == []


def test_identifiers_that_changed_places_mean_nothing() -> None:
    conditions = [on("Equals", "1", "billing"), on("Equals", "2", "orders")]
    menu = {**MENU, "Transitions": {**MENU["Transitions"], "Conditions": conditions}}
    after = flow(menu, SORRY, say("billing", "주문입니다.", "bye"), say("orders", "결제입니다.", "bye"), BYE)

    assert lines(SHOP, after) == []


def test_finds_an_action_again_that_has_another_identifier_and_another_text() -> None:
    copied = json.dumps([MENU, SORRY, ORDERS, BILLING, BYE])
    for number, name in enumerate(("menu", "sorry", "orders", "billing", "bye")):
        copied = copied.replace(f'"{name}"', f'"id-{number}"')
    after = json.loads(copied)
    after[0]["Parameters"]["Text"] = "다시 눌러 주십시오."
    after[3]["Parameters"]["Text"] = "환불입니다."

    assert lines(SHOP, flow(*after)) == [
        "action 'id-0': Parameters.Text '번호를 눌러 주십시오.' -> '다시 눌러 주십시오.'",
        "action 'id-3': Parameters.Text '결제입니다.' -> '환불입니다.'",
    ]


def test_finds_what_follows_an_inserted_action_when_every_identifier_is_new() -> None:
    before = flow(say("a", "하나", "b"), say("b", "둘", "c"), say("c", "셋", "d"), action("d", "DisconnectParticipant"))
    after = flow(
        say("1", "하나", "new"),
        say("new", "사이", "2"),
        say("2", "둘", "3"),
        say("3", "셋", "4"),
        action("4", "DisconnectParticipant"),
    )

    assert [(change.kind, change.action, change.what) for change in diff(before, after)] == [
        ("changed", "1", "next"),
        ("changed", "1", "on error NoMatchingError"),
        ("added", "new", ""),
    ]


def test_two_actions_that_merely_lead_to_the_same_one_are_not_one() -> None:
    before = flow(say("a", "하나", "bye"), say("old", "주문을 취소했습니다.", "bye"), BYE)
    after = flow(say("a", "하나", "bye"), say("new", "오늘은 쉽니다.", "bye"), BYE)

    assert {(change.kind, change.action) for change in diff(before, after)} == {("added", "new"), ("removed", "old")}


def test_compares_flows_that_are_not_whole() -> None:
    before = flow(action("a", NextAction="nowhere"), action("a", Text="twice"), StartAction="missing")
    after = flow(action("a", NextAction="elsewhere"), action("a", Text="again"), StartAction="missing")

    assert lines(before, before) == []
    assert lines(before, after) == [
        "action 'a': next 'nowhere' -> 'elsewhere'",
        "action 'a': Parameters.Text 'twice' -> 'again'",
    ]
