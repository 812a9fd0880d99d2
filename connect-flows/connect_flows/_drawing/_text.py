"""How wide a text is before any font is known, and how it is broken into lines.

The widths are on the safe side of the sans-serif fonts that browsers use for Korean: a wide character is one em, twice
the usual narrow one.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_NARROW = frozenset(" !'(),.:;I[]`fijlrt|")
_BROAD = frozenset("%@MWmw")
_SIGNS = frozenset("./:_-,=&?")
_ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def _ems(character: str) -> float:
    if character in _NARROW:
        return 0.4
    if character in _BROAD:
        return 1.0
    if character.isascii():
        return 0.75 if character.isupper() else 0.62
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0.0
    if ord(character) > 0xFFFF:
        return 1.4
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.8


def width_of(text: str, size: float) -> float:
    """How wide a text is in a font of a size."""
    return sum(map(_ems, text)) * size


def shown(text: str) -> str:
    """A text on one line, with a visible sign in place of what no font shows or what would turn the text around."""
    return "".join(character if character.isprintable() else "\ufffd" for character in " ".join(text.split()))


def shortened(text: str, size: float, limit: float) -> str:
    """As much of a text as there is room for."""
    text = shown(text)
    if width_of(text, size) <= limit:
        return text
    kept: list[str] = []
    room = limit - width_of(_ELLIPSIS, size)
    for character in text:
        room -= width_of(character, size)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + _ELLIPSIS


def wrapped(text: str, size: float, limit: float, most: int) -> list[str]:
    """A text in at most so many lines, broken between words where that is possible.

    >>> wrapped("주문 번호 열 자리를 눌러 주십시오.", 12, 120, 3)
    ['주문 번호 열 자리를', '눌러 주십시오.']
    >>> wrapped("QueueMetrics_oldestContactInQueue", 12, 120, 2)
    ['QueueMetrics_', 'oldestContactIn…']
    """
    lines: list[tuple[str, str]] = []
    before, line = "", ""
    for space, piece in _pieces(shown(text), size, limit):
        joined = f"{line}{space}{piece}" if line else piece
        if width_of(joined, size) <= limit:
            line = joined
            continue
        lines.append((before, line))
        before, line = space, piece
        if len(lines) > most:
            break
    lines.append((before, line))
    kept = [line for _, line in lines[: most - 1]]
    rest = "".join(before + line for before, line in lines[most - 1 :])
    return [line for line in (*kept, shortened(rest, size, limit)) if line]


def _pieces(text: str, size: float, limit: float) -> Iterator[tuple[str, str]]:
    """The words of a text, each with the space before it. A word that is longer than a line comes in pieces."""
    for word in text.split(" "):
        space, piece = " ", ""
        for character in word:
            if piece and width_of(piece + character, size) > limit:
                kept = _break(piece)
                yield space, piece[:kept]
                space, piece = "", piece[kept:]
            piece += character
        yield space, piece


def _break(piece: str) -> int:
    """After how many characters to break: behind a sign in the latter part, or else at the end."""
    signs = [place for place, character in enumerate(piece, start=1) if character in _SIGNS]
    return signs[-1] if signs and signs[-1] > len(piece) // 3 else len(piece)
