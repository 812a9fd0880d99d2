"""The world around a contact that is walked on every path: each question has several answers, and each is tried."""

from collections.abc import Mapping, Sequence

from connect_flows._simulator._blocks import RUN
from connect_flows._simulator._contact import Contact, Frame
from connect_flows._simulator._events import Disconnected, Event, Queued
from connect_flows._simulator._explore._liveness import Liveness
from connect_flows._simulator._explore._state import hooked
from connect_flows._simulator._explore._values import CALLABLE, numbers_around
from connect_flows._simulator._explore._ways import ASK_QUEUES, FILL_QUEUES, SPEAK, numbers_of, ways_of
from connect_flows._simulator._outcomes import Ends, Outcome
from connect_flows._simulator._program import Block, Program, name_of
from connect_flows._simulator._step import Step
from connect_flows._simulator._surroundings import CallbackPlan, FunctionRequest, Override, QueueMetrics, QueueState

# They are no faults: the customer, the queue or an answer leads there.
_NO_FAULTS = frozenset({"InputTimeLimitExceeded", "NoMatchingCondition"})
MISSING = "is not there"


class Fork(Exception):
    """A question that has not been answered yet on this path, and what may be answered."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)


class AtBlock(Exception):
    """The contact has come to a block, which it has not begun."""


class World:
    """Answers as one path has it; what the path does not say yet is a `Fork`.

    Attributes:
        events: What has happened on the way.
        callback: The contact that calls the customer back, if one was made.
    """

    def __init__(self, programs: Mapping[str, Program], live: Liveness) -> None:
        self._programs = programs
        self._live = live
        self._path: Sequence[int] = ()
        self._at = 0
        self._blocks = 0
        self._errors_left = 0
        self._running: Contact | None = None
        self.events: list[Event] = []
        self.callback: Contact | None = None

    def begin(self, path: Sequence[int], *, blocks: int, errors_left: int) -> None:
        """Answer as `path` says from now on, let `blocks` blocks begin, and so many of them fail."""
        self._path, self._at, self._blocks, self._errors_left = path, 0, blocks, errors_left
        self.events, self.callback = [], None

    @property
    def errors_left(self) -> int:
        """How many errors blocks may still meet."""
        return self._errors_left

    def choose(self, labels: Sequence[str]) -> int:
        """Which of these it is on this path.

        Raises:
            Fork: The path does not say.
        """
        if len(labels) < 2:
            return 0
        if self._at >= len(self._path):
            raise Fork(labels)
        self._at += 1
        return self._path[self._at - 1]

    def speaks(self, frame: Frame) -> bool:
        """Whether the block at which a flow stands says something."""
        return self._programs[frame.flow].blocks[frame.block].type in SPEAK

    # --- what the engine asks -----------------------------------------------------------------------------------------

    def now(self) -> float:
        return 0.0

    def emit(self, event: Event) -> None:
        self.events.append(event)

    def program(self, resource: str) -> Program | None:
        return self._programs.get(resource)

    def is_open(self, contact: Contact, hours: str) -> bool | None:
        name = name_of(hours)
        told = [f"hours {name} are open", f"hours {name} are closed", f"hours {name}: {MISSING}"]
        return (True, False, None)[self.choose(told)]

    def queue(self, contact: Contact, queue: str) -> QueueState | None:
        name = name_of(queue)
        there = QueueState(arn=queue, name=name, hours=f"of {name}")
        block = self._block(contact)
        if block is None or block.type not in ASK_QUEUES:
            return there
        full = block.type in FILL_QUEUES
        chosen = self.choose(["", f"queue {name} {MISSING}", *([f"queue {name} is full"] if full else [])])
        return (there, None, QueueState(arn=queue, name=name, full=True))[chosen]

    def measure(self, contact: Contact, queue: str, channel: str) -> QueueMetrics:
        block, program = self._block(contact), self._programs[contact.walk.frames[-1].flow]
        assert block is not None
        in_milliseconds = block.type == "CheckMetricData"
        after = self._live.after(program, block)
        numbers = numbers_of(block) if in_milliseconds else numbers_around(t for t in after if t.parts[0] == "Metrics")
        number = numbers[self.choose([f"{each} in queue {name_of(queue)}" for each in numbers])]
        age = number / 1000 if in_milliseconds else float(number)
        return QueueMetrics(
            size=number, oldest_age=age, online=number, available=number, staffed=number, busy=number,
            non_productive=number,
        )  # fmt: skip

    def enqueue(self, contact: Contact, queue: str) -> None:
        contact.queue, contact.state = queue, "IN_QUEUE"
        self.emit(Queued(contact.id, 0.0, name_of(queue)))

    def end(self, contact: Contact, reason: str) -> None:
        if not contact.ended:
            contact.state = "ENDED"
            contact.walk.waits_for = ""
            self.emit(Disconnected(contact.id, 0.0, reason))

    def to_agent(self, contact: Contact) -> bool:
        # Where the agent is gone the contact is over, and no flow can do anything about it.
        contact.state, contact.agent = "WITH_AGENT", "agent"
        contact.walk.next_flows = hooked(contact, "AgentWhisper", "CustomerWhisper")
        return True

    def create_callback(self, contact: Contact, plan: CallbackPlan) -> str:
        self.callback = Contact(
            id=contact.id,
            method="CALLBACK",
            customer=plan.number,
            system=plan.caller_id,
            attributes=dict(contact.attributes),
            language=contact.language,
            queue=plan.queue,
            state="SCHEDULED",
            extras=contact.extras,
        )
        self.callback.walk.hooks = dict(contact.walk.hooks)
        return ""

    def dialable(self, contact: Contact, number: str) -> bool:
        return self.choose(["the number may be called", "the number may not be called"]) == 0

    def speech_seconds(self, text: str) -> float:
        return 0.0

    def percentage(self) -> int:
        block = self._running and self._block(self._running)
        numbers = sorted({min(max(number, 1), 100) for number in (*(numbers_of(block) if block else ()), 100)})
        return numbers[self.choose([f"{number} of 100 is drawn" for number in numbers])]

    def refusal(self, contact: Contact, resource: str) -> str:
        return ""

    def invoke_later(self, contact: Contact, request: FunctionRequest) -> None:
        """Nobody waits for its answer, so that nothing depends on it."""

    def fault(self, contact: Contact, flow: str, block: str) -> str | None:
        if not self._blocks:
            raise AtBlock
        self._blocks -= 1
        self._running = contact
        running = self._block(contact)
        if not self._errors_left or running is None or running.type not in RUN:
            return None
        errors = [error for error in running.errors if error not in _NO_FAULTS]
        chosen = self.choose(["", *(f"{block} meets {error}" for error in errors)])
        if not chosen:
            return None
        self._errors_left -= 1
        return errors[chosen - 1]

    def override(self, contact: Contact, type: str, resource: str) -> Override | None:
        return None

    def stand_in(self, step: Step) -> Outcome | None:
        """A block that is not simulated may lead everywhere that it can lead to."""
        block = step.block
        if not (ways := ways_of(block)):
            return Ends()
        way = ways[self.choose([f"{block.identifier} takes {way.branch}" for way in ways])]
        if way.branch == "success" and block.plain.get("StoreInput") == "True":
            # Of entries, only telephone numbers are not simulated.
            step.frame.stored = CALLABLE
        return way

    # --- inside -------------------------------------------------------------------------------------------------------

    def _block(self, contact: Contact) -> Block | None:
        frames = contact.walk.frames
        program = self._programs.get(frames[-1].flow) if frames else None
        return program.blocks.get(frames[-1].block) if program else None
