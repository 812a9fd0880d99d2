"""What a turn says about a callback, whatever was asked: a time, a day, a number, or which of them is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from aicc_core.phone import normalise
from fulfill_intent import phrases
from fulfill_intent.callback_offers import read_offers
from fulfill_intent.expectation import Asked
from fulfill_intent.turn import is_korean, read_moment
from fulfill_intent.wished_time import is_past, wished_day, wished_hour, wished_time
from korean import parse_phone

if TYPE_CHECKING:
    from fulfill_intent.expectation import Expectation
    from fulfill_intent.turn import Turn

_ABOUT_NUMBER = re.compile("번호|연락처|핸드폰|휴대폰")
_ABOUT_TIME = re.compile("시간|날짜|요일|언제|몇시")
_CONTRADICTS = re.compile("아니|아뇨|틀|말고|잘못")
_CHANGES = re.compile("바꾸|바꿔|바꿀|변경|수정|고치|고쳐|다르|달라|다른|다시")
_ONLY_NAMES = re.compile("(?:전화번호|번호|연락처|시간|날짜|요일)(?:이?요|[이가을를만]요|만)?")
_NAMES_HOUR = re.compile("(?<!다)시|정오|자정|뒤|후|[0-9]:[0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a turn says about the callback; `day` stands without an hour."""

    time: datetime | None = None
    day: date | None = None
    phone: str = ""

    def __bool__(self) -> bool:
        return bool(self.time or self.day or self.phone)


def hear(turn: Turn, expects: Expectation) -> Heard:
    """Return what `turn` says, understood by what was asked."""
    text = turn.transcript
    phone = parse_phone(text) or ""
    if not is_korean(phone):
        phone = calling_number(turn) if phrases.means_this_number(text) and not turn.keyed else ""
    # Digits of a number are not looked at for a time unless an hour is named.
    if turn.keyed or (phone and not _NAMES_HOUR.search(phrases.squeeze(text))):
        return Heard(phone=phone)
    when = _wished_time(turn, expects)
    day = None if when or is_past(text, now=turn.now) else wished_day(text, now=turn.now)
    return Heard(time=when, day=day, phone=phone)


def calling_number(turn: Turn) -> str:
    """The caller's own number, empty when it is none to call back."""
    number = normalise(turn.session.customer_number) or ""
    return number if is_korean(number) else ""


def day_asked_about(expects: Expectation) -> date | None:
    """The day for which an hour was asked."""
    try:
        return date.fromisoformat(expects.about) if expects.asked is Asked.HOUR else None
    except ValueError:
        return None


def contradicts(text: str) -> bool:
    """Whether something of what was read back is denied.

    >>> contradicts("번호가 틀렸어요"), contradicts("네 맞아요")
    (True, False)
    """
    return bool(_CONTRADICTS.search(phrases.squeeze(text)))


def names_what_is_wrong(text: str) -> bool:
    """Whether a part of what was read back is said to be wrong, which is no wish for anything else.

    >>> names_what_is_wrong("번호가 틀렸어요"), names_what_is_wrong("시간이요"), names_what_is_wrong("배송 언제 와요")
    (True, True, False)
    """
    squeezed = phrases.squeeze(text)
    if _ONLY_NAMES.fullmatch(squeezed):
        return True
    denied = _CONTRADICTS.search(squeezed) or _CHANGES.search(squeezed)
    return bool(denied) and (is_about_number(text) or is_about_time(text)) and not phrases.wants_person(text)


def is_about_number(text: str) -> bool:
    """Whether the number is talked about, be it without saying one."""
    return bool(_ABOUT_NUMBER.search(phrases.squeeze(text)))


def wants_other_number(text: str) -> bool:
    """Whether another number than the one talked about is wanted, be it without saying which.

    >>> wants_other_number("다른 번호로 바꿔 주세요"), wants_other_number("내일 말고 모레로 바꿔 주세요")
    (True, False)
    """
    return is_about_number(text) and phrases.means_other_number(text)


def is_about_time(text: str) -> bool:
    """Whether the time is talked about, be it without saying one."""
    return bool(_ABOUT_TIME.search(phrases.squeeze(text)))


def _wished_time(turn: Turn, expects: Expectation) -> datetime | None:
    day = day_asked_about(expects)
    if day:
        return wished_hour(turn.transcript, day, now=turn.now) or wished_time(turn.transcript, now=turn.now)
    offers = read_offers(expects.about) if expects.asked is Asked.OFFER else []
    for offer in offers:
        # An hour alone means the day of the offer that it is the hour of.
        if wished_time(turn.transcript, now=turn.now, agreed=offer) == offer:
            return offer
    # Without a wish so far, the day or the hour that is not said is that of the callback that was told of.
    agreed = offers[0] if offers else turn.session.callback_time or read_moment(expects.about)
    return wished_time(turn.transcript, now=turn.now, agreed=agreed)
