"""One spelling for what reads the same: spaces, widths and the composition of Hangul do not matter to what was said."""

from functools import cache
from re import Pattern, compile
from typing import NamedTuple
from unicodedata import normalize

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_WAVES = dict.fromkeys(map(ord, "\u301c\u223c\u2053"), "~")


class Plain(NamedTuple):
    """A text without its spaces, apart from those between digits, and the places where words began."""

    text: str
    starts: frozenset[int]

    def joins(self, start: int) -> bool:
        """Whether what begins here is written together with a letter before it."""
        return start > 0 and start not in self.starts and self.text[start - 1].isalpha()

    def breaks(self, start: int, end: int) -> list[int]:
        """The places between `start` and `end` where a space stood."""
        return [at for at in range(start + 1, end) if at in self.starts]


def plain(text: str) -> Plain:
    """Return what the parser reads.

    >>> plain("내일  오후 ３시").text, plain("12 3시").text
    ('내일오후3시', '12 3시')
    """
    spelled = normalize("NFKC", text).lower().translate(_DASHES | _WAVES)
    pieces: list[str] = []
    starts: set[int] = set()
    length = 0
    for word in _invisible().sub("", spelled).split():
        # Without its space, "12 3시" would be 123시.
        if pieces and pieces[-1][-1].isdigit() and word[0].isdigit():
            pieces.append(" ")
            length += 1
        starts.add(length)
        pieces.append(word)
        length += len(word)
    return Plain("".join(pieces), frozenset(starts))


@cache
def _invisible() -> Pattern[str]:
    return compile("[\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008]")
