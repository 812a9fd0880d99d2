from dataclasses import replace
from typing import Any


def test_two_flows_of_one_name_are_found(flow: Any, found: Any) -> None:
    inbound = flow("inbound")

    assert found(inbound, replace(inbound, source="copy.json")) == [
        "inbound.json: Metadata.name: 'inbound' is also the name of copy.json; give each its own",
        "copy.json: Metadata.name: 'inbound' is also the name of inbound.json; give each its own",
    ]


def test_a_flow_and_a_module_may_have_one_name(flow: Any, module: Any, found: Any) -> None:
    assert found(flow("same"), replace(module("same"), source="modules/same.json")) == []
