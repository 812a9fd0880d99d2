"""A contact, and where it is. Its properties are named as DescribeContact names them, which saves a translation."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aicc_local.connect.instance import find_instance
from aicc_local.errors import invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

CONTACT = "Contact"


class State(StrEnum):
    """Where a contact is."""

    SCHEDULED = "SCHEDULED"  # a task or a callback whose time has not come
    RINGING = "RINGING"  # an outbound call that nobody has answered yet; an agent waits for that of a callback
    IN_FLOW = "IN_FLOW"
    IN_QUEUE = "IN_QUEUE"
    WITH_AGENT = "WITH_AGENT"
    ENDED = "ENDED"


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact; what is changed here is changed in the store."""

    record: Record

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def arn(self) -> str:
        return self.record.arn

    @property
    def instance_arn(self) -> str:
        return self.record.owner

    @property
    def described(self) -> dict[str, Any]:
        """Members of DescribeContact's answer; timestamps are seconds since 1970."""
        return self.record.properties

    @property
    def kept(self) -> dict[str, Any]:
        """What only the local Connect knows of it: its walk through flows, what was said to the customer."""
        return self.record.links

    @property
    def channel(self) -> str:
        """VOICE, CHAT or TASK."""
        return str(self.described["Channel"])

    @property
    def state(self) -> State:
        return State(self.kept["state"])

    def move(self, state: State) -> None:
        """Be in another state from now on."""
        self.kept["state"] = state.value

    @property
    def ended(self) -> bool:
        return self.state is State.ENDED

    @property
    def attributes(self) -> dict[str, str]:
        """What users defined."""
        attributes: dict[str, str] = self.described.setdefault("Attributes", {})
        return attributes

    @property
    def queue_arn(self) -> str:
        """Where it waits or waited, or is to wait; empty without a queue."""
        return str(self.kept.get("queue", ""))

    @property
    def agent_arn(self) -> str:
        """The agent who accepted it; empty without one."""
        return str(self.kept.get("agent", ""))

    @property
    def place(self) -> float:
        """When the customer's call or chat began: the oldest comes first. What follows a call keeps its place."""
        kept = self.kept.get("callback") or self.kept
        return float(kept.get("place", self.described["InitiationTimestamp"]))

    def instance(self, aws: LocalAws) -> Record:
        """The instance that it belongs to."""
        return find_instance(aws, self.instance_arn)

    def say(self, text: str) -> None:
        """Remember what the customer was told."""
        self.kept.setdefault("said", []).append(text)


def contacts_of(aws: LocalAws, instance_arn: str) -> Iterator[Contact]:
    """The contacts of an instance, oldest first."""
    return (Contact(record) for record in aws.store.of(CONTACT, instance_arn))


def contact_at(aws: LocalAws, arn: str) -> Contact | None:
    """The contact with this ARN."""
    record = aws.store.get(arn)
    return Contact(record) if record is not None and record.kind == CONTACT else None


def find_contact(aws: LocalAws, instance_id: str, contact_id: str) -> Contact:
    """The contact that a request names.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    instance = find_instance(aws, instance_id)
    contact = contact_at(aws, f"{instance.arn}/contact/{contact_id}")
    if contact is None:
        raise not_found(f"Contact not found: {contact_id}")
    return contact


def find_contact_anywhere(aws: LocalAws, contact_id: str) -> Contact:
    """The contact with this id, in whatever instance.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    for record in aws.store.of(CONTACT):
        if record.id == contact_id:
            return Contact(record)
    raise not_found(f"Contact not found: {contact_id}")


def contact_in(aws: LocalAws, contact_id: str, state: State) -> Contact:
    """The contact with this id, in whatever instance, which is in this state.

    Raises:
        ServiceError: ResourceNotFoundException; InvalidRequestException for one in another state.
    """
    contact = find_contact_anywhere(aws, contact_id)
    if contact.state is not state:
        raise invalid_request(f"The contact is {contact.state}, not {state}")
    return contact


def instance_arn_of(aws: LocalAws, instance_id: str) -> str | None:
    """The ARN of an instance, where one is named."""
    return find_instance(aws, instance_id).arn if instance_id else None
