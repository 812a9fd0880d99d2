"""Telephone numbers as callers say and type them.

    text -> plain (one spelling) -> groups of digits -> runs -> corrections -> the numbering plan

Speech leaves much open: 팔이요 is 8 or 82, 다시 a hyphen or "again", a correction does not say what it corrects. Each
reading is tried, and the numbering plan, which says how many digits there must be, decides. Two numbers are none.
"""

from korean.phones.corrections import numbers_of
from korean.phones.links import Kind
from korean.phones.plan import is_other_number
from korean.phones.runs import read_runs
from korean.plain import plain


def parse_phone(text: str) -> str | None:
    """Return the Korean telephone number that `text` names in E.164, None when there is none, or no certain one.

    Spoken and typed digits, in any grouping, with fillers and corrections:

    >>> parse_phone("제 번호는 공일공에 음 이삼사오에 육칠팔구요"), parse_phone("010-2345-6789")
    ('+821023456789', '+821023456789')
    >>> parse_phone("공일공에 이천삼백에 사천오백이요"), parse_phone("공하나공 둘셋넷다섯 육칠팔구입니다")
    ('+821023004500', '+821023456789')
    >>> parse_phone("공일공 이삼사오 육칠팔팔 아니요 육칠팔구요"), parse_phone("공이 이삼사 오육칠팔에 내선 이십일번")
    ('+821023456789', '+8222345678')

    None: too few digits, no prefix, two numbers, numbers of other things, numbers abroad (a callback there costs too
    much to follow from what was perhaps misheard), services (112), closed prefixes (011), premium rates (060).

    >>> [parse_phone(text) for text in ("공일공 이삼사오 육칠팔", "이삼사오에 육칠팔구요", "주문번호 0103456789")]
    [None, None, None]
    >>> parse_phone("010-2345-6789나 010-9876-5432요"), parse_phone("010-2345-6789 말고 010-9876-5432요")
    (None, '+821098765432')
    """
    runs = read_runs(plain(text).text)
    found = [numbers_of(run) for run in runs]
    numbers = frozenset().union(*found)
    if len(numbers) != 1:
        return None
    (number,) = numbers
    denied = [run.after.kind is Kind.NEGATED for run in runs]
    others = [run.digits for run, *known in zip(runs, found, denied, strict=True) if not any(known)]
    return None if any(is_other_number(digits, number) for digits in others) else number
