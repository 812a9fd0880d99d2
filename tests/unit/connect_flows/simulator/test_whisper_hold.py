"""What runs around an agent: whispers, hold, and what the customer hears when the agent has gone."""

import pytest

from connect_flows.simulator import Agent, Center, Prompt
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import BYE, flow, hook, play_music, say, to_queue

END = block("end", "EndFlowExecution")
EVENTS = {
    "AgentWhisper": flow("agent_whisper", say("say", "고객의 용건", next="end"), END, type="agentWhisper"),
    "CustomerWhisper": flow("customer_whisper", say("say", "상담사입니다.", next="end"), END, type="customerWhisper"),
    "AgentHold": flow("agent_hold", play_music("hold"), type="agentHold"),
    "CustomerHold": flow("customer_hold", play_music("hold"), type="customerHold"),
    "CustomerRemaining": flow("remaining", say("say", "상담이 끝났습니다.", next="bye"), BYE),
}  # fmt: skip


def with_hooks(*events: str) -> Center:
    """A flow that sets the flows for these events, and leads into the queue "general"."""
    following = [f"hook {event}" for event in events[1:]] + ["queue"] * bool(events)
    hooks = [
        hook(f"hook {event}", event, EVENTS[event].name, next=next)
        for event, next in zip(events, following, strict=True)
    ]
    flows = tuple(EVENTS[event] for event in events)
    return center_of(*hooks, *to_queue(full="bye", failed="bye", missing="bye"), others=flows)


def test_the_agent_hears_a_whisper_before_the_customer_does() -> None:
    center = with_hooks("AgentWhisper", "CustomerWhisper")
    call = center.call(CUSTOMER)

    center.agent("minsu", "general")

    call.is_with("minsu").agent_hears("고객의 용건").hears("상담사입니다.").hears_nothing_of("고객의 용건")
    assert [(prompt.to, prompt.text) for prompt in call.events(Prompt)] == [
        ("agent", "고객의 용건"),
        ("customer", "상담사입니다."),
    ]


def test_without_whispers_they_talk_at_once() -> None:
    center = with_hooks()
    center.agent("minsu", "general")

    assert list(center.call(CUSTOMER).is_with("minsu").events(Prompt)) == []


def test_a_whisper_takes_its_time_before_the_next() -> None:
    center = with_hooks("AgentWhisper", "CustomerWhisper")
    center.speech = lambda text: 3.0
    call = center.call(CUSTOMER)

    center.agent("minsu", "general")

    prompts = [prompt.at - call.contact.began for prompt in call.events(Prompt)]
    assert prompts == [0.0, 3.0]


def test_an_agent_who_leaves_during_the_whispers_leaves_what_is_left_of_them_unsaid() -> None:
    center = with_hooks("AgentWhisper", "CustomerWhisper", "CustomerRemaining")
    call = center.call(CUSTOMER)
    center.speech = lambda text: 3.0
    # Nobody waits for the agent's whisper to end.
    center.agents.append(Agent(name="minsu", queues=("general",), center=center))
    center.offer(center.agents[0])

    center.agents[0].hangs_up()

    call.hears("상담이 끝났습니다").hears_nothing_of("상담사입니다").ends()


def test_both_hear_something_on_hold_until_it_ends() -> None:
    center = with_hooks("AgentHold", "CustomerHold")
    agent = center.agent("minsu", "general")
    call = center.call(CUSTOMER)

    agent.holds()
    call.is_held().hears("잠시만 기다려 주십시오.").agent_hears("잠시만 기다려 주십시오.")
    call.waits(600).is_held().is_with("minsu")

    agent.resumes()
    call.is_with("minsu")
    with pytest.raises(AssertionError, match="expected to be on hold"):
        call.is_held()


def test_a_hold_without_flows_is_silent() -> None:
    center = with_hooks()
    agent = center.agent("minsu", "general")
    call = center.call(CUSTOMER)

    agent.holds()

    call.is_held().is_with("minsu")
    assert list(call.events(Prompt)) == []


def test_who_stays_on_the_line_hears_the_flow_for_that() -> None:
    center = with_hooks("CustomerRemaining")
    agent = center.agent("minsu", "general")
    call = center.call(CUSTOMER)

    agent.hangs_up()

    call.hears("상담이 끝났습니다.").ends("CONTACT_FLOW_DISCONNECT")
    assert agent.available


def test_without_such_a_flow_the_contact_ends_with_the_agent() -> None:
    center = with_hooks()
    agent = center.agent("minsu", "general")
    call = center.call(CUSTOMER)

    agent.hangs_up()

    call.ends("AGENT_DISCONNECT")


def test_a_customer_who_hangs_up_first_hears_nothing_more() -> None:
    center = with_hooks("CustomerRemaining")
    agent = center.agent("minsu", "general")

    call = center.call(CUSTOMER).hangs_up().ends("CUSTOMER_DISCONNECT").hears_nothing_of("상담이 끝났습니다.")

    assert agent.available
    assert call.agent == "minsu"


def test_hooks_are_added_to_those_that_are_set() -> None:
    center = with_hooks("AgentWhisper", "CustomerWhisper")

    assert center.call(CUSTOMER).contact.walk.hooks == {
        "AgentWhisper": "${flow.agent_whisper}",
        "CustomerWhisper": "${flow.customer_whisper}",
    }


def test_a_flow_for_an_event_that_is_not_there_is_an_error() -> None:
    block = it("UpdateContactEventHooks", {"EventHooks": {"AgentWhisper": "${flow.nowhere}"}})

    call = center_of(block, *told()).call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")

    assert call.contact.walk.hooks == {}


def test_a_whisper_that_fails_does_not_end_the_contact() -> None:
    broken = flow("agent_whisper", say("say", " ", next="end"), END, type="agentWhisper")
    queue = to_queue(full="bye", failed="bye", missing="bye")
    center = center_of(hook("hook", "AgentWhisper", "agent_whisper", next="queue"), *queue, others=(broken,))
    call = center.call(CUSTOMER)

    center.agent("minsu", "general")

    call.is_with("minsu")
    assert "agent_whisper/say  fails" in call.transcript
