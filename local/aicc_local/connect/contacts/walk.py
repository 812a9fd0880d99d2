"""How far a contact has come in flows: what the walker remembers between two steps, as JSON can keep it."""

from dataclasses import asdict, dataclass, field
from typing import Any

from aicc_local.connect.contacts.contact import Contact


@dataclass(kw_only=True)
class Frame:
    """One flow, or one module that it has invoked; a module sees nothing of what its caller's frame holds.

    Attributes:
        flow: The ARN.
        action: The action to run next, or that waits.
        external: What the last function answered.
        lex: What the last bot made of what the customer said.
        stored: What the customer has typed.
        module: What the last module answered: Result and ResultData.
        flow_attributes: Attributes of the flow alone.
        metrics: What the last GetMetricData found.
        loops: How often each Loop was passed.
    """

    flow: str
    action: str
    external: dict[str, Any] = field(default_factory=dict)
    lex: dict[str, Any] = field(default_factory=dict)
    stored: str = ""
    module: dict[str, Any] = field(default_factory=dict)
    flow_attributes: dict[str, str] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    loops: dict[str, int] = field(default_factory=dict)


@dataclass(kw_only=True)
class Walk:
    """Where a contact is in its flows.

    Attributes:
        frames: The flow, and the modules inside it that run.
        next_flows: ARNs of the flows that run when this one ends, such as the customer's whisper after the agent's.
        hooks: The flow for each event.
        logging: Whether steps are written to the flow log.
        voice: Name and engine of the voice.
        waits_for: "input", "time" or "messages"; "nothing" where the walker cannot go on; empty while it goes.
        reason: Why it cannot go on.
        turn: Counts whatever moves the walk, so that what comes late finds that it is late.
    """

    frames: list[Frame] = field(default_factory=list)
    next_flows: list[str] = field(default_factory=list)
    hooks: dict[str, str] = field(default_factory=dict)
    logging: bool = False
    voice: dict[str, str] = field(default_factory=dict)
    waits_for: str = ""
    reason: str = ""
    turn: int = 0

    @property
    def frame(self) -> Frame:
        """The flow or module that runs."""
        return self.frames[-1]

    def save(self, contact: Contact) -> None:
        """Keep it with the contact."""
        contact.kept["walk"] = asdict(self)


def walk_of(contact: Contact) -> Walk:
    """What was saved with the contact; a new walk when nothing was."""
    kept = dict(contact.kept.get("walk") or {})
    frames = [Frame(**frame) for frame in kept.pop("frames", ())]
    return Walk(frames=frames, **kept)
