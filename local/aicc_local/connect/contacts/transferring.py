"""Transfers by an agent: the customer goes on as another contact, through the flow of a quick connect.

Source: Connect administrator guide, "Create quick connects" and "Contact initiation methods and flow types". The store
is locked.
"""

from typing import Any

from aicc_local.connect.contacts import lifecycle
from aicc_local.connect.contacts.beginning import begin_flow
from aicc_local.connect.contacts.contact import Contact, State
from aicc_local.connect.contacts.happenings import tell
from aicc_local.errors import invalid_request
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows.simulator import Transferred

METHOD = "TRANSFER"
_GOES_ON = ("CustomerEndpoint", "SystemEndpoint", "CustomerId", "QueuePriority", "SegmentAttributes")


def transfer(aws: LocalAws, contact: Contact, quick_connect: Record) -> Contact:
    """The contact is over, and its customer goes on as the contact that is answered.

    Raises:
        ServiceError: InvalidRequestException for a quick connect to a telephone number, which leads out of Connect.
    """
    config = quick_connect.properties["QuickConnectConfig"]
    told: dict[str, Any] | None = config.get("QueueConfig") or config.get("UserConfig")
    if told is None:
        raise invalid_request(f"The local Connect does not transfer by {config['QuickConnectType']}")
    queue, user = aws.store.get(told.get("QueueArn", "")), aws.store.get(told.get("UserArn", ""))
    target = queue or user
    name = target.name if target else ""
    tell(contact, Transferred(contact.id, aws.now(), "agent" if user else "queue", name))
    described = {
        "Channel": contact.channel,
        "InitiationMethod": METHOD,
        "InitialContactId": contact.described.get("InitialContactId", contact.id),
        "PreviousContactId": contact.id,
        "Attributes": dict(contact.attributes),
        **{name: contact.described[name] for name in _GOES_ON if name in contact.described},
    }
    kept = {"queue": queue.arn if queue else "", "transfers_to": user.arn if user else "", "place": contact.place}
    kept |= {name: contact.kept[name] for name in ("language", "references") if name in contact.kept}
    instance = contact.instance(aws)
    following = lifecycle.begin(aws, instance, State.IN_FLOW, described, flow=told["ContactFlowArn"], **kept)
    lifecycle.end(aws, contact, "TRANSFERRED")
    begin_flow(aws, following)
    return following
