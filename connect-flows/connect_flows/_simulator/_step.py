"""One block of one contact: what a block sees, and the verbs that it may use."""

from typing import Any

from connect_flows._simulator._contact import Contact, Frame, Walk
from connect_flows._simulator._errors import NoBranch, NotRun
from connect_flows._simulator._events import ActionStarted, Branch, ContactUpdated, Prompt
from connect_flows._simulator._outcomes import Next
from connect_flows._simulator._program import Block, Program
from connect_flows._simulator._surroundings import Override, Surroundings
from connect_flows._simulator._values import Dynamic


class Step:
    """What a block sees.

    Attributes:
        contact: Whose call it is.
        around: The world around it.
        program: The flow or module that runs.
        block: The block that runs.
        shown: The parameters for the flow log.
        results: What the flow log says came of it.

    A stub gets one, and says where its block leads:

    >>> from connect_flows.simulator import Center
    >>> center = Center([]).stub("GetCase", lambda step: "success" if step.contact.customer else "error:NoneFound")
    """

    __slots__ = ("around", "block", "contact", "program", "results", "shown")

    contact: Contact
    around: Surroundings
    program: Program
    block: Block
    shown: dict[str, Any]
    results: str

    def __init__(self, contact: Contact, around: Surroundings, program: Program, block: Block) -> None:
        self.contact = contact
        self.around = around
        self.program = program
        self.block = block
        self.shown = {}
        self.results = ""

    @property
    def walk(self) -> Walk:
        """How far the contact has come."""
        return self.contact.walk

    @property
    def frame(self) -> Frame:
        """What the running flow or module remembers."""
        return self.contact.walk.frames[-1]

    @property
    def place(self) -> str:
        """Where this is, for errors."""
        return f"{self.program.name}: block {self.block.identifier}"

    def parameter(self, name: str) -> Any:
        """A parameter, references resolved; None when the block has none of this name."""
        value = self.block.parameters.get(name)
        return value.resolve(self) if type(value) is Dynamic else value

    def accept_only(self, *names: str) -> None:
        """Refuse parameters that are not simulated.

        Raises:
            NotRun: There is another.
        """
        for name in self.block.parameters:
            if name not in names:
                raise NotRun(
                    f"{self.place}: {self.block.type} with {name} is not simulated; let a stub stand in for it"
                )

    def proceed(self) -> Next:
        """Take NextAction."""
        if self.block.next is None:
            raise NoBranch("no NextAction")
        return Next(self.block.next, "success")

    def branch(self, result: str) -> Next | None:
        """Take the first condition that `result` equals."""
        chosen = self.block.choices.get(result)
        if chosen is None:
            return None
        self.results = result
        return Next(*chosen)

    def error(self, kind: str = "NoMatchingError", results: str = "") -> Next:
        """Take the branch of an error; NoMatchingError is for whatever has none of its own.

        Raises:
            NoBranch: There is no such branch.
        """
        self.results = results or kind
        errors = self.block.errors
        taken = kind if kind in errors else "NoMatchingError"
        if taken not in errors:
            raise NoBranch(f"no branch for {kind}")
        return Next(errors[taken], f"error:{taken}")

    def say(self, text: str, kind: str = "Text", by: str = "flow") -> float:
        """Tell whom the flow speaks to; answers how many seconds it takes, which is none in a chat."""
        if self.contact.ended:
            return 0.0
        # Whoever hears something does not hear silence: a chain of functions begins anew.
        self.walk.chained = 0.0
        at = (self.contact.id, self.around.now(), self.program.name, self.block.identifier)
        self.around.emit(Prompt(*at, text, self.program.to, by, kind))
        return self.around.speech_seconds(text) if self.contact.channel == "VOICE" else 0.0

    def started(self, resource: str) -> bool:
        """Announce that a resource is asked for; False when somebody has ended the contact at that."""
        at = (self.contact.id, self.around.now(), self.program.name, self.block.identifier)
        self.around.emit(ActionStarted(*at, self.block.type, resource))
        return not self.contact.ended

    def override(self, resource: str) -> Override | None:
        """What a test puts in the place of a resource."""
        return self.around.override(self.contact, self.block.type, resource)

    def leave(self, branch: str = "", target: str = "") -> None:
        """Announce that the block is over and leads on, or nowhere."""
        block = self.block
        self.around.emit(
            Branch(
                self.contact.id,
                self.around.now(),
                self.program.name,
                block.identifier,
                block.type,
                branch,
                target,
                self.shown,
                self.results,
            )
        )

    def updated(self, **values: Any) -> None:
        """Announce that the contact has changed."""
        self.around.emit(ContactUpdated(self.contact.id, self.around.now(), self.block.type, values))

    def queue_told(self) -> dict[str, Any] | None:
        """The target queue as flows and functions see it."""
        queue = self.around.queue(self.contact, self.contact.queue) if self.contact.queue else None
        return {"ARN": queue.arn, "Name": queue.name} if queue else None
