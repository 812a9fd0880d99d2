"""A contact centre in memory: flows, queues, agents, functions and bots around contacts, with a clock of its own."""

import random
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta, timezone
from os import PathLike
from pathlib import Path, PurePath

from connect_flows._model import Flow
from connect_flows._placeholder import PATTERN
from connect_flows._reader import load
from connect_flows._simulator._agent import Agent
from connect_flows._simulator._call import Call
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._errors import SimulationError, Unscripted
from connect_flows._simulator._events import Event
from connect_flows._simulator._outcomes import Begins, Outcome
from connect_flows._simulator._program import Program, name_of
from connect_flows._simulator._routing import Routing
from connect_flows._simulator._scripts import Bot, BotScript, Function, FunctionScript, asked
from connect_flows._simulator._step import Step
from connect_flows._simulator._stubs import StandIn, taken
from connect_flows._simulator._surroundings import (
    BotRequest,
    BotResult,
    FunctionRequest,
    FunctionResult,
    Override,
    QueueState,
)
from connect_flows._simulator._watchers import watchers

KOREA = timezone(timedelta(hours=9))
MONDAY = datetime(2026, 1, 5, 10, tzinfo=KOREA)


class Center(Routing):
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
        opening: The hours of operation by name: True, False, or a function of the time.
        functions: By name; `function` makes one that answers as told.
        bots: By name; `bot` makes one.
        missing: Names of resources that are not there after all, such as "queue.general".
        faults: The error that a block meets, by flow and block.
        undialable: Numbers that may not be called.

    What `Routing` and `Driver` have besides: contacts, queues, agents, handling, resting, timeline, listeners.

    >>> from connect_flows import parse
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "greet", "Metadata": {"name": "hello"}, "Actions": [
    ...     {"Identifier": "greet", "Type": "MessageParticipant", "Parameters": {"Text": "안녕하십니까."},
    ...      "Transitions": {"NextAction": "bye", "Errors": []}},
    ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''',
    ...     source="hello.json")
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
        super().__init__(at.timestamp())
        self.texts = dict(texts or {})
        self.programs = programs_of(loaded(flows), self.texts)
        self.random = random.Random(seed)
        self.speech = speech
        self.events: list[Event] = []
        self.listeners += watchers()
        if keep_events:
            self.listeners.append(self.events.append)
        self.opening: dict[str, bool | Callable[[datetime], bool]] = {}
        self.functions: dict[str, Function | FunctionScript] = {}
        self.bots: dict[str, Bot | BotScript] = {}
        self.missing: set[str] = set()
        self.faults: dict[tuple[str, str], str] = {}
        self.stubs: dict[str, StandIn] = {}
        self.undialable: set[str] = set()

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

    def agent(self, name: str, *queues: str) -> Agent:
        """Another agent, who is free and serves these queues."""
        agent = Agent(name=name, queues=queues, center=self)
        self.agents.append(agent)
        self.offer(agent)
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
        begins = Begins(self.flow_named(flow))
        contact = self.begin(
            channel="VOICE", method="INBOUND", customer=customer, system=dialled, attributes=attributes
        )
        self.go_on(contact, begins)
        self.settle()
        return Call(self, contact)

    def chat(self, *, flow: str = "chat", attributes: Mapping[str, str] | None = None) -> Call:
        """A customer opens a chat."""
        begins = Begins(self.flow_named(flow))
        contact = self.begin(channel="CHAT", method="API", attributes=attributes)
        self.go_on(contact, begins)
        self.settle()
        return Call(self, contact)

    def dial(self, customer: str, *, flow: str, queue: str = "", attributes: Mapping[str, str] | None = None) -> Call:
        """The centre calls a customer, whose telephone rings until `answers`; then this flow runs."""
        answers = self.flow_named(flow)
        contact = self.begin(
            channel="VOICE", method="API", customer=customer, attributes=attributes, state="RINGING", queue=queue
        )
        self.ring(contact)
        return Call(self, contact, answers=answers)

    def flow_named(self, name: str) -> str:
        """What names a flow inside the centre."""
        resource = name if name in self.programs else f"${{flow.{name}}}"
        if resource not in self.programs:
            known = ", ".join(sorted(program.name for program in set(self.programs.values())))
            raise SimulationError(f"flow {name!r} is not there; there are {known}")
        return resource

    # --- the world around a contact ---------------------------------------------------------------------------------

    def program(self, resource: str) -> Program | None:
        """The flow or module of this name; None when it is missing."""
        return None if self.missing and self._missing(resource) else self.programs.get(resource)

    def is_open(self, contact: Contact, hours: str) -> bool | None:
        """Whether these hours of operation are open now; None when they are missing."""
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
        """The queue of this name; None when it is missing."""
        if self._missing(queue):
            return None
        found = self.queue_named(name_of(queue))
        return QueueState(arn=queue, name=found.name, hours=found.hours, enabled=found.enabled, full=found.full)

    def dialable(self, contact: Contact, number: str) -> bool:
        """Whether this number may be called."""
        return number not in self.undialable

    def speech_seconds(self, text: str) -> float:
        """How long it takes to say something."""
        return self.speech(text) if self.speech else 0.0

    def percentage(self) -> int:
        """By chance, 1 to 100."""
        return self.random.randint(1, 100)

    def refusal(self, contact: Contact, resource: str) -> str:
        """Why a function or a bot may not be asked; empty when it may."""
        return "it is not associated with the instance" if self._missing(resource) else ""

    def fault(self, contact: Contact, flow: str, block: str) -> str | None:
        """The error that this block meets."""
        return self.faults.get((flow, block)) if self.faults else None

    def override(self, contact: Contact, type: str, resource: str) -> Override | None:
        """What a test has put in the place of a resource; it is taken once."""
        waiting = self.overrides.get(contact.id, ())
        for number, (of_type, of_resource, override) in enumerate(waiting):
            if (of_type, of_resource) == (type, resource):
                del self.overrides[contact.id][number]
                return override
        return None

    def stand_in(self, step: Step) -> Outcome | None:
        """What a test says of a block that is not simulated."""
        return taken(self.stubs, step)

    def ask_function(self, request: FunctionRequest) -> FunctionResult:
        """What comes of asking a function."""
        name = name_of(request.function)
        function = self.functions.get(name) or self.function(name)
        return function(request) if isinstance(function, FunctionScript) else asked(function, request)

    def ask_bot(self, request: BotRequest) -> BotResult:
        """What a bot makes of a turn."""
        name = name_of(request.bot)
        bot = self.bots.get(name) or self.bot(name)
        return bot(request)

    def _missing(self, resource: str) -> bool:
        match = PATTERN.fullmatch(resource) if self.missing else None
        return f"{match[1]}.{match[2]}" in self.missing if match else not resource


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


def loaded(flows: Iterable[Flow] | str | PathLike[str]) -> Iterable[Flow]:
    """The flows of a folder, those of its `modules` among them; flows themselves as they are."""
    if isinstance(flows, str | PathLike):
        folder = Path(flows)
        return [load(file) for file in (*sorted(folder.glob("*.json")), *sorted(folder.glob("modules/*.json")))]
    return flows
