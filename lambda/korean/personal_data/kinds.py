"""The shapes of the numbers: how sure one can be of a kind from the digits and their grouping alone."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What a number may be. OTHER: an order, a parcel, a product, anything that is no personal data."""

    OTHER = 0
    RRN = 1
    BACK_OF_RRN = 2
    CARD = 3
    ACCOUNT = 4
    PHONE = 5


class Grade(IntEnum):
    """How much the shape says on its own."""

    CALLED = 0  # nothing: the number must be called by its name
    NAMED = 1  # a hint is enough
    LIKELY = 2  # it is one, unless a word speaks against it
    VALID = 3  # unless it is called something else by name
    CERTAIN = 4  # whatever it is called: nothing else begins and is grouped like it


class Shape(NamedTuple):
    """Digits and the sizes of their groups."""

    digits: str
    sizes: tuple[int, ...]
    joined: bool = False  # by punctuation, all groups
    spoken: bool = False  # any group
    abroad: bool = False  # a plus stands before
    after_date: bool = False  # six digits that are a date stand before, as the front of a registration number does


def grades(shape: Shape) -> list[tuple[Kind, Grade]]:
    """Return the kinds that `shape` can be.

    >>> [(kind.name, grade.name) for kind, grade in grades(Shape("110234567890", (3, 3, 6), joined=True))]
    [('CARD', 'CALLED'), ('ACCOUNT', 'LIKELY')]
    """
    judged = ((kind, judge(shape)) for kind, judge in _JUDGES)
    return [(kind, grade) for kind, grade in judged if grade is not None]


def is_birth_date(digits: str, sex: str = "") -> bool:
    """Say whether `digits` (YYMMDD) are a date, in the century that the digit `sex` behind it tells, if any.

    >>> is_birth_date("000229", "3"), is_birth_date("880123", "4")
    (True, False)
    """
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    centuries = {"": (1900, 2000), "1": (1900,), "2": (1900,), "5": (1900,), "6": (1900,)}.get(sex, (2000,))
    # Nobody was born in 2050 yet: a bar code (880...) would be such a child.
    return sex not in ("9", "0") and any(_is_date(century + year, month, day) for century in centuries)


def _is_date(year: int, month: int, day: int) -> bool:
    if year >= 2050 or not 1 <= month <= 12:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _rrn(shape: Shape) -> Grade | None:
    # The check digit says nothing: numbers given out since October 2020 have none.
    digits, sizes = shape.digits, shape.sizes
    if len(digits) != 13:
        return None
    if not is_birth_date(digits[:6], digits[6]):
        return Grade.NAMED if digits[6] != "0" else None
    if sizes == (6, 7) or (shape.spoken and 6 in _borders(sizes)):
        return Grade.VALID
    return Grade.LIKELY if sizes == (13,) and not is_korean_bar_code(digits) else Grade.NAMED


def is_korean_bar_code(digits: str) -> bool:
    """Say whether thirteen `digits` are the bar code of a Korean company: 8801... could be a day of January 1988, too.

    >>> is_korean_bar_code("8801062518210")
    True
    """
    return (
        digits.startswith("880") and sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10 == 0
    )


def _back_of_rrn(shape: Shape) -> Grade | None:
    in_groups = len(shape.sizes) > 1 and set(shape.sizes) != {1}
    if len(shape.digits) != 7 or (in_groups and not shape.spoken):
        return None
    return Grade.NAMED if shape.after_date else Grade.CALLED


def _card(shape: Shape) -> Grade | None:
    digits, sizes = shape.digits, shape.sizes
    if not 12 <= len(digits) <= 19:
        return None
    if len(digits) == 15 and digits[:2] in ("34", "37"):
        return _card_grade(shape, usual=sizes == (4, 6, 5))
    if len(digits) == 14 and digits[:2] in ("30", "36", "38"):
        return _card_grade(shape, usual=sizes == (4, 6, 4)) if passes_luhn(digits) else Grade.NAMED
    if len(digits) == 16:
        return _card_grade(shape, usual=sizes == (4, 4, 4, 4)) if digits[0] in "234569" else Grade.NAMED
    return Grade.CALLED


def _card_grade(shape: Shape, *, usual: bool) -> Grade:
    if passes_luhn(shape.digits) and (usual or shape.spoken or len(shape.sizes) == 1):
        return Grade.VALID
    # A digit misheard or mistyped breaks the check digit; it is still a card when it is grouped like one.
    return Grade.LIKELY if usual else Grade.NAMED


def passes_luhn(digits: str) -> bool:
    """Say whether the last digit is the check digit of a card number.

    >>> passes_luhn("4111111111111111"), passes_luhn("4111111111111112")
    (True, False)
    """
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(each - 9 if each > 9 else each for each in doubled)) % 10 == 0


# Groupings that hardly anything but an account has; others need a word.
_BANKS = frozenset(
    (
        (3, 3, 6),  # Shinhan, K bank
        (6, 2, 6),  # KB, post office
        (4, 3, 6),  # Woori
        (3, 6, 5),  # Hana
        (3, 4, 4, 2),  # NH
        (3, 6, 2, 3),  # IBK
        (4, 2, 7),  # KakaoBank
        (3, 2, 6),  # Standard Chartered
        (3, 2, 4, 3),  # KB of old
        (3, 2, 6, 1),  # iM, formerly Daegu
        (4, 4, 4, 1),  # MG
    )
)


def _account(shape: Shape) -> Grade | None:
    digits, sizes = shape.digits, shape.sizes
    if not 7 <= len(digits) <= 16 or _phone(shape) is Grade.CERTAIN or is_representative(digits):
        return None
    if sizes == (6, 7) and is_birth_date(digits[:6], digits[6]):
        return None
    if shape.joined and (sizes in _BANKS or (sizes == (4, 4, 4) and digits[:3] == "100")):
        return Grade.LIKELY
    if sizes == (13,) and digits[:4] == "3333":
        return Grade.LIKELY
    # Ten digits as 3-2-5 are a business; a number that begins with a day is an order or a receipt.
    if not 10 <= len(digits) <= 14 or sizes == (3, 2, 5) or (len(sizes) == 1 and _begins_with_day(digits)):
        return Grade.CALLED
    return Grade.NAMED


def _begins_with_day(digits: str) -> bool:
    return digits[:2] == "20" and _is_date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))


_AREAS = frozenset(
    ("031", "032", "033", "041", "042", "043", "044", "051", "052", "053", "054", "055", "061", "062", "063", "064")
)
_ELSEWHERE = frozenset(("070", "080"))  # over the net, and free of charge
_MOBILE = frozenset(("010", "011", "016", "017", "018", "019"))


def _phone(shape: Shape) -> Grade | None:
    digits, sizes = shape.digits, shape.sizes
    if digits.startswith(("82", "0082", "00182", "00282")):
        return _international(digits[digits.index("82") + 2 :], shape)
    if shape.abroad:
        return Grade.VALID if len(digits) > 8 else None
    head = _prefix(digits)
    rest = len(digits) - len(head)
    if not head:
        return _without_prefix(shape)
    if rest not in (7, 8):
        # Misheard or mistyped, and still somebody's.
        return Grade.CALLED if head in _MOBILE and rest in (6, 9) else None
    if head == "010" and rest == 7:
        return Grade.NAMED if len(sizes) == 1 else Grade.LIKELY
    if _usual_groups(sizes, len(head)):
        return Grade.CERTAIN
    if head in _MOBILE:
        return Grade.VALID
    return Grade.LIKELY if len(sizes) == 1 or not shape.joined else None


def _international(digits: str, shape: Shape) -> Grade | None:
    digits = "0" + digits.removeprefix("0")
    head = _prefix(digits)
    if not head or len(digits) - len(head) not in (7, 8):
        return None
    if shape.abroad or (shape.sizes[0] in (2, 3, 4) and len(shape.sizes) > 2):
        return Grade.CERTAIN
    if len(shape.sizes) > 1:
        return None
    return Grade.VALID if head in _MOBILE else Grade.NAMED


def _prefix(digits: str) -> str:
    if digits[:2] == "02":
        return "02"
    if digits[:3] == "050":
        return digits[:4]
    return digits[:3] if digits[:3] in _AREAS | _ELSEWHERE | _MOBILE else ""


def _usual_groups(sizes: tuple[int, ...], head: int) -> bool:
    # 0504-1234-5678 is also written 050-4123-4567.
    return len(sizes) == 3 and sizes[0] in (head, min(head, 3)) and sizes[1] in (3, 4) and sizes[2] == 4


def _without_prefix(shape: Shape) -> Grade | None:
    if is_representative(shape.digits) or shape.digits[0] in "01":
        return None
    return Grade.CALLED if shape.sizes in ((3, 4), (4, 4), (8,)) else None


def is_representative(digits: str) -> bool:
    """Say whether `digits` are the number of a company: 1588-1234 and the like.

    >>> is_representative("15881234")
    True
    """
    return len(digits) == 8 and digits[0] == "1" and digits[1] in "568"


def _borders(sizes: tuple[int, ...]) -> set[int]:
    return {sum(sizes[:count]) for count in range(1, len(sizes))}


_JUDGES = (
    (Kind.RRN, _rrn),
    (Kind.BACK_OF_RRN, _back_of_rrn),
    (Kind.CARD, _card),
    (Kind.ACCOUNT, _account),
    (Kind.PHONE, _phone),
)
