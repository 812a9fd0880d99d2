"""ConnectParticipantWithLexBot."""

from typing import Any

import pytest

from connect_flows.simulator import BotRequest, Call, Center, NotRun, Unscripted
from tests.unit.connect_flows.building import Document
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told

ERRORS = ("NoMatchingCondition", "InputTimeLimitExceeded")


def bot_block(**parameters: Any) -> Document:
    return it(
        "ConnectParticipantWithLexBot",
        {"Text": "무엇을 도와드릴까요?", "LexV2Bot": {"AliasArn": "${bot.service}"}, **parameters},
        *ERRORS,
        conditions=(("Equals", "refund", "tell"),),
    )


def center_with_bot(**parameters: Any) -> Center:
    text = (
        "의도 $.Lex.IntentName 칸 $.Lex.Slots.size 속성 $.Lex.SessionAttributes.next 확신 $.Lex.IntentConfidence.Score"
    )
    tell = {**told()[0], "Identifier": "tell", "Parameters": {"Text": text}}
    return center_of(bot_block(**parameters), tell, *told(*ERRORS))


def test_what_the_customer_says_chooses_the_branch_of_the_intent() -> None:
    center = center_with_bot()
    center.bot("service").understands(
        "환불해 주세요", intent="refund", slots={"size": "large"}, attributes={"next": "queue"}, confidence=0.9
    )

    call = center.call(CUSTOMER).hears("무엇을 도와").is_asked().says("환불해 주세요")

    call.took("inbound", "it", "condition:Equals:refund").hears("의도 refund 칸 large 속성 queue 확신 0.9")


def test_another_intent_takes_the_default_and_is_remembered() -> None:
    center = center_with_bot()
    center.bot("service").answers(intent="weather")

    center.call(CUSTOMER).says("날씨").took("inbound", "it", "error:NoMatchingCondition")


def test_a_bot_that_does_not_answer_takes_the_error() -> None:
    center = center_with_bot()
    center.bot("service").fails()

    center.call(CUSTOMER).says("환불").took("inbound", "it", "error:NoMatchingError")


def test_a_bot_that_is_not_there_is_an_error_before_anything_is_said() -> None:
    center = center_with_bot()
    center.missing.add("bot.service")

    center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError").hears_nothing_of("무엇을 도와드릴까요")


def test_a_bot_asks_on_until_the_intent_is_done() -> None:
    center = center_with_bot()
    bot = center.bot("service").answers(intent="refund", says="주문 번호를 말씀해 주십시오.", closed=False)
    bot.answers(intent="refund", says="접수했습니다.", slots={"size": "small"})

    call = center.call(CUSTOMER).says("환불").hears("주문 번호를").is_asked().says("1234")

    call.hears("접수했습니다.", "칸 small")


def asked(call: Call) -> list[BotRequest]:
    return call.center.bot("service").asked


def test_the_session_begins_with_the_attributes_of_the_block_and_keeps_its_own() -> None:
    center = center_with_bot(LexSessionAttributes={"number": "$.CustomerEndpoint.Address"})
    center.bot("service").answers(intent="refund", closed=False).answers(intent="refund")

    call = center.call(CUSTOMER).says("환불").says("네")

    first, second = asked(call)
    assert (first.attributes, second.attributes) == ({"number": CUSTOMER}, {})
    assert (first.session, first.session) == (call.contact.id, second.session)


@pytest.mark.parametrize(("keys", "text"), [("1", "1"), ("12#", "12"), ("#", "#")])
def test_keys_are_a_turn_too_without_the_key_that_ends_them(keys: str, text: str) -> None:
    center = center_with_bot()
    center.bot("service").answers(intent="refund")

    call = center.call(CUSTOMER).presses(keys)

    assert [(turn.mode, turn.text) for turn in asked(call)] == [("DTMF", text)]


def test_what_is_said_is_speech_and_what_is_written_is_text() -> None:
    center = center_with_bot()
    center.bot("service").answers(intent="refund")

    center.call(CUSTOMER).says("환불")
    center.chat(flow="inbound").says("환불")

    assert [turn.mode for turn in center.bot("service").asked] == ["Speech", "Text"]


@pytest.mark.parametrize(("language", "locale"), [(None, "en_US"), ("ko-KR", "ko_KR")])
def test_the_bot_speaks_the_language_of_the_contact(language: str | None, locale: str) -> None:
    center = center_with_bot()
    center.bot("service").answers(intent="refund")
    call = center.call(CUSTOMER)
    call.contact.language = language

    call.says("환불")

    assert [turn.locale for turn in asked(call)] == [locale]


def test_a_caller_may_take_any_time() -> None:
    center_with_bot().call(CUSTOMER).waits(3600).is_asked()


def test_a_caller_who_says_nothing_takes_the_error_when_the_bot_listens_no_longer() -> None:
    call = center_with_bot().call(CUSTOMER).stays_silent()

    call.took("inbound", "it", "error:InputTimeLimitExceeded").ends()


def test_a_chat_waits_as_long_as_the_block_says() -> None:
    center = center_with_bot(LexTimeoutSeconds={"Text": "300"})

    chat = center.chat(flow="inbound").waits(299).is_asked()

    chat.waits(2).took("inbound", "it", "error:InputTimeLimitExceeded")


def test_a_chat_without_keys_does_not_hear_them() -> None:
    chat = center_with_bot().chat(flow="inbound").presses("1").is_asked()

    assert "not heard: 1 (a chat has no keys)" in chat.transcript


@pytest.mark.parametrize(
    ("parameters", "what"),
    [
        ({"LexInitializationData": {}}, "with LexInitializationData is not simulated"),
        ({"LexBot": {"Name": "Orders", "Region": "ap-northeast-2", "Alias": "live"}}, "with LexBot is not simulated"),
        ({"Text": " "}, "a bot that speaks first is not simulated"),
        ({"LexV2Bot": {}}, "a bot of Lex V1 is not simulated"),
    ],
)
def test_what_is_not_simulated_is_said(parameters: dict[str, Any], what: str) -> None:
    with pytest.raises(NotRun, match=what):
        center_with_bot(**parameters).call(CUSTOMER)


def test_a_bot_that_was_told_nothing_is_an_error_with_its_cure() -> None:
    with pytest.raises(Unscripted, match=r"bot service: .*'환불'; say it: center.bot\('service'\).understands"):
        center_with_bot().call(CUSTOMER).says("환불")
