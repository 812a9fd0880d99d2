"""Particles take the form that goes with the sound before them: 주문은 but 결제는, 부산으로 but 서울로, 3은 but 2는."""

import re
from functools import cache
from unicodedata import normalize

from korean.letters import spell_letters
from korean.numerals import say_sino

_KNOWN = """
은/는 이/가 을/를 과/와 으로/로 으로는/로는 으로도/로도 으로서/로서 으로써/로써 으로부터/로부터
이나/나 이라/라 이라고/라고 이라는/라는 이라면/라면 이란/란 이랑/랑 이며/며 이고/고 이든/든 이든지/든지
이에요/예요 이었습니다/였습니다 이었던/였던 이야/야 아/야 이여/여
"""
_PAIRS = frozenset(_KNOWN.split())
_RIEUL = 8  # ㄹ among the final consonants of a syllable
_SIGNS = {"%": "퍼센트", "$": "달러", "₩": "원", "€": "유로", "+": "플러스", "#": "샵", "@": "골뱅이", "°": "도"}
# Units whose letters would sound otherwise.
_UNITS = {"kg": "킬로그램", "g": "그램", "mg": "밀리그램", "t": "톤", "m": "미터", "km": "킬로미터", "cm": "센티미터"}
_UNITS |= {"mm": "밀리미터", "l": "리터", "ml": "밀리리터"}


def particle(word: str, pair: str) -> str:
    """Return `word` with its particle: the form of `pair` that goes with the sound of the word.

    In a pair the form after a consonant stands first.

    >>> particle("주문", "은/는"), particle("결제", "을/를"), particle("서울", "으로/로"), particle("부산", "으로/로")
    ('주문은', '결제를', '서울로', '부산으로')
    >>> f"{particle('KR20260001', '이/가')} 맞으신가요? {particle('포인트', '이에요/예요')}."
    'KR20260001이 맞으신가요? 포인트예요.'

    Digits are read as a number, capitals by their names, other Latin words as they sound. Brackets at the end are
    passed over with what they hold, quotes and marks alone.

    >>> [particle(word, "은/는") for word in ("3", "10", "SMS", "URL", "app", "50%", "2kg", "'환불'", "서울(본사)")]
    ['3은', '10은', 'SMS는', 'URL은', 'app은', '50%는', '2kg은', "'환불'은", '서울(본사)은']

    A word without any sound is taken to end in a vowel. Raises ValueError for a pair that it does not know.
    """
    if pair not in _PAIRS:
        raise ValueError(f"unknown particles {pair!r}: take one of {', '.join(sorted(_PAIRS))}")
    after_consonant, after_vowel = pair.split("/")
    final = _final(_sound(word))
    # 로 follows ㄹ as it follows a vowel.
    closed = final > 0 and not (final == _RIEUL and after_vowel.startswith("로"))
    return word + (after_consonant if closed else after_vowel)


def _final(sound: str) -> int:
    """The final consonant of the last syllable by its number, 0 for none."""
    return (ord(sound[-1]) - ord("가")) % 28 if "가" <= sound[-1:] <= "힣" else 0


def _sound(word: str) -> str:
    """How the end of the word is read, in Hangul; empty where nothing is."""
    text = normalize("NFKC", word[-80:])
    text = _unread().sub("", _brackets().sub("", text) or text)
    ending = _ending().search(text)
    if ending is None:
        return text[-1:]
    if ending["unit"]:
        return _UNITS[ending["unit"].lower()]
    if ending["before"]:
        return _SIGNS[ending["before"]]
    if ending["number"]:
        return _read_number(ending["number"])
    if ending["latin"]:
        return _read_latin(ending["latin"])
    return _SIGNS[ending["sign"]]


def _read_number(number: str) -> str:
    digits = number.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros and digits.strip("0."):
        # 십, 백, 천, 만 and 억 end in a consonant; 조 does not.
        return "조" if 12 <= zeros < 16 else "십"
    return say_sino(int(digits[-1]))


def _read_latin(word: str) -> str:
    """The last syllable of a Latin word, or one that sounds like it."""
    letters = word.lower()
    if len(word) == 1 or (word.isupper() and len(word) < 4) or not _vowel().search(letters):
        return spell_letters(letters[-1])
    if letters.endswith(("l", "le")):
        return "을"
    return "음" if _closed().search(letters) else "이"


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])[\s.!?]*$")


@cache
def _unread() -> re.Pattern[str]:
    return re.compile(rf"[^가-힣0-9A-Za-z{re.escape(''.join(_SIGNS))}]+$")


@cache
def _ending() -> re.Pattern[str]:
    units = "|".join(sorted(_UNITS, key=len, reverse=True))
    signs = re.escape("".join(_SIGNS))
    return re.compile(
        # $50 is read 50 달러, and 5G is no weight.
        rf"(?:(?<=\d)\s?(?!(?-i:G$))(?P<unit>{units})|(?P<before>[$₩€])?(?P<number>[0-9][0-9,.]*)"
        rf"|(?P<latin>[A-Za-z]+)|(?P<sign>[{signs}]))$",
        re.IGNORECASE,
    )


@cache
def _vowel() -> re.Pattern[str]:
    return re.compile("[aeiouy]")


@cache
def _closed() -> re.Pattern[str]:
    # 폰, 게임, 쿠팡, 앱, 북, 넷, 톡, 뮤직; but 테스트, 카드, 서비스.
    return re.compile("(?:[mn]e?|ng|ck|[aeiou][bckpt]|pp|alk)$")
