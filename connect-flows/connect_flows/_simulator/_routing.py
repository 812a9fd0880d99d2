"""Queues, agents, callbacks and transfers of the simulated contact centre."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from connect_flows._simulator._agent import Agent
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._driver import Driver
from connect_flows._simulator._events import (
    AgentConnected,
    AgentLeft,
    CallbackCreated,
    Disconnected,
    Held,
    Queued,
    Ringing,
    Started,
    Transferred,
)
from connect_flows._simulator._outcomes import Begins
from connect_flows._simulator._program import name_of
from connect_flows._simulator._queues import Queue
from connect_flows._simulator._surroundings import CallbackPlan, Override, QueueMetrics

RING_SECONDS = 60.0


class Routing(Driver):
    """Who waits where, and who takes whom.

    Attributes:
        contacts: Those that are not over, by id.
        queues: By name.
        agents: All of them.
        overrides: What tests put in the place of resources, by contact.
        handling: How many seconds an agent takes with a contact; None: until the test says so.
        resting: How many seconds of work an agent has after a contact.
        transferred: As which contact a customer went on, by the id of the one before.
    """

    def __init__(self, now: float) -> None:
        super().__init__(now)
        self.contacts: dict[str, Contact] = {}
        self.queues: dict[str, Queue] = {}
        self.agents: list[Agent] = []
        self.overrides: dict[str, list[tuple[str, str, Override]]] = {}
        self.handling: Callable[[Contact, Agent], float] | None = None
        self.resting: Callable[[Contact, Agent], float] | None = None
        self.transferred: dict[str, Contact] = {}
        self._count = 0
        self._plans: dict[str, tuple[CallbackPlan, int]] = {}
        self._transfers: dict[str, Agent] = {}

    @abstractmethod
    def flow_named(self, name: str) -> str:
        """What names a flow inside the centre."""

    def queue_named(self, name: str) -> Queue:
        """The queue of this name."""
        return self.queues.setdefault(name, Queue(name))

    def begin(self, **described: Any) -> Contact:
        """A contact that is in no flow yet; arguments as `Contact` has."""
        self._count += 1
        described["attributes"] = dict(described.get("attributes") or {})
        described.setdefault("began", self.now())
        contact = Contact(id=f"00000000-0000-4000-8000-{self._count:012d}", **described)
        self.contacts[contact.id] = contact
        self.emit(Started(contact.id, self.now(), contact.channel, contact.method, contact.previous_id or ""))
        return contact

    def answered(self, contact: Contact, flow: str) -> None:
        """The customer has picked up: into a flow; a queued callback goes to its agent, after the queue's whisper."""
        contact.state = "IN_FLOW"
        if contact.id in self._plans:
            contact.state = "WITH_AGENT"
            whisper = self.queue_named(name_of(contact.queue)).outbound
            flow = self.flow_named(whisper) if whisper else ""
        if flow:
            self.go_on(contact, Begins(flow))
        self.settle()

    def not_answered(self, contact: Contact) -> None:
        """Nobody has picked up; of a queued callback there is another attempt, if one is left."""
        plan = self._plans.get(contact.id)
        self.end(contact, "TELECOM_PROBLEM")
        if plan and plan[1] < plan[0].attempts:
            self._plan_callback(contact, plan[0], plan[1] + 1)
        self.settle()

    def agent_left(self, contact: Contact) -> None:
        """The agent has hung up first."""
        agent = self._release(contact)
        flow = contact.walk.hooks.get("CustomerRemaining")
        if not flow or contact.state == "RINGING":
            self.end(contact, "AGENT_DISCONNECT")
        else:
            contact.state, contact.walk.next_flows = "IN_FLOW", []
            self.emit(AgentLeft(contact.id, self.now(), contact.agent))
            self.go_on(contact, Begins(flow))
        self._rest(agent, contact)

    def hold(self, contact: Contact, agent: Agent) -> None:
        """The customer is on hold."""
        self.emit(Held(contact.id, self.now(), agent.name))
        # Both hear theirs at the same time, and each goes round until the hold ends: no flow waits for the other.
        self._whisper(contact, "AgentHold")
        self._whisper(contact, "CustomerHold")

    def resume(self, contact: Contact, agent: Agent) -> None:
        """The customer is off hold."""
        contact.walk.frames, contact.walk.waits_for = [], ""
        self.emit(Held(contact.id, self.now(), agent.name, resumed=True))

    def transfer(self, contact: Contact, *, flow: str, queue: str = "", agent: Agent | None = None) -> Contact:
        """The customer goes on as another contact, through a flow of transfers."""
        begins = Begins(self.flow_named(flow))
        self.emit(Transferred(contact.id, self.now(), "agent" if agent else "queue", agent.name if agent else queue))
        following = self.begin(
            channel=contact.channel,
            method="TRANSFER",
            customer=contact.customer,
            system=contact.system,
            attributes=contact.attributes,
            language=contact.language,
            began=contact.began,
            queue=queue and f"${{queue.{queue}}}",
            initial_id=contact.initial_id or contact.id,
            previous_id=contact.id,
        )
        self.transferred[contact.id] = following
        if agent:
            self._transfers[following.id] = agent
        self.end(contact, "TRANSFERRED")
        self.go_on(following, begins)
        return following

    def measure(self, contact: Contact, queue: str, channel: str) -> QueueMetrics:
        """Numbers of a queue now, of one channel unless that is empty."""
        found = self.queue_named(name_of(queue))
        serving = [agent for agent in self.agents if agent.online and found.name in agent.queues]
        busy = sum(agent.contact is not None for agent in serving)
        return QueueMetrics(
            size=found.count(channel),
            oldest_age=found.age(self.now()),
            online=len(serving),
            available=sum(agent.available for agent in serving),
            staffed=len(serving),
            busy=busy,
        )

    def enqueue(self, contact: Contact, queue: str) -> None:
        """The contact waits in this queue from now on."""
        contact.queue, contact.state = queue, "IN_QUEUE"
        name = name_of(queue)
        self.queue_named(name).add(contact, self.now())
        self.emit(Queued(contact.id, self.now(), name))
        # The queue flow begins before an agent takes the contact out of it.
        self.soon(lambda: self._offer_all(name))

    def end(self, contact: Contact, reason: str) -> None:
        """The contact is over."""
        if contact.ended:
            return
        if contact.state == "IN_QUEUE":
            self.queue_named(name_of(contact.queue)).remove(contact)
        agent = self._release(contact)
        contact.state = "ENDED"
        contact.walk.waits_for = ""
        self.emit(Disconnected(contact.id, self.now(), reason))
        self.overrides.pop(contact.id, None)
        self._plans.pop(contact.id, None)
        self._transfers.pop(contact.id, None)
        self.patient.discard(contact.id)
        del self.contacts[contact.id]
        self._rest(agent, contact)

    def to_agent(self, contact: Contact) -> bool:
        """The contact goes to the agent that it is being transferred to; False when there is none who is free."""
        agent = self._transfers.pop(contact.id, None)
        if agent is None or not agent.available:
            return False
        self._take(contact, agent)
        contact.state = "WITH_AGENT"
        # They follow the flow that has brought the contact here.
        contact.walk.next_flows = self._hooked(contact, "AgentWhisper", "CustomerWhisper")
        return True

    def create_callback(self, contact: Contact, plan: CallbackPlan) -> str:
        """Make a queued callback."""
        self._plan_callback(contact, plan, 1)
        return ""

    def _plan_callback(self, contact: Contact, plan: CallbackPlan, attempt: int) -> None:
        following = self.begin(
            channel="VOICE",
            method="CALLBACK",
            customer=plan.number,
            system=plan.caller_id,
            attributes=contact.attributes,
            language=contact.language,
            priority=contact.priority,
            began=contact.began,
            queue=plan.queue,
            state="SCHEDULED",
            initial_id=contact.initial_id or contact.id,
            previous_id=contact.id,
        )
        following.walk.hooks = dict(contact.walk.hooks)
        self._plans[following.id] = (plan, attempt)
        delay = plan.delay if attempt == 1 else plan.retry_delay
        self.emit(CallbackCreated(contact.id, self.now(), following.id, plan.number, name_of(plan.queue), delay))
        self.timeline.after(delay, lambda: self._queue_callback(following))

    def _queue_callback(self, contact: Contact) -> None:
        if not contact.ended:
            self.enqueue(contact, contact.queue)

    def _offer_all(self, queue: str) -> None:
        for agent in self.agents:
            if agent.available and queue in agent.queues:
                self.offer(agent)
            if not self.queues[queue].first():
                return

    def offer(self, agent: Agent) -> None:
        """Give an agent who is free what waits first in the first of the agent's queues that anybody waits in."""
        if not agent.available:
            return
        for name in agent.queues:
            contact = self.queue_named(name).first()
            if contact is not None:
                self._connect(contact, agent)
                return

    def _connect(self, contact: Contact, agent: Agent) -> None:
        contact.walk.frames, contact.walk.waits_for = [], ""
        contact.walk.turn += 1
        self._take(contact, agent)
        if contact.id in self._plans:
            contact.state = "RINGING"
            self.ring(contact)
            self._whisper(contact, "AgentWhisper")
        else:
            contact.state = "WITH_AGENT"
            self._whisper(contact, "AgentWhisper", "CustomerWhisper")

    def _take(self, contact: Contact, agent: Agent) -> None:
        """From now on the agent holds the contact."""
        now, name = self.now(), name_of(contact.queue)
        since = self.queue_named(name).remove(contact) if contact.state == "IN_QUEUE" else None
        agent.contact, contact.agent = contact, agent.name
        agent.taken += 1
        self.emit(AgentConnected(contact.id, now, agent.name, name, 0.0 if since is None else now - since))
        if self.handling is not None:
            taken = agent.taken
            self.timeline.after(self.handling(contact, agent), lambda: self._handled(contact, agent, taken))

    def ring(self, contact: Contact) -> None:
        """The customer's telephone rings, and not for ever."""
        self.emit(Ringing(contact.id, self.now(), contact.customer))
        self.timeline.after(RING_SECONDS, lambda: self._rung_out(contact))

    def _rung_out(self, contact: Contact) -> None:
        if contact.state == "RINGING":
            self.not_answered(contact)

    def _handled(self, contact: Contact, agent: Agent, taken: int) -> None:
        # The agent may have left the contact and taken it again.
        if agent.contact is contact and agent.taken == taken and not contact.ended:
            self.agent_left(contact)

    def _whisper(self, contact: Contact, *hooks: str) -> None:
        flows = self._hooked(contact, *hooks)
        if flows:
            contact.walk.next_flows = flows[1:]
            self.go_on(contact, Begins(flows[0]))

    def _hooked(self, contact: Contact, *hooks: str) -> list[str]:
        """The flows that flows have set for these events."""
        return [contact.walk.hooks[hook] for hook in hooks if hook in contact.walk.hooks]

    def _release(self, contact: Contact) -> Agent | None:
        if not contact.agent:
            return None
        for agent in self.agents:
            if agent.contact is contact:
                agent.contact = None
                return agent
        return None

    def _rest(self, agent: Agent | None, contact: Contact) -> None:
        if agent is None:
            return
        seconds = self.resting(contact, agent) if self.resting else 0.0
        if not seconds:
            self.soon(lambda: self.offer(agent))
            return
        agent.resting = True

        def rested() -> None:
            agent.resting = False
            self.offer(agent)

        self.timeline.after(seconds, rested)
