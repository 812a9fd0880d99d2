"""A flow as one SVG: no script, nothing from elsewhere, every word of the flow escaped.

Each block carries `data-action`, each branch `data-action` and `data-branch`, so that others can paint on them.
"""

from collections.abc import Iterator

from connect_flows._drawing._figure import Figure, figure
from connect_flows._drawing._heading import heading
from connect_flows._drawing._marks import Marks, marked_legend, marked_styles
from connect_flows._drawing._style import style_sheet
from connect_flows._drawing._svg_blocks import block
from connect_flows._drawing._svg_lines import lines
from connect_flows._drawing._xml import element, escaped
from connect_flows._model import Flow

_MARGIN = 28
_NARROWEST = 720
# Where the legend of lines ends, and how far it begins above the blocks.
_LINES_LEGEND = 280
_LEGEND = 70


def svg(flow: Flow, marks: Marks | None = None) -> str:
    """A drawing of the flow, with its branches marked, if `marks` says how: by the action and the branch's key."""
    drawn = figure(flow)
    width = max(drawn.layout.width + 2 * _MARGIN, _NARROWEST)
    top, above = heading(flow, width, _MARGIN)
    height = above + drawn.layout.height + _MARGIN
    content = [
        element("title", escaped(flow.name)),
        element("desc", escaped(flow.description)),
        element("style", style_sheet() if marks is None else f"{style_sheet()}\n{marked_styles()}"),
        element("rect", class_="ground", x=0.5, y=0.5, width=width - 1, height=height - 1, rx=10),
        top if marks is None else top + marked_legend(marks, _MARGIN + _LINES_LEGEND, above - _LEGEND),
        element("g", "\n".join(_diagram(drawn, marks or {})), transform=f"translate({_MARGIN} {above})"),
    ]
    return element(
        "svg",
        "\n".join(content),
        xmlns="http://www.w3.org/2000/svg",
        class_="connect-flow",
        role="img",
        lang="ko",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
    )


def _diagram(drawn: Figure, marks: Marks) -> Iterator[str]:
    yield from lines(drawn, marks)
    if drawn.layout.unreached is not None:
        yield _unreachable(drawn.layout.unreached, drawn.layout.width)
    for number in drawn.layout.order:
        yield block(drawn.shapes[number], drawn.layout.places[number])


def _unreachable(top: int, width: int) -> str:
    line = element("line", x1=0, y1=top - 52, x2=width, y2=top - 52)
    label = element("text", "시작에서 이어지는 길이 없는 블록", x=0, y=top - 30)
    return element("g", line + label, class_="unreachable")
