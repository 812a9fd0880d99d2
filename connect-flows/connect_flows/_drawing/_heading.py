"""The head of a drawing: what the flow is, and what colours and lines mean."""

from collections.abc import Iterator, Mapping

from connect_flows._blocks import Branching, Category
from connect_flows._drawing._style import BRANCHING_NAMES, CATEGORY_NAMES
from connect_flows._drawing._text import shortened, width_of, wrapped
from connect_flows._drawing._xml import element, escaped
from connect_flows._model import Flow, FlowType

_LINE = 20
_TYPES: Mapping[FlowType | None, str] = {
    FlowType.CONTACT_FLOW: "인바운드 흐름",
    FlowType.CUSTOMER_QUEUE: "고객 대기열 흐름",
    FlowType.CUSTOMER_HOLD: "고객 보류 흐름",
    FlowType.CUSTOMER_WHISPER: "고객 귓속말 흐름",
    FlowType.AGENT_HOLD: "상담사 보류 흐름",
    FlowType.AGENT_WHISPER: "상담사 귓속말 흐름",
    FlowType.OUTBOUND_WHISPER: "발신 귓속말 흐름",
    FlowType.AGENT_TRANSFER: "상담사에게 전송 흐름",
    FlowType.QUEUE_TRANSFER: "대기열로 전송 흐름",
    FlowType.CAMPAIGN: "캠페인 흐름",
    None: "흐름",
}


def type_name(flow: Flow) -> str:
    """What kind of flow it is, as a designer would say it."""
    return "흐름 모듈" if flow.is_module else _TYPES[flow.type]


def heading(flow: Flow, width: int, margin: int) -> tuple[str, int]:
    """The head, and how high it is."""
    room = width - 2 * margin
    kind = f"{type_name(flow)} · 블록 {len(flow.actions)}개"
    name = shortened(flow.name, 20, room - width_of(kind, 12) - 16)
    parts = [
        element("text", escaped(name), class_="flow-name", x=margin, y=margin + 16),
        element("text", escaped(kind), class_="flow-type", x=margin + width_of(name, 20) + 12, y=margin + 16),
    ]
    y = margin + 16
    for line in wrapped(flow.description, 12.5, min(room, 900), 3):
        y += _LINE
        parts.append(element("text", escaped(line), class_="flow-description", x=margin, y=y))
    legend = "".join([*_line_samples(), *_colour_samples()])
    parts.append(element("g", legend, class_="legend", transform=f"translate({margin} {y + 14})"))
    return "".join(parts), y + 84


def _line_samples() -> Iterator[str]:
    x = 0.0
    for branching in Branching:
        label = BRANCHING_NAMES[branching].korean
        yield element("path", class_=f"branch {branching}", d=f"M{x + 29} 9H{x}")
        yield element("path", class_=f"arrow {branching}", d=f"M{x + 28} 5L{x + 36} 9L{x + 28} 13Z")
        yield element("text", escaped(label), x=x + 42, y=13)
        x += 42 + width_of(label, 11.5) + 18


def _colour_samples() -> Iterator[str]:
    x = 0.0
    for category in Category:
        label = CATEGORY_NAMES[category].korean
        sample = element("rect", class_="header", x=x, y=24, width=20, height=14, rx=3)
        sample += element("rect", class_="stripe", x=x, y=24, width=4, height=14, rx=2)
        yield element("g", sample, class_=category) + element("text", escaped(label), x=x + 26, y=35)
        x += 26 + width_of(label, 11.5) + 18
