"""What agents do to contacts: they come, accept, hold, transfer and hang up."""

from aicc_local.connect.contacts import lifecycle, walker
from aicc_local.connect.contacts.accepting import accept_for, play_together
from aicc_local.connect.contacts.agents import available_status, set_status
from aicc_local.connect.contacts.contact import State, contact_in, instance_arn_of
from aicc_local.connect.contacts.happenings import tell
from aicc_local.connect.contacts.offering import free_agent, next_for
from aicc_local.connect.contacts.transferring import transfer
from aicc_local.connect.contacts.walk import leave_flows
from aicc_local.connect.quick_connect import QUICK_CONNECT
from aicc_local.connect.user import USER
from aicc_local.errors import invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows.simulator import Begins, Held


def make_available(aws: LocalAws, user: str, instance_id: str = "") -> None:
    """A user, by id, ARN or name, is ready for contacts."""
    with aws.lock:
        record = _user(aws, user, instance_id)
        set_status(aws, record, available_status(aws, record.owner))


def accept(aws: LocalAws, contact_id: str, user: str = "") -> str:
    """An agent accepts a contact that waits; who, unless named: one who is free for it. Answers the user's id.

    Of a callback the customer is called now, and has to `answer`.
    """
    with aws.lock:
        contact = contact_in(aws, contact_id, State.IN_QUEUE)
        agent = free_agent(aws, contact, user)
        if agent is None:
            raise invalid_request("No agent is available for the contact")
        return accept_for(aws, contact, agent)


def accept_next(aws: LocalAws, user: str, instance_id: str = "") -> str:
    """A user accepts what Connect would offer next: by the routing profile, then who has waited longest.

    Answers the contact's id; a callback has its place by the call that it keeps the place of.
    """
    with aws.lock:
        contact = next_for(aws, _user(aws, user, instance_id))
        if contact is None:
            raise invalid_request("Nothing waits that the user is free for")
        agent = free_agent(aws, contact, user)
        if agent is None:
            raise invalid_request("No agent is available for the contact")
        accept_for(aws, contact, agent)
        return contact.id


def agent_hangs_up(aws: LocalAws, contact_id: str) -> None:
    """The agent leaves first: the customer hears the disconnect flow, if the flow has set one."""
    with aws.lock:
        contact = contact_in(aws, contact_id, State.WITH_AGENT)
        walk = leave_flows(contact)
        hook = walk.hooks.get("CustomerRemaining")
        if not hook:
            lifecycle.end(aws, contact, "AGENT_DISCONNECT")
            return
        lifecycle.leave_agent(aws, contact)
        arn = contact.arn
    aws.spawn(lambda: walker.go_on(aws, arn, Begins(hook), walk.turn))


def agent_holds(aws: LocalAws, contact_id: str) -> None:
    """The agent puts the customer on hold: both hear their hold flows, if the flow has set them."""
    with aws.lock:
        contact = contact_in(aws, contact_id, State.WITH_AGENT)
        tell(contact, Held(contact.id, aws.now(), _name(aws, contact.agent_arn)))
        play_together(aws, contact, "AgentHold", "CustomerHold")


def agent_resumes(aws: LocalAws, contact_id: str) -> None:
    """The agent takes the customer off hold."""
    with aws.lock:
        contact = contact_in(aws, contact_id, State.WITH_AGENT)
        leave_flows(contact)
        tell(contact, Held(contact.id, aws.now(), _name(aws, contact.agent_arn), resumed=True))


def agent_transfers(aws: LocalAws, contact_id: str, quick_connect: str) -> str:
    """The agent transfers the customer by a quick connect, by id, ARN or name, to a queue or to another agent.

    The customer goes on as another contact, whose id is answered.
    """
    with aws.lock:
        contact = contact_in(aws, contact_id, State.WITH_AGENT)
        for record in aws.store.of(QUICK_CONNECT, contact.instance_arn):
            if quick_connect in (record.id, record.arn, record.name):
                return transfer(aws, contact, record).id
    raise not_found(f"Quick connect not found: {quick_connect}")


def _user(aws: LocalAws, user: str, instance_id: str) -> Record:
    for record in aws.store.of(USER, instance_arn_of(aws, instance_id)):
        if user in (record.id, record.arn, record.name):
            return record
    raise not_found(f"User not found: {user}")


def _name(aws: LocalAws, arn: str) -> str:
    found = aws.store.get(arn)
    return found.name if found else ""
