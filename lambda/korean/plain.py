"""Text in one spelling, with the way back to the text as given.

Full-width digits, decomposed Hangul, zero-width characters and the many dashes would each need a place in every
pattern. They are brought to one spelling first; what is found is told in indices of the original.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u30fc\u3161\ufe63\uff0d\uff70", "-")
)


class Plain(NamedTuple):
    """`text` in one spelling; its character i stood at `starts[i]` to `ends[i]` (None: all stayed where they were)."""

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from `start` to `end` (at least one) stood."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def plain(text: str) -> Plain:
    """Return `text` in one spelling.

    >>> plain("０１０\u2013１２").text
    '010-12'
    """
    text = text.translate(_DASHES)
    if _usual().fullmatch(text):
        return Plain(text)
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _cluster().finditer(text):
        for character in _respelt(cluster[0]):
            characters.append(character)
            starts.append(cluster.start())
            ends.append(cluster.end())
    return Plain("".join(characters), starts, ends)


def _respelt(cluster: str) -> str:
    if _usual().fullmatch(cluster):
        return cluster
    kept = (each for each in unicodedata.normalize("NFKC", cluster) if unicodedata.category(each) not in _NOTHING)
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in kept).translate(_DASHES)


# Marks that were not composed into a letter, and characters that nobody sees.
_NOTHING = frozenset(("Mn", "Me", "Cf", "Cc"))


@cache
def _usual() -> re.Pattern[str]:
    # Hangul letters on their own (ㅋㅋ, ㅠㅠ) stay as they are: nothing here reads them.
    return re.compile(r"[\x00-\x7f\uac00-\ud7a3\u3131-\u318e]*")


@cache
def _cluster() -> re.Pattern[str]:
    # A decomposed syllable, or a character with its marks. Few marks: putting many in order takes quadratic time.
    return re.compile(
        r"[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|.[\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f]{0,8}",
        re.DOTALL,
    )
