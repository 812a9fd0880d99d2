"""Numbers as Korean says them: native words count hours, Sino-Korean ones minutes, days, months and years.

Reading is strict. Number words that make no number (이삼십, "twenty or thirty"; 한두, "one or two") have no value,
because whoever asks for a time must not get half of what was said.
"""

from functools import cache
from re import Pattern, compile

# What stands before something counted comes first; 여덜 is how it is often heard and written.
_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_ONES |= {"하나": 1, "둘": 2, "셋": 3, "석": 3, "넷": 4, "넉": 4, "여덜": 8}
_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_DIGITS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9}
_POWERS = {"천": 1000, "백": 100, "십": 10}

NATIVE_WORDS = tuple(sorted([*_ONES, *_TENS, "스무"], key=len, reverse=True))
"""Every native number word, the longer ones first, as an alternation needs them."""
SINO_SYLLABLES = "영공" + "".join(_DIGITS) + "".join(_POWERS)
"""Every Sino-Korean syllable below 만, which is a particle as well."""


def read_native(text: str) -> int | None:
    """Return the value of a native number from 1 to 99, None for anything else. No blanks.

    >>> read_native("세"), read_native("열두"), read_native("스물넷"), read_native("스무")
    (3, 12, 24, 20)
    >>> read_native("한두"), read_native("삼")
    (None, None)
    """
    if text == "스무":
        return 20
    for length in (2, 1):
        if text[:length] in _TENS:
            rest = text[length:]
            if not rest or rest in _ONES:
                return _TENS[text[:length]] + _ONES.get(rest, 0)
    return _ONES.get(text)


def read_sino(text: str) -> int | None:
    """Return the value of a Sino-Korean number from 0 to 99,999,999, None for anything else. No blanks.

    >>> read_sino("삼십"), read_sino("이천이십육"), read_sino("삼만오천"), read_sino("영")
    (30, 2026, 35000, 0)
    >>> read_sino("이삼십"), read_sino("공일공"), read_sino("세")
    (None, None, None)
    """
    if text in ("영", "공"):
        return 0
    found = _sino().fullmatch(text)
    if not text or not found:
        return None
    high, low = found.groups()
    # 만 without a digit is one ten thousand.
    return (0 if high is None else _below_ten_thousand(high) or 1) * 10_000 + _below_ten_thousand(low)


def say_native(number: int) -> str:
    """Say a number from 1 to 99 as it stands before what is counted: 세 시, 스무 개.

    >>> say_native(3), say_native(11), say_native(20), say_native(24)
    ('세', '열한', '스무', '스물네')
    """
    if not 1 <= number <= 99:
        raise ValueError(f"native numbers go from 1 to 99, got {number}: say it with say_sino")
    if number == 20:
        return "스무"
    return _NATIVE_TENS.get(number - number % 10, "") + _NATIVE_ONES.get(number % 10, "")


def say_sino(number: int) -> str:
    """Say a number from 0 to 99,999,999: 삼십 분, 이천이십육 년.

    >>> say_sino(0), say_sino(30), say_sino(111), say_sino(2026), say_sino(35000)
    ('영', '삼십', '백십일', '이천이십육', '삼만오천')
    """
    if not 0 <= number < 100_000_000:
        raise ValueError(f"Sino-Korean numbers are said from 0 to 99,999,999, got {number}: say its digits")
    if number == 0:
        return "영"
    high, low = divmod(number, 10_000)
    # Ten thousand is 만, not 일만.
    return ("" if high <= 1 else _say_below_ten_thousand(high)) + ("만" if high else "") + _say_below_ten_thousand(low)


def _below_ten_thousand(text: str) -> int:
    total, digit = 0, 0
    for syllable in text:
        if syllable in _POWERS:
            total += (digit or 1) * _POWERS[syllable]
            digit = 0
        else:
            digit = _DIGITS[syllable]
    return total + digit


def _say_below_ten_thousand(number: int) -> str:
    said = ""
    for syllable, power in _POWERS.items():
        digit, number = divmod(number, power)
        said += ("" if digit <= 1 else _SINO_DIGITS[digit]) + (syllable if digit else "")
    return said + _SINO_DIGITS.get(number, "")


@cache
def _sino() -> Pattern[str]:
    digit = "[" + "".join(_DIGITS) + "]"
    # 일십 for ten is nobody's way of speaking: where it stands, two numbers met.
    below = f"(?:{digit}?천)?(?:{digit}?백)?(?:[이삼사오육륙칠팔구]?십)?{digit}?"
    return compile(f"(?:({below})만)?({below})")


_NATIVE_ONES = {value: word for word, value in reversed(_ONES.items())}
_NATIVE_TENS = {value: word for word, value in _TENS.items()}
_SINO_DIGITS = {value: syllable for syllable, value in _DIGITS.items() if syllable != "륙"}
