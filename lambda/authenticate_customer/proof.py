"""What a caller may offer as proof, in one spelling; anything else is malformed, which is not a miss.

A resident registration number is never proof: Korean law (Personal Information Protection Act, article 24-2) forbids
to process it. Thirteen digits are therefore refused before anything is hashed or stored, however they are spaced. Order
numbers of exactly thirteen digits and no letter cannot be used as proof, which is the price.
"""

import re
from collections.abc import Callable
from datetime import date

from aicc_core.errors import MalformedEvent

_SPACING = re.compile(r"[\s.\-/]")
_EIGHT_DIGITS = re.compile(r"[0-9]{8}")
_ORDER_NUMBER = re.compile(r"[0-9A-Z-]{8,20}")
_RESIDENT_NUMBER = re.compile(r"[0-9]{13}")
_OLDEST_BIRTH_YEAR = 1900


def read_proof(method: str, answer: str, *, today: date) -> str | None:
    """Return the proof that `answer` offers for `method`, None when it is malformed.

    Raises `MalformedEvent` for a method that does not exist: the flow is wrong, not the caller.

    >>> read_proof("birth_date", "1990.01.31", today=date(2026, 11, 22))
    '19900131'
    >>> read_proof("order_number", "kr-2026 1122 77", today=date(2026, 11, 22))
    'KR-2026112277'
    >>> read_proof("order_number", "900131-1234567", today=date(2026, 11, 22))
    """
    if method not in _READERS:
        raise MalformedEvent(f"Details.Parameters.Method must be one of {', '.join(sorted(_READERS))}")
    if _RESIDENT_NUMBER.fullmatch(_SPACING.sub("", answer)):
        return None
    return _READERS[method](answer, today)


def _birth_date(answer: str, today: date) -> str | None:
    digits = _SPACING.sub("", answer)
    if not _EIGHT_DIGITS.fullmatch(digits):
        return None
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return digits if date(_OLDEST_BIRTH_YEAR, 1, 1) <= birth < today else None


def _order_number(answer: str, _today: date) -> str | None:
    number = "".join(answer.split()).upper()
    return number if _ORDER_NUMBER.fullmatch(number) else None


_READERS: dict[str, Callable[[str, date], str | None]] = {
    "birth_date": _birth_date,
    "order_number": _order_number,
}
