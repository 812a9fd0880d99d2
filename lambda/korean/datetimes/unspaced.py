"""Text without its spaces: recognized speech puts them where it likes, so they do not matter to what was said."""

from typing import NamedTuple

from korean.plain import plain

_WAVES = dict.fromkeys(map(ord, "\u301c\u223c\u2053"), "~")


class Unspaced(NamedTuple):
    """A text without its spaces, apart from those between digits, and the places where words began."""

    text: str
    starts: frozenset[int]

    def joins(self, start: int) -> bool:
        """Whether what begins here is written together with a letter before it."""
        return start > 0 and start not in self.starts and self.text[start - 1].isalpha()

    def breaks(self, start: int, end: int) -> list[int]:
        """The places between `start` and `end` where a space stood."""
        return [at for at in range(start + 1, end) if at in self.starts]


def unspaced(text: str) -> Unspaced:
    """Return what the parser reads.

    >>> unspaced("내일  오후 ３시").text, unspaced("12 3시").text
    ('내일오후3시', '12 3시')
    """
    spelled = plain(text).text.lower().translate(_WAVES)
    pieces: list[str] = []
    starts: set[int] = set()
    length = 0
    for word in spelled.split():
        # Without its space, "12 3시" would be 123시.
        if pieces and pieces[-1][-1].isdigit() and word[0].isdigit():
            pieces.append(" ")
            length += 1
        starts.add(length)
        pieces.append(word)
        length += len(word)
    return Unspaced("".join(pieces), frozenset(starts))
