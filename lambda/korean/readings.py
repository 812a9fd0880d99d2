"""Numbers, times and amounts as text that a voice reads the way people say them.

A voice left alone with 010-1234-5678 or 15:30 reads subtractions and ratios. Pauses are commas; SSML is the caller's.
"""

import re
from datetime import date, datetime, time
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from korean.clock import KOREA
from korean.letters import spell_letters
from korean.numerals import say_native, say_sino
from korean.phones.plan import read_plan

_WEEKDAYS = "월화수목금토일"
_NEAR = ("오늘", "내일", "모레")
_MONTHS = {6: "유월", 10: "시월"}
_GROUPS = ("", "만", "억", "조")


def read_digits(text: str) -> str:
    """Return the digits of `text` one by one, in groups, and Latin letters by their names.

    A telephone number is read as it is dialled in Korea, anything else as it is parted, a long row in threes and fours.

    >>> read_digits("+821012345678"), read_digits("010-1234-5678"), read_digits("15881234")
    ('공일공, 일이삼사, 오육칠팔', '공일공, 일이삼사, 오육칠팔', '일오팔팔, 일이삼사')
    >>> read_digits("KR20260001"), read_digits("20261123001"), read_digits("SM-S928")
    ('케이알, 이공이육, 공공공일', '이공이육, 일일이삼, 공공일', '에스엠, 에스, 구이팔')
    """
    plain = normalize("NFKC", text)
    number = read_plan(_separators().sub("", plain))
    if number:
        return ", ".join(map(_read_row, number.groups))
    pieces: list[str] = []
    for piece in _pieces().findall(plain):
        pieces += map(_read_row, _parted(piece)) if piece.isdigit() else [_SAID.get(piece[0]) or spell_letters(piece)]
    return ", ".join(pieces)


def read_time(at: time | datetime) -> str:
    """Return the time of day, of a moment that in Korea.

    Midnight is 영 시, because 밤 열두 시 of a day is as often the end of it.

    >>> read_time(time(15, 30)), read_time(time(9)), read_time(time(12, 5)), read_time(time(0))
    ('오후 세 시 삼십 분', '오전 아홉 시', '낮 열두 시 오 분', '영 시')
    """
    if isinstance(at, datetime) and at.tzinfo is not None:
        at = at.astimezone(KOREA)
    minutes = f" {say_sino(at.minute)} 분" if at.minute else ""
    if at.hour == 0:
        return f"영 시{minutes}"
    part = "낮" if at.hour == 12 else "오전" if at.hour < 12 else "오후"
    return f"{part} {say_native((at.hour - 1) % 12 + 1)} 시{minutes}"


def read_date(day: date, today: date | None = None) -> str:
    """Return the date with its weekday. With `today`, what is near is named, and so is a year other than this.

    >>> read_date(date(2026, 11, 24)), read_date(date(2026, 6, 10)), read_date(date(2026, 10, 1))
    ('십일월 이십사일 화요일', '유월 십일 수요일', '시월 일일 목요일')
    >>> read_date(date(2026, 11, 24), today=date(2026, 11, 23)), read_date(date(2027, 1, 4), today=date(2026, 11, 23))
    ('내일, 십일월 이십사일 화요일', '내년 일월 사일 월요일')
    """
    day, today = _in_korea(day), _in_korea(today) if today else None
    month = _MONTHS.get(day.month) or f"{say_sino(day.month)}월"
    return f"{_relation(day, today)}{month} {say_sino(day.day)}일 {_WEEKDAYS[day.weekday()]}요일"


def read_won(amount: int) -> str:
    """Return an amount of money, below ten thousand billion won either way.

    >>> read_won(35_000), read_won(10_900), read_won(110_000_000), read_won(0), read_won(-500)
    ('삼만 오천 원', '만 구백 원', '일억 천만 원', '영 원', '마이너스 오백 원')
    """
    if abs(amount) >= 10 ** (4 * len(_GROUPS)):
        raise ValueError(f"amount has too many digits to be read: {amount}")
    groups, rest = [], abs(amount)
    for name in _GROUPS:
        rest, group = divmod(rest, 10_000)
        if group:
            # The first 만 goes without its one; 억 and 조 never do.
            one = "" if (name, group, rest) == ("만", 1, 0) else say_sino(group)
            groups.append(f"{one}{name}")
    read = " ".join(reversed(groups)) or say_sino(0)
    return f"{'마이너스 ' if amount < 0 else ''}{read} 원"


def _in_korea(day: date) -> date:
    if isinstance(day, datetime):
        return (day if day.tzinfo is None else day.astimezone(KOREA)).date()
    return day


def _relation(day: date, today: date | None) -> str:
    if today is None:
        return ""
    ahead = (day - today).days
    if 0 <= ahead < len(_NEAR):
        return f"{_NEAR[ahead]}, "
    if day.year == today.year:
        return ""
    return "내년 " if day.year == today.year + 1 else f"{say_sino(day.year)}년 "


_SAID = {"+": "플러스", "*": "별표", "#": "우물정"}


def _parted(row: str) -> list[str]:
    """A row of digits in groups of three and four, the longer ones first."""
    count = -(-len(row) // 4)
    size, longer = divmod(len(row), count)
    ends = [size * at + min(at, longer) for at in range(count + 1)]
    return [row[begin:end] for begin, end in pairwise(ends)]


def _read_row(digits: str) -> str:
    return "".join("공" if digit == "0" else say_sino(int(digit)) for digit in digits)


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(r"[\s().-]")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"[0-9]+|[A-Za-z]+|[가-힣]+|[+#]|\*+")
