"""What becomes of the values in an export, and of the placeholders in a template."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from connect_flows._errors import InvalidBindings, InvalidFlow, UnknownPlaceholder
from connect_flows._template import export_flow, import_flow

INSTANCE = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a"
QUEUE = f"{INSTANCE}/queue/1"
FUNCTION = "arn:aws:lambda:ap-northeast-2:111122223333:function:authenticate"
BINDINGS = {"queue.general": QUEUE, "text.company_name": "예시상사"}


def export_with(parameters: Mapping[str, Any], **members: object) -> str:
    action = {"Identifier": "go", "Type": "MessageParticipant", "Parameters": parameters, "Transitions": {}}
    document = {"Version": "2019-10-30", "StartAction": "go", "Actions": [action], **members}
    return json.dumps(document, ensure_ascii=False)


def imported(value: str, bindings: Mapping[str, str] = BINDINGS) -> Any:
    template = import_flow(export_with({"Text": value}), bindings, source="a.json")
    return json.loads(template)["Actions"][0]["Parameters"]["Text"]


def refusal(text: str, bindings: Mapping[str, str] = BINDINGS) -> list[str]:
    with pytest.raises(InvalidBindings) as caught:
        import_flow(text, bindings, source="a.json")
    return str(caught.value).split("\n")


def exported(value: str, bindings: Mapping[str, str] = BINDINGS) -> Any:
    export = export_flow(export_with({"Text": value}), bindings, source="a.json")
    return json.loads(export)["Actions"][0]["Parameters"]["Text"]


@pytest.mark.parametrize(
    ("value", "template"),
    [
        (QUEUE, "${queue.general}"),
        (f"{QUEUE}.", "${queue.general}."),
        (f"{QUEUE},{QUEUE}", "${queue.general},${queue.general}"),
        (f"큐는 {QUEUE}입니다", "큐는 ${queue.general}입니다"),
        (f'{{"queue":"{QUEUE}"}}', '{"queue":"${queue.general}"}'),
        ("예시상사입니다. 예시상사!", "${text.company_name}입니다. ${text.company_name}!"),
        (
            "arn:aws:connect:ap-northeast-2:aws:view/detail:$LATEST",
            "arn:aws:connect:ap-northeast-2:aws:view/detail:$LATEST",
        ),
    ],
)
def test_a_value_becomes_its_placeholder(value: str, template: str) -> None:
    assert imported(value) == template


def test_of_two_values_the_longer_one_is_found() -> None:
    bindings = {"text.short": "예시", "text.long": "예시상사"}

    assert imported("예시상사와 예시", bindings) == "${text.long}와 ${text.short}"


@pytest.mark.parametrize("longer", ["2", "/x", ":live", ":$LATEST", ".x"])
def test_an_arn_is_found_as_a_whole_only(longer: str) -> None:
    (line,) = refusal(export_with({"Text": QUEUE + longer}))

    assert f"Parameters.Text {QUEUE}{longer} has no binding" in line


def test_an_arn_and_a_longer_one_are_two() -> None:
    bindings = {"function.draft": FUNCTION, "function.live": f"{FUNCTION}:live"}

    assert imported(f"{FUNCTION} {FUNCTION}:live", bindings) == "${function.draft} ${function.live}"


def test_an_arn_is_found_wherever_it_is() -> None:
    metadata = {"ActionMetadata": {"go": {"queue": {"id": QUEUE, "text": "BasicQueue"}}}}

    template = import_flow(export_with({}, Metadata=metadata), BINDINGS, source="a.json")

    assert json.loads(template)["Metadata"]["ActionMetadata"]["go"]["queue"]["id"] == "${queue.general}"


def test_a_text_is_found_in_what_people_hear_and_read() -> None:
    condition = {"NextAction": "go", "Condition": {"Operator": "Equals", "Operands": ["예시상사"]}}
    action = {"Identifier": "예시상사", "Type": "Compare", "Transitions": {"Conditions": [condition]}}
    export = export_with({}, Actions=[action], Metadata={"name": "예시상사", "description": "예시상사의 안내"})

    document = json.loads(import_flow(export, BINDINGS, source="a.json"))

    assert document["Metadata"] == {"name": "예시상사", "description": "${text.company_name}의 안내"}
    assert document["Actions"][0]["Identifier"] == "예시상사"
    operands = document["Actions"][0]["Transitions"]["Conditions"][0]["Condition"]["Operands"]
    assert operands == ["${text.company_name}"]


def test_a_reference_is_no_text() -> None:
    assert imported("$.Attributes.intent: intent", {"text.word": "intent"}) == "$.Attributes.intent: ${text.word}"


def test_an_id_is_found_where_it_is_the_whole_string() -> None:
    bindings = {"queue.general": "1a-2b"}

    assert imported("1a-2b", bindings) == "${queue.general}"
    assert imported("1a-2b-3c", bindings) == "1a-2b-3c"


@pytest.mark.parametrize(
    ("arn", "binding"),
    [
        (f"{INSTANCE}/queue/sales", "queue.sales"),
        (f"{INSTANCE}/operating-hours/sales", "hours.sales"),
        (f"{INSTANCE}/contact-flow/sales:$LATEST", "flow.sales_latest"),
        (f"{INSTANCE}/flow-module/sales", "module.sales"),
        (f"{INSTANCE}/prompt/sales", "prompt.sales"),
        (f"{FUNCTION}:live", "function.authenticate_live"),
        ("arn:aws:lex:ap-northeast-2:111122223333:bot-alias/ABC/TSTALIASID", "bot.tstaliasid"),
        ("arn:aws-cn:connect:cn-north-1:111122223333:instance/1a/queue/sales", "queue.sales"),
        ("arn:aws:s3:::sales-recordings", "text.sales_recordings"),
        ("arn:aws:wisdom:ap-northeast-2:111122223333:assistant/sales", "text.sales"),
    ],
)
def test_an_arn_without_a_binding_comes_with_one_to_add(arn: str, binding: str) -> None:
    assert refusal(export_with({"Deep": [{"Value": arn}]})) == [
        f"a.json: action 'go' (Actions[0]): Parameters.Deep[0].Value {arn} has no binding; "
        f'add "{binding}": "{arn}" to the bindings [E005]'
    ]


def test_the_binding_to_add_takes_no_name_that_is_taken() -> None:
    (line,) = refusal(export_with({"Text": f"{INSTANCE}/queue/general"}))

    assert '"queue.general_2"' in line


def test_names_everything_that_has_no_binding() -> None:
    lines = refusal(export_with({"Text": FUNCTION, "Other": f"{INSTANCE}/queue/2"}, Metadata={"id": FUNCTION}))

    assert [line.partition(" has no binding")[0].rpartition(" ")[2] for line in lines] == [
        FUNCTION,
        f"{INSTANCE}/queue/2",
        FUNCTION,
    ]


def test_refuses_an_arn_in_a_key() -> None:
    assert refusal(export_with({"Attributes": {QUEUE: "x"}})) == [
        f"a.json: action 'go' (Actions[0]): Parameters.Attributes['{QUEUE}'] is a key with '{QUEUE}'; "
        "only values can hold a placeholder: take it out before the import [E005]"
    ]


@pytest.mark.parametrize("text", ["${text.company_name}", "${AWS::StackName}", "${"])
def test_refuses_what_would_be_read_as_a_placeholder(text: str) -> None:
    assert refusal(export_with({"Text": f"앞 {text}"})) == [
        f"a.json: action 'go' (Actions[0]): Parameters.Text '{text}' would be read as a placeholder; "
        "import what the console wrote, or take it out [E005]"
    ]


@pytest.mark.parametrize(
    ("text", "problem"), [("[]", "a list is not a flow"), ("{", "not JSON"), ('{"a": 1, "a": 2}', "is there twice")]
)
def test_refuses_what_is_no_document(text: str, problem: str) -> None:
    for convert in (import_flow, export_flow):
        with pytest.raises(InvalidFlow, match=problem):
            convert(text, BINDINGS, source="a.json")


def test_refuses_bindings_that_are_ambiguous() -> None:
    for convert in (import_flow, export_flow):
        with pytest.raises(InvalidBindings, match=r"as is text\.a"):
            convert(export_with({}), {"text.a": "x", "text.b": "x"}, source="a.json")


def test_everything_else_stays_as_it_is() -> None:
    export = (
        '{ "Actions":[\r\n\t{"Parameters" : {"Text":"한 / \\uAc00\\/\\u0041\\"예시상사\\"\\n", "Count": 1.50e+2,\r\n'
        f'"QueueId":"{QUEUE}"}} , "Identifier":"b"}}], "Version":"2019-10-30" }}\r\n'
    )

    template = import_flow(export, BINDINGS, source="a.json")

    assert template == export.replace("예시상사", "${text.company_name}").replace(QUEUE, "${queue.general}")
    assert export_flow(template, BINDINGS, source="a.json") == export


@pytest.mark.parametrize("upper", [False, True])
def test_a_file_of_ascii_stays_one(upper: bool) -> None:
    export = json.dumps(json.loads(export_with({"Text": "예시상사 고객센터 😀", "QueueId": QUEUE})), indent=4)
    if upper:
        export = export.replace("\\uc608\\uc2dc\\uc0c1\\uc0ac", "\\uC608\\uC2DC\\uC0C1\\uC0AC")
        export = export.replace(
            "\\uace0\\uac1d\\uc13c\\ud130 \\ud83d\\ude00", "\\uACE0\\uAC1D\\uC13C\\uD130 \\uD83D\\uDE00"
        )

    template = import_flow(export, BINDINGS, source="a.json")

    assert '"${text.company_name} \\u' in template
    assert export_flow(template, BINDINGS, source="a.json") == export


@pytest.mark.parametrize(
    ("written", "come_back"),
    [("예시\\uc0c1사", "예시상사"), ("\\uc608\\uc2dc\\uc0c1\\uc0ac", "예시상사")],
)
def test_refuses_a_value_that_is_written_unlike_the_rest_of_the_file(written: str, come_back: str) -> None:
    export = export_with({"Text": "예시상사", "Other": "한글"}).replace("예시상사", written)

    (line,) = refusal(export)

    assert line == (
        f"a.json: action 'go' (Actions[0]): Parameters.Text {written!r} would come back as {come_back!r}; "
        "write it so, or change the bindings [E005]"
    )


def test_an_escaped_slash_comes_back_if_the_template_shows_how() -> None:
    export = export_with({"QueueId": QUEUE, "Text": "24/7"}).replace("/", "\\/")

    template = import_flow(export, BINDINGS, source="a.json")

    assert '"${queue.general}"' in template
    assert export_flow(template, BINDINGS, source="a.json") == export


def test_a_placeholder_becomes_its_value() -> None:
    assert exported("${text.company_name} ${queue.general}") == f"예시상사 {QUEUE}"


@pytest.mark.parametrize("value", ['"', "\\", "줄\n바꿈", "a/b", "\u0001", "😀", "<speak>", "${text.company_name", "$"])
def test_any_text_can_be_a_value(value: str) -> None:
    assert exported("앞${text.any}뒤", {"text.any": value}) == f"앞{value}뒤"


def test_names_every_placeholder_without_a_binding_and_what_there_is() -> None:
    with pytest.raises(UnknownPlaceholder) as caught:
        exported("${queue.orders} ${bot.main} ${text.company_name}")

    assert str(caught.value).split("\n") == [
        "a.json: action 'go' (Actions[0]): Parameters.Text ${queue.orders} has no value; "
        "of kind queue there is ${queue.general} [E003]",
        "a.json: action 'go' (Actions[0]): Parameters.Text ${bot.main} has no value; "
        "there is nothing of kind bot [E003]",
    ]


@pytest.mark.parametrize(
    ("text", "come_back"),
    [
        ("예시상사 ${text.company_name}", "${text.company_name} ${text.company_name}"),
        ("${text.a}상사", "${text.company_name}"),
    ],
)
def test_refuses_a_template_that_would_come_back_as_another_one(text: str, come_back: str) -> None:
    with pytest.raises(InvalidBindings) as caught:
        exported(text, {**BINDINGS, "text.a": "예시"})

    assert str(caught.value) == (
        f"a.json: action 'go' (Actions[0]): Parameters.Text {text!r} would come back as {come_back!r}; "
        "write it so, or change the bindings [E005]"
    )


def test_refuses_a_template_with_an_arn() -> None:
    with pytest.raises(InvalidBindings, match=f"{FUNCTION} has no binding"):
        exported(FUNCTION)
