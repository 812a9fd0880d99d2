"""Whole numbers in Korean words, as far as slots need them: Chinese below ten thousand, native below a hundred."""

import re

_DIGITS = {each: value for value, each in enumerate("영일이삼사오육칠팔구")} | {"공": 0}
_PLACES = {"십": 10, "백": 100, "천": 1000}
_UNITS = ("하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_ONES = {each: value for value, each in enumerate(_UNITS, start=1)} | {"한": 1, "두": 2, "세": 3, "네": 4}
_TENFOLD = ("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_TENS = {each: 10 * value for value, each in enumerate(_TENFOLD, start=1)} | {"스무": 20}

CHINESE = f"[{''.join(_DIGITS)}{''.join(_PLACES)}]+"
NATIVE = f"(?:(?:{'|'.join(_TENS)})(?:{'|'.join(_ONES)})?|(?:{'|'.join(_ONES)}))"
_NATIVE_PARTS = re.compile(f"({'|'.join(_TENS)})?({'|'.join(_ONES)})?")


def number(words: str) -> int | None:
    """The value of a numeral in digits or words without spaces; None when it is none.

    >>> number("삼십오"), number("열두"), number("1234"), number("모레")
    (35, 12, 1234, None)
    """
    if re.fullmatch(r"[0-9]+", words):
        return int(words)
    native = _NATIVE_PARTS.fullmatch(words)
    if words and native:
        return _TENS.get(native[1], 0) + _ONES.get(native[2], 0)
    return _chinese(words) if re.fullmatch(CHINESE, words) else None


def digits(words: str) -> str | None:
    """Digits that are read one by one, as those of telephone numbers are; None when anything else is among them.

    >>> digits("공일공1234")
    '0101234'
    """
    read = [each if each in "0123456789" else str(_DIGITS.get(each, "")) for each in words]
    return "".join(read) if words and all(read) else None


def _chinese(words: str) -> int:
    total, ones = 0, 0
    for each in words:
        if each in _PLACES:
            total += max(ones, 1) * _PLACES[each]
            ones = 0
        else:
            # "일이삼" is one, two, three.
            ones = ones * 10 + _DIGITS[each]
    return total + ones
