"""The blocks of a drawing, as the console shows them: a header, what the block says, and a row for each way out."""

from collections.abc import Iterator

from connect_flows._drawing import _figure as size
from connect_flows._drawing._figure import Shape
from connect_flows._drawing._xml import element, escaped
from connect_flows._layout import Point


def block(shape: Shape, place: Point) -> str:
    """One block. Its tooltip holds all that it says."""
    content = element("title", escaped(shape.whole)) + "".join(
        _entry(shape) if shape.category is None else _action(shape)
    )
    at = f"translate({place.x} {place.y})"
    action = shape.block.action
    if action is None:
        return element("g", content, class_="missing" if shape.block.missing is not None else "start", transform=at)
    return element(
        "g",
        content,
        class_=f"block {shape.category}",
        transform=at,
        data_action=action.identifier,
        data_type=action.type,
    )


def _entry(shape: Shape) -> Iterator[str]:
    box = shape.box
    if shape.block.missing is None:
        yield element("rect", class_="frame", width=box.width, height=box.height, rx=box.height / 2)
        yield element("text", shape.name.korean, class_="name", x=box.width / 2, y=box.entry + 5)
        return
    yield element("rect", class_="frame", width=box.width, height=box.height, rx=6)
    yield element("text", shape.name.korean, class_="name", x=size.PADDING, y=18)
    yield element("text", escaped(shape.identifier), class_="identifier", x=size.PADDING, y=34)


def _action(shape: Shape) -> Iterator[str]:
    width, height = shape.box.width, shape.box.height
    yield element("rect", class_="frame", width=width, height=height, rx=6)
    header = f"M0.5 6A5.5 5.5 0 0 1 6 0.5H{width - 6}A5.5 5.5 0 0 1 {width - 0.5} 6V{size.HEADER}H0.5Z"
    if height <= size.HEADER:
        header = f"M0.5 0.5H{width - 0.5}V{height - 0.5}H0.5Z"
    yield element("path", class_="header", d=header)
    yield element("rect", class_="stripe", width=5, height=size.HEADER, rx=2.5)
    yield element("text", escaped(shape.name.korean), class_="name", x=size.PADDING, y=18)
    yield element("text", escaped(shape.name.english), class_="english", x=size.PADDING, y=34)
    y = size.HEADER
    if shape.identifier:
        yield element("text", escaped(shape.identifier), class_="identifier", x=size.PADDING, y=y + 13)
        y += size.IDENTIFIER_LINE
    for line in shape.details:
        yield element("text", escaped(line), class_="detail", x=size.PADDING, y=y + 13)
        y += size.DETAIL_LINE
    yield from _ports(shape)


def _ports(shape: Shape) -> Iterator[str]:
    width = shape.box.width
    for port, y, label in zip(shape.block.ports, shape.box.ports, shape.labels, strict=True):
        if label is not None:
            words, x = escaped(label.text), width - size.PADDING
            yield element("text", words, class_=f"label {port.branching}", x=x, y=label.y + 4)
        yield element("circle", class_=f"port {port.branching}", cx=width, cy=y, r=3.5)
