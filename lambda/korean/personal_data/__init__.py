"""Personal data in what callers say and type: found to the letter, and replaced by its type.

    text -> plain (one spelling) -> emails -> masked registration numbers -> groups of digits -> decision -> spans

A number is decided on by its shape, its validity and the nearest word that says what it is: twelve digits behind
운송장 are a parcel, behind 계좌 an account.
"""

import re
from functools import cache
from typing import NamedTuple

from korean.personal_data.decision import find_numbers
from korean.personal_data.emails import find_emails
from korean.personal_data.groups import SEAL
from korean.personal_data.kinds import Kind
from korean.personal_data.plain import plain

_TYPES = {Kind.RRN: "RRN", Kind.BACK_OF_RRN: "RRN", Kind.CARD: "CARD", Kind.ACCOUNT: "ACCOUNT", Kind.PHONE: "PHONE"}


class Span(NamedTuple):
    """`value` stands in the text from `start` to `end` (indices of the str) and is a `type`: RRN (also of foreigners),
    CARD, ACCOUNT, PHONE or EMAIL."""

    type: str
    start: int
    end: int
    value: str


def find_personal_data(text: str) -> list[Span]:
    """Return the personal data of `text`: in order, never overlapping.

    Names, addresses and birth dates are not looked for. Numbers of orders, parcels, companies and products stay.

    >>> find_personal_data("운송장 6011-2233-4455, 연락처는 공일공 이오팔공 삼육구일이요")
    [Span(type='PHONE', start=25, end=38, value='공일공 이오팔공 삼육구일')]
    """
    respelt = plain(text)
    spans = [("EMAIL", start, end) for start, end in find_emails(respelt.text)]
    sealed = _sealed(respelt.text, spans)
    # Masked by someone before us, but for the digit that tells sex and century: 900412-1******.
    spans += [("RRN", *match.span()) for match in _half_masked().finditer(sealed)]
    sealed = _sealed(sealed, spans)
    spans += [(_TYPES[kind], start, end) for kind, start, end in find_numbers(sealed)]
    placed = sorted((*respelt.original(start, end), type_) for type_, start, end in spans)
    return [Span(type_, start, end, text[start:end]) for start, end, type_ in placed]


def mask(text: str) -> str:
    """Return `text` with its personal data replaced by their types in brackets.

    >>> mask("계좌번호는 110-234-567890이고 메일은 지혜 골뱅이 네이버 닷컴이에요")
    '계좌번호는 [ACCOUNT]이고 메일은 [EMAIL]이에요'
    """
    pieces, end = [], 0
    for span in find_personal_data(text):
        pieces += [text[end : span.start], f"[{span.type}]"]
        end = span.end
    return "".join([*pieces, text[end:]])


def _sealed(text: str, spans: list[tuple[str, int, int]]) -> str:
    for _, start, end in spans:
        text = text[:start] + SEAL * (end - start) + text[end:]
    return text


@cache
def _half_masked() -> re.Pattern[str]:
    return re.compile(r"(?<![\dA-Za-z])\d{6}\s?-?\s?[1-8]\d{0,5}[*xX●○•※]{1,6}(?![\dA-Za-z*])")
