"""A contact and how far it has come in flows: plain data, so that a snapshot of it is a copy."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Frame:
    """One flow, or one module that it has invoked; a module sees nothing of what its caller's frame holds.

    Attributes:
        flow: What names the flow: a placeholder or an ARN.
        block: The block to run next, or that waits.
        external: What the last function answered.
        lex: What the last bot made of what the customer said.
        stored: What the customer has typed.
        module: What the last module answered: Result and ResultData.
        flow_attributes: Attributes of the flow alone.
        metrics: What the last GetMetricData found.
        loops: How often each Loop was passed.

    >>> Frame("${flow.inbound}", "greet").loops
    {}
    """

    flow: str
    block: str
    external: dict[str, Any] = field(default_factory=dict)
    lex: dict[str, Any] = field(default_factory=dict)
    stored: str = ""
    module: dict[str, Any] = field(default_factory=dict)
    flow_attributes: dict[str, str] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    loops: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Walk:
    """Where a contact is in its flows.

    Attributes:
        frames: The flow, and the modules inside it that run; empty between flows.
        next_flows: The flows that run when this one ends, such as the customer's whisper after the agent's.
        hooks: The flow for each event.
        logging: Whether the flow log is on.
        voice: Name and engine of the voice.
        waits_for: input, time, messages, speech or answer; empty while it goes, or when no flow runs.
        turn: Counts what moves the walk, so that what comes late finds that it is late.
        asked: The function or bot that is asked in fact; a test may have replaced the one that the block names.
        closing: Whether a bot says its last words.
        attempts: How often the function that is asked now was asked.
        spent: Seconds that the function has taken so far, all attempts together.
        chained: Seconds that functions have taken since the customer last heard something.
        typed: Keys that are not yet an entry.
        buffered: Keys that a later block may take.

    >>> Walk(frames=[Frame("${flow.inbound}", "greet")]).waits_for
    ''
    """

    frames: list[Frame] = field(default_factory=list)
    next_flows: list[str] = field(default_factory=list)
    hooks: dict[str, str] = field(default_factory=dict)
    logging: bool = False
    voice: dict[str, str] = field(default_factory=dict)
    waits_for: str = ""
    turn: int = 0
    asked: str = ""
    closing: bool = False
    attempts: int = 0
    spent: float = 0.0
    chained: float = 0.0
    typed: str = ""
    buffered: str = ""


@dataclass(slots=True, kw_only=True)
class Contact:
    """One contact.

    Attributes:
        id: As in contact records.
        channel: VOICE, CHAT or TASK.
        method: InitiationMethod: INBOUND, OUTBOUND, TRANSFER, CALLBACK or API.
        customer: The customer's number; empty where none is shown, and on chats.
        system: The number that was dialled or is shown to the customer.
        began: When the customer's call began, in seconds since 1970: by this a callback keeps the place in the queue.
        attributes: What users defined.
        queue: The target queue, or where it waits: a placeholder or an ARN.
        state: IN_FLOW, IN_QUEUE, WITH_AGENT, RINGING, SCHEDULED or ENDED.
        agent: Who has it, or had it.
        callback_number: What UpdateContactCallbackNumber has set.
        priority: The lower, the sooner; 5 unless a flow says otherwise.
        recording: What the last block about recording asked for.
        extras: What stubs provide: the root of a reference, such as "Wisdom", and what it refers to.
        walk: How far it has come.

    >>> contact = Contact(id="1", customer="+821012345678", attributes={"intent": "refund"})
    >>> contact.channel, contact.priority, contact.ended
    ('VOICE', 5, False)
    """

    id: str
    channel: str = "VOICE"
    method: str = "INBOUND"
    customer: str = ""
    system: str = ""
    began: float = 0.0
    attributes: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    segment_attributes: dict[str, Any] = field(default_factory=dict)
    references: dict[str, Any] = field(default_factory=dict)
    name: str | None = None
    description: str | None = None
    customer_id: str | None = None
    language: str | None = None
    initial_id: str = ""
    previous_id: str | None = None
    related_id: str | None = None
    queue: str = ""
    state: str = "IN_FLOW"
    agent: str = ""
    callback_number: str | None = None
    priority: int = 5
    recording: dict[str, Any] = field(default_factory=dict)
    extras: dict[str, Any] = field(default_factory=dict)
    walk: Walk = field(default_factory=Walk)

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        return self.state == "ENDED"
