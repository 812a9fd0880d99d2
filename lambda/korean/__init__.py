"""Korean as callers speak and type it: times, telephone numbers, personal data to mask, and text for a voice to read.

Nothing here needs more than Python. Names are loaded on first use: who only masks need not wait for the rest.

>>> from datetime import datetime
>>> now = datetime(2026, 11, 23, 10, 15, tzinfo=KOREA)
>>> parse_datetime("내일 오후 세 시 반에 전화 주세요", now=now).isoformat()
'2026-11-24T15:30:00+09:00'
>>> parse_phone("공일공에 일이삼사 오육칠팔이요")
'+821012345678'
>>> mask("제 번호는 공일공 일이삼사 오육칠팔이에요")
'제 번호는 [PHONE]이에요'
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:  # as from `typing`, which would cost more to import than all the rest
    from korean.clock import KOREA as KOREA
    from korean.datetimes import parse_datetime as parse_datetime
    from korean.particles import particle as particle
    from korean.personal_data import Span as Span
    from korean.personal_data import find_personal_data as find_personal_data
    from korean.personal_data import mask as mask
    from korean.phones import parse_phone as parse_phone
    from korean.readings import read_date as read_date
    from korean.readings import read_digits as read_digits
    from korean.readings import read_time as read_time
    from korean.readings import read_won as read_won

_HOMES = {
    "KOREA": "clock",
    "Span": "personal_data",
    "find_personal_data": "personal_data",
    "mask": "personal_data",
    "parse_datetime": "datetimes",
    "parse_phone": "phones",
    "particle": "particles",
    "read_date": "readings",
    "read_digits": "readings",
    "read_time": "readings",
    "read_won": "readings",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'korean' has no attribute {name!r}")
    found: object = getattr(import_module(f"korean.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
