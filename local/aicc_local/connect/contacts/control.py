"""What customers and agents do to contacts, for tests and demonstrations: people are the one thing that no API starts.

Each function takes the account and names a contact by its id; those that lead the contact into a flow answer at once,
and the flow goes on in the background. A contact that is not in the state for it is refused with
InvalidRequestException.
"""

from typing import Any

from aicc_local.connect.contacts import lifecycle, walker
from aicc_local.connect.contacts.agents import agents_of, available_status, set_status
from aicc_local.connect.contacts.beginning import begin_flow, end_ringing
from aicc_local.connect.contacts.contact import Contact, State, find_contact_anywhere
from aicc_local.connect.contacts.starting import check_number
from aicc_local.connect.contacts.step import Begins, TimeIsUp, Typed
from aicc_local.connect.contacts.walk import walk_of
from aicc_local.connect.instance import find_instance
from aicc_local.connect.user import USER
from aicc_local.errors import invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

# --- customers ---------------------------------------------------------------------------------------------------


def call_in(
    aws: LocalAws, *, customer_number: str, dialled_number: str = "", flow_id: str = "", instance_id: str = ""
) -> str:
    """A customer calls: a number of the instance that leads to a flow, or a flow itself; answers the contact's id."""
    check_number("customer_number", customer_number)
    with aws.lock:
        instance, flow, dialled = _called(aws, dialled_number, flow_id, instance_id)
        if not instance.properties["Attributes"].get("InboundCalls"):
            raise invalid_request("The instance does not take inbound calls")
        described: dict[str, Any] = {
            "Channel": "VOICE",
            "InitiationMethod": "INBOUND",
            "CustomerEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": customer_number},
        }
        if dialled:
            described["SystemEndpoint"] = {"Type": "TELEPHONE_NUMBER", "Address": dialled}
        contact = lifecycle.begin(aws, instance, State.IN_FLOW, described, flow=flow.arn)
        begin_flow(aws, contact)
        return contact.id


def answer(aws: LocalAws, contact_id: str) -> None:
    """The customer answers an outbound call; so does a voicemail, which Connect cannot tell from a person."""
    with aws.lock:
        contact = _in_state(aws, contact_id, State.RINGING)
        begin_flow(aws, contact)


def not_answered(aws: LocalAws, contact_id: str) -> None:
    """Nobody answers an outbound call, or the line is busy: what Connect does when it has rung long enough."""
    with aws.lock:
        end_ringing(aws, _in_state(aws, contact_id, State.RINGING))


def give_input(aws: LocalAws, contact_id: str, text: str) -> None:
    """The customer types keys, "1" or "19900102#", where the flow waits for them."""
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        if contact.ended or walk_of(contact).waits_for != "input":
            raise invalid_request("The contact does not wait for input")
        arn = contact.arn
    aws.spawn(lambda: walker.go_on(aws, arn, Typed(text)))


def let_time_pass(aws: LocalAws, contact_id: str) -> None:
    """What the contact waits for does not come in time; as if the time were over now."""
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        walk = walk_of(contact)
        if contact.ended or walk.waits_for in ("", "nothing"):
            raise invalid_request("The contact does not wait")
        arn, late = contact.arn, TimeIsUp(walk.turn)
    aws.spawn(lambda: walker.go_on(aws, arn, late))


def hang_up(aws: LocalAws, contact_id: str) -> None:
    """The customer hangs up, or closes the chat."""
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        if contact.state in (State.ENDED, State.SCHEDULED, State.RINGING):
            raise invalid_request(f"The contact is {contact.state}")
        lifecycle.end(aws, contact, "CUSTOMER_DISCONNECT")


# --- agents ------------------------------------------------------------------------------------------------------


def make_available(aws: LocalAws, user: str, instance_id: str = "") -> None:
    """A user, by id, ARN or name, is ready for contacts."""
    with aws.lock:
        record = _user(aws, user, instance_id)
        set_status(aws, record, available_status(aws, record.owner))


def accept(aws: LocalAws, contact_id: str, user: str = "") -> str:
    """An agent accepts a contact that waits; who, unless named: one who is free for it. Answers the user's id."""
    with aws.lock:
        contact = _in_state(aws, contact_id, State.IN_QUEUE)
        free = [
            agent.user
            for agent in agents_of(aws, contact.instance_arn)
            if agent.free().get(contact.channel) and agent.serves(contact.queue_arn, contact.channel)
        ]
        if user:
            free = [each for each in free if user in (each.id, each.arn, each.name)]
        if not free:
            raise invalid_request("No agent is available for the contact")
        lifecycle.connect_to_agent(aws, contact, free[0])
        walk = walk_of(contact)
        whispers = [walk.hooks[hook] for hook in ("AgentWhisper", "CustomerWhisper") if hook in walk.hooks]
        walk.frames, walk.next_flows, walk.waits_for = [], whispers[1:], ""
        walk.turn += 1
        walk.save(contact)
        arn = contact.arn
    if whispers:
        aws.spawn(lambda: walker.go_on(aws, arn, Begins(whispers[0])))
    return free[0].id


def agent_hangs_up(aws: LocalAws, contact_id: str) -> None:
    """The agent leaves first: the customer hears the disconnect flow, if the flow has set one."""
    with aws.lock:
        contact = _in_state(aws, contact_id, State.WITH_AGENT)
        hook = walk_of(contact).hooks.get("CustomerRemaining")
        if not hook:
            lifecycle.end(aws, contact, "AGENT_DISCONNECT")
            return
        lifecycle.leave_agent(aws, contact)
        arn = contact.arn
    aws.spawn(lambda: walker.go_on(aws, arn, Begins(hook)))


# --- looking on --------------------------------------------------------------------------------------------------


def look(aws: LocalAws, contact_id: str) -> dict[str, Any]:
    """Where a contact is: its state, the action it is at, what it waits for, and what the customer was told."""
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        walk = walk_of(contact)
        place = walk.frame if walk.frames else None
        flow = aws.store.get(place.flow) if place else None
        return {
            "contact_id": contact.id,
            "channel": contact.channel,
            "state": contact.state.value,
            "flow": flow.name if flow else "",
            "action": place.action if place else "",
            "waits_for": walk.waits_for,
            "reason": walk.reason,
            "said": list(contact.kept.get("said", ())),
            "attributes": dict(contact.attributes),
        }


def _called(aws: LocalAws, dialled: str, flow_id: str, instance_id: str) -> tuple[Record, Record, str]:
    if flow_id:
        flow = aws.store.find("AWS::Connect::ContactFlow", flow_id, _owner(aws, instance_id))
        return find_instance(aws, flow.owner), flow, dialled
    for number in aws.store.of("AWS::Connect::PhoneNumber"):
        if number.links["address"] == dialled:
            flow = aws.store.find("AWS::Connect::ContactFlow", str(number.links.get("contact_flow", "")))
            return find_instance(aws, number.owner), flow, dialled
    raise not_found(f"No flow answers {dialled or 'without a number'}")


def _owner(aws: LocalAws, instance_id: str) -> str | None:
    return find_instance(aws, instance_id).arn if instance_id else None


def _user(aws: LocalAws, user: str, instance_id: str) -> Record:
    for record in aws.store.of(USER, _owner(aws, instance_id)):
        if user in (record.id, record.arn, record.name):
            return record
    raise not_found(f"User not found: {user}")


def _in_state(aws: LocalAws, contact_id: str, state: State) -> Contact:
    contact = find_contact_anywhere(aws, contact_id)
    if contact.state is not state:
        raise invalid_request(f"The contact is {contact.state}, not {state}")
    return contact
