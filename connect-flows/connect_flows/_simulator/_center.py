"""A contact centre in memory: flows, queues, agents, functions and bots around contacts, with a clock of its own."""

import random
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta, timezone
from os import PathLike
from pathlib import Path, PurePath
from typing import Any

from connect_flows._model import Flow
from connect_flows._placeholder import PATTERN
from connect_flows._reader import load
from connect_flows._simulator._agent import Agent
from connect_flows._simulator._call import Call
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._errors import SimulationError, Unscripted
from connect_flows._simulator._events import (
    AgentConnected,
    AgentLeft,
    CallbackCreated,
    Disconnected,
    Event,
    Held,
    Ignored,
    Queued,
    Ringing,
    Started,
    Transferred,
)
from connect_flows._simulator._outcomes import (
    Answered,
    Asks,
    Begins,
    Happening,
    Outcome,
    Pause,
    Pressed,
    Rest,
    TimeIsUp,
)
from connect_flows._simulator._program import Program, name_of
from connect_flows._simulator._queues import Queue
from connect_flows._simulator._run import run, unheard
from connect_flows._simulator._scripts import Bot, BotScript, Function, FunctionScript, asked
from connect_flows._simulator._step import Step
from connect_flows._simulator._stubs import StandIn, taken
from connect_flows._simulator._surroundings import (
    BotRequest,
    CallbackPlan,
    FunctionRequest,
    FunctionResult,
    Override,
    QueueMetrics,
    QueueState,
)
from connect_flows._simulator._timeline import Timeline
from connect_flows._simulator._watchers import watchers

KOREA = timezone(timedelta(hours=9))
MONDAY = datetime(2026, 1, 5, 10, tzinfo=KOREA)
RING_SECONDS = 60.0


class Center:
    """A contact centre that runs flows; it does what a test tells it, and what it was not told is an error.

    Args:
        flows: Flows and modules, or the folder that has them (and modules in its `modules`).
        texts: What `${text.<key>}` stands for.
        at: The time at the beginning.
        seed: Of everything that happens by chance.
        speech: How many seconds it takes to say a text; no time unless given.
        keep_events: False where only listeners look at events, which saves memory over many contacts.

    Attributes:
        events: What has happened so far.
        listeners: Who is told of each event.
        opening: The hours of operation by name: True, False, or a function of the time.
        functions: By name; `function` makes one that answers as told.
        bots: By name; `bot` makes one.
        queues: By name; `queue` makes one.
        agents: All of them.
        missing: Names of resources that are not there after all, such as "queue.general".
        faults: The error that a block meets, by flow and block.
        undialable: Numbers that may not be called.
        handling: How many seconds an agent takes with a contact; None: until the test says so.
        resting: How many seconds of work an agent has after a contact.

    >>> from connect_flows import parse
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "greet", "Metadata": {"name": "hello"}, "Actions": [
    ...     {"Identifier": "greet", "Type": "MessageParticipant", "Parameters": {"Text": "안녕하십니까."},
    ...      "Transitions": {"NextAction": "bye", "Errors": []}},
    ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''')
    >>> center = Center([flow])
    >>> call = center.call("+821012345678", flow="hello").hears("안녕하십니까").ends()
    """

    def __init__(
        self,
        flows: Iterable[Flow] | str | PathLike[str],
        *,
        texts: Mapping[str, str] | None = None,
        at: datetime = MONDAY,
        seed: int = 0,
        speech: Callable[[str], float] | None = None,
        keep_events: bool = True,
    ) -> None:
        self.programs = programs_of(_loaded(flows), texts or {})
        self.timeline = Timeline(at.timestamp())
        self.random = random.Random(seed)
        self.speech = speech
        self.events: list[Event] = []
        self.listeners: list[Callable[[Event], None]] = [*watchers()]
        if keep_events:
            self.listeners.append(self.events.append)
        self.opening: dict[str, bool | Callable[[datetime], bool]] = {}
        self.functions: dict[str, Function | FunctionScript] = {}
        self.bots: dict[str, Bot | BotScript] = {}
        self.queues: dict[str, Queue] = {}
        self.agents: list[Agent] = []
        self.missing: set[str] = set()
        self.faults: dict[tuple[str, str], str] = {}
        self.stubs: dict[str, StandIn] = {}
        self.overrides: dict[str, list[tuple[str, str, Override]]] = {}
        self.undialable: set[str] = set()
        self.handling: Callable[[Contact, Agent], float] | None = None
        self.resting: Callable[[Contact, Agent], float] | None = None
        self.contacts: dict[str, Contact] = {}
        self._count = 0
        self._busy = 0
        self._plans: dict[str, tuple[CallbackPlan, int]] = {}
        self._transfers: dict[str, Agent] = {}

    # --- what a test tells it ---------------------------------------------------------------------------------------

    def opens(self, *hours: str) -> "Center":
        """These hours of operation are open, whatever the time is."""
        self.opening.update(dict.fromkeys(hours, True))
        return self

    def closes(self, *hours: str) -> "Center":
        """These hours of operation are closed, whatever the time is."""
        self.opening.update(dict.fromkeys(hours, False))
        return self

    def function(self, name: str) -> FunctionScript:
        """The function of this name, which answers as told."""
        script = self.functions.setdefault(name, FunctionScript(name))
        if not isinstance(script, FunctionScript):
            script = self.functions[name] = FunctionScript(name)
        return script

    def bot(self, name: str) -> BotScript:
        """The bot of this name, which understands as told."""
        script = self.bots.setdefault(name, BotScript(name))
        if not isinstance(script, BotScript):
            script = self.bots[name] = BotScript(name)
        return script

    def queue_named(self, name: str) -> Queue:
        """The queue of this name."""
        return self.queues.setdefault(name, Queue(name))

    def agent(self, name: str, *queues: str) -> Agent:
        """Another agent, who is free and serves these queues."""
        agent = Agent(name=name, queues=queues, center=self)
        self.agents.append(agent)
        self._offer(agent)
        self.settle()
        return agent

    def stub(self, what: str, outcome: StandIn) -> "Center":
        """What stands in for a block that is not simulated, by its type, or by `flow/block`.

        `outcome`: "success", "error:<ErrorType>", "condition:<operand>", or a function of the step that answers one.
        """
        self.stubs[what] = outcome
        return self

    def breaks(self, flow: str, block: str, error: str = "NoMatchingError") -> "Center":
        """Whenever a contact comes to this block, the block meets this error."""
        self.faults[flow, block] = error
        return self

    def replaces(self, contact_id: str, type: str, resource: str, override: Override) -> None:
        """The next time this contact comes to a block of this type for this resource, this is there instead."""
        self.overrides.setdefault(contact_id, []).append((type, resource, override))

    # --- customers --------------------------------------------------------------------------------------------------

    def call(
        self,
        customer: str = "",
        *,
        flow: str = "inbound",
        dialled: str = "",
        attributes: Mapping[str, str] | None = None,
    ) -> Call:
        """A customer calls; without a number, one that shows none."""
        contact = self.begin(
            channel="VOICE", method="INBOUND", customer=customer, system=dialled, attributes=attributes
        )
        self.go_on(contact, Begins(self.flow_named(flow)))
        self.settle()
        return Call(self, contact)

    def chat(self, *, flow: str = "chat", attributes: Mapping[str, str] | None = None) -> Call:
        """A customer opens a chat."""
        contact = self.begin(channel="CHAT", method="API", attributes=attributes)
        self.go_on(contact, Begins(self.flow_named(flow)))
        self.settle()
        return Call(self, contact)

    def dial(self, customer: str, *, flow: str, queue: str = "", attributes: Mapping[str, str] | None = None) -> Call:
        """The centre calls a customer, whose telephone rings until `answers`; then this flow runs."""
        contact = self.begin(
            channel="VOICE", method="API", customer=customer, attributes=attributes, state="RINGING", queue=queue
        )
        self.emit(Ringing(contact.id, self.now(), customer))
        return Call(self, contact, answers=self.flow_named(flow))

    def begin(self, **described: Any) -> Contact:
        """A contact that is in no flow yet; arguments as `Contact` has."""
        self._count += 1
        described["attributes"] = dict(described.get("attributes") or {})
        described.setdefault("began", self.now())
        contact = Contact(id=f"00000000-0000-4000-8000-{self._count:012d}", **described)
        self.contacts[contact.id] = contact
        self.emit(Started(contact.id, self.now(), contact.channel, contact.method, contact.previous_id or ""))
        return contact

    def flow_named(self, name: str) -> str:
        """What names a flow inside the centre."""
        resource = name if name in self.programs else f"${{flow.{name}}}"
        if resource not in self.programs:
            known = ", ".join(sorted(program.name for program in set(self.programs.values())))
            raise SimulationError(f"flow {name!r} is not there; there are {known}")
        return resource

    def go_on(self, contact: Contact, happening: Happening) -> None:
        """Something happens to a contact; what nobody listens to is ignored."""
        why = unheard(contact, happening, self)
        if why:
            self._ignore(contact, happening, why)
            return
        self._follow(contact, run(contact, happening, self))

    def settle(self) -> None:
        """Let time pass until nothing is being said and nothing is being asked: until it is somebody's turn."""
        while self._busy and self.timeline.step():
            pass

    def pass_time(self, seconds: float) -> None:
        """Let so many seconds pass."""
        until = self.timeline.now + seconds
        while self.timeline.step(until):
            pass
        self.timeline.now = until
        self.settle()

    def answered(self, contact: Contact, flow: str) -> None:
        """The customer has picked up: into a flow; a queued callback goes to its agent."""
        contact.state = "WITH_AGENT" if contact.id in self._plans else "IN_FLOW"
        if contact.id in self._plans:
            self._whisper(contact, "CustomerWhisper")
        else:
            self.go_on(contact, Begins(flow))
        self.settle()

    def not_answered(self, contact: Contact) -> None:
        """Nobody has picked up; of a queued callback there is another attempt, if one is left."""
        plan = self._plans.get(contact.id)
        self.end(contact, "TELECOM_PROBLEM")
        if plan and plan[1] < plan[0].attempts:
            self._plan_callback(contact, plan[0], plan[1] + 1)
        self.settle()

    # --- agents -----------------------------------------------------------------------------------------------------

    def agent_left(self, contact: Contact) -> None:
        """The agent has hung up first."""
        agent = self._release(contact)
        flow = contact.walk.hooks.get("CustomerRemaining")
        if not flow or contact.state == "RINGING":
            self.end(contact, "AGENT_DISCONNECT")
        else:
            contact.state = "IN_FLOW"
            self.emit(AgentLeft(contact.id, self.now(), contact.agent))
            self.go_on(contact, Begins(flow))
        self._rest(agent, contact)

    def hold(self, contact: Contact, agent: Agent) -> None:
        """The customer is on hold."""
        self.emit(Held(contact.id, self.now(), agent.name))
        self._whisper(contact, "AgentHold", "CustomerHold")

    def resume(self, contact: Contact, agent: Agent) -> None:
        """The customer is off hold."""
        contact.walk.frames, contact.walk.waits_for = [], ""
        self.emit(Held(contact.id, self.now(), agent.name, resumed=True))

    def transfer(self, contact: Contact, *, flow: str, queue: str = "", agent: Agent | None = None) -> Contact:
        """The customer goes on as another contact, through a flow of transfers."""
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
        if agent:
            self._transfers[following.id] = agent
        self.end(contact, "TRANSFERRED")
        self.go_on(following, Begins(self.flow_named(flow)))
        return following

    # --- the world around a contact ---------------------------------------------------------------------------------

    def now(self) -> float:
        return self.timeline.now

    def emit(self, event: Event) -> None:
        for listener in self.listeners:
            listener(event)

    def program(self, resource: str) -> Program | None:
        return None if self.missing and self._missing(resource) else self.programs.get(resource)

    def is_open(self, contact: Contact, hours: str) -> bool | None:
        if self._missing(hours):
            return None
        name = name_of(hours)
        known = self.opening.get(name)
        if known is None:
            raise Unscripted(
                f"hours {name}: the test does not say whether they are open; say it: center.opens({name!r})"
            )
        return known if isinstance(known, bool) else known(datetime.fromtimestamp(self.now(), KOREA))

    def queue(self, contact: Contact, queue: str) -> QueueState | None:
        if self._missing(queue):
            return None
        found = self.queue_named(name_of(queue))
        return QueueState(arn=queue, name=found.name, hours=found.hours, enabled=found.enabled, full=found.full)

    def measure(self, contact: Contact, queue: str, channel: str) -> QueueMetrics:
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
        contact.queue, contact.state = queue, "IN_QUEUE"
        name = name_of(queue)
        self.queue_named(name).add(contact, self.now())
        self.emit(Queued(contact.id, self.now(), name))
        # The queue flow begins before an agent takes the contact out of it.
        self._soon(lambda: self._offer_all(name))

    def end(self, contact: Contact, reason: str) -> None:
        if contact.ended:
            return
        if contact.state == "IN_QUEUE":
            self.queue_named(name_of(contact.queue)).remove(contact)
        agent = self._release(contact)
        contact.state = "ENDED"
        contact.walk.waits_for = ""
        self.emit(Disconnected(contact.id, self.now(), reason))
        self.overrides.pop(contact.id, None)
        del self.contacts[contact.id]
        self._rest(agent, contact)

    def to_agent(self, contact: Contact) -> bool:
        agent = self._transfers.pop(contact.id, None)
        if agent is None or not agent.available:
            return False
        self._connect(contact, agent)
        return True

    def create_callback(self, contact: Contact, plan: CallbackPlan) -> str:
        self._plan_callback(contact, plan, 1)
        return ""

    def dialable(self, contact: Contact, number: str) -> bool:
        return number not in self.undialable

    def speech_seconds(self, text: str) -> float:
        return self.speech(text) if self.speech else 0.0

    def percentage(self) -> int:
        return self.random.randint(1, 100)

    def refusal(self, contact: Contact, resource: str) -> str:
        return "it is not associated with the instance" if self._missing(resource) else ""

    def invoke_later(self, contact: Contact, request: FunctionRequest) -> None:
        self._soon(lambda: self._invoked_for_nobody(request))

    def fault(self, contact: Contact, flow: str, block: str) -> str | None:
        return self.faults.get((flow, block)) if self.faults else None

    def override(self, contact: Contact, type: str, resource: str) -> Override | None:
        waiting = self.overrides.get(contact.id, ())
        for number, (of_type, of_resource, override) in enumerate(waiting):
            if (of_type, of_resource) == (type, resource):
                del self.overrides[contact.id][number]
                return override
        return None

    def stand_in(self, step: Step) -> Outcome | None:
        return taken(self.stubs, step)

    # --- inside -----------------------------------------------------------------------------------------------------

    def _follow(self, contact: Contact, rest: Rest) -> None:
        """Do what a contact rests for: answer its question, or wait for its time."""
        while isinstance(rest, Asks):
            request = rest.request
            result = self._invoked(request) if isinstance(request, FunctionRequest) else self._conversed(request)
            if result.seconds:
                answer = Answered(result)
                self._busily(result.seconds, contact, contact.walk.turn, answer)
                return
            rest = run(contact, Answered(result), self)
        if isinstance(rest, Pause) and rest.seconds is not None:
            turn = contact.walk.turn
            if rest.waits_for == "speech":
                self._busily(rest.seconds, contact, turn, TimeIsUp(turn))
            else:
                self.timeline.after(rest.seconds, lambda: self._late(contact, turn))

    def _busily(self, seconds: float, contact: Contact, turn: int, happening: Happening) -> None:
        self._busy += 1

        def happens() -> None:
            self._busy -= 1
            if contact.walk.turn == turn and not contact.ended:
                self.go_on(contact, happening)

        self.timeline.after(seconds, happens)

    def _soon(self, action: Callable[[], None]) -> None:
        self._busy += 1

        def happens() -> None:
            self._busy -= 1
            action()

        self.timeline.after(0.0, happens)

    def _late(self, contact: Contact, turn: int) -> None:
        if contact.walk.turn == turn and contact.walk.waits_for and not contact.ended:
            self._follow(contact, run(contact, TimeIsUp(turn), self))

    def _ignore(self, contact: Contact, happening: Happening, why: str) -> None:
        if isinstance(happening, Pressed):
            contact.walk.buffered += happening.keys
        text = getattr(happening, "keys", "") or getattr(happening, "text", "")
        if text:
            self.emit(Ignored(contact.id, self.now(), text, why))

    def _invoked(self, request: FunctionRequest) -> FunctionResult:
        name = name_of(request.function)
        function = self.functions.get(name) or self.function(name)
        return function(request) if isinstance(function, FunctionScript) else asked(function, request)

    def _invoked_for_nobody(self, request: FunctionRequest) -> None:
        self._invoked(request)

    def _conversed(self, request: BotRequest) -> Any:
        name = name_of(request.bot)
        bot = self.bots.get(name) or self.bot(name)
        return bot(request)

    def _missing(self, resource: str) -> bool:
        match = PATTERN.fullmatch(resource) if self.missing else None
        return f"{match[1]}.{match[2]}" in self.missing if match else not resource

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
                self._offer(agent)
            if not self.queues[queue].first():
                return

    def _offer(self, agent: Agent) -> None:
        if not agent.available:
            return
        for name in agent.queues:
            contact = self.queue_named(name).first()
            if contact is not None:
                self._connect(contact, agent)
                return

    def _connect(self, contact: Contact, agent: Agent) -> None:
        now, name = self.now(), name_of(contact.queue)
        since = self.queue_named(name).remove(contact) if contact.state == "IN_QUEUE" else now
        agent.contact, contact.agent = contact, agent.name
        contact.walk.frames, contact.walk.waits_for = [], ""
        contact.walk.turn += 1
        self.emit(AgentConnected(contact.id, now, agent.name, name, now - since))
        if contact.id in self._plans:
            contact.state = "RINGING"
            self.emit(Ringing(contact.id, now, contact.customer))
            self._whisper(contact, "AgentWhisper")
            self.timeline.after(RING_SECONDS, lambda: self._rung_out(contact))
        else:
            contact.state = "WITH_AGENT"
            self._whisper(contact, "AgentWhisper", "CustomerWhisper")
        if self.handling is not None:
            self.timeline.after(self.handling(contact, agent), lambda: self._handled(contact, agent))

    def _rung_out(self, contact: Contact) -> None:
        if contact.state == "RINGING":
            self.not_answered(contact)

    def _handled(self, contact: Contact, agent: Agent) -> None:
        if agent.contact is contact and not contact.ended:
            self.agent_left(contact)

    def _whisper(self, contact: Contact, *hooks: str) -> None:
        flows = [contact.walk.hooks[hook] for hook in hooks if hook in contact.walk.hooks]
        if flows:
            contact.walk.next_flows = flows[1:]
            self.go_on(contact, Begins(flows[0]))

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
            self._soon(lambda: self._offer(agent))
            return
        agent.resting = True

        def rested() -> None:
            agent.resting = False
            self._offer(agent)

        self.timeline.after(seconds, rested)


def programs_of(flows: Iterable[Flow], texts: Mapping[str, str]) -> dict[str, Program]:
    """Each flow ready to run, by what names it: `${flow.<name>}` or `${module.<name>}`."""
    programs: dict[str, Program] = {}
    for flow in flows:
        stem = PurePath(flow.source).stem
        program = Program(flow, texts, stem if flow.source.endswith(".json") else flow.name)
        kind = "module" if flow.is_module else "flow"
        for name in (flow.name, stem):
            programs[f"${{{kind}.{name}}}"] = program
    return programs


def _loaded(flows: Iterable[Flow] | str | PathLike[str]) -> Iterable[Flow]:
    if isinstance(flows, str | PathLike):
        folder = Path(flows)
        return [load(file) for file in (*sorted(folder.glob("*.json")), *sorted(folder.glob("modules/*.json")))]
    return flows
