import json
from pathlib import Path
from typing import Any

import pytest

from connect_flows import FlowType, InvalidFlow, load, parse

BYE = {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}
GREET = "action 'greet' (Actions[1])"


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
        ("[" * 100_000, "document: the JSON is nested too deeply; nest at most 64 levels"),
        ("[" * 100 + "]" * 100, "document: the JSON is nested too deeply; nest at most 64 levels"),
    ],
    ids=["empty", "syntax", "not_a_number", "bottomless", "deep"],
)
def test_refuses_what_is_no_json(text: str, line: str) -> None:
    assert findings(text) == [f"a.json: {line} [E001]"]


@pytest.mark.parametrize(("text", "shown"), [("[]", "a list"), ("null", "null"), ("5", "5"), ('"x"', "'x'")])
def test_refuses_what_is_no_object(text: str, shown: str) -> None:
    assert findings(text) == [
        f'a.json: document: {shown} is not a flow; write an object: {{"Version": "2019-10-30", ...}} [E002]'
    ]


def test_refuses_a_number_of_too_many_digits() -> None:
    (line,) = findings("[" + "9" * 5000 + "]")

    assert line.startswith("a.json: document: the JSON holds a number that is none (")


def test_finds_a_key_that_is_there_twice() -> None:
    twice = json.dumps(document()).replace('"Type":', '"Type": "Wait", "Type":')

    assert findings(twice) == ["a.json: action 'bye' (Actions[0]): Type is there twice; keep one of them [E001]"]


def test_finds_half_a_character() -> None:
    assert findings_in(document(Metadata={"half \ud800": 1})) == [
        "a.json: Metadata: 'half \\ud800' holds half a character; write the whole character [E001]"
    ]


def test_finds_a_number_that_python_takes_for_infinite() -> None:
    endless = json.dumps(document(Metadata={"x": 7})).replace("7", "1e999")

    assert findings(endless) == ["a.json: Metadata.x: is too large a number; write it as a string [E001]"]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"Version": "2019-10-30", "StartAction": "bye"}, "Actions: is missing; add it, a list"),
        ({"Version": "2019-10-30", "Actions": [BYE]}, "StartAction: is missing; add it, a string"),
        ({"StartAction": "bye", "Actions": [BYE]}, "Version: is missing; add it, a string"),
        (document(Version=None), "Version: is null; make it a string"),
        (document(StartAction=True), "StartAction: is true; make it a string"),
        (document(Actions={}), "Actions: is an object; make it a list"),
        (document(Metadata=[]), "Metadata: is a list; make it an object"),
        (document(Settings=[]), "Settings: is a list; make it an object"),
    ],
    ids=lambda value: value.split(";")[0] if isinstance(value, str) else "",
)
def test_finds_members_of_the_document_that_are_missing_or_of_the_wrong_kind(value: object, line: str) -> None:
    assert findings_in(value) == [f"a.json: {line} [E002]"]


@pytest.mark.parametrize(
    ("action", "line"),
    [
        (say(identifier=7), "Actions[1]: Identifier is 7; make it a string"),
        ({"Identifier": "greet"}, f"{GREET}: Type is missing; add it, a string"),
        ({**say(), "Parameters": []}, f"{GREET}: Parameters is a list; make it an object"),
        (say(NextAction=None), f"{GREET}: Transitions.NextAction is null; make it a string"),
        (say(Errors={}), f"{GREET}: Transitions.Errors is an object; make it a list"),
        (say(Errors=["bye"]), f"{GREET}: Transitions.Errors[0] is 'bye'; make it an object"),
        (
            say(Errors=[{"NextAction": "bye"}]),
            f"{GREET}: Transitions.Errors[0].ErrorType is missing; add it, a string",
        ),
        (say(Conditions=[1]), f"{GREET}: Transitions.Conditions[0] is 1; make it an object"),
        (
            say(Conditions=[{"NextAction": "bye"}]),
            f"{GREET}: Transitions.Conditions[0].Condition is missing; add it, an object",
        ),
        (
            say(Conditions=[{"NextAction": "bye", "Condition": {"Operator": "Equals"}}]),
            f"{GREET}: Transitions.Conditions[0].Condition.Operands is missing; add it, a list",
        ),
        (3, "Actions[1]: is 3; make it an object"),
    ],
    ids=lambda value: value.split(";")[0][-40:] if isinstance(value, str) else "",
)
def test_finds_members_of_an_action_that_are_missing_or_of_the_wrong_kind(action: object, line: str) -> None:
    assert findings_in(document(action)) == [f"a.json: {line} [E002]"]


@pytest.mark.parametrize(("operand", "shown"), [(None, "null"), (True, "true"), ([], "a list"), ({}, "an object")])
def test_an_operand_is_a_text_or_a_number(operand: object, shown: str) -> None:
    condition = {"NextAction": "bye", "Condition": {"Operator": "Equals", "Operands": ["1", operand]}}

    assert findings_in(document(say(Conditions=[condition]))) == [
        f"a.json: {GREET}: Transitions.Conditions[0].Condition.Operands[1] is {shown}; make it a string [E002]"
    ]


@pytest.mark.parametrize(
    "value",
    [
        document(Version="1999-01-01"),
        document(StartAction="nobody"),
        document(Acts=[]),
        document(Metadata={"name": 5, "type": "unheard", "description": []}),
        document(say(identifier=""), say(identifier="")),
        document({**say(), "Type": "Unheard", "Parameters": {"Text": "${"}}),
        document(Settings={}),
        document(Actions=[]),
    ],
)
def test_reads_what_is_only_judged_later(value: dict[str, Any]) -> None:
    assert parse(json.dumps(value), source="a.json").document == value


def test_finds_everything_at_once_one_line_each() -> None:
    broken = document(say(identifier="line\nbreak", NextAction=5), say(Errors=[{}]), StartAction=None)

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
