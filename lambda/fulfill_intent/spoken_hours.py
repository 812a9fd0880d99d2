"""Opening hours as callers hear and read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aicc_core.opening_hours import MIDNIGHT, OpenTimes, clock
from fulfill_intent import messages
from fulfill_intent.words import Words, spell_time, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DAYS = "월화수목금토일"
_GROUPS = {"월화수목금토일": "매일", "월화수목금": "평일", "토일": "주말"}


def spell_times(times: Iterable[OpenTimes]) -> Words:
    """Return the times of one day, which is not closed: "오전 9시부터 오후 6시까지"."""
    spelled = [_spell(each) for each in times]
    return Words(", ".join(each.voice for each in spelled), ", ".join(each.chat for each in spelled))


def write_week(week: Mapping[int, tuple[OpenTimes, ...]]) -> str:
    """Return the week for readers, days alike together.

    >>> write_week({day: (OpenTimes(540, 1080),) for day in range(5)})
    '평일 09:00~18:00'
    """
    alike: dict[tuple[OpenTimes, ...], str] = {}
    for day, times in sorted(week.items()):
        if times:
            alike[times] = alike.get(times, "") + _DAYS[day]
    return ", ".join(f"{_GROUPS.get(days, days)} {_write(times)}" for times, days in alike.items())


def _spell(times: OpenTimes) -> Words:
    if (times.start, times.end) == (0, MIDNIGHT):
        return messages.ALL_DAY
    end = messages.END_OF_DAY if times.end == MIDNIGHT else spell_time(clock(times.end))
    return words(messages.FROM_TO, start=spell_time(clock(times.start)), end=end)


def _write(times: Iterable[OpenTimes]) -> str:
    return ", ".join(
        f"{each.start // 60:02}:{each.start % 60:02}~{each.end // 60:02}:{each.end % 60:02}" for each in times
    )
