"""One turn of a conversation, as the intents see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from fulfill_intent.expectation import Asked, Expectation, read_expectation
from korean import KOREA

if TYPE_CHECKING:
    from aicc_core.lex_event import LexEvent
    from aicc_core.opening_hours import OpeningHoursSource
    from fulfill_intent.callbacks import Callbacks
    from fulfill_intent.records import Customers

_KOREAN_NUMBER = re.compile(r"\+82[0-9]{7,11}")
_LONGEST_MESSAGE = 900  # characters; longer than anything that is said
_FEW = re.compile(r"[0-9]{1,3}")
_REQUEST = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is remembered of the conversation.

    Attributes:
        voice: The caller hears the answers.
        keypad: The caller has one, and so a way to prove who they are.
        customer_number: The calling number as it was sent; empty when there is none.
        customer_id: Of a customer who has proven to be one; empty for anybody else.
        resume_intent: What the caller wanted before proving who they are.
        misses: How often in a row nothing useful was understood.
        expects: What was asked last.
        callback_time: As agreed so far.
        callback_phone: As agreed so far, E.164.
        callback_request: The secret of the wish that was read back; empty until then.
        changes_callback: What is agreed is another time for the open callback of the calling number.
        order_number: The order that was talked about last.
        bot_intent: The intent that was served last.
        bot_summary: What the agent's screen says so far.
    """

    voice: bool
    keypad: bool
    customer_number: str = field(default="", repr=False)
    customer_id: str = ""
    authenticated: bool = False
    resume_intent: str = ""
    misses: int = 0
    last_message: str = field(default="", repr=False)
    expects: Expectation | None = None
    callback_time: datetime | None = None
    callback_phone: str = field(default="", repr=False)
    callback_request: str = field(default="", repr=False)
    changes_callback: bool = False
    order_number: str = ""
    bot_intent: str = ""
    bot_summary: str = field(default="", repr=False)

    @property
    def asked(self) -> Asked | None:
        """What was asked last, without by whom."""
        return self.expects.asked if self.expects else None

    @property
    def identified(self) -> bool:
        """Whether it is known which customer this is."""
        return self.authenticated and bool(self.customer_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What the caller said, and all that is needed to answer.

    Attributes:
        intent: The intent that Lex hears in it.
        transcript: The words, or the keys that were pressed.
        keyed: They are keys.
        denied: Lex takes them for a no to what was read back; `confirmed` for a yes.
        slots: What Lex makes of them.
        said: The words that slots were filled from, in this turn or before.
        now: In Korea's time.
        company: Its name, as callers hear it.
        customers: Their orders and bills.
        opening_hours: When somebody is there.
        callbacks: Where they are booked; None where a person calls back.
    """

    intent: str
    transcript: str = field(repr=False)
    keyed: bool = False
    confirmed: bool = False
    denied: bool = False
    slots: Mapping[str, str] = field(default_factory=dict, repr=False)
    said: Mapping[str, str] = field(default_factory=dict, repr=False)
    session: Session
    now: datetime
    company: str
    customers: Customers
    opening_hours: OpeningHoursSource
    callbacks: Callbacks | None = None


def read_session(attributes: Mapping[str, str], *, voice: bool) -> Session:
    """Return what the session attributes say; what is damaged counts as absent.

    >>> read_session({"misses": "1", "callback_time": "tomorrow"}, voice=True).callback_time
    """
    misses = attributes.get("misses", "")
    authenticated = attributes.get("customer_authenticated", "").lower() == "true"
    phone, last_message = attributes.get("callback_phone", ""), attributes.get("last_message", "")
    request = attributes.get("callback_request", "")
    return Session(
        voice=voice,
        keypad=attributes.get("channel", "VOICE" if voice else "CHAT") == "VOICE",
        customer_number=attributes.get("customer_number", ""),
        customer_id=attributes.get("customer_id", "") if authenticated else "",
        authenticated=authenticated,
        resume_intent=attributes.get("resume_intent", ""),
        misses=int(misses) if _FEW.fullmatch(misses) else 0,
        last_message=last_message if len(escape(last_message)) <= _LONGEST_MESSAGE else "",
        expects=read_expectation(attributes.get("expects", "")),
        callback_time=read_moment(attributes.get("callback_time", "")),
        callback_phone=phone if is_korean(phone) else "",
        callback_request=request if _REQUEST.fullmatch(request) else "",
        changes_callback=attributes.get("callback_change", "") == "true",
        order_number=attributes.get("order_number", ""),
        bot_intent=attributes.get("bot_intent", ""),
        bot_summary=attributes.get("bot_summary", ""),
    )


def read_turn(
    event: LexEvent,
    *,
    now: datetime,
    company: str,
    customers: Customers,
    opening_hours: OpeningHoursSource,
    callbacks: Callbacks | None = None,
) -> Turn:
    """Return the turn that `event` describes."""
    return Turn(
        intent=event.intent,
        transcript=event.transcript.strip(),
        keyed=event.input_mode == "DTMF",
        confirmed=event.confirmation == "Confirmed",
        denied=event.confirmation == "Denied",
        slots=event.slots,
        said=event.said,
        session=read_session(event.attributes, voice=event.input_mode != "Text"),
        now=now.astimezone(KOREA),
        company=company,
        customers=customers,
        opening_hours=opening_hours,
        callbacks=callbacks,
    )


def read_moment(text: str) -> datetime | None:
    """Return a moment that is written as ISO 8601 with its offset, in Korea's time; None for anything else.

    >>> read_moment("2026-11-24T06:30:00Z").isoformat(), read_moment("2026-11-24T15:30"), read_moment("")
    ('2026-11-24T15:30:00+09:00', None, None)
    """
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(KOREA) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def is_korean(number: str) -> bool:
    """Whether an E.164 number is one in Korea, which is where callbacks go.

    >>> is_korean("+821012345678"), is_korean("+12025550123"), is_korean("anonymous")
    (True, False, False)
    """
    return bool(_KOREAN_NUMBER.fullmatch(number))
