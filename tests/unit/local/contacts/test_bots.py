"""Talking to a bot in a flow. What the bot understands is for the tests of Lex; here it answers what a test says."""

from collections.abc import Callable
from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.connect.contacts.actions import bots
from aicc_local.errors import not_found
from aicc_local.lex.resource_policy import allow_connect
from tests.unit.local.contacts.contact_centre import CUSTOMER, INSTANCE_ARN, ContactCentre, block, say

Answers = Callable[..., None]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> tuple[list[Any], list[Any]]:
    """What the bot was asked, and what it is to answer."""
    turns: list[Any] = []
    answers: list[Any] = []

    def recognize(aws: Any, alias: str, locale: str, session: str, text: str, **more: Any) -> Any:
        turns.append((locale, session, text, more))
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(bots, "recognize_text", recognize)
    return turns, answers


def test_a_bot_is_asked_until_an_intent_is_done(centre: ContactCentre, asked: tuple[list[Any], list[Any]]) -> None:
    turns, answers = asked
    answers += [_answer("ElicitSlot", "Refund", "주문번호는요?"), _answer("Close", "Refund", "", order="O1")]
    contact = centre.chat(centre.aws.store.find("AWS::Connect::ContactFlow", _talking(centre)))

    control.give_input(centre.aws, contact, "환불해 주세요")
    control.give_input(centre.aws, contact, "O1")

    assert [(locale, text) for locale, _, text, _ in turns] == [("ko_KR", "환불해 주세요"), ("ko_KR", "O1")]
    assert [more["session_attributes"] for *_, more in turns] == [{"channel": "CHAT"}, {}]
    assert {session for _, session, *_ in turns} == {contact}
    assert control.look(centre.aws, contact)["said"] == ["무엇을 도와드릴까요?", "주문번호는요?", "환불 O1"]


def test_keys_and_speech_reach_the_bot_as_such(centre: ContactCentre, asked: tuple[list[Any], list[Any]]) -> None:
    turns, answers = asked
    answers += [_answer("ElicitIntent", "Refund", "?"), _answer("Close", "Other", "")]
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_talking(centre))

    control.give_input(centre.aws, contact, "12#")
    control.give_input(centre.aws, contact, "상담원")

    assert [more["input_mode"] for *_, more in turns] == ["DTMF", "Speech"]
    assert control.look(centre.aws, contact)["said"][-1] == "다른 일"


def test_a_bot_that_fails_takes_the_error_branch(centre: ContactCentre, asked: tuple[list[Any], list[Any]]) -> None:
    asked[1].append(not_found("no alias"))
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_talking(centre))

    control.give_input(centre.aws, contact, "안녕")

    assert control.look(centre.aws, contact)["said"][-1] == "고장"


def test_a_bot_that_may_not_be_asked_takes_the_error_branch(centre: ContactCentre) -> None:
    flow = _talking(centre)
    [association] = centre.aws.store.of("AWS::Connect::IntegrationAssociation")
    centre.aws.store.remove(association.arn)

    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=flow)

    assert control.look(centre.aws, contact)["said"] == ["고장"]


def _talking(centre: ContactCentre) -> str:
    alias = centre.add_bot_alias()
    centre.associate(alias, "LEX_BOT")
    allow_connect(centre.aws, alias, INSTANCE_ARN)
    language = block("ko", "UpdateContactData", "talk", LanguageCode="ko-KR", errors={"NoMatchingError": "talk"})
    talk = block(
        "talk",
        "ConnectParticipantWithLexBot",
        "other",
        Text="무엇을 도와드릴까요?",
        LexV2Bot={"AliasArn": alias},
        LexSessionAttributes={"channel": "$.Channel"},
        equals={"Refund": "refund"},
        errors={"NoMatchingCondition": "other", "NoMatchingError": "fault"},
    )
    endings = {"refund": "환불 $.Lex.Slots.order", "other": "다른 일", "fault": "고장"}
    return centre.add_flow("talking", language, talk, *(say(name, text, "bye") for name, text in endings.items())).id


def _answer(action: str, intent: str, message: str, **slots: str) -> dict[str, Any]:
    filled = {name: {"value": {"interpretedValue": value}} for name, value in slots.items()}
    state = {"dialogAction": {"type": action}, "intent": {"name": intent, "slots": filled}}
    return {"sessionState": state, "messages": [{"content": message}] if message else []}
