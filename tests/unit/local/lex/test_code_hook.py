"""The function of an alias: the event it gets, when it may be called, and what it may not answer."""

import threading
from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex.runtime import recognize_text
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws, Handler
from tests.unit.local.lex.bots import FALLBACK, LOCALE, intent, make, slot, words

CHECK_ORDER = intent(
    "CheckOrder",
    "주문 조회",
    "{OrderNumber} 번 주문 조회",
    slots=(slot("OrderNumber", "AMAZON.Number", "주문 번호를 말씀해 주세요."),),
    DialogCodeHook={"Enabled": True},
    IntentClosingSetting={"ClosingResponse": words("안내를 마칩니다.")},
)


def delegate(event: Mapping[str, Any]) -> Any:
    return {"sessionState": {"dialogAction": {"type": "Delegate"}, "intent": event["sessionState"]["intent"]}}


def hooked(aws: FakeAws, handler: Handler = delegate) -> Record:
    return make(aws, CHECK_ORDER, FALLBACK, handler=handler)


def say(aws: FakeAws, alias: Record, text: str = "주문 조회", **more: Any) -> Any:
    return recognize_text(aws, alias.arn, LOCALE, "caller", text, **more)


def test_the_event_is_that_of_the_interface(aws: FakeAws) -> None:
    alias = hooked(aws)

    said = say(aws, alias, "7 번 주문 조회", session_attributes={"a": "1"}, request_attributes={"b": "2"})

    [invoked] = aws.functions.invocations
    state = {
        "name": "CheckOrder",
        "slots": {
            "OrderNumber": {
                "shape": "Scalar",
                "value": {"originalValue": "7", "interpretedValue": "7", "resolvedValues": ["7"]},
            }
        },
        "state": "InProgress",
        "confirmationState": "None",
    }
    assert invoked.seconds == 30
    assert invoked.event == {
        "messageVersion": "1.0",
        "invocationSource": "DialogCodeHook",
        "inputMode": "Text",
        "responseContentType": "text/plain; charset=utf-8",
        "sessionId": "caller",
        "inputTranscript": "7 번 주문 조회",
        "bot": {
            "id": alias.properties["BotId"],
            "name": "ShopBot",
            "aliasId": alias.id,
            "aliasName": "live",
            "localeId": "ko_KR",
            "version": "1",
        },
        "interpretations": [
            {"intent": state, "interpretationSource": "Lex", "nluConfidence": 1.0},
            {"intent": {"name": "FallbackIntent", "slots": {}}, "interpretationSource": "Lex"},
        ],
        "proposedNextState": {
            "dialogAction": {"type": "Close"},
            "intent": {**state, "state": "ReadyForFulfillment"},
        },
        "requestAttributes": {"b": "2"},
        "sessionState": {
            "activeContexts": [],
            "sessionAttributes": {"a": "1"},
            "runtimeHints": {},
            "dialogAction": None,
            "intent": state,
            "originatingRequestId": said["sessionState"]["originatingRequestId"],
        },
        "transcriptions": [
            {
                "transcription": "7 번 주문 조회",
                "transcriptionConfidence": 1.0,
                "resolvedContext": {"intent": "CheckOrder"},
                "resolvedSlots": state["slots"],
            }
        ],
    }


@pytest.mark.parametrize(("mode", "transcript"), [("Speech", None), ("DTMF", "7")])
def test_the_event_tells_how_the_text_came(aws: FakeAws, mode: str, transcript: str | None) -> None:
    alias = hooked(aws)
    say(aws, alias)

    say(aws, alias, "7", input_mode=mode)

    event = aws.functions.invocations[-1].event
    assert event["inputMode"] == mode
    assert event["requestAttributes"].get("x-amz-lex:dtmf-transcript") == transcript


def test_a_function_that_the_alias_does_not_name_is_not_called(aws: FakeAws) -> None:
    alias = make(aws, CHECK_ORDER, FALLBACK)

    with pytest.raises(ServiceError, match="names no Lambda function for the locale ko_KR") as refused:
        say(aws, alias)

    assert (refused.value.code, refused.value.status) == ("DependencyFailedException", 424)


def test_a_function_that_does_not_permit_the_alias_is_not_called(aws: FakeAws) -> None:
    alias = hooked(aws)
    [function] = aws.functions.handlers
    aws.functions.statements.clear()
    aws.functions.permit(function, service="lexv2.amazonaws.com", source_arn=alias.arn + "X")

    with pytest.raises(ServiceError, match=f"Access denied while invoking lambda function {function} from") as refused:
        say(aws, alias)

    assert refused.value.code == "DependencyFailedException"
    assert aws.functions.invocations == []


def test_a_function_cannot_change_the_session_behind_the_back_of_lex(aws: FakeAws) -> None:
    def meddle(event: Mapping[str, Any]) -> Any:
        event["sessionState"]["intent"]["name"] = "Other"
        return {"sessionState": {"dialogAction": {"type": "Delegate"}}}

    alias = hooked(aws, meddle)

    assert say(aws, alias)["sessionState"]["intent"]["name"] == "CheckOrder"


def test_what_a_function_leaves_out_of_the_session_is_gone(aws: FakeAws) -> None:
    alias = hooked(aws)

    said = say(aws, alias, session_attributes={"a": "1"})

    assert said["sessionState"]["sessionAttributes"] == {}


def test_request_attributes_of_the_function_are_answered(aws: FakeAws) -> None:
    alias = hooked(aws, lambda event: {**delegate(event), "requestAttributes": {"c": "3"}})

    assert say(aws, alias, request_attributes={"b": "2"})["requestAttributes"] == {"c": "3"}


def test_an_event_that_is_too_large_is_not_sent(aws: FakeAws) -> None:
    alias = hooked(aws)

    with pytest.raises(ServiceError, match="larger than 12288 bytes"):
        say(aws, alias, request_attributes={"big": "x" * 12_288})

    assert aws.functions.invocations == []


def answer(action: Any = None, intent_state: Any = None, messages: Any = None, **more: Any) -> Any:
    state: dict[str, Any] = {"dialogAction": action or {"type": "Close"}, **more}
    if intent_state is not False:
        state["intent"] = intent_state or {"name": "CheckOrder", "state": "Fulfilled"}
    return {"sessionState": state, "messages": messages}


def text(content: Any) -> Any:
    return [{"contentType": "PlainText", "content": content}]


INVALID: dict[str, tuple[Any, str]] = {
    "nothing": (None, "there is no sessionState"),
    "a text": ("ok", "there is no sessionState"),
    "no action": ({"sessionState": {}}, "sessionState.dialogAction.type must be one of Close, ConfirmIntent"),
    "an action that Lex does not know": (answer({"type": "HangUp"}), "dialogAction.type must be one of"),
    "no intent to close": (answer(intent_state=False), "sessionState.intent is required for Close"),
    "an unknown intent": (answer(intent_state={"name": "Weather"}), "there is no intent 'Weather'"),
    "an intent that is a text": (answer(intent_state="CheckOrder"), "there is no intent 'CheckOrder'"),
    "an unknown slot to elicit": (
        answer({"type": "ElicitSlot", "slotToElicit": "Color"}),
        "slotToElicit 'Color' is no slot of CheckOrder",
    ),
    "no slot to elicit": (answer({"type": "ElicitSlot"}), "slotToElicit None is no slot of CheckOrder"),
    "a slot to elicit while closing": (
        answer({"type": "Close", "slotToElicit": "OrderNumber"}),
        "slotToElicit is for ElicitSlot only, not for Close",
    ),
    "no words to elicit an intent": (
        answer({"type": "ElicitIntent"}, False),
        "messages are required for ElicitIntent",
    ),
    "an unknown state": (
        answer(intent_state={"name": "CheckOrder", "state": "Done"}),
        "sessionState.intent.state 'Done' is not one of",
    ),
    "an unknown confirmation": (
        answer(intent_state={"name": "CheckOrder", "confirmationState": "Yes"}),
        "sessionState.intent.confirmationState 'Yes' is unknown",
    ),
    "slots that are a list": (answer(intent_state={"name": "CheckOrder", "slots": ["x"]}), "slots must be a map"),
    "an unknown slot": (
        answer(intent_state={"name": "CheckOrder", "slots": {"Color": None}}),
        "CheckOrder has no slot Color",
    ),
    "a slot that is a text": (
        answer(intent_state={"name": "CheckOrder", "slots": {"OrderNumber": "7"}}),
        "the value of the slot OrderNumber must be null or an object with a value",
    ),
    "an attribute that is a number": (
        answer(sessionAttributes={"tries": 1}),
        "sessionState.sessionAttributes.tries must be a string, not 1",
    ),
    "attributes that are a list": (answer(sessionAttributes=["a"]), "sessionState.sessionAttributes must be a map"),
    "messages that are a text": (answer(messages="안녕하세요"), "messages must be a list of at most 10"),
    "too many messages": (answer(messages=text("네") * 11), "messages must be a list of at most 10"),
    "a message without type": (answer(messages=[{"content": "네"}]), "messages[0].contentType must be one of"),
    "an empty message": (answer(messages=text("")), "messages[0].content must have 1 to 1024 characters"),
    "a long message": (answer(messages=text("가" * 1_025)), "messages[0].content must have 1 to 1024 characters"),
}


@pytest.mark.parametrize(("payload", "told"), INVALID.values(), ids=INVALID)
def test_refuses_the_answer(aws: FakeAws, payload: Any, told: str) -> None:
    alias = hooked(aws, lambda event: payload)

    with pytest.raises(ServiceError) as refused:
        say(aws, alias)

    assert refused.value.code == "DependencyFailedException"
    assert refused.value.message.startswith("Invalid Lambda Response: ")
    assert told in refused.value.message


def test_an_answer_that_is_too_large_is_refused(aws: FakeAws) -> None:
    alias = hooked(aws, lambda event: {**delegate(event), "more": "x" * 51_200})

    with pytest.raises(ServiceError, match="larger than 51200 bytes"):
        say(aws, alias)


def test_a_card_is_passed_on(aws: FakeAws) -> None:
    card = {"contentType": "ImageResponseCard", "imageResponseCard": {"title": "주문", "buttons": []}}
    alias = hooked(aws, lambda event: answer(messages=[card]))

    assert say(aws, alias)["messages"] == [card]


def test_the_store_is_free_while_a_function_runs(aws: FakeAws) -> None:
    free: list[bool] = []

    def try_lock() -> None:
        free.append(aws.lock.acquire(blocking=False))
        aws.lock.release()

    def look(event: Mapping[str, Any]) -> Any:
        other = threading.Thread(target=try_lock)
        other.start()
        other.join()
        return delegate(event)

    say(aws, hooked(aws, look))

    assert free == [True]
