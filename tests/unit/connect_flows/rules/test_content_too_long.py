import json
from typing import Any

from connect_flows import Flow, parse


def flow_of_length(length: int, bye: Any, indent: int | None = None) -> Flow:
    document = {"Version": "2019-10-30", "StartAction": "bye", "Metadata": {"text": ""}, "Actions": [bye]}
    rest = len(json.dumps(document, separators=(",", ":")))
    document["Metadata"] = {"text": "가" * (length - rest)}
    return parse(json.dumps(document, ensure_ascii=False, indent=indent), source="a.json")


def test_takes_256000_characters(bye: Any, found: Any) -> None:
    assert found(flow_of_length(256_000, bye)) == []


def test_refuses_256001(bye: Any, found: Any) -> None:
    assert found(flow_of_length(256_001, bye)) == ["has 256,001 characters without white space; keep at most 256,000"]


def test_does_not_count_white_space(bye: Any, found: Any) -> None:
    flow = flow_of_length(255_990, bye, indent=8)

    assert flow.size > 256_000
    assert found(flow) == []
