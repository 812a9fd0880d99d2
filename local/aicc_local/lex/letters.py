"""What is left of a text when two manners of writing the same words are to be alike.

Recognition of speech sets spaces where it likes, and endings change letters within a syllable (되다, 돼요, 됐어요). So
texts are compared without spaces, by runs of syllables and by runs of the letters that the syllables are made of.
"""

import unicodedata
from itertools import pairwise

_SYLLABLES = (1, 2, 3)
_LETTERS = (3, 4, 5)
# Where a text begins and ends is part of the runs there. NUL stands for what may be anything.
_START, _END, GAP = "^", "$", "\0"
_NUMBER = "0"
_FILLERS = frozenset(
    ("음", "어", "아", "에", "그", "저", "저기", "저기요", "그게", "그러니까", "여보세요", "안녕하세요")
)


def words(text: str) -> list[str]:
    """The words without marks, fillers at the beginning left out if that leaves any.

    >>> words("음... 그 환불 좀요!")
    ['환불', '좀요']
    """
    found = _spelt(text).split()
    first = next((place for place, word in enumerate(found) if word not in _FILLERS), 0)
    return found[first:]


def joined(text: str) -> str:
    """The words without the spaces between them.

    >>> joined("주문 조회 부탁드려요.")
    '주문조회부탁드려요'
    """
    return "".join(words(text))


def squeezed(text: str) -> str:
    """The letters and digits; where there are no spaces, a filler cannot be told from the word after it.

    >>> squeezed("음... 그 환불 좀요!")
    '음그환불좀요'
    """
    return "".join(_spelt(text).split())


def without_figures(letters: str) -> str:
    """Any number in digits becomes the same: three o'clock is said like five o'clock.

    >>> without_figures("12월3일")
    '0월0일'
    """
    marked = "".join(_NUMBER if each.isdigit() else each for each in letters)
    return marked[:1] + "".join(after for before, after in pairwise(marked) if not (before == after == _NUMBER))


def beginnings(letters: str) -> list[tuple[float, list[str]]]:
    """The runs that begin at each place of joined words, and what that counts: a syllable has some three letters."""
    text = f"{_START}{letters}{_END}"
    apart = unicodedata.normalize("NFD", text)
    return [
        *((1.0, [text[at : at + size] for size in _SYLLABLES if at + size <= len(text)]) for at in range(len(text))),
        *((1 / 3, [apart[at : at + size] for size in _LETTERS if at + size <= len(apart)]) for at in range(len(apart))),
    ]


def runs(letters: str) -> frozenset[str]:
    """All of them; none that goes over a gap."""
    found = {run for _, begun in beginnings(letters) for run in begun}
    return frozenset(run for run in found if GAP not in run and run not in (_START, _END))


def short_runs(letters: str) -> list[str]:
    """The syllables and their pairs, each as often as it is there."""
    text = f"{_START}{letters}{_END}"
    return [*letters, *(text[at : at + 2] for at in range(len(text) - 1))]


def _spelt(text: str) -> str:
    return "".join(each if each.isalnum() else " " for each in unicodedata.normalize("NFKC", text).casefold())
