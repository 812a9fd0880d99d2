import json
from pathlib import Path
from typing import Any

import pytest

from connect_flows import FlowType, InvalidFlow, load, parse

BYE = {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}
CURE_TARGET = "use one of the flow's identifiers"


def document(*actions: object, **members: object) -> dict[str, Any]:
    return {"Version": "2019-10-30", "StartAction": "bye", "Actions": [BYE, *actions], **members}


def say(identifier: object = "greet", **transitions: object) -> dict[str, Any]:
    parameters = {"Text": "안녕하십니까."}
    transitions = {"NextAction": "bye", **transitions}
    return {
        "Identifier": identifier,
        "Type": "MessageParticipant",
        "Parameters": parameters,
        "Transitions": transitions,
    }


def findings(text: str) -> list[str]:
    with pytest.raises(InvalidFlow) as caught:
        parse(text, source="a.json")
    return str(caught.value).split("\n")


def findings_in(value: object) -> list[str]:
    return findings(json.dumps(value))


def test_reads_what_a_flow_says_about_itself() -> None:
    metadata = {"name": "main line", "description": "대표번호", "type": "customerQueue", "hash": {}}

    flow = parse(json.dumps(document(Metadata=metadata)), source="flows/a.json")

    assert (flow.name, flow.description, flow.type) == ("main line", "대표번호", FlowType.CUSTOMER_QUEUE)
    assert (flow.start_action, flow.source, flow.is_module) == ("bye", "flows/a.json", False)
    assert flow.document == document(Metadata=metadata)


def test_is_named_after_its_file_when_metadata_gives_no_name() -> None:
    flow = parse(json.dumps(document()), source="flows/inbound.json")

    assert (flow.name, flow.description, flow.type) == ("inbound", "", None)


def test_reads_branches_in_the_order_of_the_document() -> None:
    menu = say(
        Errors=[{"ErrorType": "NoMatchingError", "NextAction": "greet"}],
        Conditions=[
            {"NextAction": "greet", "Condition": {"Operator": "Equals", "Operands": ["1"]}},
            {"NextAction": "bye", "Condition": {"Operator": "NumberLessThan", "Operands": [51]}},
        ],
    )

    action = parse(json.dumps(document(menu)), source="a.json").actions[1]

    assert (action.identifier, action.type, action.path) == ("greet", "MessageParticipant", "Actions[1]")
    assert (action.next_action, action.targets) == ("bye", ("bye", "greet"))
    assert [(error.error_type, error.next_action) for error in action.errors] == [("NoMatchingError", "greet")]
    assert [(branch.operator, branch.operands, branch.next_action) for branch in action.conditions] == [
        ("Equals", ("1",), "greet"),
        ("NumberLessThan", ("51",), "bye"),
    ]


def test_reads_an_action_without_parameters_and_transitions() -> None:
    bare = {"Identifier": "end", "Type": "DisconnectParticipant"}

    action = parse(json.dumps(document(bare)), source="a.json").actions[1]

    assert (action.parameters, action.targets) == ({}, ())


def test_settings_make_a_module() -> None:
    settings: dict[str, object] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}

    flow = parse(json.dumps(document(Settings=settings)), source="a.json")

    assert flow.is_module
    assert flow.settings == settings


@pytest.mark.parametrize("flow_type", list(FlowType), ids=str)
def test_console_and_api_spell_each_type_alike(flow_type: FlowType) -> None:
    first, *rest = flow_type.value.lower().split("_")
    console = first + "".join(word.capitalize() for word in rest)

    if flow_type is FlowType.CAMPAIGN:  # how the console spells it is not known
        with pytest.raises(KeyError):
            FlowType.from_console(console)
    else:
        assert FlowType.from_console(console) is flow_type


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "document: line 1, column 1 is not JSON (Expecting value); correct the JSON there"),
        ('{\n "a": }', "document: line 2, column 7 is not JSON (Expecting value); correct the JSON there"),
        ("[NaN]", "document: the JSON holds a number that is none (NaN); write it as a string"),
        ("[]", 'document: a list is not a flow; write an object: {"Version": "2019-10-30", ...}'),
        ("null", 'document: null is not a flow; write an object: {"Version": "2019-10-30", ...}'),
        ("[" * 100_000, "document: the JSON is nested too deeply; nest at most 64 levels"),
        ("[" * 100 + "]" * 100, "document: the JSON is nested too deeply; nest at most 64 levels"),
    ],
    ids=["empty", "syntax", "not_a_number", "list", "null", "bottomless", "deep"],
)
def test_refuses_what_is_no_json_object(text: str, line: str) -> None:
    assert findings(text) == [f"a.json: {line}"]


def test_refuses_a_number_of_too_many_digits() -> None:
    (line,) = findings("[" + "9" * 5000 + "]")

    assert line.startswith("a.json: document: the JSON holds a number that is none (")


def test_finds_a_key_that_is_there_twice() -> None:
    twice = json.dumps(document()).replace('"Type":', '"Type": "Wait", "Type":')

    assert findings(twice) == ["a.json: action 'bye' (Actions[0]): Type is there twice; keep one of them"]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"Version": "2019-10-30", "StartAction": "bye"}, "Actions: is missing; add it, a list"),
        ({"Version": "2019-10-30", "Actions": [BYE]}, "StartAction: is missing; add it, a string"),
        ({"StartAction": "bye", "Actions": [BYE]}, "Version: is missing; add it, a string"),
        (document(Version="2017-01-01"), "Version: is '2017-01-01'; make it '2019-10-30', the only one there is"),
        (document(Version=None), "Version: is null; make it a string"),
        (document(StartAction=True), "StartAction: is true; make it a string"),
        (document(StartAction="hi"), f"StartAction: 'hi' does not exist; {CURE_TARGET}"),
        (document(Acts=[]), "Acts: is unknown; use only Version, StartAction, Actions, Metadata, Settings"),
        (document(Actions={}), "Actions: is an object; make it a list"),
        (document(Metadata=[]), "Metadata: is a list; make it an object"),
        (document(Metadata={"description": 5}), "Metadata.description: is 5; make it a string"),
        (document(Metadata={"name": ""}), "Metadata.name: the name is empty; use 1 to 127 characters"),
        (
            document(Metadata={"name": "${text.name}"}),
            "Metadata.name: '${text.name}' holds a placeholder; write the name itself",
        ),
        (
            document(Metadata={"name": "대표"}),
            "Metadata.name: '대표' holds characters whose metrics CloudWatch drops: '대표'; "
            "use ASCII letters, digits, space and .,-_/#:$@|&{}+?%;",
        ),
        (
            document(Metadata={"type": "CONTACT_FLOW"}),
            "Metadata.type: 'CONTACT_FLOW' is no type of flow; use one of contactFlow, customerQueue, customerHold, "
            "customerWhisper, agentHold, agentWhisper, outboundWhisper, agentTransfer, queueTransfer",
        ),
        (
            document(Settings={"InputParameters": [], "OutputParameters": []}),
            "Settings.Transitions: is missing; add it, a list",
        ),
        (
            document(Metadata={"half \ud800": 1}),
            "Metadata: 'half \\ud800' holds half a character; write the whole character",
        ),
    ],
    ids=lambda value: value.split(";")[0].encode("unicode_escape").decode()[:60] if isinstance(value, str) else "",
)
def test_finds_what_is_wrong_with_the_document(value: object, line: str) -> None:
    assert findings_in(value) == [f"a.json: {line}"]


@pytest.mark.parametrize(
    ("action", "place", "line"),
    [
        (3, "Actions[1]", "is 3; make it an object"),
        (say(identifier=7), "Actions[1]", "Identifier is 7; make it a string"),
        (say(identifier=""), "action '' (Actions[1])", "Identifier is empty; name the action"),
        (
            say(identifier="x" * 51),
            f"action '{'x' * 51}' (Actions[1])",
            "Identifier has 51 characters; use at most 50",
        ),
        (
            say(identifier="a/b=c"),
            "action 'a/b=c' (Actions[1])",
            "Identifier 'a/b=c' holds '/='; use none of %:(\\/)=$,;[]{}",
        ),
        (
            say(identifier="toString"),
            "action 'toString' (Actions[1])",
            "Identifier 'toString' is reserved; choose another one",
        ),
        ({**say(), "Type": ""}, "action 'greet' (Actions[1])", "Type is empty; name a type of action"),
        ({**say(), "Parameters": []}, "action 'greet' (Actions[1])", "Parameters is a list; make it an object"),
        (
            {**say(), "Name": "x"},
            "action 'greet' (Actions[1])",
            "Name is unknown; use only Identifier, Type, Parameters, Transitions",
        ),
        (
            say(NextAction="abc"),
            "action 'greet' (Actions[1])",
            f"Transitions.NextAction 'abc' does not exist; {CURE_TARGET}",
        ),
        (say(NextAction=None), "action 'greet' (Actions[1])", "Transitions.NextAction is null; make it a string"),
        (
            say(Next="bye"),
            "action 'greet' (Actions[1])",
            "Transitions.Next is unknown; use only NextAction, Errors, Conditions",
        ),
        (say(Errors={}), "action 'greet' (Actions[1])", "Transitions.Errors is an object; make it a list"),
        (say(Errors=["bye"]), "action 'greet' (Actions[1])", "Transitions.Errors[0] is 'bye'; make it an object"),
        (
            say(Errors=[{"NextAction": "bye"}]),
            "action 'greet' (Actions[1])",
            "Transitions.Errors[0].ErrorType is missing; add it, a string",
        ),
        (
            say(Errors=[{"ErrorType": "NoMatchingError", "NextAction": "abc"}]),
            "action 'greet' (Actions[1])",
            f"Transitions.Errors[0].NextAction 'abc' does not exist; {CURE_TARGET}",
        ),
        (say(Conditions=[1]), "action 'greet' (Actions[1])", "Transitions.Conditions[0] is 1; make it an object"),
        (
            say(Conditions=[{"NextAction": "bye", "Condition": {"Operator": "Equals", "Operands": [None]}}]),
            "action 'greet' (Actions[1])",
            "Transitions.Conditions[0].Condition.Operands[0] is null; make it a string",
        ),
        (
            say(Conditions=[{"NextAction": "abc", "Condition": {"Operator": "Equals", "Operands": ["1"]}}]),
            "action 'greet' (Actions[1])",
            f"Transitions.Conditions[0].NextAction 'abc' does not exist; {CURE_TARGET}",
        ),
    ],
    ids=lambda value: value.split(";")[0][:60] if isinstance(value, str) else "",
)
def test_finds_what_is_wrong_with_an_action(action: object, place: str, line: str) -> None:
    assert findings_in(document(action)) == [f"a.json: {place}: {line}"]


def test_finds_both_actions_of_one_identifier() -> None:
    assert findings_in(document(say(), say())) == [
        f"a.json: action 'greet' (Actions[{index}]): Identifier 'greet' is there twice; give each action its own"
        for index in (1, 2)
    ]


def test_takes_250_actions_and_no_more() -> None:
    many = [say(f"greet-{number}") for number in range(249)]

    assert len(parse(json.dumps(document(*many)), source="a.json").actions) == 250
    assert findings_in(document(*many, say("one-more"))) == [
        "a.json: Actions: has 251 actions; keep at most 250; move some into a module"
    ]


def test_counts_the_characters_that_would_be_sent() -> None:
    rest = len(json.dumps(document(Metadata={"text": ""}), separators=(",", ":")))
    full = document(Metadata={"text": "가" * (256_000 - rest)})
    over = document(Metadata={"text": "가" * (256_001 - rest)})

    assert parse(json.dumps(full, indent=4), source="a.json")
    assert findings_in(over) == ["a.json: document: has 256,001 characters without white space; keep at most 256,000"]


def test_finds_a_number_that_python_takes_for_infinite() -> None:
    endless = json.dumps(document(Metadata={"x": 7})).replace("7", "1e999")

    assert findings(endless) == ["a.json: Metadata.x: is too large a number; write it as a string"]


def test_finds_everything_at_once_one_line_each() -> None:
    broken = document(say(identifier="line\nbreak", NextAction="a\r\nb"), say(Errors=[{}]), StartAction="hi")

    lines = findings_in(broken)

    assert len(lines) == 4
    assert all(line.startswith("a.json: ") and "; " in line for line in lines)


def test_names_the_file_it_was_given(tmp_path: Path) -> None:
    file = tmp_path / "inbound.json"
    file.write_text("{", encoding="utf-8")

    with pytest.raises(InvalidFlow) as caught:
        load(file)

    assert caught.value.findings[0].source == str(file)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'{"a":\n"\xb0\xa1"}', "byte 0xb0 in line 2 is not UTF-8"),
        (b"\xef\xbb\xbf{}", "line 1, column 1 is not JSON (Unexpected UTF-8 BOM (decode using utf-8-sig))"),
    ],
    ids=["euc_kr", "byte_order_mark"],
)
def test_refuses_a_file_that_is_not_plain_utf_8(tmp_path: Path, data: bytes, problem: str) -> None:
    file = tmp_path / "inbound.json"
    file.write_bytes(data)

    with pytest.raises(InvalidFlow) as caught:
        load(file)

    assert [finding.problem for finding in caught.value.findings] == [problem]


@pytest.mark.parametrize("name", ["missing.json", ".", "nul\0byte"], ids=["missing", "folder", "impossible"])
def test_refuses_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidFlow, match="cannot be read"):
        load(tmp_path / name)


def test_a_source_with_a_line_break_keeps_to_one_line() -> None:
    with pytest.raises(InvalidFlow) as caught:
        parse("[]", source="a\nb.json")

    assert str(caught.value).startswith("'a\\nb.json': document: ")
