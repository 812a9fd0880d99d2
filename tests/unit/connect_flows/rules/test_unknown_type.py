import re
from typing import Any

import pytest

from connect_flows._action_types import ACTION_TYPES
from connect_flows._rules.unknown_type import MEANT


def test_a_type_that_exists_is_well(flow_of: Any, bye: Any, found: Any) -> None:
    assert found(flow_of(bye)) == []


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ("PlayPrompt", "use MessageParticipant"),
        ("UnTagContact", "use UntagContact"),
        ("UpdateRoutingCriteria", "use UpdateContactRoutingCriteria"),
        ("disconnectParticipant", "use DisconnectParticipant"),
        ("TransferContactToQeue", "use TransferContactToQueue"),
        ("EntryPoint", "a flow starts where StartAction says; leave the block out"),
        ("Abracadabra", "use one of the flow language's types"),
        ("", "use one of the flow language's types"),
    ],
)
def test_says_what_was_meant(block: Any, flow_of: Any, found: Any, wrong: str, cure: str) -> None:
    assert found(flow_of(block("go", wrong))) == [f"go: Type {wrong!r} is no type of action; {cure}"]


@pytest.mark.parametrize("meant", MEANT.values())
def test_every_cure_names_a_type_that_exists(meant: str) -> None:
    assert set(re.findall(r"[A-Z]\w+[a-z][A-Z]\w+|Compare", meant)) & ACTION_TYPES.keys()


@pytest.mark.parametrize("wrong", MEANT)
def test_no_type_that_exists_is_taken_for_a_mistake(wrong: str) -> None:
    assert wrong not in ACTION_TYPES
