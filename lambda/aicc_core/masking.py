"""Personal data must not reach a log, whichever line of code let it through.

What callers say and type is masked as Korean first, spoken numbers and all. For the rest one rule covers telephone
numbers, resident registration numbers, cards, accounts and birth dates: eight digits or more, however they are spaced.
It hides too much rather than too little, orders and parcels included. What an operator needs to follow a call is cut
out first and survives: UUIDs (contact and request ids), ARNs up to the account, timestamps, X-Ray trace ids, and
callback ids, which are 32 hexadecimal digits with a letter among them.
"""

import re

from korean.personal_data import mask as mask_korean

NUMBER = "[NUMBER]"
EMAIL = "[EMAIL]"

# A date alone is not kept: it may be a birth date. A timestamp has a time of day.
_KEPT = re.compile(
    r"""(
      (?<![0-9A-Za-z])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9A-Za-z])
    | (?<![0-9A-Za-z])arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}(?=:)
    | (?<!\d)(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-5][0-9](?::[0-6][0-9](?:[.,][0-9]{1,6})?)?
      (?:Z|[+-][01][0-9]:?[0-5][0-9])?(?!\d)
    | (?<![0-9A-Za-z])1-[0-9a-f]{8}-[0-9a-f]{24}(?![0-9A-Za-z])
    | (?<![0-9A-Za-z])(?=[0-9]{0,31}[a-f])[0-9a-f]{32}(?![0-9A-Za-z])
    )""",
    re.VERBOSE,
)
# Up to three of these between two digits: blanks, hyphens, dots, brackets, slashes, full-width and zero-width ones.
_BETWEEN = (
    r"[ \t\r\u00a0\u2000-\u200d\u2060\u3000\ufeff"
    r"\-\u2010-\u2015\u2212\u30fc\uff0d"
    r"._/\u00b7\uff0e()\uff08\uff09]{0,3}"
)
_DIGITS = re.compile(rf"[+\uff0b]?\(?\d(?:{_BETWEEN}\d){{7,}}")
# Syllables, and letters of which syllables are made up. Without any there is nothing that the strict rule would miss,
# and a function that logs no Korean need not load the tables of words.
_HANGUL = re.compile(r"[\u1100-\u11ff\uac00-\ud7a3]")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


def mask(text: str) -> str:
    """Return `text` with personal data, e-mail addresses and every run of eight or more digits replaced.

    >>> mask("caller 010-1234-5678 keyed 900101-1234567, mail kim@example.co.kr")
    'caller [NUMBER] keyed [NUMBER], mail [EMAIL]'
    >>> mask("연락처는 공일공 이오팔공 삼육구일이고 주문번호는 20261101777이에요")
    '연락처는 [PHONE]이고 주문번호는 [NUMBER]이에요'
    >>> mask("contact 4a573372-1f28-4e26-b97b-00000000001a at 2026-11-22T10:00:00.123Z")
    'contact 4a573372-1f28-4e26-b97b-00000000001a at 2026-11-22T10:00:00.123Z'
    """
    # re.split with one group returns what lies between at even places and what was kept at odd ones.
    pieces = _KEPT.split(text)
    pieces[::2] = [_masked(piece) for piece in pieces[::2]]
    return "".join(pieces)


def _masked(text: str) -> str:
    if _HANGUL.search(text):
        text = mask_korean(text)
    return _DIGITS.sub(NUMBER, _EMAIL.sub(EMAIL, text))
