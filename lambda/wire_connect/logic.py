"""Carries out a request for one of the two custom resources; every step may be repeated and gives the same result.

The physical id, `<type>/<instance>/<number or queue>`, names the end that stays: another flow is an update in place,
another number a new resource, after which CloudFormation deletes the old id. So a Delete goes by the id it is given.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from aicc_core.custom_resource import RequestType, ResourceRequest
from aicc_core.errors import MalformedEvent

PHONE_NUMBER_CONTACT_FLOW = "Custom::PhoneNumberContactFlow"
QUEUE_QUICK_CONNECTS = "Custom::QueueQuickConnects"
NOT_MADE = "not-made"


class Connect(Protocol):
    """The four calls; ids are bare. What is already as wanted, or to be taken off and gone, is no error."""

    def associate_flow(self, instance: str, phone_number: str, flow: str) -> None:
        """Let calls to `phone_number` enter `flow`, in place of the flow before."""

    def disassociate_flow(self, instance: str, phone_number: str) -> None:
        """Let calls to `phone_number` enter no flow."""

    def associate_quick_connects(self, instance: str, queue: str, quick_connects: Sequence[str]) -> None:
        """Offer `quick_connects` to the agents of `queue`."""

    def disassociate_quick_connects(self, instance: str, queue: str, quick_connects: Sequence[str]) -> None:
        """Offer `quick_connects` no longer."""


def wire(request: ResourceRequest, connect: Connect) -> str:
    """Carry out `request` and return the physical id.

    Raises `MalformedEvent` for an unknown type or a wrong property, and whatever `connect` raises.
    """
    if request.resource_type not in _WIRINGS:
        raise MalformedEvent(f"ResourceType must be one of {', '.join(sorted(_WIRINGS))}")
    make, remove = _WIRINGS[request.resource_type]
    if request.request_type is not RequestType.DELETE:
        return make(request, connect)
    # Any other id is that of a creation that failed: there is nothing to take off, and a rollback must not get stuck.
    if request.physical_id.startswith(f"{_kind(request)}/"):
        remove(request, connect)
    return request.physical_id


def id_after_failure(request: ResourceRequest) -> str:
    """Return the id to answer with when `request` failed: the one there was, or one that a Delete leaves alone."""
    return request.physical_id or f"{NOT_MADE}/{request.logical_id}"


def bare_id(arn_or_id: str) -> str:
    """Return the id at the end of an ARN, or the id itself.

    >>> bare_id("arn:aws:connect:ap-northeast-2:111122223333:instance/1a/contact-flow/2b"), bare_id("2b")
    ('2b', '2b')
    """
    return arn_or_id.rpartition("/")[2]


def _make_flow(request: ResourceRequest, connect: Connect) -> str:
    instance, number = _id(request, "InstanceId"), _id(request, "PhoneNumberId")
    connect.associate_flow(instance, number, _id(request, "ContactFlowId"))
    return f"{_kind(request)}/{instance}/{number}"


def _remove_flow(request: ResourceRequest, connect: Connect) -> None:
    _, instance, number = request.physical_id.split("/")
    connect.disassociate_flow(instance, number)


def _make_quick_connects(request: ResourceRequest, connect: Connect) -> str:
    instance, queue = _id(request, "InstanceId"), _id(request, "QueueId")
    physical_id = f"{_kind(request)}/{instance}/{queue}"
    wanted = _ids(request.properties)
    connect.associate_quick_connects(instance, queue, wanted)
    if physical_id == request.physical_id:
        # When an update is rolled back, the old properties are those that failed. If they were malformed, nothing was
        # made of them, and the rollback must not fail of them too.
        before = _well_formed_ids(request.old_properties) or []
        connect.disassociate_quick_connects(instance, queue, [each for each in before if each not in wanted])
    return physical_id


def _remove_quick_connects(request: ResourceRequest, connect: Connect) -> None:
    _, instance, queue = request.physical_id.split("/")
    connect.disassociate_quick_connects(instance, queue, _ids(request.properties))


_WIRINGS: dict[str, tuple[Callable[[ResourceRequest, Connect], str], Callable[[ResourceRequest, Connect], None]]] = {
    PHONE_NUMBER_CONTACT_FLOW: (_make_flow, _remove_flow),
    QUEUE_QUICK_CONNECTS: (_make_quick_connects, _remove_quick_connects),
}


def _kind(request: ResourceRequest) -> str:
    return request.resource_type.removeprefix("Custom::")


def _id(request: ResourceRequest, name: str) -> str:
    value = request.properties.get(name)
    if not isinstance(value, str) or not bare_id(value):
        raise MalformedEvent(f"{name} must be an id or an ARN, got {value!r}")
    return bare_id(value)


def _ids(properties: Mapping[str, Any]) -> list[str]:
    ids = _well_formed_ids(properties)
    if ids is None:
        raise MalformedEvent(
            f"QuickConnectIds must be a list of ids or ARNs, got {properties.get('QuickConnectIds')!r}"
        )
    return ids


def _well_formed_ids(properties: Mapping[str, Any]) -> list[str] | None:
    values = properties.get("QuickConnectIds")
    if not isinstance(values, list) or not all(isinstance(value, str) and bare_id(value) for value in values):
        return None
    return [bare_id(value) for value in values]
