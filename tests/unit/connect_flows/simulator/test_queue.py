"""UpdateContactTargetQueue, TransferContactToQueue, and who is taken out of a queue first."""

import pytest

from connect_flows.simulator import AgentConnected, Call, Center, Contact, NotRun, Queue, Queued
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import flow, hook, play_music

FULL = "QueueAtCapacity"


def to_queue(*before: dict[str, object]) -> Center:
    """A flow that leads into the queue "general"; a queue flow that plays music."""
    queue = block("queue", "UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, next="it",
                  errors={"NoMatchingError": "say NoMatchingError"})  # fmt: skip
    music = flow("music", play_music(), type="customerQueue")
    return center_of(*before, queue, it("TransferContactToQueue", {}, FULL), *told(FULL), others=(music,))


def test_a_contact_waits_in_its_target_queue() -> None:
    call = to_queue().call(CUSTOMER).is_queued("general").hears_nothing_of("오류")

    [queued] = call.events(Queued)
    assert queued.queue == "general"
    assert call.contact.walk.waits_for == ""


def test_the_queue_flow_runs_while_a_contact_waits() -> None:
    call = to_queue(hook("hook", "CustomerQueue", "music", next="queue")).call(CUSTOMER)

    call.is_queued("general").hears("잠시만 기다려 주십시오.")


def test_a_full_queue_takes_nobody() -> None:
    center = to_queue()
    center.queue_named("general").max_contacts = 1

    center.call("+821000000001").is_queued("general")
    center.call(CUSTOMER).took("inbound", "it", "error:QueueAtCapacity").ends()


def test_who_waits_besides_fills_a_queue() -> None:
    center = to_queue()
    center.queue_named("general").fill()

    center.call(CUSTOMER).took("inbound", "it", "error:QueueAtCapacity")


def test_whoever_hangs_up_leaves_a_place_in_the_queue() -> None:
    center = to_queue()
    center.queue_named("general").max_contacts = 1

    center.call("+821000000001").hangs_up().ends("CUSTOMER_DISCONNECT")
    center.call(CUSTOMER).is_queued("general")


def test_a_queue_that_takes_no_contacts_is_an_error() -> None:
    center = to_queue()
    center.queue_named("general").enabled = False

    center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")


def test_a_target_queue_that_is_not_there_is_an_error() -> None:
    center = to_queue()
    center.missing.add("queue.general")

    center.call(CUSTOMER).took("inbound", "queue", "error:NoMatchingError")


def test_without_a_target_queue_there_is_no_transfer() -> None:
    center_of(it("TransferContactToQueue", {}, FULL), *told(FULL)).call(CUSTOMER).took(
        "inbound", "it", "error:NoMatchingError"
    )


def test_whoever_waits_already_cannot_be_put_into_a_queue() -> None:
    again = flow("again", it("TransferContactToQueue", {}, FULL), *told(FULL), block("bye", "EndFlowExecution"),
                 type="customerQueue")  # fmt: skip
    queue = block("queue", "UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, next="it",
                  errors={"NoMatchingError": "bye"})  # fmt: skip
    center = center_of(hook("hook", "CustomerQueue", "again", next="queue"), queue,
                       it("TransferContactToQueue", {}, FULL), *told(FULL), others=(again,))  # fmt: skip

    center.call(CUSTOMER).took("again", "it", "error:NoMatchingError").is_queued("general")


def test_the_queue_of_an_agent_is_not_simulated() -> None:
    with pytest.raises(NotRun, match="an agent's own queue is not simulated"):
        center_of(it("UpdateContactTargetQueue", {"AgentId": "minsu"}), *told()).call(CUSTOMER)


def served(center: Center) -> list[str]:
    return [event.contact[-1] for event in center.events if isinstance(event, AgentConnected)]


def test_who_has_waited_longest_is_served_first() -> None:
    center = to_queue()
    for _ in range(3):
        center.call(CUSTOMER)
        center.pass_time(10)

    agent = center.agent("minsu", "general")
    agent.hangs_up()
    agent.hangs_up()

    assert served(center) == ["1", "2", "3"]


def test_who_is_urgent_is_served_before() -> None:
    urgent = block("urgent", "UpdateContactRoutingBehavior", {"QueuePriority": "$.Attributes.urgency"}, next="queue")
    center = to_queue(urgent)
    for urgency in ("5", "1", "9"):
        center.call(CUSTOMER, attributes={"urgency": urgency})

    agent = center.agent("minsu", "general")
    agent.hangs_up()
    agent.hangs_up()

    assert served(center) == ["2", "1", "3"]


def test_an_agent_serves_only_its_queues_and_only_when_there() -> None:
    center = to_queue()
    center.agent("other", "orders")
    away = center.agent("away", "general").leaves()

    call = center.call(CUSTOMER).is_queued("general")
    away.comes()

    call.is_with("away")


def test_an_agent_who_comes_free_takes_whoever_waits_while_the_queue_flow_plays() -> None:
    center = to_queue(hook("hook", "CustomerQueue", "music", next="queue"))
    agent = center.agent("minsu", "general")
    first = center.call("+821000000001").is_with("minsu")
    second = center.call(CUSTOMER).is_queued("general").hears("잠시만")

    first.waits(30)
    agent.hangs_up()

    second.is_with("minsu")
    assert next(second.events(AgentConnected)).waited == 30.0


def test_an_agent_has_work_after_a_contact() -> None:
    center = to_queue()
    center.resting = lambda contact, agent: 20.0
    agent = center.agent("minsu", "general")
    first, second = center.call("+821000000001"), center.call(CUSTOMER)

    agent.hangs_up()
    first.ends("AGENT_DISCONNECT")

    second.waits(19).is_queued("general").waits(2).is_with("minsu")


def test_an_agent_takes_as_long_as_the_centre_says() -> None:
    center = to_queue()
    center.handling = lambda contact, agent: 60.0
    center.agent("minsu", "general")
    call: Call = center.call(CUSTOMER).is_with("minsu")

    call.waits(59).is_with("minsu")
    center.pass_time(2)

    call.ends("AGENT_DISCONNECT")


def test_who_comes_again_waits_once_and_by_the_priority_of_then() -> None:
    queue, again, other = Queue("general"), Contact(id="again", priority=1), Contact(id="other", priority=3)
    queue.add(again, 0.0)
    queue.add(other, 0.0)
    queue.remove(again)
    again.priority = 9

    queue.add(again, 1.0)

    assert [contact.id for contact in queue] == ["other", "again"]
    assert (queue.first(), len(queue)) == (other, 2)
