"""Which of a customer's orders an utterance names.

"KR20260001", "케이알 이공이육 공공공일", "20260001", "이천이십육에 공공공일이요", "끝자리가 공공공일": the words are
read in every way in which they can be meant, and only a reading that is an order of this customer counts. So a wrong
reading finds nothing, and somebody else's order is never found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fulfill_intent.phrases import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fulfill_intent.records import Order

SHORTEST = 4  # digits that name an order by its end

_DIGITS = {
    **dict(zip("공영빵일이삼사오육륙칠팔구", "0001234566789", strict=True)),
    **{
        "제로": "0",
        "하나": "1",
        "둘": "2",
        "셋": "3",
        "넷": "4",
        "다섯": "5",
        "여섯": "6",
        "일곱": "7",
        "여덟": "8",
        "아홉": "9",
    },
}
# Letters that hold a syllable which elsewhere is a digit: 케이 is no 이.
_LETTERS = ("에이치", "에이", "케이", "제이", "아이", "브이", "와이")
_TOKEN = re.compile("|".join((*_LETTERS, *sorted(_DIGITS, key=len, reverse=True), "[0-9천백십]", ".")))
_PLACE_VALUE = re.compile(r"(?=[0-9]?[천백십])(?:([1-9])?(천))?(?:([1-9])?(백))?(?:([1-9])?(십))?([1-9])?")
_RUN = re.compile("[0-9]+")
# 이 is the copula here and no two: 공공공일이요.
_COPULA = re.compile("이(?=(?:요|에요|예요|고|구|라|야|거든|여)|$)|입니다|인데|이니까")
_BETWEEN = re.compile("에(?!이)|다시|대시|하이픈|음|어")
_MOST = 200  # characters; nobody spells an order number in more


def find_order(text: str, orders: Iterable[Order]) -> Order | None:
    """Return the one order that `text` names: by its number, by the last four digits or more, or by what was bought."""
    orders = tuple(orders)
    readings = _readings(text)
    squeezed = squeeze(text)
    ends = tuple(each for each in readings if len(each) >= SHORTEST)
    for found in (
        [order for order in orders if _digits(order.number) in readings],
        [order for order in orders if _digits(order.number).endswith(ends)],
        [order for order in orders if any(len(word) > 1 and squeeze(word) in squeezed for word in order.item.split())],
    ):
        if len(found) == 1:
            return found[0]
    return None


def names_number(text: str, *, shortest: int = SHORTEST) -> bool:
    """Whether `text` names a number of at least `shortest` digits, whosever it is.

    >>> names_number("케이알 이공이육 공공공일이요"), names_number("이천이십육"), names_number("주문 두 개 했어요")
    (True, True, False)
    """
    return any(len(reading) >= shortest for reading in _readings(text))


def _readings(text: str) -> set[str]:
    """Every run of digits in `text`, read with and without a last 이 that may be the copula."""
    squeezed = _BETWEEN.sub("", squeeze(text[:_MOST]))
    return {run for spelled in (squeezed, _COPULA.sub("", squeezed)) for run in _RUN.findall(_in_digits(spelled))}


def _in_digits(squeezed: str) -> str:
    spelled = "".join(_DIGITS.get(token, token) for token in _TOKEN.findall(squeezed))
    return _PLACE_VALUE.sub(_value, spelled)


def _value(found: re.Match[str]) -> str:
    thousands, thousand, hundreds, hundred, tens, ten, ones = found.groups()
    value = int(ones or 0)
    for digit, place, worth in ((thousands, thousand, 1000), (hundreds, hundred, 100), (tens, ten, 10)):
        value += int(digit or 1) * worth if place else 0
    return str(value)


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))
