"""A flow as a Mermaid flowchart, for pages that draw these by themselves.

Source: https://mermaid.js.org/syntax/flowchart.html
"""

from collections.abc import Iterator

from connect_flows._blocks import Branching, Category
from connect_flows._drawing._figure import Shape, shapes_of
from connect_flows._drawing._graph import Port
from connect_flows._drawing._heading import type_name
from connect_flows._drawing._style import BRANCHING_NAMES, BRANCHINGS, CATEGORIES
from connect_flows._drawing._text import shown
from connect_flows._model import Flow

_BRACKETS = {
    Category.CHECK: ("{{", "}}"),
    Category.END: ("([", "])"),
}
_ENTRY = ("((", "))")


def mermaid(flow: Flow) -> str:
    """The flowchart's text."""
    return "\n".join(_lines(flow)) + "\n"


def _lines(flow: Flow) -> Iterator[str]:
    shapes = shapes_of(flow)
    yield "flowchart LR"
    yield f"    accTitle: {_escaped(f'{flow.name} {type_name(flow)}')}"
    if flow.description.strip():
        yield f"    accDescr: {_escaped(flow.description)}"
    for number, shape in enumerate(shapes):
        opening, closing = _brackets(shape)
        yield f'    n{number}{opening}"{"<br/>".join(_escaped(line) for line in _words(shape))}"{closing}'
    links = [(number, port) for number, shape in enumerate(shapes) for port in shape.block.ports]
    for number, port in links:
        yield f"    n{number} {_arrow(port)} n{port.target}"
    for branching, (colour, *_) in BRANCHINGS.items():
        drawn = [str(index) for index, (_, port) in enumerate(links) if port.branching == branching]
        if drawn:
            yield f"    linkStyle {','.join(drawn)} stroke:{colour}"
    for category, (ground, stripe) in CATEGORIES.items():
        drawn = [f"n{number}" for number, shape in enumerate(shapes) if shape.category == category]
        if drawn:
            yield f"    classDef kind_{category} fill:{ground},stroke:{stripe},color:#1f2937"
            yield f"    class {','.join(drawn)} kind_{category}"


def _brackets(shape: Shape) -> tuple[str, str]:
    if shape.category is not None:
        return _BRACKETS.get(shape.category, ("[", "]"))
    return _ENTRY if shape.block.missing is None else ("[", "]")


def _words(shape: Shape) -> list[str]:
    words = [shape.name.korean, shape.name.english if shape.category else "", shape.identifier, *shape.details]
    return [line for line in words if line]


def _arrow(port: Port) -> str:
    line = "-.->" if port.branching == Branching.ERROR else "-->"
    words = port.words
    if words and port.branching == Branching.SUCCESS:
        words = f"{BRANCHING_NAMES[Branching.SUCCESS].korean} · {words}"
    return f'{line}|"{_escaped(words)}"|' if words else line


def _escaped(text: str) -> str:
    """A text in which Mermaid, its Markdown and HTML see no sign. All but letters, digits, spaces and what joins two of
    them to one word is a code."""
    plain = shown(text)
    around = zip(f" {plain}"[:-1], plain, f"{plain} "[1:], strict=True)
    return "".join(
        character if _is_plain(before, character, after) else f"#{ord(character)};"
        for before, character, after in around
    )


def _is_plain(before: str, character: str, after: str) -> bool:
    joins = character in "-_" and before.isalnum() and after.isalnum()
    return character == " " or character.isalnum() or joins
