"""What holds of every contact, whatever interrupts it: its events, its agent, and what is remembered of it."""

from collections.abc import Callable

import pytest

from connect_flows.simulator import (
    Agent,
    AgentConnected,
    Call,
    CallFailure,
    Center,
    Disconnected,
    Event,
    Prompt,
    Said,
    Silence,
    SimulationError,
    Started,
)
from tests.unit.connect_flows.building import Document, block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of
from tests.unit.connect_flows.simulator.test_callback import with_callback
from tests.unit.connect_flows.simulator.test_whisper_hold import END, EVENTS, with_hooks
from tests.unit.connect_flows.small_flows import BYE, flow, hook, say, to_queue

QUEUE = to_queue(full="bye", failed="bye", missing="bye")


def bot(identifier: str, *, next: str) -> Document:
    return block(
        identifier,
        "ConnectParticipantWithLexBot",
        {"Text": "말씀해 주십시오.", "LexV2Bot": {"AliasArn": "${bot.service}"}},
        next=next,
        errors={"NoMatchingError": next, "NoMatchingCondition": next},
    )


def takes(center: Center, name: str) -> Agent:
    """An agent takes whoever waits, and time stands still."""
    agent = Agent(name=name, queues=("general",), center=center)
    center.agents.append(agent)
    center.offer(agent)
    return agent


def test_a_contact_begins_with_its_beginning_and_ends_with_its_end() -> None:
    center = center_of(say("greet", "안녕하십니까.", next="bye"))

    center.call(CUSTOMER).ends()

    kinds = [type(event) for event in center.events]
    assert (kinds[0], kinds[-1], kinds.count(Disconnected)) == (Started, Disconnected, 1)


def test_nothing_is_told_of_a_contact_that_whoever_looks_on_has_ended() -> None:
    center = center_of(bot("ask", next="bye"))
    center.bot("service").answers(intent="refund", says=("하나", "둘"))

    def end_at_one(event: Event) -> None:
        if isinstance(event, Prompt) and event.text == "하나":
            center.end(center.contacts[event.contact], "OTHER")

    call = center.call(CUSTOMER)
    center.listeners.append(end_at_one)
    call.says("환불").hears_nothing_of("둘")

    assert isinstance(center.events[-1], Disconnected)


def test_a_bot_whose_last_words_an_agent_interrupts_does_not_speak_them_in_another_block() -> None:
    remaining = flow("after", bot("another", next="bye"), BYE)
    waiting = flow("waiting", bot("first", next="end"), END, type="customerQueue")
    center = center_of(
        hook("waiting", "CustomerQueue", "waiting", next="after"),
        hook("after", "CustomerRemaining", "after", next="queue"),
        *QUEUE,
        others=(waiting, remaining),
    )
    center.bot("service").answers(intent="refund", says="마지막 말입니다.")
    call = center.call(CUSTOMER)
    center.speech = lambda text: 5.0
    center.go_on(call.contact, Said("환불"))
    takes(center, "minsu").hangs_up()

    call.says("주문").took("after", "another", "error:NoMatchingCondition").ends()


def test_the_end_of_a_bots_last_words_is_no_silence_of_the_customer() -> None:
    center = center_of(bot("ask", next="bye"))
    center.bot("service").answers(intent="refund", says="접수했습니다.")
    center.speech = lambda text: 1.0

    assert list(center.call(CUSTOMER).says("환불").ends().events(Silence)) == []


def test_nobody_waits_for_the_silence_of_a_customer_who_talks_to_an_agent() -> None:
    waiting = flow("waiting", bot("ask", next="end"), END, type="customerQueue")
    center = center_of(hook("hook", "CustomerQueue", "waiting", next="queue"), *QUEUE, others=(waiting,))
    call = center.call(CUSTOMER)
    center.agent("minsu", "general")

    with pytest.raises(CallFailure, match="expected to be waited for"):
        call.stays_silent()


def test_an_agent_who_takes_a_customer_again_has_the_whole_time_again() -> None:
    again = flow("again", *QUEUE, BYE)
    center = center_of(hook("hook", "CustomerRemaining", "again", next="queue"), *QUEUE, others=(again,))
    center.handling = lambda contact, agent: 100.0
    agent = center.agent("minsu", "general")
    call = center.call(CUSTOMER).waits(10)
    agent.hangs_up()

    call.waits(95)

    assert [event.at - call.contact.began for event in call.events(AgentConnected)] == [0.0, 10.0]


def test_the_customers_whisper_is_heard_when_the_agents_has_failed() -> None:
    failing = flow(
        "failing",
        block("ask", "InvokeLambdaFunction",
              {"LambdaFunctionARN": "${function.ask}", "InvocationTimeLimitSeconds": "3"}, next="end"),
        END,
        type="agentWhisper",
    )  # fmt: skip
    center = center_of(
        hook("one", "AgentWhisper", "failing", next="two"),
        hook("two", "CustomerWhisper", EVENTS["CustomerWhisper"].name, next="queue"),
        *QUEUE,
        others=(failing, EVENTS["CustomerWhisper"]),
    )
    center.function("ask").fails()
    call = center.call(CUSTOMER)

    center.agent("minsu", "general")

    call.is_with("minsu").hears("상담사입니다.")


def test_nothing_is_remembered_of_a_callback_that_is_over() -> None:
    center = with_callback()
    call = center.call(CUSTOMER)
    callback = call.callback()
    center.pass_time(30)
    agent = center.agent("minsu", "general")
    callback.answers().is_with("minsu")
    agent.hangs_up()

    assert (center.contacts, center._plans, agent.available) == ({}, {}, True)


def test_an_outbound_call_does_not_ring_for_ever() -> None:
    center = center_of(say("greet", "안녕하십니까.", next="bye"))

    center.dial(CUSTOMER, flow="inbound").waits(60).ends("TELECOM_PROBLEM")


@pytest.mark.parametrize(
    "begin",
    [
        lambda center: center.call(CUSTOMER, flow="nowhere"),
        lambda center: center.chat(flow="nowhere"),
        lambda center: center.dial(CUSTOMER, flow="nowhere"),
    ],
)
def test_a_flow_that_is_not_there_begins_no_contact(begin: Callable[[Center], Call]) -> None:
    center = center_of(say("greet", "안녕하십니까.", next="bye"))

    with pytest.raises(SimulationError, match="flow 'nowhere' is not there; there are inbound"):
        begin(center)

    assert center.contacts == {}


def test_a_transfer_by_a_flow_that_is_not_there_leaves_the_customer_with_the_agent() -> None:
    center = with_hooks()
    agent = center.agent("minsu", "general")
    call: Call = center.call(CUSTOMER)

    with pytest.raises(SimulationError, match="flow 'nowhere' is not there"):
        agent.transfers(flow="nowhere", queue="general")

    call.is_with("minsu")
