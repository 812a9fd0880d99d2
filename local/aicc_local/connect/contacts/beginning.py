"""How contacts get into their flow, or never do."""

from aicc_local.connect.contacts import callbacks, lifecycle, walker
from aicc_local.connect.contacts.contact import Contact, State, contact_at
from aicc_local.local_aws import LocalAws
from connect_flows.simulator import Begins


def begin_flow(aws: LocalAws, contact: Contact) -> None:
    """The customer is there: into the flow that the contact was started for. The store is locked."""
    lifecycle.connect_to_system(aws, contact)
    arn, flow = contact.arn, str(contact.kept["flow"])
    aws.spawn(lambda: walker.go_on(aws, arn, Begins(flow)))


def end_ringing(aws: LocalAws, contact: Contact) -> None:
    """Nobody has answered. The store is locked."""
    if callbacks.is_callback(contact):
        callbacks.try_again(aws, contact)
        return
    lifecycle.end(aws, contact, "TELECOM_PROBLEM")


def ring_out(aws: LocalAws, contact_arn: str) -> None:
    """It has rung long enough."""
    with aws.lock:
        contact = contact_at(aws, contact_arn)
        if contact is not None and contact.state is State.RINGING:
            end_ringing(aws, contact)


def begin_scheduled(aws: LocalAws, contact_arn: str) -> None:
    """The time of a scheduled task has come."""
    with aws.lock:
        contact = contact_at(aws, contact_arn)
        if contact is not None and contact.state is State.SCHEDULED:
            begin_flow(aws, contact)
