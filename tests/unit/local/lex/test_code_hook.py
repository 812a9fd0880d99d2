"""The function of an alias: the event that it gets, and when it may be called."""

import threading
from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.bots import FALLBACK, make
from tests.unit.local.lex.hooked import CHECK_ORDER, delegate, hooked, say


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


def test_an_answer_that_is_too_large_is_refused(aws: FakeAws) -> None:
    alias = hooked(aws, lambda event: {**delegate(event), "more": "x" * 51_200})

    with pytest.raises(ServiceError, match="larger than 51200 bytes"):
        say(aws, alias)


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
