"""What is drawn of each block: its words in lines that fit, its size, and where its lines leave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from re import compile as pattern
from typing import NamedTuple

from connect_flows._blocks import Branching, Category, Wording, details_of, displayed_names, name_of
from connect_flows._drawing._graph import Block, Port, blocks_of
from connect_flows._drawing._text import shortened, wrapped
from connect_flows._layout import Box, Layout, Link, arrange
from connect_flows._model import Action, Flow

PADDING = 12
NAME, ENGLISH, IDENTIFIER, DETAIL, LABEL = 13.5, 10, 10.5, 11.5, 11
HEADER = 42
IDENTIFIER_LINE, DETAIL_LINE, LABEL_LINE = 18, 17, 20

_WIDTH = 232
_MIDDLE = HEADER // 2
_ENTRY_SIZE = (76, HEADER)
_MISSING_SIZE = (168, HEADER)
_ROOM = _WIDTH - 2 * PADDING
_MOST_LINES = 4
_UUID = pattern("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_ENTRY = Wording("시작", "Entry point")
_MISSING = Wording("없는 블록", "Missing block")


class Label(NamedTuple):
    """What is written in the row of a port, and how far the row's middle is below the block's top."""

    text: str
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A block as it is drawn. `category` is None for the entry and for what is missing; `labels` has the label of each
    port and the height of its row, None for a port without; `whole` is everything that the block says, uncut."""

    block: Block
    box: Box
    category: Category | None
    name: Wording
    identifier: str
    details: tuple[str, ...]
    labels: tuple[Label | None, ...]
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A flow's shapes and where they go. The links of the layout are the ports of the shapes, one after the other."""

    shapes: tuple[Shape, ...]
    layout: Layout


def figure(flow: Flow) -> Figure:
    """The figure of a flow."""
    shapes = shapes_of(flow)
    links = [
        Link(source=number, port=index, target=port.target, kind=list(type(port.branching)).index(port.branching))
        for number, shape in enumerate(shapes)
        for index, port in enumerate(shape.block.ports)
    ]
    return Figure(shapes=shapes, layout=arrange([shape.box for shape in shapes], links))


def shapes_of(flow: Flow) -> tuple[Shape, ...]:
    """The entry, the actions and what is missing, as they are drawn."""
    displayed = displayed_names(flow)
    return tuple(_shape(block, displayed) for block in blocks_of(flow))


def is_friendly(identifier: str) -> bool:
    """Whether somebody chose the identifier, rather than the console."""
    return _UUID.fullmatch(identifier) is None


def _shape(block: Block, displayed: Mapping[str, Mapping[str, str]]) -> Shape:
    if block.action is not None:
        return _action_shape(block, block.action, displayed.get(block.action.identifier, {}))
    name, (width, height) = (_ENTRY, _ENTRY_SIZE) if block.missing is None else (_MISSING, _MISSING_SIZE)
    middle = height // 2
    return Shape(
        block=block,
        box=Box(width=width, height=height, entry=middle, ports=(middle,) * len(block.ports)),
        category=None,
        name=name,
        identifier=shortened(block.missing or "", IDENTIFIER, width - 2 * PADDING),
        details=(),
        labels=(None,) * len(block.ports),
        whole=f"{name.korean} ({name.english}) {block.missing or ''}".strip(),
    )


def _action_shape(block: Block, action: Action, displayed: Mapping[str, str]) -> Shape:
    name, category = name_of(action)
    details = details_of(action, displayed)
    lines = _lines(details)
    identifier = shortened(action.identifier, IDENTIFIER, _ROOM) if is_friendly(action.identifier) else ""
    body = HEADER + (IDENTIFIER_LINE if identifier else 0) + DETAIL_LINE * len(lines)
    labels, bottom = _labels(block.ports, body + 8 if body > HEADER else body)
    return Shape(
        block=block,
        box=Box(width=_WIDTH, height=bottom, entry=_MIDDLE, ports=tuple(_port_heights(block.ports, labels))),
        category=category,
        name=Wording(shortened(name.korean, NAME, _ROOM), shortened(name.english, ENGLISH, _ROOM)),
        identifier=identifier,
        details=tuple(lines),
        labels=labels,
        whole="\n".join((f"{name.korean} ({name.english})", f"{action.type} {action.identifier}", *details)),
    )


def _labels(ports: Sequence[Port], top: int) -> tuple[tuple[Label | None, ...], int]:
    """The labels of ports in rows from `top` on, and where the rows end."""
    labels: list[Label | None] = []
    y = top
    for port in ports:
        words = port.words
        if words and port.branching == Branching.SUCCESS:
            words = f"{words}: 성공과 같은 곳으로"
        labels.append(Label(shortened(words, LABEL, _ROOM), y + LABEL_LINE // 2) if words else None)
        y += LABEL_LINE if words else 0
    return tuple(labels), y + 4 if y > top else top


def _port_heights(ports: Sequence[Port], labels: Sequence[Label | None]) -> Iterator[int]:
    """Success leaves as high as the block is entered, so that a plain sequence is one straight line."""
    for port, label in zip(ports, labels, strict=True):
        yield _MIDDLE if label is None or port.branching == Branching.SUCCESS else label.y


def _lines(details: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for number, detail in enumerate(details):
        room = _MOST_LINES + 1 - len(lines)
        if room <= 0:
            break
        lines += wrapped(detail, DETAIL, _ROOM, min(room, _MOST_LINES if number == 0 else 2))
    return lines
