"""Latin letters by their Korean names: A is 에이, R is 알."""

from string import ascii_lowercase

_IN_ORDER = """
에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트
"""
_NAMES = dict(zip(ascii_lowercase, _IN_ORDER.split(), strict=True))


def spell_letters(text: str) -> str:
    """Return the names of the Latin letters of `text`, one after the other; what is no Latin letter stays.

    >>> spell_letters("KR"), spell_letters("sms")
    ('케이알', '에스엠에스')
    """
    return "".join(_NAMES.get(letter.lower(), letter) for letter in text)
