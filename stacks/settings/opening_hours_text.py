"""Opening hours as a Korean sentence for prompts, spelled the way a voice should read it.

Hours take native numerals (아홉 시), minutes Sino-Korean ones (삼십 분); written out, because a speech engine reads
"9:00~18:00" in its own way.
"""

from collections.abc import Sequence

from stacks.settings.hours import MIDNIGHT, WEEK, Hours, OpenRange, Weekday

_HOURS = ("열두", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한")
_DIGITS = ("", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")
_DAYS = dict(zip(WEEK, ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"), strict=True))
_GROUPS = {WEEK: "매일", WEEK[:5]: "평일", WEEK[5:]: "주말"}


def opening_hours_text(hours: Hours) -> str:
    """E.g. "평일 오전 아홉 시부터 오후 여섯 시까지"."""
    weekly: dict[Weekday, list[OpenRange]] = {}
    for item in hours.ranges:
        weekly.setdefault(item.day, []).append(item)
    alike: dict[str, list[Weekday]] = {}
    for day, ranges in weekly.items():
        alike.setdefault(_ranges(ranges), []).append(day)
    text = ", ".join(f"{_days(tuple(days))} {ranges}" for ranges, days in alike.items())
    # "평일" leaves out holidays by itself; other days do not.
    if hours.closed_on_holidays and not set(weekly) <= set(WEEK[:5]):
        return f"공휴일을 제외하고 {text}"
    return text


def spoken_time(minutes: int) -> str:
    """A time of day from 0 to 1440 minutes after midnight, e.g. "오후 여섯 시 삼십 분"."""
    hour, minute = divmod(minutes, 60)
    if minutes in (0, MIDNIGHT):
        return "자정"
    # Noon and midnight by name: 오전 and 오후 열두 시 are told apart by nobody.
    part = {0: "밤", 12: "낮"}.get(hour, "오전" if hour < 12 else "오후")
    spoken = f"{part} {_HOURS[hour % 12]} 시"
    return f"{spoken} {_sino(minute)} 분" if minute else spoken


def _ranges(ranges: Sequence[OpenRange]) -> str:
    if [(item.start, item.end) for item in ranges] == [(0, MIDNIGHT)]:
        return "이십사 시간"
    return ", ".join(f"{spoken_time(item.start)}부터 {spoken_time(item.end)}까지" for item in ranges)


def _days(days: tuple[Weekday, ...]) -> str:
    if days in _GROUPS:
        return _GROUPS[days]
    first = WEEK.index(days[0])
    if len(days) > 2 and days == WEEK[first : first + len(days)]:
        return f"{_DAYS[days[0]]}부터 {_DAYS[days[-1]]}까지"
    names = [_DAYS[day] for day in days]
    return "과 ".join(names) if len(names) == 2 else ", ".join(names)


def _sino(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "십" if tens == 1 else f"{_DIGITS[tens]}십") + _DIGITS[ones]
