import copy
from typing import Any

import pytest

from aicc_core.errors import MalformedEvent
from aicc_core.lex_event import LexEvent, read_lex_event

# The developer guide's own shape, with every field that it names.
EVENT: dict[str, Any] = {
    "messageVersion": "1.0",
    "invocationSource": "DialogCodeHook",
    "inputMode": "Speech",
    "responseContentType": "audio/mpeg",
    "sessionId": "session-1",
    "inputTranscript": "주문 취소해 주세요",
    "invocationLabel": "label",
    "bot": {"id": "B", "name": "bot", "localeId": "ko_KR", "version": "1", "aliasId": "A", "aliasName": "live"},
    "interpretations": [{"interpretationSource": "Lex", "intent": {"name": "cancel"}, "nluConfidence": 0.9}],
    "proposedNextState": {"dialogAction": {"type": "Close"}, "intent": {}, "prompt": {"attempt": "Initial"}},
    "requestAttributes": {},
    "sessionState": {
        "activeContexts": [],
        "sessionAttributes": {"channel": "VOICE"},
        "runtimeHints": {},
        "dialogAction": {},
        "intent": {
            "name": "cancel",
            "state": "InProgress",
            "confirmationState": "Denied",
            "slots": {
                "CancelTarget": {
                    "shape": "Scalar",
                    "value": {"originalValue": "산 거", "interpretedValue": "주문", "resolvedValues": ["주문"]},
                },
                "Unresolved": {"shape": "Scalar", "value": {"originalValue": "저거", "resolvedValues": []}},
                "Several": {"shape": "List", "values": []},
                "Empty": None,
            },
        },
        "originatingRequestId": "request-1",
    },
    "transcriptions": [{"transcription": "주문 취소해 주세요", "transcriptionConfidence": 0.9}],
}


def changed(path: str, value: object) -> dict[str, Any]:
    event = copy.deepcopy(EVENT)
    *places, last = path.split(".")
    place = event
    for name in places:
        place = place[name]
    place[last] = value
    return event


def test_reads_an_event() -> None:
    read = read_lex_event(EVENT)

    assert read == LexEvent(
        session_id="session-1",
        input_mode="Speech",
        transcript="주문 취소해 주세요",
        intent="cancel",
        confirmation="Denied",
        confidence=0.9,
        slots={"CancelTarget": "주문", "Unresolved": "저거"},
        said={"CancelTarget": "산 거", "Unresolved": "저거"},
        attributes={"channel": "VOICE"},
    )


@pytest.mark.parametrize(
    ("interpretations", "confidence"),
    [
        ([{"nluConfidence": 0.5}], 0.5),
        ([{"nluConfidence": 1}], 1.0),
        ([{"nluConfidence": 0.8333333333333334}], 0.83),
        ([{"nluConfidence": {"score": 0.5}}], 0.5),
        ([{"nluConfidence": None}], None),
        ([{}], None),
        ([], None),
        (None, None),
    ],
)
def test_takes_confidence_in_either_shape_or_none(interpretations: object, confidence: float | None) -> None:
    assert read_lex_event(changed("interpretations", interpretations)).confidence == confidence


@pytest.mark.parametrize("path", ["fieldOfTomorrow", "sessionState.fieldOfTomorrow", "sessionState.intent.tomorrow"])
def test_passes_over_what_it_does_not_know(path: str) -> None:
    assert read_lex_event(changed(path, {"anything": 1})) == read_lex_event(EVENT)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("inputTranscript", None),
        ("sessionState.sessionAttributes", None),
        ("sessionState.intent.slots", None),
        ("sessionState.intent.confirmationState", None),
    ],
)
def test_what_may_be_absent_is_empty(path: str, value: object) -> None:
    read_lex_event(changed(path, value))


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("sessionId", None, "sessionId must be a text, got nothing"),
        ("inputMode", 1, "inputMode must be a text, got a value of type int"),
        ("sessionState", [], "sessionState must be an object, got a value of type list"),
        ("sessionState.intent", None, "sessionState.intent must be an object, got nothing"),
        (
            "sessionState.sessionAttributes",
            {"phone": 1012345678},
            "sessionState.sessionAttributes.phone must be a text",
        ),
    ],
)
def test_names_what_is_malformed_and_quotes_nothing(path: str, value: object, problem: str) -> None:
    with pytest.raises(MalformedEvent) as caught:
        read_lex_event(changed(path, value))

    assert str(caught.value).startswith(problem)
    assert "1012345678" not in str(caught.value)


def test_what_callers_say_is_in_no_representation() -> None:
    assert "취소" not in repr(read_lex_event(EVENT))
