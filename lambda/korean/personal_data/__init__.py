"""Personal data in what callers say and type: found to the letter, and replaced by its type.

A number is decided on by its shape, its validity and the nearest word that says what it is: twelve digits behind
운송장 are a parcel, behind 계좌 an account.
"""

from typing import NamedTuple


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
    # On first use: who only reads times need not wait for tables of words.
    from korean.personal_data.finding import find

    return find(text)


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
