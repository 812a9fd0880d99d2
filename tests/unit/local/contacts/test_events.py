"""What those who look on at a contact are told of it."""

import json

import pytest

from aicc_local.connect.contacts import control
from aicc_local.connect.contacts.contact import find_contact_anywhere
from aicc_local.connect.contacts.happenings import MOST_KEPT, events_of, tell
from connect_flows.simulator import Silence
from tests.unit.local.contacts.callback_flow import call, made, offering
from tests.unit.local.contacts.contact_centre import ContactCentre


def names(centre: ContactCentre, contact: str) -> list[str]:
    return [event["event"] for event in control.events(centre.aws, contact)]


def test_events_are_numbered_and_as_json_has_them(centre: ContactCentre) -> None:
    contact = centre.chat(centre.add_flow("hello"))

    events = control.events(centre.aws, contact)

    assert [event["sequence"] for event in events] == list(range(1, len(events) + 1))
    assert json.loads(json.dumps(events)) == events
    assert (events[0]["event"], events[0]["channel"], events[0]["method"]) == ("Started", "CHAT", "API")
    [reason] = [event["reason"] for event in events if event["event"] == "Disconnected"]
    assert reason == "CONTACT_FLOW_DISCONNECT"


def test_tells_only_what_came_after_a_number(centre: ContactCentre) -> None:
    contact = centre.chat(centre.add_flow("hello"))
    events = control.events(centre.aws, contact)

    assert control.events(centre.aws, contact, after="1") == events[1:]
    assert control.events(centre.aws, contact, after=events[-1]["sequence"]) == []


def test_of_a_long_contact_the_last_events_are_kept(centre: ContactCentre) -> None:
    contact = find_contact_anywhere(centre.aws, centre.chat(centre.add_flow("hello")))

    for number in range(MOST_KEPT):
        tell(contact, Silence(contact.id, float(number), "hello", "ask"))

    events = events_of(contact)
    assert len(events) == MOST_KEPT
    assert (events[0]["at"], events[-1]["at"]) == (0.0, MOST_KEPT - 1.0)
    assert events[-1]["sequence"] - events[0]["sequence"] == MOST_KEPT - 1


def test_a_caller_who_is_called_back_can_be_followed(centre: ContactCentre) -> None:
    caller = call(centre, offering(centre))
    callback = made(centre)
    control.let_time_pass(centre.aws, callback)
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, callback)

    [created] = [event for event in control.events(centre.aws, caller) if event["event"] == "CallbackCreated"]
    assert (created["callback"], created["queue"], created["delay"]) == (callback, "General", 30.0)
    assert names(centre, callback) == ["Started", "Queued", "AgentConnected", "Ringing"]


@pytest.mark.parametrize("after", ["many", "1.5"])
def test_a_number_that_is_none_is_refused(centre: ContactCentre, after: str) -> None:
    contact = centre.chat(centre.add_flow("hello"))

    with pytest.raises(ValueError, match=after):
        control.events(centre.aws, contact, after=after)
