"""Documents with one thing changed; what is not changed is shared with the original."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Document = Mapping[str, Any]
Steps = tuple[str | int, ...]


class Mutant(NamedTuple):
    """A document with one defect. `path`: how the place begins that a finding must name."""

    document: Document
    path: str


class Part(NamedTuple):
    """Something in a document and where it is."""

    steps: Steps
    value: Any


class Block(NamedTuple):
    """An action of a document and where it is."""

    steps: Steps
    action: Document

    @property
    def type(self) -> str:
        return str(self.action["Type"])

    @property
    def parameters(self) -> Document:
        found: Document = self.action["Parameters"]
        return found

    @property
    def transitions(self) -> Document:
        found: Document = self.action["Transitions"]
        return found


def blocks(document: Document, *types: str) -> Iterator[Block]:
    """The actions of some types, or all."""
    for index, action in enumerate(document["Actions"]):
        if not types or action["Type"] in types:
            yield Block(("Actions", index), action)


def branches(block: Block) -> Iterator[Part]:
    """The error branches and condition branches of an action."""
    for name in ("Errors", "Conditions"):
        for index, branch in enumerate(block.transitions.get(name, ())):
            yield Part((*block.steps, "Transitions", name, index), branch)


def conditions(document: Document, *types: str) -> Iterator[Part]:
    """The condition branches of the actions of some types, or all."""
    for block in blocks(document, *types):
        yield from (part for part in branches(block) if part.steps[3] == "Conditions")


def texts(document: Document) -> Iterator[Part]:
    """Every string among the parameters."""
    for block in blocks(document):
        yield from _texts((*block.steps, "Parameters"), block.parameters)


def named(document: Document, *names: str) -> Iterator[Part]:
    """Every value of these names among the parameters, however deep."""
    for block in blocks(document):
        yield from _named((*block.steps, "Parameters"), block.parameters, names)


def put(document: Document, steps: Steps, value: object) -> Document:
    """The document with a value at a place; a list may grow by one."""
    made = _put(document, steps, value)
    assert isinstance(made, dict)
    return made


def drop(document: Document, steps: Steps) -> Document:
    """The document without what is at a place."""
    owner = get(document, steps[:-1])
    if isinstance(owner, list):
        return put(document, steps[:-1], [item for index, item in enumerate(owner) if index != steps[-1]])
    return put(document, steps[:-1], {key: item for key, item in owner.items() if key != steps[-1]})


def get(document: Document, steps: Steps) -> Any:
    value: Any = document
    for step in steps:
        value = value[step]
    return value


def path_of(steps: Steps) -> str:
    """A place as findings spell it."""
    path = ""
    for step in steps:
        is_word = isinstance(step, str) and step.isidentifier()
        path += (f".{step}" if path else f"{step}") if is_word else f"[{step!r}]"
    return path


def changed(document: Document, steps: Steps, value: object) -> Mutant:
    """A mutant with another value, which the finding names."""
    return Mutant(put(document, steps, value), path_of(steps))


def dropped(document: Document, steps: Steps) -> Mutant:
    """A mutant without something, whose place the finding names."""
    return Mutant(drop(document, steps), path_of(steps))


def _put(value: object, steps: Steps, new: object) -> object:
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(value, list):
        assert isinstance(step, int)
        grown = [*value, None] if step == len(value) else list(value)
        grown[step] = _put(grown[step], rest, new)
        return grown
    assert isinstance(value, dict)
    return {**value, step: _put(value.get(step, {}), rest, new)}


def _texts(steps: Steps, value: object) -> Iterator[Part]:
    if isinstance(value, str):
        yield Part(steps, value)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts((*steps, key), item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts((*steps, index), item)


def _named(steps: Steps, value: object, names: tuple[str, ...]) -> Iterator[Part]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in names:
                yield Part((*steps, key), item)
            yield from _named((*steps, key), item, names)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _named((*steps, index), item, names)
