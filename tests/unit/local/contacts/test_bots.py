"""Talking to a bot in a flow. What the bot understands is for the tests of Lex; here it answers what a test says."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from aicc_local.connect.contacts import bots, control
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


def test_what_was_understood_is_told_though_the_bot_asks_for_the_next_wish(
    centre: ContactCentre, asked: tuple[list[Any], list[Any]]
) -> None:
    _, answers = asked
    state = {"dialogAction": {"type": "ElicitIntent"}, "sessionAttributes": {}}
    answers.append({"sessionState": state, "interpretations": [{"intent": {"name": "Faq"}}], "messages": []})
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_talking(centre))

    control.give_input(centre.aws, contact, "몇 시까지 하세요")

    [answered] = [each for each in control.events(centre.aws, contact) if each["event"] == "BotAnswered"]
    assert (answered["intent"], answered["closed"]) == ("Faq", False)


def test_keys_and_speech_reach_the_bot_as_such(centre: ContactCentre, asked: tuple[list[Any], list[Any]]) -> None:
    turns, answers = asked
    answers += [_answer("ElicitIntent", "Refund", "?"), _answer("Close", "Other", "")]
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=_talking(centre))

    control.give_input(centre.aws, contact, "12#")
    control.give_input(centre.aws, contact, "상담원")

    assert [(text, more["input_mode"]) for _, _, text, more in turns] == [("12", "DTMF"), ("상담원", "Speech")]
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


@pytest.mark.parametrize("channel", ["VOICE", "CHAT"])
def test_what_a_bot_has_learned_is_for_the_flow_to_compare_keep_and_pass_on(
    centre: ContactCentre, asked: tuple[list[Any], list[Any]], channel: str
) -> None:
    turns, answers = asked
    prove = _closing("Order", next_action="authenticate", resume_intent="Order")
    answers += [prove, _closing("Order", next_action="goodbye")]
    errors = {"NoMatchingCondition": "compare", "NoMatchingError": "fault"}
    compare = block(
        "compare",
        "Compare",
        "fault",
        ComparisonValue="$.Lex.SessionAttributes.next_action",
        equals={"authenticate": "keep", "goodbye": "bye"},
        errors={"NoMatchingCondition": "fault"},
    )
    keep = block(
        "keep",
        "UpdateContactAttributes",
        "again",
        Attributes={"wanted": "$.Lex.SessionAttributes.resume_intent", "time": "$.Lex.SessionAttributes.callback_time"},
        errors={"NoMatchingError": "fault"},
    )
    first = _block(centre, "ask", errors, channel="$.Channel")
    second = _block(centre, "again", errors, resume_intent="$.Attributes.wanted")
    flow = centre.add_flow("twice", _LANGUAGE, first, compare, keep, second, say("fault", "고장", "bye"))
    contact = _begin(centre, flow.id, channel)

    control.give_input(centre.aws, contact, "주문이요")
    control.give_input(centre.aws, contact, "네")

    assert [more["session_attributes"] for *_, more in turns] == [{"channel": channel}, {"resume_intent": "Order"}]
    seen = control.look(centre.aws, contact)
    assert (seen["state"], seen["said"]) == ("ENDED", ["ask", "again"])
    # What the bot has not learned is empty.
    assert seen["attributes"] == {"wanted": "Order", "time": ""}
    assert {session for _, session, *_ in turns} == {contact}


@pytest.mark.parametrize("channel", ["VOICE", "CHAT"])
def test_who_says_nothing_takes_the_error_branch(
    centre: ContactCentre, asked: tuple[list[Any], list[Any]], channel: str
) -> None:
    contact = _begin(centre, _talking(centre), channel)

    control.let_time_pass(centre.aws, contact)

    assert control.look(centre.aws, contact)["said"] == ["무엇을 도와드릴까요?", "고장"]
    assert asked[0] == []


def test_the_flow_log_tells_which_bot_was_asked_and_not_what_it_was_told(
    centre: ContactCentre, asked: tuple[list[Any], list[Any]]
) -> None:
    asked[1].append(_closing("Other"))
    log = block("log", "UpdateFlowLoggingBehavior", "ko", FlowLoggingBehavior="Enabled")
    errors = {"NoMatchingCondition": "bye", "NoMatchingError": "bye"}
    talk = _block(centre, "ask", errors, customer_number="$.CustomerEndpoint.Address")
    contact = _begin(centre, centre.add_flow("logged", log, _LANGUAGE, talk).id, "VOICE")

    control.give_input(centre.aws, contact, "안녕하세요")

    [line] = [line for line in centre.log() if line["Identifier"] == "ask" and "Results" in line]
    assert (line["ContactFlowModuleType"], list(line["Parameters"])) == ("GetUserInput", ["BotAliasArn"])


_LANGUAGE = block("ko", "UpdateContactData", "ask", LanguageCode="ko-KR", errors={"NoMatchingError": "ask"})


def _begin(centre: ContactCentre, flow: str, channel: str) -> str:
    if channel == "VOICE":
        return control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=flow)
    return centre.chat(centre.aws.store.find("AWS::Connect::ContactFlow", flow))


def _alias(centre: ContactCentre) -> str:
    for association in centre.aws.store.of("AWS::Connect::IntegrationAssociation"):
        return str(association.properties["IntegrationArn"])
    alias = centre.add_bot_alias()
    centre.associate(alias, "LEX_BOT")
    allow_connect(centre.aws, alias, INSTANCE_ARN)
    return alias


def _block(centre: ContactCentre, name: str, errors: Mapping[str, str], **attributes: str) -> dict[str, Any]:
    bot = {"AliasArn": _alias(centre)}
    return block(
        name,
        "ConnectParticipantWithLexBot",
        errors["NoMatchingCondition"],
        Text=name,
        LexV2Bot=bot,
        LexSessionAttributes=attributes,
        errors=errors,
    )


def _closing(intent: str, **attributes: str) -> dict[str, Any]:
    answer = _answer("Close", intent, "")
    answer["sessionState"]["sessionAttributes"] = attributes
    return answer


def _talking(centre: ContactCentre) -> str:
    alias = _alias(centre)
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
