from typing import Any

import pytest

from aicc_core.errors import MalformedEvent, Unavailable
from callback_ledger.events import Kind
from callback_ledger.states import State
from tests.unit.callbacks.contact_events import AGENT, CONTACT_ID, INSTANCE_ARN, INSTANCE_ID, QUEUE, contact_event
from tests.unit.callbacks.desk import ID, TEN, Desk
from track_callbacks.contact_event import read_contact_event
from track_callbacks.logic import How, Tracked, track

NEVER = "1970-01-01T00:00:00.001Z"  # as the guide's sample of CONTACT_DATA_UPDATED has it
OURS = {"callback_id": ID, "callback_dial": "1", "callback_late": "false"}


class Attributes:
    def __init__(self, found: dict[str, str] | None) -> None:
        self.found = found
        self.asked: list[str] = []

    def of(self, contact_id: str) -> dict[str, str]:
        self.asked.append(contact_id)
        if self.found is None:
            raise Unavailable("GetContactAttributes: ThrottlingException")
        return self.found


@pytest.fixture
def ringing(desk: Desk) -> Desk:
    desk.book()
    desk.dial()
    return desk


def hear(desk: Desk, event: dict[str, Any], attributes: Attributes | None = None) -> Tracked:
    return track(
        read_contact_event(event),
        instance_id=INSTANCE_ID,
        attributes=attributes or Attributes(OURS),
        telling=desk.telling,
        now=int(desk.clock.now),
    )


@pytest.mark.parametrize("ended", ["DISCONNECTED", "COMPLETED"])
def test_a_call_that_nobody_wanted_to_go_on_with_is_followed_by_the_next(ringing: Desk, ended: str) -> None:
    tracked = hear(ringing, contact_event(ended))

    assert tracked == Tracked(How.APPLIED, ID, "not_reached", "waiting")
    assert ringing.waking.woken == [(ID, TEN + 600)]
    assert ringing.measures.names[-1] == "NotReached"


@pytest.mark.parametrize(
    "wanted", [{"queueInfo": QUEUE}, {"agentInfo": AGENT}, {"queueInfo": QUEUE, "agentInfo": AGENT}]
)
def test_a_call_that_went_on_closes_the_callback(ringing: Desk, wanted: dict[str, Any]) -> None:
    tracked = hear(ringing, contact_event("DISCONNECTED", **wanted))

    assert (tracked.how, tracked.state) == (How.APPLIED, "done")
    assert (ringing.record().state, ringing.record().contact_id) == (State.DONE, CONTACT_ID)
    assert ringing.measures.names[-1] == "Reached"


def test_a_queue_that_is_only_called_from_is_no_answer(ringing: Desk) -> None:
    only_named = {"queueInfo": {name: value for name, value in QUEUE.items() if name != "enqueueTimestamp"}}

    assert hear(ringing, contact_event("DISCONNECTED", **only_named)).kind == "not_reached"


@pytest.mark.parametrize(
    "never",
    [
        {"queueInfo": QUEUE | {"enqueueTimestamp": NEVER}},
        {"agentInfo": AGENT | {"connectedToAgentTimestamp": NEVER}},
    ],
    ids=["queue", "agent"],
)
def test_a_moment_at_the_beginning_of_time_has_not_come(ringing: Desk, never: dict[str, Any]) -> None:
    tracked = hear(ringing, contact_event("DISCONNECTED", **never))

    assert (tracked.kind, ringing.record().state) == ("not_reached", State.WAITING)


def test_the_channel_is_ours_in_either_spelling_of_the_guide(ringing: Desk) -> None:
    assert hear(ringing, contact_event("DISCONNECTED", channel="Voice")).kind == "not_reached"


def test_an_agent_who_is_connected_confirms(ringing: Desk) -> None:
    hear(ringing, contact_event("CONNECTED_TO_AGENT", queueInfo=QUEUE, agentInfo=AGENT))

    assert ringing.record().state is State.TALKING


def test_events_come_twice_late_and_in_any_order(ringing: Desk) -> None:
    first = hear(ringing, contact_event("COMPLETED", queueInfo=QUEUE, agentInfo=AGENT))
    later = [
        hear(ringing, contact_event(each, queueInfo=QUEUE, agentInfo=AGENT))
        for each in ("COMPLETED", "DISCONNECTED", "CONNECTED_TO_AGENT")
    ]

    assert first.how is How.APPLIED
    assert [each.how for each in later] == [How.IGNORED] * 3
    assert ringing.record().state is State.DONE
    assert ringing.measures.names.count("Reached") == 1


def test_an_event_of_an_earlier_dial_changes_nothing(ringing: Desk) -> None:
    ringing.tell(Kind.NOT_REACHED)
    ringing.clock.now = ringing.record().due_at
    ringing.dial()

    tracked = hear(ringing, contact_event("DISCONNECTED", queueInfo=QUEUE))

    assert tracked.how is How.IGNORED
    assert ringing.record().state is State.RINGING


@pytest.mark.parametrize(
    "changes",
    [
        {"instanceArn": INSTANCE_ARN[:-1] + "f"},
        {"initiationMethod": "INBOUND"},
        {"initiationMethod": "TRANSFER"},
        {"channel": "CHAT"},
        {"event_type": "QUEUED"},
        {"event_type": "SOMETHING_NEW"},
    ],
    ids=lambda changes: str(*changes.values()),
)
def test_what_is_not_about_our_calls_is_not_even_looked_at(desk: Desk, changes: dict[str, Any]) -> None:
    attributes = Attributes(OURS)

    tracked = hear(desk, contact_event(**changes), attributes)

    assert tracked.how is How.NOT_OURS
    assert attributes.asked == []


def test_a_call_that_another_application_made_is_not_ours(desk: Desk) -> None:
    attributes = Attributes({"campaign": "spring"})

    assert hear(desk, contact_event(), attributes).how is How.NOT_OURS
    assert attributes.asked == [CONTACT_ID]


def test_an_event_about_a_callback_that_is_deleted_is_dealt_with(desk: Desk) -> None:
    assert hear(desk, contact_event()).how is How.MISSING


def test_an_event_comes_again_when_the_attributes_cannot_be_read(ringing: Desk) -> None:
    with pytest.raises(Unavailable):
        hear(ringing, contact_event(), Attributes(None))


def test_an_attribute_that_is_no_dial_is_a_fault(ringing: Desk) -> None:
    with pytest.raises(MalformedEvent, match="callback_dial"):
        hear(ringing, contact_event(), Attributes({**OURS, "callback_dial": "one"}))


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        ({"source": "aws.ec2"}, "source"),
        ({"detail": None}, "detail"),
        ({"detail": {}}, "eventType"),
        ({"detail": {**contact_event()["detail"], "contactId": 7}}, "contactId"),
        ({"detail": {**contact_event()["detail"], "queueInfo": "general"}}, "queueInfo"),
    ],
)
def test_a_damaged_event_is_named_by_its_place(damage: dict[str, Any], place: str) -> None:
    with pytest.raises(MalformedEvent, match=place):
        read_contact_event(contact_event() | damage)
