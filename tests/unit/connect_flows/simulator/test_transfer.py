"""TransferToFlow, TransferContactToAgent, and transfers by agents: who goes on as which contact."""

from connect_flows import Flow
from connect_flows.simulator import Center, Started, Transferred
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import BYE, ask_function, flow, hook, say, set_attributes, to_queue


def to_second(*before: dict[str, object], second: Flow) -> Center:
    go = it("TransferToFlow", {"ContactFlowId": f"${{flow.{second.name}}}"})
    return center_of(*before, go, *told(), others=(second,))


def test_the_other_flow_runs_and_nothing_comes_back() -> None:
    second = flow("second", say("say", "둘째입니다.", next="bye"), BYE)

    call = to_second(second=second).call(CUSTOMER).hears("둘째입니다.").ends()

    call.is_transferred("second").took("inbound", "it")


def test_the_other_flow_sees_the_contact_but_not_what_the_first_was_answered() -> None:
    second = flow("second", say("say", "[$.Attributes.a] [$.External.line]", next="bye"), BYE)
    asked = ask_function("ask", "status", next="set", failed="set")
    kept = set_attributes("set", next="it", a="1")
    center = to_second(asked, kept, second=second)
    center.function("status").answers(line="open")

    assert "[1] []" in center.call(CUSTOMER).transcript


def test_a_flow_that_is_not_there_is_an_error() -> None:
    center = to_second(second=flow("second", BYE))
    center.missing.add("flow.second")

    center.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")


def centre_with_transfers() -> Center:
    """A flow into the queue "general"; a flow for transfers to queues, and one for transfers to agents."""
    by_queue = flow("by_queue", say("say", "부서로 연결합니다.", next="go"),
                    block("go", "TransferContactToQueue", {}, next="bye",
                          errors={"QueueAtCapacity": "full", "NoMatchingError": "bye"}),
                    say("full", "대기가 많습니다.", next="bye"), BYE, type="queueTransfer")  # fmt: skip
    by_agent = flow("by_agent", say("say", "상담사로 연결합니다.", next="go"), block("go", "TransferContactToAgent"),
                    type="agentTransfer")  # fmt: skip
    first = to_queue(full="bye", failed="bye", missing="bye")
    return center_of(set_attributes("set", next="queue", intent="refund"), *first, others=(by_queue, by_agent))


def test_an_agent_transfers_to_a_queue_and_the_customer_goes_on_as_another_contact() -> None:
    center = centre_with_transfers()
    agent = center.agent("minsu", "general")
    call = center.call(CUSTOMER).is_with("minsu")
    first = call.contact

    agent.transfers(flow="by_queue", queue="billing")

    call.hears("부서로 연결합니다.").is_queued("billing").is_transferred("billing").has(intent="refund")
    assert call.contact.id != first.id
    assert (call.contact.method, call.contact.previous_id, call.contact.initial_id) == ("TRANSFER", first.id, first.id)
    assert first.state == "ENDED"
    assert agent.available
    center.agent("jisu", "billing")
    call.is_with("jisu")


def test_the_chain_begins_with_the_first_contact_however_often_a_customer_is_transferred() -> None:
    center = centre_with_transfers()
    call = center.call(CUSTOMER)
    initial = call.contact.id
    for name, queue, following in [("a", "general", "billing"), ("b", "billing", "orders")]:
        center.agent(name, queue).transfers(flow="by_queue", queue=following)

    call.is_queued("orders")
    assert call.contact.initial_id == initial
    previous = [event.previous for event in center.events if isinstance(event, Started)]
    assert [each[-1:] for each in previous] == ["", "1", "2"]


def test_a_transfer_to_a_full_queue_is_told_to_the_customer() -> None:
    center = centre_with_transfers()
    center.queue_named("billing").fill()
    call = center.call(CUSTOMER)

    center.agent("minsu", "general").transfers(flow="by_queue", queue="billing")

    call.hears("대기가 많습니다.").ends("CONTACT_FLOW_DISCONNECT")


def test_an_agent_transfers_to_an_agent() -> None:
    center = centre_with_transfers()
    call = center.call(CUSTOMER)
    agent, other = center.agent("minsu", "general"), center.agent("jisu", "billing")

    agent.transfers(flow="by_agent", agent=other)

    call.hears("상담사로 연결합니다.").is_with("jisu")
    assert [event.kind for event in call.events(Transferred)] == ["agent"]


def test_whispers_follow_a_transfer_to_an_agent_and_take_their_time() -> None:
    whisper = flow(
        "whisper", say("say", "고객의 용건", next="end"), block("end", "EndFlowExecution"), type="agentWhisper"
    )
    by_agent = flow("by_agent", hook("hook", "AgentWhisper", "whisper", next="go"),
                    block("go", "TransferContactToAgent"), type="agentTransfer")  # fmt: skip
    center = center_of(*to_queue(full="bye", failed="bye", missing="bye"), others=(whisper, by_agent))
    call = center.call(CUSTOMER)
    agent, other = center.agent("minsu", "general"), center.agent("jisu", "billing")
    center.speech = lambda text: 3.0

    agent.transfers(flow="by_agent", agent=other)

    call.is_with("jisu").agent_hears("고객의 용건")
    assert center.now() - call.contact.began == 3.0


def test_a_transfer_to_an_agent_who_is_busy_drops_the_contact() -> None:
    center = centre_with_transfers()
    first = center.call("+821000000001")
    other = center.agent("jisu", "general")
    call = center.call(CUSTOMER)
    agent = center.agent("minsu", "general")

    agent.transfers(flow="by_agent", agent=other)

    first.is_with("jisu")
    call.ends("CONTACT_FLOW_DISCONNECT")
    assert "there is no agent to transfer to" in call.transcript
