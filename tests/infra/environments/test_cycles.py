"""No resource waits for itself: among nested stacks a circle is only a warning to the CDK."""

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any

import pytest

from tests.infra.environments.synthesized import Synthesized

_IN_TEXT = re.compile(r"\$\{([A-Za-z0-9]+)(?:\.[^}]*)?\}")


def references(value: Any) -> Iterator[str]:
    """Every logical id that a resource's definition names."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "Ref":
                yield item
            elif key == "Fn::GetAtt":
                yield item[0] if isinstance(item, list) else item.partition(".")[0]
            elif key == "Fn::Sub":
                text = item[0] if isinstance(item, list) else item
                yield from _IN_TEXT.findall(text)
            yield from references(item)


def graph(template: dict[str, Any]) -> dict[str, set[str]]:
    resources = template["Resources"]
    edges: dict[str, set[str]] = {}
    for name, resource in resources.items():
        named = set(references(resource.get("Properties", {})))
        depends = resource.get("DependsOn", [])
        named |= {depends} if isinstance(depends, str) else set(depends)
        edges[name] = named & set(resources)
    return edges


def test_no_template_has_a_circle(environment: Synthesized) -> None:
    for template in environment.templates.values():
        order = list(TopologicalSorter(graph(template)).static_order())

        assert len(order) == len(template["Resources"])


def test_a_circle_would_be_found() -> None:
    template = {
        "Resources": {
            "Queue": {"Properties": {"QuickConnectArns": [{"Fn::GetAtt": ["QuickConnect", "Arn"]}]}},
            "QuickConnect": {"DependsOn": "Queue"},
        }
    }

    with pytest.raises(CycleError):
        TopologicalSorter(graph(template)).prepare()


def test_references_in_text_are_seen() -> None:
    assert set(references({"Fn::Sub": "arn:${AWS::Region}:${Queue.Arn}:${Key}"})) == {"Queue", "Key"}
