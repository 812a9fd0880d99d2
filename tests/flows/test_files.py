"""The files themselves: one spelling of JSON, one name for a flow, a drawing that the console can show."""

import json
import re
import unicodedata
from itertools import combinations
from pathlib import Path

from connect_flows import Flow, FlowType

TYPES = {
    "agent_hold": FlowType.AGENT_HOLD,
    "agent_transfer": FlowType.AGENT_TRANSFER,
    "agent_whisper": FlowType.AGENT_WHISPER,
    "authenticate": None,
    "callback": FlowType.CONTACT_FLOW,
    "chat": FlowType.CONTACT_FLOW,
    "customer_hold": FlowType.CUSTOMER_HOLD,
    "customer_queue": FlowType.CUSTOMER_QUEUE,
    "customer_whisper": FlowType.CUSTOMER_WHISPER,
    "disconnect": FlowType.CONTACT_FLOW,
    "inbound": FlowType.CONTACT_FLOW,
    "outbound": FlowType.OUTBOUND_WHISPER,
    "queue_transfer": FlowType.QUEUE_TRANSFER,
}
BLOCK_WIDTH, BLOCK_HEIGHT = 260, 200


def test_each_flow_has_the_type_that_it_is_used_as(flows: dict[str, Flow]) -> None:
    assert {name: flow.type for name, flow in flows.items()} == TYPES


def test_modules_are_in_their_folder(flow_file: Path, flow: Flow) -> None:
    assert flow.is_module == (flow_file.parent.name == "modules")


def test_is_named_after_its_file(flow_file: Path, flow: Flow) -> None:
    assert flow.name == flow_file.stem


def test_has_a_korean_description(flow: Flow) -> None:
    assert re.search("[가-힣]", flow.description)
    assert len(flow.description) <= 500


def test_is_written_canonically(flow_file: Path, flow: Flow) -> None:
    text = flow_file.read_bytes().decode("utf-8")

    assert text == json.dumps(flow.document, ensure_ascii=False, indent=2) + "\n"
    assert unicodedata.is_normalized("NFC", text)


def test_identifiers_say_what_a_block_does(flow: Flow) -> None:
    for action in flow.actions:
        assert re.fullmatch("[a-z]+(-[a-z]+)*", action.identifier), action.identifier


def test_the_console_shows_every_block_beside_the_others(flow: Flow) -> None:
    metadata = flow.document["Metadata"]
    assert isinstance(metadata, dict)
    drawn = metadata["ActionMetadata"]

    assert set(drawn) == {action.identifier for action in flow.actions}
    assert all(block["isFriendlyName"] is True for block in drawn.values())
    places = [metadata["entryPointPosition"], *(block["position"] for block in drawn.values())]
    for one, other in combinations(places, 2):
        assert abs(one["x"] - other["x"]) >= BLOCK_WIDTH or abs(one["y"] - other["y"]) >= BLOCK_HEIGHT


def test_is_drawn_from_left_to_right(flow: Flow) -> None:
    metadata = flow.document["Metadata"]
    assert isinstance(metadata, dict)
    left = {name: block["position"]["x"] for name, block in metadata["ActionMetadata"].items()}
    order = {action.identifier: number for number, action in enumerate(flow.actions)}

    for action in flow.actions:
        for target in action.targets:
            if order[target] > order[action.identifier]:
                assert left[target] > left[action.identifier]
