"""The names that a newcomer's bindings get."""

import json
from typing import Any

import pytest

from connect_flows._suggestions import suggest_bindings
from connect_flows._template import export_flow, import_flow

INSTANCE = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a"
QUEUE = f"{INSTANCE}/queue/5a9d6f89-4b07-4862-ae3b-c2bc813f449d"
BOT = "arn:aws:lex:ap-northeast-2:111122223333:bot-alias/ABC/TSTALIASID"


def export_with(parameters: dict[str, Any], metadata: dict[str, Any] | None = None) -> str:
    action = {"Identifier": "go", "Type": "Any", "Parameters": parameters}
    return json.dumps({"Actions": [action], "Metadata": {"ActionMetadata": {"go": metadata or {}}}}, ensure_ascii=False)


def displayed(name: str, **more: str) -> dict[str, Any]:
    return {"parameters": {"QueueId": {"displayName": name, **more}}}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("BasicQueue", "queue.basic_queue"),
        ("VIP 상담 (서울)", "queue.vip"),
        ("Atención - Área 2", "queue.atencion_area_2"),
        ("24x7", "queue.queue_24x7"),
        ("주문 상담", "queue.queue_5a9d6f89"),
        ("", "queue.queue_5a9d6f89"),
    ],
)
def test_names_an_arn_as_the_console_shows_it(name: str, key: str) -> None:
    export = export_with({"QueueId": QUEUE}, displayed(name))

    assert suggest_bindings(export, source="a.json") == {key: QUEUE}


def test_names_a_bot_by_its_name_rather_than_by_that_of_its_alias() -> None:
    beside = {"parameters": {"LexV2Bot": {"AliasArn": {"displayName": "live", "lexV2BotName": "CustomerService"}}}}

    export = export_with({"LexV2Bot": {"AliasArn": BOT}}, beside)

    assert suggest_bindings(export, source="a.json") == {"bot.customer_service": BOT}


def test_names_a_prompt_in_a_list() -> None:
    arn = f"{INSTANCE}/prompt/5a9d6f89-4b07-4862-ae3b-c2bc813f449d"
    beside = {"parameters": {"Messages": [None, {"PromptId": {"displayName": "CustomerQueue.wav"}}]}}

    export = export_with({"Messages": [{"Text": "가"}, {"PromptId": arn}]}, beside)

    assert suggest_bindings(export, source="a.json") == {"prompt.customer_queue": arn}


def test_names_what_is_in_the_metadata_only() -> None:
    export = export_with({}, {"queue": {"id": QUEUE, "text": "Sales"}})

    assert suggest_bindings(export, source="a.json") == {"queue.sales": QUEUE}


def test_names_a_function_by_its_own_name() -> None:
    arn = "arn:aws:lambda:ap-northeast-2:111122223333:function:authenticateCustomer:live"

    export = export_with({"LambdaFunctionARN": arn}, {"parameters": {"LambdaFunctionARN": {"displayName": "x"}}})

    assert suggest_bindings(export, source="a.json") == {"function.authenticate_customer_live": arn}


def test_gives_no_name_twice() -> None:
    export = export_with({"QueueId": f"{INSTANCE}/queue/a-b", "Other": f"{INSTANCE}/queue/a_b"})

    names = list(suggest_bindings(export, source="a.json", known={"queue.a_b": "x"}))

    assert names == ["queue.a_b_2", "queue.a_b_3"]


def test_leaves_out_what_is_known_or_is_of_aws() -> None:
    export = export_with({"QueueId": QUEUE, "View": "arn:aws:connect:us-east-1:aws:view/detail:1"})

    assert suggest_bindings(export, source="a.json", known={"queue.sales": QUEUE}) == {}


def test_is_all_that_an_import_needs() -> None:
    export = export_with({"QueueId": QUEUE, "Bot": BOT}, {"queue": {"id": QUEUE, "text": "BasicQueue"}})

    bindings = suggest_bindings(export, source="a.json")
    template = import_flow(export, bindings, source="a.json")

    assert "arn:" not in template
    assert export_flow(template, bindings, source="a.json") == export
