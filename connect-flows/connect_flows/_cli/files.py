"""The files that a command was given, and the flows in them."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import typer

from connect_flows._cli.findings import refuse_findings
from connect_flows._cli.output import STANDARD, refuse
from connect_flows._errors import InvalidFlow
from connect_flows._finding import Finding
from connect_flows._json_text import NotJson, text_of
from connect_flows._model import Flow
from connect_flows._place import ROOT, Fault
from connect_flows._reader import NOT_JSON, display, parse, read_text

STANDARD_SOURCE = "<stdin>"
_MEMBERS = ("Version", "StartAction", "Actions")


@dataclass(frozen=True, slots=True)
class Batch:
    """What was read. `texts`: by source, in the order read. `skipped`: files of a folder that hold no flow."""

    flows: list[Flow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many files were judged."""
        return len({*self.texts, *(finding.source for finding in self.findings)})


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and whether somebody named it or it lay in a folder."""

    path: str
    named: bool


def found_in(paths: Sequence[str]) -> list[Found | Finding]:
    """Each file once: those named, and the JSON files of the folders. A folder that cannot be read is a finding."""
    found: dict[str, Found | Finding] = {}
    for path in paths:
        for item in _below(path):
            key = item.path if isinstance(item, Found) else item.source
            key = key if key == STANDARD else os.path.abspath(key)
            if key not in found or (isinstance(item, Found) and item.named):
                found[key] = item
    return list(found.values())


def read_batch(found: Iterable[Found | Finding]) -> Batch:
    """Read every file. What keeps one from being a flow is a finding, unless it lay there and is something else."""
    batch = Batch()
    for item in found:
        if isinstance(item, Finding):
            batch.findings.append(item)
        else:
            _read_into(batch, item)
    return batch


def read_flow(path: str) -> Flow:
    """The flow in one file, or on standard input; the command stops if there is none."""
    texts: dict[str, str] = {}
    try:
        text = texts[source_of(path)] = text_in(path)
        return parse(text, source=source_of(path))
    except InvalidFlow as error:
        refuse_findings(error.findings, texts)


def text_in(path: str) -> str:
    """The text of a file or of standard input."""
    if path != STANDARD:
        return read_text(path)
    try:
        return text_of(typer.get_binary_stream("stdin").read())
    except NotJson as error:
        raise InvalidFlow([error.fault.finding(NOT_JSON, STANDARD_SOURCE)]) from error


def source_of(path: str) -> str:
    """How messages name a file or standard input."""
    return STANDARD_SOURCE if path == STANDARD else display(path)


def _below(path: str) -> Iterator[Found | Finding]:
    if path != STANDARD and not os.path.lexists(path):
        refuse(f"{path}: does not exist; name a file or a folder")
    if path == STANDARD or not os.path.isdir(path):
        yield Found(path, named=True)
        return
    unread: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not _is_passed_over(name))
        for name in sorted(files):
            if name.lower().endswith(".json") and not name.startswith("."):
                yield Found(os.path.normpath(os.path.join(folder, name)), named=False)
    for error in unread:
        fault = Fault(ROOT, f"cannot be read ({error.strerror})", "name folders that can be read")
        yield fault.finding(NOT_JSON, display(os.path.normpath(error.filename)))


def _is_passed_over(folder: str) -> bool:
    return folder.startswith((".", "cdk.out")) or folder == "node_modules"


def _read_into(batch: Batch, item: Found) -> None:
    source = source_of(item.path)
    text = None
    try:
        text = text_in(item.path)
        batch.flows.append(parse(text, source=source))
    except InvalidFlow as error:
        if text is not None and not item.named and not _looks_like_a_flow(text):
            batch.skipped.append(source)
            return
        batch.findings.extend(error.findings)
    if text is not None:
        batch.texts[source] = text


def _looks_like_a_flow(text: str) -> bool:
    # Of an object, its own members; of a text that is broken, every hint.
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return not text.strip() or any(f'"{member}"' in text for member in _MEMBERS)
    return isinstance(document, dict) and len(document.keys() & set(_MEMBERS)) > 1
