"""The first step: a YAML text, or a file, becomes nodes that know their lines.

Aliases and tags are refused: nobody needs them to write a bot, and a reader would have to look for what a line means.
"""

import re
from pathlib import Path
from typing import Protocol

import yaml

from lex_bots._place import ROOT, Fault

# Deeper than any bot. The reader in C would follow until its stack ends, the other for as long as it likes.
_DEEPEST = 100
_ALIAS = re.compile(r"[*&][\w-]")
_BRACKET = re.compile(r"[\[\]{}]")
# Blocks in blocks, and lists of lists of lists in one line.
_STEEP = re.compile(rf"(?m)^[ ]{{{10 * _DEEPEST}}}|(?:[-?:][ \t]+){{{_DEEPEST}}}")
_AS_YAML = "write it as YAML: one `key: value` a line, what belongs to a key two spaces further in"


class NotYaml(Exception):
    """The text is not the YAML that a bot is written in."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.problem)


class _Mark(Protocol):
    @property
    def line(self) -> int: ...


class _Loader(yaml.SafeLoader):
    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call] # the stubs have no types for it
        if isinstance(event, yaml.AliasEvent):
            problem, cure = f"the alias *{event.anchor} stands for what is written elsewhere", "write it out here"
            raise NotYaml(Fault(ROOT, problem, cure, _line(event.start_mark)))
        return super().compose_node(parent, index)


def text_of(path: Path) -> str:
    """The text of a file in UTF-8.

    Raises:
        NotYaml: It cannot be read, or is in another encoding.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise NotYaml(Fault(ROOT, problem, "name a file that can be read")) from error
    except ValueError as error:
        raise NotYaml(Fault(ROOT, f"is no name of a file ({error})", "name a file that can be read")) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = f"holds the byte 0x{content[error.start]:02x}, which is not UTF-8"
        raise NotYaml(Fault(ROOT, problem, "save the file as UTF-8", line)) from error


def node_of(text: str) -> yaml.Node:
    """The node of a text's only document.

    Raises:
        NotYaml: There is none, or it cannot be read.
    """
    if _is_deep(text):
        raise NotYaml(Fault(ROOT, f"is nested more than {_DEEPEST} deep", _AS_YAML))
    try:
        node = _sound(text) or yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        said = ", ".join(part for part in (error.context, error.problem) if part)
        mark = error.problem_mark or error.context_mark
        raise NotYaml(Fault(ROOT, f"is not YAML ({said})", _AS_YAML, _line(mark))) from error
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        problem = f"holds the character U+{error.character:04X}, which YAML does not take"
        raise NotYaml(Fault(ROOT, problem, "remove it", line)) from error
    except (RecursionError, ValueError, OverflowError) as error:
        # Nesting without end, and escapes of characters that do not exist.
        raise NotYaml(Fault(ROOT, f"cannot be read ({type(error).__name__})", _AS_YAML)) from error
    if node is None:
        raise NotYaml(Fault(ROOT, "is empty", "write a bot into it; bots/README.md shows one"))
    return node


def _is_deep(text: str) -> bool:
    if _STEEP.search(text):
        return True
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > _DEEPEST:
            return True
    return False


def _sound(text: str) -> yaml.Node | None:
    """The node of a text that the reader in C takes, in a tenth of the time; None for what the other has to explain."""
    if _ALIAS.search(text):
        return None
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError):
        return None


def line_of(node: yaml.Node) -> int:
    """The line, counted from 1, on which a node begins."""
    return _line(node.start_mark)


def _line(mark: _Mark | None) -> int:
    return 0 if mark is None else mark.line + 1
