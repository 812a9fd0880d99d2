"""The way from a text to its personal data.

text -> plain (one spelling) -> emails -> half masked registration numbers -> groups of digits -> decision -> spans
"""

import re
from functools import cache

from korean.personal_data import Span
from korean.personal_data.decision import find_numbers
from korean.personal_data.emails import find_emails
from korean.personal_data.groups import SEAL
from korean.personal_data.kinds import Kind
from korean.plain import plain

_TYPES = {Kind.RRN: "RRN", Kind.BACK_OF_RRN: "RRN", Kind.CARD: "CARD", Kind.ACCOUNT: "ACCOUNT", Kind.PHONE: "PHONE"}


def find(text: str) -> list[Span]:
    """Return the personal data of `text`; see `korean.personal_data.find_personal_data`.

    >>> [span.type for span in find("900412-1****** 아니면 jihye@example.com")]
    ['RRN', 'EMAIL']
    """
    respelt = plain(text)
    emails = [("EMAIL", start, end) for start, end in find_emails(respelt.text)]
    unsealed = _sealed(respelt.text, emails)
    # Masked by someone before us, but for the digit that tells sex and century: 900412-1******.
    half_masked = [("RRN", *match.span()) for match in _half_masked().finditer(unsealed)]
    numbers = [(_TYPES[kind], start, end) for kind, start, end in find_numbers(_sealed(unsealed, half_masked))]
    spans: list[Span] = []
    for type_, start, end in sorted(emails + half_masked + numbers, key=lambda each: each[1]):
        start, end = respelt.original(start, end)
        # Two may share a character that stands for several: ½ is 1/2.
        if spans and start < spans[-1].end:
            type_, start = spans[-1].type, spans.pop().start
        spans.append(Span(type_, start, end, text[start:end]))
    return spans


def _sealed(text: str, spans: list[tuple[str, int, int]]) -> str:
    """`text` with its spans sealed: what was found is not looked at again, and keeps its place."""
    pieces, last = [], 0
    for _, start, end in spans:
        pieces += [text[last:start], SEAL * (end - start)]
        last = end
    return "".join([*pieces, text[last:]])


@cache
def _half_masked() -> re.Pattern[str]:
    return re.compile(r"(?<![\dA-Za-z])\d{6}\s?-?\s?[1-8]\d{0,5}[*xX●○•※]{1,6}(?![\dA-Za-z*])")
