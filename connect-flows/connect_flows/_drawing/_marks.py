"""Branches that are marked on a drawing: those that tests have walked, have missed, or leave out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from connect_flows._blocks import Branch
from connect_flows._drawing._text import width_of
from connect_flows._drawing._xml import element

Marks = Mapping[tuple[str, str], str]
"""A mark for each branch, by the identifier of its action and its key."""

# Each mark: what it is called, and the colour, the width and the opacity of the line. Dashes keep their meaning.
_STYLES = {
    "walked": ("검사함", "#15803d", "2", "1"),
    "missed": ("검사 안 됨", "#dc2626", "5", "1"),
    "left-out": ("검사 제외", "#94a3b8", "2", "0.75"),
}

_FROM_THE_BOTTOM = ("", "missed", "left-out", "walked")


def in_order(marks: Marks, action: str, branches: Iterable[Branch]) -> Iterator[tuple[Branch, str]]:
    """Branches that are drawn as one line, each with its mark, from the bottom: copies of others, what was missed, and
    the rest, through which what was missed shows at the edges."""
    marked = [(branch, marks.get((action, branch.key), "")) for branch in branches]
    return iter(sorted(marked, key=lambda each: _FROM_THE_BOTTOM.index(each[1]))) if marks else iter(marked)


def marked_styles() -> str:
    """What marks add to the style of a drawing."""
    return "\n".join(
        f".connect-flow .branch.{mark}{{stroke:{colour};stroke-width:{width};stroke-opacity:{shows}}}"
        for mark, (_, colour, width, shows) in _STYLES.items()
    )


def marked_legend(marks: Marks, x: float, y: float) -> str:
    """What the marks mean, and how many there are of each."""
    count = Counter(marks.values())
    parts = []
    for mark, (label, *_) in _STYLES.items():
        words = f"{label} {count[mark]}"
        parts.append(element("path", class_=f"branch {mark}", d=f"M{x} {y + 9}H{x + 30}"))
        parts.append(element("text", words, x=x + 36, y=y + 13))
        x += 36 + width_of(words, 11.5) + 18
    return element("g", "".join(parts), class_="legend")
