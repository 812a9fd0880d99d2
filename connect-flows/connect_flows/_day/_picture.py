"""A day as a picture: who came and what the bot kept, who waited beside who worked, how many were answered in time."""

import math
from collections.abc import Sequence

from connect_flows._day._description import HALF_HOURS
from connect_flows._day._report import Report
from connect_flows._day._words import word
from connect_flows._drawing._xml import element, escaped

WIDTH, HEIGHT = 1000, 690
_LEFT, _RIGHT, _PANEL, _GAP, _TOP = 64, 24, 160, 58, 64
_STEP = (WIDTH - _LEFT - _RIGHT) / HALF_HOURS
_GREY, _INK, _GRID = "#9aa5b1", "#1f2933", "#e4e7eb"
_BLUE, _ORANGE, _RED, _GREEN = "#2b6cb0", "#dd8b1f", "#c53030", "#2f855a"
_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_FONT = "'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif"
GOAL = 0.8
"""The share in time that is usually wanted: a line in the picture, nothing else."""


def picture(report: Report, language: str) -> str:
    """The day as SVG. `language`: ko or en.

    >>> from connect_flows._day._example import report
    >>> picture(report(), "en").startswith("<svg")
    True
    """
    halves = report.half_hours
    title = word("picture", language, day=report.day, date=report.date, contacts=report.contacts)
    parts = [
        element("title", escaped(title)),
        element("rect", width=WIDTH, height=HEIGHT, fill="#ffffff"),
        _text(title, _LEFT, 30, size=18, weight="bold"),
    ]
    contained = [float(half.contained) for half in halves]
    queued = [float(half.queued) for half in halves]
    arrived = [float(half.arrivals) for half in halves]
    one = Panel(0, word("picture_arrivals", language), max(*arrived, *queued, 4.0))
    parts += one.frame([(_BLUE, word("contained", language)), (_GREY, word("others", language)),
                        (_ORANGE, word("to_queue", language))])  # fmt: skip
    parts += one.bars(arrived, _GREY) + one.bars(contained, _BLUE) + [one.line(queued, _ORANGE)]

    lines, peaks = [half.lines for half in halves], [float(half.longest_line) for half in halves]
    agents, working = [half.agents for half in halves], [half.working for half in halves]
    two = Panel(1, word("picture_lines", language), max(*peaks, *agents, *working, 4.0))
    parts += two.frame([(_GREEN, word("seats", language)), (_BLUE, word("working", language)),
                        (_RED, word("mean_line", language)), (_ORANGE, word("most_line", language))])  # fmt: skip
    parts += two.bars(peaks, _ORANGE) + two.bars(lines, _RED)
    parts += [two.line(agents, _GREEN), two.line(working, _BLUE)]

    three = Panel(2, f"{word('picture_level', language)} ({report.target:g} s)", 1.0)
    levels = [half.service_level for half in halves]
    parts += three.frame([], percent=True)
    parts += three.bars(
        [level or 0.0 for level in levels], _GREEN, [level is not None and level < GOAL for level in levels]
    )
    goal = three.y(GOAL)
    parts.append(element("line", x1=_LEFT, x2=WIDTH - _RIGHT, y1=goal, y2=goal, stroke=_INK, stroke_dasharray="4 4"))
    return element(
        "svg",
        "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        font_family=_FONT,
    )


class Panel:
    """One of the diagrams, from the top: a scale from 0 to `most` or a little more, and the hours of the day."""

    def __init__(self, number: int, title: str, most: float) -> None:
        self.top = _TOP + number * (_PANEL + _GAP)
        self.title = title
        self.most = 4 * step_of(most / 4)

    def y(self, value: float) -> float:
        """How high a value stands."""
        return self.top + _PANEL * (1.0 - min(value, self.most) / self.most)

    def frame(self, legend: Sequence[tuple[str, str]], percent: bool = False) -> list[str]:
        """Title, scale, hours and legend."""
        parts = [_text(self.title, _LEFT, self.top - 10, size=13, weight="bold")]
        for part in range(5):
            value = self.most * part / 4
            y = self.y(value)
            parts.append(element("line", x1=_LEFT, x2=WIDTH - _RIGHT, y1=y, y2=y, stroke=_GRID))
            label = f"{value:.0%}" if percent else f"{value:,.0f}"
            parts.append(_text(label, _LEFT - 8, y + 4, anchor="end"))
        for hour in range(0, 25, 2):
            parts.append(_text(f"{hour:02}", _LEFT + hour * 2 * _STEP, self.top + _PANEL + 16, anchor="middle"))
        x = float(WIDTH - _RIGHT)
        for colour, label in reversed(legend):
            x -= 12 + sum(12.0 if ord(each) > 0x1100 else 6.5 for each in label) + 16
            parts.append(element("rect", x=x, y=self.top - 20, width=10, height=10, fill=colour))
            parts.append(_text(label, x + 14, self.top - 11))
        return parts

    def bars(self, values: Sequence[float], colour: str, low: Sequence[bool] = ()) -> list[str]:
        """A bar for each half hour; those that are too low are red."""
        return [
            element(
                "rect",
                x=_LEFT + number * _STEP + 1,
                y=self.y(value),
                width=_STEP - 2,
                height=self.top + _PANEL - self.y(value),
                fill=_RED if low and low[number] else colour,
            )
            for number, value in enumerate(values)
            if value > 0
        ]

    def line(self, values: Sequence[float], colour: str) -> str:
        """A line with a step for each half hour."""
        points = []
        for number, value in enumerate(values):
            y = round(self.y(value), 1)
            points += [f"{_LEFT + number * _STEP:.1f},{y}", f"{_LEFT + (number + 1) * _STEP:.1f},{y}"]
        return element("polyline", points=" ".join(points), fill="none", stroke=colour, stroke_width=2)


def step_of(least: float) -> float:
    """A number that is easy to count with, not below another.

    >>> step_of(4.5), step_of(163.0), step_of(0.25)
    (5.0, 200.0, 0.25)
    """
    power = 10.0 ** math.floor(math.log10(least))
    return next(
        each * power
        for each in (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
        if each * power >= least * (1 - 1e-9)
    )


def _text(text: str, x: float, y: float, *, size: int = 11, anchor: str = "start", weight: str = "normal") -> str:
    return element("text", escaped(text), x=x, y=y, font_size=size, text_anchor=anchor, font_weight=weight, fill=_INK)
