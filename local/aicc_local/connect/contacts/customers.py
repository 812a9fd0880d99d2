"""What customers do to contacts: they call, answer, speak, press keys, stay silent and hang up."""

from typing import Any

from aicc_local.connect.contacts import callbacks, lifecycle, walker
from aicc_local.connect.contacts.accepting import play_flows
from aicc_local.connect.contacts.beginning import begin_flow, end_ringing
from aicc_local.connect.contacts.contact import State, contact_in, find_contact_anywhere, instance_arn_of
from aicc_local.connect.contacts.starting import check_number
from aicc_local.connect.contacts.walk import at_rest, walk_of
from aicc_local.connect.instance import find_instance
from aicc_local.errors import invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows.simulator import Pressed, Said, TimeIsUp

KEYS = "0123456789*#"


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
        contact = contact_in(aws, contact_id, State.RINGING)
        if not callbacks.is_callback(contact):
            begin_flow(aws, contact)
            return
        callbacks.connect(aws, contact)
        # Who is called back in turn hears the queue's outbound whisper first: administrator guide, "Real-time metrics
        # example for a queued callback flow".
        queue = aws.store.get(contact.queue_arn)
        caller = queue.properties.get("OutboundCallerConfig", {}) if queue else {}
        if caller.get("OutboundFlowArn"):
            play_flows(aws, contact, [caller["OutboundFlowArn"]])


def not_answered(aws: LocalAws, contact_id: str) -> None:
    """Nobody answers an outbound call, or the line is busy: what Connect does when it has rung long enough.

    A callback is tried again later, while attempts are left.
    """
    with aws.lock:
        end_ringing(aws, contact_in(aws, contact_id, State.RINGING))


def say(aws: LocalAws, contact_id: str, text: str) -> None:
    """The customer speaks, or writes a message. Where nobody listens it is ignored, as its events tell."""
    with aws.lock:
        arn = find_contact_anywhere(aws, contact_id).arn
    aws.spawn(lambda: walker.go_on(aws, arn, Said(text)))


def press(aws: LocalAws, contact_id: str, keys: str) -> None:
    """The customer presses keys, "1" or "19900102#". Where nobody listens they are ignored, as the events tell."""
    if not keys or keys.strip(KEYS):
        raise invalid_request(f"keys must be of {KEYS}, got {keys!r}")
    with aws.lock:
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
        if contact.ended or not at_rest(walk):
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


def _called(aws: LocalAws, dialled: str, flow_id: str, instance_id: str) -> tuple[Record, Record, str]:
    if flow_id:
        flow = aws.store.find("AWS::Connect::ContactFlow", flow_id, instance_arn_of(aws, instance_id))
        return find_instance(aws, flow.owner), flow, dialled
    for number in aws.store.of("AWS::Connect::PhoneNumber"):
        if number.links["address"] == dialled:
            flow = aws.store.find("AWS::Connect::ContactFlow", str(number.links.get("contact_flow", "")))
            return find_instance(aws, number.owner), flow, dialled
    raise not_found(f"No flow answers {dialled or 'without a number'}")
