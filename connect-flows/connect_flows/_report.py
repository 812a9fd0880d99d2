"""What a check found, in the order that it is shown in, and as JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from connect_flows._finding import Finding, Severity
from connect_flows._lines import Lines, Position, position_of


class Located(NamedTuple):
    """A finding and its position in the file, None if the file has no text."""

    finding: Finding
    position: Position | None


def located(findings: Iterable[Finding], texts: Mapping[str, str]) -> tuple[Located, ...]:
    """The findings file by file, errors before warnings, in the order of each text. `texts`: by source, in order."""
    lines: dict[str, Lines] = {}
    files = {source: number for number, source in enumerate(texts)}
    found = []
    for finding in findings:
        source = finding.source
        files.setdefault(source, len(files))
        if source in texts and source not in lines:
            lines[source] = Lines(texts[source])
        found.append(Located(finding, position_of(finding, lines.get(source))))
    return tuple(sorted(found, key=lambda item: (files[item.finding.source], *_rank(item))))


def as_json(found: Iterable[Located]) -> str:
    """A list with an object for each finding; its keys are a promise to whoever reads it."""
    return json.dumps([_members(item.finding) for item in found], ensure_ascii=False, indent=2)


def _rank(item: Located) -> tuple[bool, Position, str, str]:
    finding, position = item
    return finding.severity is not Severity.ERROR, position or Position(0, 0), finding.rule, finding.path


def _members(finding: Finding) -> dict[str, str]:
    return {
        "file": finding.source,
        "rule": finding.rule,
        "severity": finding.severity,
        "action": finding.action,
        "path": finding.path,
        "message": finding.message,
        "cure": finding.cure,
    }
