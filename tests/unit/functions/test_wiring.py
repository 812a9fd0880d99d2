from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from aicc_core.custom_resource import RequestType, ResourceRequest
from aicc_core.errors import MalformedEvent
from wire_connect.logic import PHONE_NUMBER_CONTACT_FLOW, QUEUE_QUICK_CONNECTS, bare_id, id_after_failure, wire

INSTANCE_ARN = "arn:aws:connect:ap-northeast-2:111122223333:instance/i"


@dataclass
class Switchboard:
    """A Connect instance in memory."""

    flows: dict[tuple[str, str], str] = field(default_factory=dict)
    quick_connects: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def associate_flow(self, instance: str, phone_number: str, flow: str) -> None:
        self.flows[instance, phone_number] = flow

    def disassociate_flow(self, instance: str, phone_number: str) -> None:
        self.flows.pop((instance, phone_number), None)

    def associate_quick_connects(self, instance: str, queue: str, quick_connects: Sequence[str]) -> None:
        self.quick_connects.setdefault((instance, queue), set()).update(quick_connects)

    def disassociate_quick_connects(self, instance: str, queue: str, quick_connects: Sequence[str]) -> None:
        self.quick_connects.get((instance, queue), set()).difference_update(quick_connects)


def ask(
    resource_type: str, request_type: RequestType, properties: Any, old: Any = None, at: str = ""
) -> ResourceRequest:
    return ResourceRequest(
        request_type=request_type,
        resource_type=resource_type,
        logical_id="Wiring",
        physical_id=at,
        properties=properties,
        old_properties=old or {},
        stack_id="stack",
        request_id="request",
        response_url="https://example.com",
    )


def number(name: str, flow: str) -> dict[str, str]:
    return {"InstanceId": INSTANCE_ARN, "PhoneNumberId": name, "ContactFlowId": f"{INSTANCE_ARN}/contact-flow/{flow}"}


def queue(name: str, *quick_connects: str) -> dict[str, Any]:
    ids = [f"{INSTANCE_ARN}/transfer-destination/{each}" for each in quick_connects]
    return {"InstanceId": "i", "QueueId": f"{INSTANCE_ARN}/queue/{name}", "QuickConnectIds": ids}


def test_a_number_is_given_its_flow() -> None:
    connect = Switchboard()

    physical_id = wire(ask(PHONE_NUMBER_CONTACT_FLOW, RequestType.CREATE, number("n", "f")), connect)

    assert physical_id == "PhoneNumberContactFlow/i/n"
    assert connect.flows == {("i", "n"): "f"}


def test_another_flow_is_an_update_in_place() -> None:
    connect = Switchboard({("i", "n"): "f"})
    before = "PhoneNumberContactFlow/i/n"

    request = ask(PHONE_NUMBER_CONTACT_FLOW, RequestType.UPDATE, number("n", "g"), number("n", "f"), before)
    physical_id = wire(request, connect)

    assert physical_id == before
    assert connect.flows == {("i", "n"): "g"}


def test_another_number_is_a_new_resource_which_the_delete_of_the_old_leaves_alone() -> None:
    connect = Switchboard({("i", "old"): "f"})
    before = "PhoneNumberContactFlow/i/old"

    update = ask(PHONE_NUMBER_CONTACT_FLOW, RequestType.UPDATE, number("new", "f"), number("old", "f"), before)
    physical_id = wire(update, connect)
    # CloudFormation sends the old properties here; even the new ones must do no harm.
    wire(ask(PHONE_NUMBER_CONTACT_FLOW, RequestType.DELETE, number("new", "f"), at=before), connect)

    assert physical_id == "PhoneNumberContactFlow/i/new"
    assert connect.flows == {("i", "new"): "f"}


def test_deleting_what_was_never_made_takes_nothing_off() -> None:
    connect = Switchboard({("i", "n"): "flow of somebody else"})
    failed = ask(PHONE_NUMBER_CONTACT_FLOW, RequestType.CREATE, number("n", "f"))

    rollback = ask(PHONE_NUMBER_CONTACT_FLOW, RequestType.DELETE, number("n", "f"), at=id_after_failure(failed))
    wire(rollback, connect)

    assert connect.flows == {("i", "n"): "flow of somebody else"}


def test_a_failed_update_keeps_its_id() -> None:
    failed = ask(PHONE_NUMBER_CONTACT_FLOW, RequestType.UPDATE, {}, at="PhoneNumberContactFlow/i/n")

    physical_id = id_after_failure(failed)

    assert physical_id == "PhoneNumberContactFlow/i/n"


def test_a_queue_is_given_its_quick_connects() -> None:
    connect = Switchboard()

    physical_id = wire(ask(QUEUE_QUICK_CONNECTS, RequestType.CREATE, queue("q", "a", "b")), connect)

    assert physical_id == "QueueQuickConnects/i/q"
    assert connect.quick_connects == {("i", "q"): {"a", "b"}}


def test_an_update_adds_and_removes_quick_connects_and_leaves_those_of_others() -> None:
    connect = Switchboard(quick_connects={("i", "q"): {"a", "b", "by hand"}})

    request = ask(
        QUEUE_QUICK_CONNECTS, RequestType.UPDATE, queue("q", "b", "c"), queue("q", "a", "b"), "QueueQuickConnects/i/q"
    )
    wire(request, connect)

    assert connect.quick_connects == {("i", "q"): {"b", "c", "by hand"}}


def test_another_queue_is_a_new_resource() -> None:
    connect = Switchboard(quick_connects={("i", "old"): {"a"}, ("i", "new"): {"a"}})
    before = "QueueQuickConnects/i/old"

    request = ask(QUEUE_QUICK_CONNECTS, RequestType.UPDATE, queue("new", "b"), queue("old", "a"), before)
    physical_id = wire(request, connect)
    wire(ask(QUEUE_QUICK_CONNECTS, RequestType.DELETE, queue("old", "a"), at=before), connect)

    assert physical_id == "QueueQuickConnects/i/new"
    assert connect.quick_connects == {("i", "old"): set(), ("i", "new"): {"a", "b"}}


def test_the_rollback_of_a_malformed_update_succeeds() -> None:
    connect = Switchboard(quick_connects={("i", "q"): {"a"}})
    malformed = {**queue("q"), "QuickConnectIds": "a,b"}

    wire(ask(QUEUE_QUICK_CONNECTS, RequestType.UPDATE, queue("q", "a"), malformed, "QueueQuickConnects/i/q"), connect)

    assert connect.quick_connects == {("i", "q"): {"a"}}


@pytest.mark.parametrize(
    ("request_type", "at"), [(RequestType.CREATE, ""), (RequestType.DELETE, "QueueQuickConnects/i/q")]
)
def test_a_request_may_come_twice(request_type: RequestType, at: str) -> None:
    connect = Switchboard()
    request = ask(QUEUE_QUICK_CONNECTS, request_type, queue("q", "a"), at=at)

    once = wire(request, connect), str(connect)
    twice = wire(request, connect), str(connect)

    assert twice == once


@pytest.mark.parametrize("value", ["i", INSTANCE_ARN])
def test_takes_an_id_or_an_arn(value: str) -> None:
    assert bare_id(value) == "i"


@pytest.mark.parametrize(
    ("resource_type", "properties", "message"),
    [
        (
            "Custom::Other",
            {},
            "ResourceType must be one of Custom::PhoneNumberContactFlow, Custom::QueueQuickConnects",
        ),
        (PHONE_NUMBER_CONTACT_FLOW, {}, "InstanceId must be an id or an ARN, got None"),
        (PHONE_NUMBER_CONTACT_FLOW, number("", "f"), "PhoneNumberId must be an id or an ARN, got ''"),
        (
            QUEUE_QUICK_CONNECTS,
            {**queue("q"), "QuickConnectIds": "a,b"},
            "QuickConnectIds must be a list of ids or ARNs, got 'a,b'",
        ),
        (
            QUEUE_QUICK_CONNECTS,
            {**queue("q"), "QuickConnectIds": ["a", ""]},
            "QuickConnectIds must be a list of ids or ARNs, got ['a', '']",
        ),
    ],
)
def test_names_the_property_that_is_wrong(resource_type: str, properties: Any, message: str) -> None:
    with pytest.raises(MalformedEvent) as caught:
        wire(ask(resource_type, RequestType.CREATE, properties), Switchboard())

    assert str(caught.value) == message
