from typing import Any

import pytest

from connect_flows import FlowType

SETTINGS: dict[str, object] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}


def test_a_module_has_settings_and_a_flow_has_none(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, Settings=SETTINGS)) == []
    assert found(flow_of(bye, Settings=SETTINGS), flow_type="MODULE") == []
    assert found(flow_of(bye)) == []
    assert found(flow_of(bye), flow_type=FlowType.CONTACT_FLOW) == []


def test_finds_a_module_without(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye), flow_type="MODULE") == [
        "Settings: is missing; a module needs it; "
        'write "Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []}'
    ]


def test_finds_a_flow_with_settings(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, Settings=SETTINGS), flow_type=FlowType.AGENT_HOLD) == [
        "Settings: makes this a module; leave it out of AGENT_HOLD flows"
    ]


@pytest.mark.parametrize("name", SETTINGS)
def test_finds_each_member_that_is_missing(bye: Any, flow_of: Any, found: Any, name: str) -> None:
    settings = {key: value for key, value in SETTINGS.items() if key != name}

    assert found(flow_of(bye, Settings=settings)) == [f"Settings.{name}: is missing; add it, a list"]


def test_finds_members_of_another_kind_and_of_another_name(bye: Any, flow_of: Any, found: Any) -> None:
    settings = {**SETTINGS, "Transitions": {}, "Results": []}

    assert found(flow_of(bye, Settings=settings)) == [
        "Settings.Results: is unknown; use only InputParameters, OutputParameters, Transitions",
        "Settings.Transitions: is an object; make it a list",
    ]
