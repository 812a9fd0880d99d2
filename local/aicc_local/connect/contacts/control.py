"""What customers and agents do to contacts, for tests and demonstrations: people are the one thing that no API starts.

Each function takes the account and names a contact by its id; those that lead the contact into a flow answer at once,
and the flow goes on in the background. A contact that is not in the state for it is refused with
InvalidRequestException.
"""

from typing import Any

from aicc_local.connect.contacts import callbacks, lifecycle, walker
from aicc_local.connect.contacts.accepting import accept_for, play
from aicc_local.connect.contacts.agents import available_status, set_status
from aicc_local.connect.contacts.beginning import begin_flow, end_ringing
from aicc_local.connect.contacts.contact import Contact, State, find_contact_anywhere
from aicc_local.connect.contacts.happenings import events_of
from aicc_local.connect.contacts.offering import free_agent, next_for
from aicc_local.connect.contacts.starting import check_number
from aicc_local.connect.contacts.walk import leave_flows, stopped, walk_of
from aicc_local.connect.instance import find_instance
from aicc_local.connect.user import USER
from aicc_local.errors import invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows.simulator import Begins, Pressed, Said, TimeIsUp

KEYS = "0123456789*#"

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
        if not callbacks.is_callback(contact):
            begin_flow(aws, contact)
            return
        callbacks.connect(aws, contact)
        play(aws, contact, "CustomerWhisper")


def not_answered(aws: LocalAws, contact_id: str) -> None:
    """Nobody answers an outbound call, or the line is busy: what Connect does when it has rung long enough.

    A callback is tried again later, while attempts are left.
    """
    with aws.lock:
        end_ringing(aws, _in_state(aws, contact_id, State.RINGING))


def say(aws: LocalAws, contact_id: str, text: str) -> None:
    """The customer speaks, or writes a message. Where nobody listens it is ignored, as its events tell."""
    arn = find_contact_anywhere(aws, contact_id).arn
    aws.spawn(lambda: walker.go_on(aws, arn, Said(text)))


def press(aws: LocalAws, contact_id: str, keys: str) -> None:
    """The customer presses keys, "1" or "19900102#". Where nobody listens they are ignored, as the events tell."""
    if not keys or keys.strip(KEYS):
        raise invalid_request(f"keys must be of {KEYS}, got {keys!r}")
    arn = find_contact_anywhere(aws, contact_id).arn
    aws.spawn(lambda: walker.go_on(aws, arn, Pressed(keys)))


def silent(aws: LocalAws, contact_id: str) -> None:
    """The customer says nothing and presses nothing until the flow waits no longer; as if that were now."""
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        if contact.ended or walk_of(contact).waits_for != "input":
            raise invalid_request("The contact does not wait for input")
    let_time_pass(aws, contact_id)


def give_input(aws: LocalAws, contact_id: str, text: str) -> None:
    """The customer answers where the flow waits for it: on a call keys, if the text is of keys alone, else speech."""
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        if contact.ended or walk_of(contact).waits_for != "input":
            raise invalid_request("The contact does not wait for input")
        are_keys = contact.channel == "VOICE" and text and not text.strip(KEYS)
    (press if are_keys else say)(aws, contact_id, text)


def let_time_pass(aws: LocalAws, contact_id: str) -> None:
    """What the contact waits for does not come in time; as if the time were over now. A callback is queued."""
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        if contact.state is State.SCHEDULED and callbacks.is_callback(contact):
            callbacks.queue_in_time(aws, contact.arn)
            return
        walk = walk_of(contact)
        if contact.ended or walk.waits_for not in ("input", "time", "messages"):
            raise invalid_request("The contact does not wait")
        arn, late = contact.arn, TimeIsUp(walk.turn)
    aws.spawn(lambda: walker.go_on(aws, arn, late))


def hang_up(aws: LocalAws, contact_id: str) -> None:
    """The customer hangs up, or closes the chat."""
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        if contact.state in (State.ENDED, State.SCHEDULED, State.RINGING):
            raise invalid_request(f"The contact is {contact.state}")
        if contact.state is State.IN_QUEUE and callbacks.is_callback(contact):
            raise invalid_request("The customer waits for a call, and is on no line")
        lifecycle.end(aws, contact, "CUSTOMER_DISCONNECT")


# --- agents ------------------------------------------------------------------------------------------------------


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
        contact = _in_state(aws, contact_id, State.IN_QUEUE)
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
        contact = _in_state(aws, contact_id, State.WITH_AGENT)
        hook = leave_flows(contact).hooks.get("CustomerRemaining")
        if not hook:
            lifecycle.end(aws, contact, "AGENT_DISCONNECT")
            return
        lifecycle.leave_agent(aws, contact)
        arn = contact.arn
    aws.spawn(lambda: walker.go_on(aws, arn, Begins(hook)))


# --- looking on --------------------------------------------------------------------------------------------------


def look(aws: LocalAws, contact_id: str) -> dict[str, Any]:
    """Where a contact is: its state, the action it is at, what it waits for, and what the customer was told.

    It waits for input, time, messages, or the answer of a function or a bot; or for nothing, because of `reason`.
    """
    with aws.lock:
        contact = find_contact_anywhere(aws, contact_id)
        walk, reason = walk_of(contact), stopped(contact)
        place = walk.frames[-1] if walk.frames else None
        flow = aws.store.get(place.flow) if place else None
        return {
            "contact_id": contact.id,
            "channel": contact.channel,
            "state": contact.state.value,
            "flow": flow.name if flow else "",
            "action": place.block if place else "",
            "waits_for": "nothing" if reason else walk.waits_for,
            "reason": reason,
            "said": list(contact.kept.get("said", ())),
            "attributes": dict(contact.attributes),
        }


def events(aws: LocalAws, contact_id: str, after: int | str = 0) -> list[dict[str, Any]]:
    """What has happened to a contact after the event of this number: the events of `connect_flows.simulator`.

    Each has its `sequence`, its name as `event`, and its fields. Of a long contact the first are forgotten.
    """
    with aws.lock:
        return events_of(find_contact_anywhere(aws, contact_id), int(after))


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
