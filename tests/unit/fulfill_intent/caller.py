"""Somebody who talks to the bot: each turn goes through the event of Lex V2 and its answer, as in the cloud.

Lex's part is only what a turn needs: the session is what the last answer said, a slot that is asked for keeps the
intent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aicc_core.errors import Unavailable
from aicc_core.lex_answer import make_lex_answer
from aicc_core.lex_event import read_lex_event
from aicc_core.opening_hours import OpeningHours, read_opening_hours
from fulfill_intent.callbacks import Callbacks
from fulfill_intent.logic import serve
from fulfill_intent.records import Bill, Order
from fulfill_intent.table import FALLBACK
from fulfill_intent.turn import read_turn
from korean import KOREA

# A Monday morning.
NOW = datetime(2026, 11, 23, 10, 15, tzinfo=KOREA)
CALLER, OTHER = "+821012345678", "+821099998888"
CUSTOMER = {"customer_id": "C-1", "customer_name": "김하늘", "customer_authenticated": "true"}

_ATTRIBUTES = {
    *("next_action", "queue", "bot_intent", "bot_summary", "resume_intent", "misses", "last_message", "expects"),
    *("callback_time", "callback_phone", "callback_request", "callback_change", "order_number"),
}
_DOCUMENT = {
    "time_zone": "Asia/Seoul",
    "text": "평일 오전 아홉 시부터 오후 여섯 시까지",
    "week": {day: [["09:00", "18:00"]] for day in ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")},
    "exceptions": {
        "2026-12-25": {"name": "기독탄신일", "open": []},
        "2026-12-31": {"name": "단축 근무", "open": [["10:00", "15:00"]]},
        "2027-02-08": {"name": "설날 대체공휴일", "open": []},
    },
}
HOURS = read_opening_hours(json.dumps(_DOCUMENT))


@dataclass
class Shop:
    """What the repositories hold; `closed` makes each of them fail."""

    stored: tuple[Order, ...] = ()
    bill: Bill | None = None
    hours: OpeningHours | None = HOURS
    closed: bool = False
    asked_for: list[str] = field(default_factory=list)

    def orders(self, customer_id: str, *, now: datetime) -> tuple[Order, ...]:
        self._ask(customer_id)
        return self.stored

    def last_bill(self, customer_id: str, *, now: datetime) -> Bill | None:
        self._ask(customer_id)
        return self.bill

    def current(self, now: datetime) -> OpeningHours | None:
        self._ask("hours")
        return self.hours

    def _ask(self, what: str) -> None:
        self.asked_for.append(what)
        if self.closed:
            raise Unavailable("DynamoDB: ReadTimeoutError")


@dataclass(frozen=True)
class Heard:
    """What the caller gets to hear or read, and what Lex is told."""

    text: str
    action: Mapping[str, Any]
    intent: Mapping[str, Any]
    attributes: Mapping[str, str]

    @property
    def asks(self) -> str:
        """The slot that is asked for, else the type of the action."""
        return str(self.action.get("slotToElicit") or self.action["type"])

    @property
    def next_action(self) -> str:
        return self.attributes["next_action"]

    @property
    def queue(self) -> str:
        return self.attributes["queue"]


@dataclass
class Caller:
    """`say` speaks or writes, `press` presses keys; `intent` is what Lex hears, its fallback by default.

    Without `callbacks` nothing is booked, and a person calls back.
    """

    shop: Shop = field(default_factory=Shop)
    voice: bool = True
    attributes: dict[str, str] = field(default_factory=dict)
    now: datetime = NOW
    slots: dict[str, Any] = field(default_factory=dict)
    last: Heard | None = None
    callbacks: Callable[[], Callbacks | None] = lambda: None

    def __post_init__(self) -> None:
        channel = {"channel": "VOICE", "customer_number": CALLER} if self.voice else {"channel": "CHAT"}
        self.attributes = {**channel, **self.attributes}

    def say(self, text: str, intent: str = "", *, confirmation: str = "None", **slots: str) -> Heard:
        return self.turn(text, "Speech" if self.voice else "Text", intent, confirmation, slots)

    def press(self, keys: str) -> Heard:
        return self.turn(keys, "DTMF", "", "None", {})

    def come_back_proven(self) -> None:
        """As the flow does after authentication: the same session with more attributes."""
        assert self.last
        self.attributes |= {**CUSTOMER, "resume_intent": self.last.attributes["resume_intent"]}
        self.last = None

    def turn(self, text: str, mode: str, intent: str, confirmation: str, slots: Mapping[str, str]) -> Heard:
        """Any turn; `mode` as Lex spells it."""
        event = self.event(text, mode, intent, confirmation, slots)
        heard = read_lex_event(event)
        turn = read_turn(
            heard,
            now=self.now,
            company="예시상사",
            customers=self.shop,
            opening_hours=self.shop,
            callbacks=self.callbacks(),
        )
        answer = make_lex_answer(serve(turn, heard.attributes).answer)
        check_shape(answer, voice=mode != "Text")
        self.attributes = answer["sessionState"]["sessionAttributes"]
        [message] = answer["messages"]
        self.last = Heard(
            text=re.sub("</?speak>", "", message["content"]),
            action=answer["sessionState"]["dialogAction"],
            intent=answer["sessionState"].get("intent", {}),
            attributes=self.attributes,
        )
        return self.last

    def event(self, text: str, mode: str, intent: str, confirmation: str, slots: Mapping[str, str]) -> dict[str, Any]:
        """The event of interface version 1.0."""
        asked = self.last.asks if self.last else ""
        # A slot that is asked for, and a read-back, stay with their intent.
        goes_on = not intent and asked not in ("", "ElicitIntent", "Close")
        intent = intent or (str(self.last.intent["name"]) if self.last and goes_on else FALLBACK)
        return {
            "messageVersion": "1.0",
            "invocationSource": "FulfillmentCodeHook" if intent == FALLBACK else "DialogCodeHook",
            "inputMode": mode,
            "responseContentType": "text/plain; charset=utf-8",
            "sessionId": "4a573372-1f28-4e26-b97b-00000000001a",
            "inputTranscript": text,
            "bot": {"name": "customer_service", "localeId": "ko_KR", "version": "1"},
            "interpretations": [{"interpretationSource": "Lex", "intent": {"name": intent}, "nluConfidence": 0.8}],
            "proposedNextState": None,
            "requestAttributes": {},
            "sessionState": {
                "activeContexts": [],
                "sessionAttributes": dict(self.attributes),
                "intent": {
                    "name": intent,
                    "state": "InProgress",
                    "confirmationState": confirmation,
                    "slots": {
                        **(self.last.intent.get("slots", {}) if self.last and goes_on else {}),
                        **{
                            name: {"shape": "Scalar", "value": {"originalValue": value, "interpretedValue": value}}
                            for name, value in slots.items()
                        },
                    },
                },
            },
            "transcriptions": [{"transcription": text, "transcriptionConfidence": 0.9}],
        }


def check_shape(answer: Mapping[str, Any], *, voice: bool) -> None:
    """The answer is one that Lex V2 takes."""
    assert set(answer) == {"sessionState", "messages"}
    state = answer["sessionState"]
    kind = state["dialogAction"]["type"]
    assert kind in ("Close", "ConfirmIntent", "ElicitIntent", "ElicitSlot")
    assert ("slotToElicit" in state["dialogAction"]) == (kind == "ElicitSlot")
    assert ("intent" in state) == (kind != "ElicitIntent")
    if "intent" in state:
        assert set(state["intent"]) == {"name", "state", "confirmationState", "slots"}
        assert (state["intent"]["state"] in ("Fulfilled", "Failed")) == (kind == "Close")
    assert all(isinstance(value, str) for value in state["sessionAttributes"].values())
    assert set(state["sessionAttributes"]) >= _ATTRIBUTES
    assert bool(state["sessionAttributes"]["next_action"]) == (kind == "Close")
    [message] = answer["messages"]
    assert message["contentType"] == ("SSML" if voice else "PlainText")
    assert 1 <= len(message["content"]) <= 1024
    assert len(json.dumps(answer, ensure_ascii=False).encode()) < 50 * 1024
    if voice:
        assert re.fullmatch(r"<speak>[^<>]+</speak>", message["content"])


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> str:
    """A moment of 2026 as session attributes hold it."""
    return datetime(2026, month, day, hour, minute, tzinfo=KOREA).isoformat()
