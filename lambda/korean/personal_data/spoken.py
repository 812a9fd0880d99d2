"""Spoken digits: which syllables are digits, and which are the copula or belong to another word."""

import re
from functools import cache
from typing import NamedTuple

_NATIVE = dict(zip(("하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"), "123456789", strict=True))
_DIGITS = {**dict(zip("공영령빵일이삼사오육륙칠팔구", "00001234566789", strict=True)), **_NATIVE}
# Words whose last syllable is no digit, when a number follows without a space.
_WORDS = frozenset(("내일", "매일", "당일", "휴일", "평일", "생일", "요일", "메일", "회사", "본사", "지사", "기사"))


class Spoken(NamedTuple):
    """Digits and where each ends; `trims` as in a group."""

    digits: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    trims: tuple[int, ...]


def read_spoken(text: str, start: int, end: int) -> Spoken | None:
    """Return the digits that the syllables from `start` to `end` spell, None when they are no digits here.

    >>> text = "삼육구이요"
    >>> read_spoken(text, 0, 4)
    Spoken(digits='3692', starts=(0, 1, 2, 3), ends=(1, 2, 3, 4), trims=(0, 1))
    """
    if text[start - 1 : start + 1] in _WORDS and end - start > 3:
        start += 1
    rest = text[end : end + 6]
    if text[end - 1] == "이" and end - start > 1 and text[end - 2] in "천백십" and _copula().match(rest):
        end -= 1
        rest = "이" + rest
    digits, starts, ends, counted = _spelt(text, start, end)
    if not _stands_alone(text, start, rest, len(digits), counted=counted):
        return None
    return Spoken(digits, starts, ends, (0,) if counted else _trims(text[start:end], digits, rest))


def _spelt(text: str, start: int, end: int) -> tuple[str, tuple[int, ...], tuple[int, ...], bool]:
    digits, starts, ends, counted = "", [], [], False
    for part in _part().finditer(text, start, end):
        value = _DIGITS.get(part[0]) or _value(part[0])
        counted = part[0] not in _DIGITS
        digits += value
        starts += [part.start()] * len(value)
        ends += [part.end()] * len(value)
    return digits, tuple(starts), tuple(ends), counted


def _value(words: str) -> str:
    """이천오백 -> 2500"""
    value, digit = 0, 0
    for each in words:
        if each in "천백십":
            value += (digit or 1) * {"천": 1000, "백": 100, "십": 10}[each]
            digit = 0
        else:
            digit = int(_DIGITS[each])
    return str(value + digit)


def _stands_alone(text: str, start: int, rest: str, count: int, *, counted: bool) -> bool:
    if (counted or count < 3) and _unit().match(rest):
        return False
    if count >= 3:
        return True
    if start and "가" <= text[start - 1] <= "힣":
        return False
    if count == 1 and text[start] == "이" and _copula_or_this().match(rest):
        return False
    return not rest or not "가" <= rest[0] <= "힣" or _particle().match(rest) is not None


def _trims(chunk: str, digits: str, rest: str) -> tuple[int, ...]:
    if chunk.endswith("이") and _copula().match(rest):
        return (1, 0) if _closed(chunk[-2]) else (0, 1)
    if chunk.endswith("이구") and rest.startswith("요") and len(digits) > 2:
        return (2, 0, 1) if _closed(chunk[-3]) else (0, 2, 1)
    if chunk.endswith("구") and rest.startswith(("요", "여")):
        return (0, 1)
    if len(digits) > 2 and rest and "가" <= rest[0] <= "힣" and not _particle().match(rest):
        return (0, 1)
    return (0,)


def _closed(syllable: str) -> bool:
    """Whether the syllable ends in a consonant: the copula 이 stands after those only, when it is written well."""
    return (ord(syllable) - 0xAC00) % 28 != 0


@cache
def chunk() -> re.Pattern[str]:
    """Syllables that may be digits."""
    return re.compile(f"(?:{'|'.join(_NATIVE)}|[공영령빵일이삼사오육륙칠팔구천백십])+")


@cache
def _part() -> re.Pattern[str]:
    unit = "[일이삼사오육칠팔구]?"
    counted = f"{unit}천(?:{unit}백)?(?:{unit}십)?{unit}|{unit}백(?:{unit}십)?{unit}|{unit}십{unit}"
    return re.compile(f"{'|'.join(_NATIVE)}|{counted}|.")


@cache
def _copula() -> re.Pattern[str]:
    return re.compile("에?요|예요|여요|어요|고|구[요여]|라|랑|며|니|죠|지|야|거든|었|신|세요|네요|면|ㅂ|ㅔ")


@cache
def _copula_or_this() -> re.Pattern[str]:
    return re.compile(rf"{_copula().pattern}|\s*(?:번호|카드|계좌|통장|메일|폰|전화|쪽|거|게|걸|분|주소)")


@cache
def _particle() -> re.Pattern[str]:
    return re.compile(
        "요|예요|에요|에|의|은|는|가|을|를|로|으로|입|인|번|다시|하고|랑|와|과|도|까지|부터|아니|맞|음|어|네|고|라|대시|하이픈|다$"
    )


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:만|억|조|원|년|월|시|분|초|개|건|명|퍼센트|프로|번째|장|살|세|층|호|동|회|주|박|통|가지|달|군데)"
    )
