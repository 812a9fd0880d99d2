"""Whatever customers and agents do, and whenever: nobody is lost, held twice or kept, and each contact ends once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from connect_flows.simulator import Agent, Call, Center, Disconnected, Pressed, Started
from tests.unit.connect_flows.simulator.centres import CUSTOMER
from tests.unit.connect_flows.simulator.test_whisper_hold import EVENTS, with_hooks

ACTS = ("call", "press", "wait", "customer hangs up", "comes", "leaves", "agent hangs up", "holds", "resumes", "moves")
HOURS = 7200.0


@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5)), max_size=40), seconds=st.sampled_from((0, 3)))
@settings(max_examples=100, deadline=None)
def test_whatever_they_do_nobody_is_lost(acts: list[tuple[str, int]], seconds: int) -> None:
    center = with_hooks(*EVENTS)
    center.speech = lambda text: float(seconds)
    agents = [Agent(name=name, queues=("general",), center=center, online=False) for name in ("minsu", "jiyoung")]
    center.agents += agents
    calls: list[Call] = []

    for act, number in acts:
        _do(center, calls, agents, act, number)
        _everybody_is_somewhere(center, agents)
    for contact in list(center.contacts.values()):
        center.end(contact, "OTHER")
    center.pass_time(HOURS)

    assert not center.contacts
    assert not len(center.timeline)
    assert [agent.contact for agent in agents] == [None, None]
    for call in calls:
        own = [type(event) for event in center.events if event.contact == call.contact.id]
        assert (own[0], own[-1], own.count(Disconnected)) == (Started, Disconnected, 1)


def _do(center: Center, calls: list[Call], agents: list[Agent], act: str, number: int) -> None:
    waiting = list(center.contacts.values())
    contact, agent = waiting[number % len(waiting)] if waiting else None, agents[number % 2]
    if act == "call":
        calls.append(center.call(CUSTOMER))
    elif act == "wait":
        center.pass_time(number)
    elif act == "comes":
        agent.comes()
    elif act == "leaves":
        agent.leaves()
    elif contact and act == "press":
        center.go_on(contact, Pressed("1"))
    elif contact and act == "customer hangs up":
        center.end(contact, "CUSTOMER_DISCONNECT")
    elif agent.contact:
        _do_to_customer(agent, act)


def _do_to_customer(agent: Agent, act: str) -> None:
    if act == "agent hangs up":
        agent.hangs_up()
    elif act == "holds":
        agent.holds()
    elif act == "resumes":
        agent.resumes()
    elif act == "moves":
        agent.transfers(flow="inbound", queue="general")


def _everybody_is_somewhere(center: Center, agents: list[Agent]) -> None:
    held = [agent.contact.id for agent in agents if agent.contact]
    talking = [contact.id for contact in center.contacts.values() if contact.state == "WITH_AGENT"]
    waiting = [contact.id for contact in center.contacts.values() if contact.state == "IN_QUEUE"]
    assert sorted(held) == talking
    assert sorted(contact.id for contact in center.queue_named("general")) == waiting
    assert len(center.queue_named("general")) == len(waiting)
