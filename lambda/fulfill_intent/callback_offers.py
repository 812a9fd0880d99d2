"""Times that are offered in place of one that will not do: written down, spelled, and chosen from.

They are offered in the order of time, so that the first one is also the earlier one.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from fulfill_intent import phrases
from fulfill_intent.turn import read_moment
from fulfill_intent.words import Words, attach, spell_moment, spell_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_BETWEEN = "/"
_ANY_TIME = re.compile(
    "아무때|아무거|언제든|언제라도|상관없|되는대로|둘다|가능한(?:한)?(?:빨리|빠른|시간)|최대한빨리|제일빠른|가장빠른|빨리요?$"
)
_EARLIER = re.compile(
    "첫(?:번째|째)|첫거|(?<![0-9])1번|일번|전자|(?:앞|앞에|앞의|빠른|이른|먼저|처음)(?:거|것|꺼|시간|쪽|걸)"
)
_LATER = re.compile(
    "두번째|둘째|(?<![0-9])2번|이번째|후자|(?:뒤|뒤에|뒤의|늦은|나중|나중에|마지막)(?:거|것|꺼|시간|쪽|걸)"
)


def write_offers(times: Iterable[datetime]) -> str:
    """Return the times as an expectation keeps them."""
    return _BETWEEN.join(time.isoformat() for time in sorted(times))


def read_offers(about: str) -> list[datetime]:
    """Return the times of an expectation; what is damaged is left out.

    >>> [time.hour for time in read_offers("2026-11-24T15:30:00+09:00/tomorrow/2026-11-24T16:00:00+09:00")]
    [15, 16]
    """
    return [moment for text in about.split(_BETWEEN) if (moment := read_moment(text))]


def chosen(text: str, offers: Sequence[datetime]) -> datetime | None:
    """Return the offer that `text` takes without naming its time, None when it leaves open which.

    >>> offers = read_offers("2026-11-24T15:30:00+09:00/2026-11-24T16:00:00+09:00")
    >>> [time and time.hour for time in (chosen(text, offers) for text in ("앞에 거요", "두 번째요", "네"))]
    [15, 16, None]
    >>> chosen("네", offers[:1]).hour, chosen("둘 다 괜찮아요", offers).hour
    (15, 15)
    """
    if not offers:
        return None
    squeezed = phrases.squeeze(text)
    if leaves_time_open(text):
        return offers[0]
    earlier, later = _EARLIER.search(squeezed), _LATER.search(squeezed)
    if bool(earlier) != bool(later) and len(offers) > 1:
        return offers[0] if earlier else offers[-1]
    return offers[0] if len(offers) == 1 and phrases.is_yes(text) else None


def leaves_time_open(text: str) -> bool:
    """Whether any time will do, or the next one.

    >>> leaves_time_open("아무 때나요"), leaves_time_open("최대한 빨리 주세요"), leaves_time_open("내일이요")
    (True, True, False)
    """
    return bool(_ANY_TIME.search(phrases.squeeze(text)))


def spell_either(offers: Sequence[datetime], *, known_day: date | None = None) -> Words:
    """Return the times with "or" between them; a day that is known is not said again.

    >>> offers = read_offers("2026-11-24T15:30:00+09:00/2026-11-24T16:00:00+09:00")
    >>> spell_either(offers).chat, spell_either(offers, known_day=offers[0].date()).chat
    ('11월 24일 화요일 오후 3시 30분이나 오후 4시', '오후 3시 30분이나 오후 4시')
    """
    spelled = Words("", "")
    for offer in offers:
        words = spell_time(offer.time()) if offer.date() == known_day else spell_moment(offer)
        spelled = attach(spelled, "이나/나") + words if spelled.voice else words
        known_day = offer.date()
    return spelled
