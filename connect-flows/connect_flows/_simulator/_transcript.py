"""What was said in a contact, and the path that it took, as text for people."""

from collections.abc import Iterable, Iterator

from connect_flows._simulator._events import (
    AgentConnected,
    AgentLeft,
    BotAnswered,
    Branch,
    CallbackCreated,
    Disconnected,
    Event,
    FlowEntered,
    FlowFailed,
    FunctionAnswered,
    Held,
    Ignored,
    Input,
    ModuleEntered,
    Prompt,
    Queued,
    Ringing,
    Silence,
    Started,
    Transferred,
)
from connect_flows._simulator._program import name_of


def transcript(events: Iterable[Event]) -> str:
    """One line for each thing that somebody would notice, with the seconds since the beginning.

    >>> print(transcript([Prompt("1", 60.0, "hello", "greet", "안녕하십니까."), Disconnected("1", 65.0, "OTHER")]))
      0.0  hello/greet  hears: 안녕하십니까.
      5.0  ends: OTHER
    """
    lines = []
    began: float | None = None
    for event in events:
        began = event.at if began is None else began
        text = _line(event)
        if text:
            lines.append(f"{event.at - began:5.1f}  {text}")
    return "\n".join(lines)


def path(events: Iterable[Event]) -> str:
    """The blocks that were passed, flow by flow, each with the branch that was taken.

    >>> print(path([Branch("1", 0.0, "inbound", "greet", "MessageParticipant", "success", "bye", {}, "")]))
    inbound:
      greet (MessageParticipant) success -> bye
    """
    lines: list[str] = []
    flow = ""
    for event in events:
        if isinstance(event, Branch):
            if event.flow != flow:
                flow = event.flow
                lines.append(f"{flow}:")
            lines.append(f"  {event.block} ({event.type}) {event.branch or 'end'} -> {event.target or '-'}")
    return "\n".join(lines)


def _line(event: Event) -> str:
    match event:
        case Started():
            return f"{event.channel} {event.method}" + (f", after {event.previous}" if event.previous else "")
        case FlowEntered() | ModuleEntered():
            return f"{'module' if isinstance(event, ModuleEntered) else 'flow'}: " + (
                event.module if isinstance(event, ModuleEntered) else event.flow
            )
        case Prompt():
            who = "agent hears" if event.to == "agent" else "bot" if event.by == "bot" else "hears"
            return f"{event.flow}/{event.block}  {who}: {event.text}"
        case Input():
            return f"{event.flow}/{event.block}  {'presses' if event.mode == 'DTMF' else 'says'}: {event.text}"
        case Ignored():
            return f"not heard: {event.text} ({event.why})"
        case Silence():
            return f"{event.flow}/{event.block}  time is up"
        case FunctionAnswered():
            told = f"fails: {event.error}" if event.error else f"answers {dict(event.values)}"
            return f"{event.flow}/{event.block}  function {name_of(event.function)} {told}"
        case BotAnswered():
            return f"{event.flow}/{event.block}  bot understands: {event.error or event.intent or 'nothing'}"
        case FlowFailed():
            return f"{event.flow}/{event.block}  fails: {event.reason}"
        case _:
            return _line_of_routing(event)


def _line_of_routing(event: Event) -> str:
    match event:
        case Queued():
            return f"waits in queue {event.queue}"
        case CallbackCreated():
            return f"callback to {event.number} in queue {event.queue} after {event.delay:g} s"
        case Ringing():
            return f"rings at {event.number}"
        case AgentConnected():
            return f"agent {event.agent} has it, after {event.waited:g} s"
        case AgentLeft():
            return f"agent {event.agent} hangs up"
        case Held():
            return f"agent {event.agent} {'resumes' if event.resumed else 'holds'}"
        case Transferred():
            return f"transferred to {event.kind} {event.to}"
        case Disconnected():
            return f"ends: {event.reason}"
        case _:
            return ""


def of_contacts(events: Iterable[Event], contacts: set[str]) -> Iterator[Event]:
    """The events of these contacts."""
    return (event for event in events if event.contact in contacts)
