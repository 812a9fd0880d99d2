"""Findings as code hosts and editors take them: SARIF 2.1.0.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

import json
import os
import re
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import PurePath
from urllib.parse import quote

from connect_flows._finding import Severity
from connect_flows._report import Located
from connect_flows._rule_texts import RuleText

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ADDRESS = re.compile(r"https://[^\s;,]+")


def as_sarif(found: Iterable[Located], rules: Sequence[RuleText]) -> str:
    """One run of this package, all its rules, and a result for each finding."""
    driver = {
        "name": "connect-flows",
        "version": metadata.version("connect-flows"),
        "rules": [_rule(rule) for rule in rules],
    }
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, numbers) for item in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: RuleText) -> dict[str, object]:
    address = _ADDRESS.search(rule.source)
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.text},
        **({"helpUri": address[0]} if address else {}),
        "defaultConfiguration": {"level": _level(rule.severity)},
    }


def _result(item: Located, numbers: dict[str, int]) -> dict[str, object]:
    finding, position = item
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(finding.source)}}
    if position is not None:
        place["region"] = {"startLine": position.line, "startColumn": position.column}
    return {
        "ruleId": finding.rule,
        **({"ruleIndex": numbers[finding.rule]} if finding.rule in numbers else {}),
        "level": _level(finding.severity),
        "message": {"text": f"{finding.place}: {finding.message}; {finding.cure}"},
        "locations": [{"physicalLocation": place}],
    }


def _level(severity: Severity) -> str:
    return "error" if severity is Severity.ERROR else "warning"


def _uri(source: str) -> str:
    path = PurePath(os.path.normpath(source))
    if path.is_absolute():
        return path.as_uri()
    return quote(os.fsencode(path.as_posix()))
