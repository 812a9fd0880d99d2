"""Leads a contact from block to block until it waits, asks, or is through. Does no input or output of its own."""

from connect_flows._action_types import ACTION_TYPES
from connect_flows._simulator._blocks import RESUME, RUN
from connect_flows._simulator._contact import Contact, Frame
from connect_flows._simulator._errors import NoBranch, NotRun, UnknownAction, Unscripted
from connect_flows._simulator._events import FlowEntered, FlowFailed, Input, ModuleEntered, Silence
from connect_flows._simulator._outcomes import (
    Asks,
    Begins,
    Ends,
    GoesOn,
    HangsUp,
    Happening,
    Invokes,
    Next,
    Outcome,
    Pause,
    Pressed,
    Rest,
    Said,
    TimeIsUp,
)
from connect_flows._simulator._step import Step
from connect_flows._simulator._surroundings import Surroundings

# A flow that circles in silence would go on for ever; Connect's own limit is not documented.
MOST_BLOCKS = 1000


def run(contact: Contact, happening: Happening, around: Surroundings) -> Rest:
    """Take a contact on from something that happens, until it waits or asks, or its flow is over.

    Ask `unheard` first whether what happens is of any concern to the contact.

    Raises:
        SimulationError: It cannot go on; the contact stays at the block.

    >>> from connect_flows import parse
    >>> flow = parse('{"Version": "2019-10-30", "StartAction": "bye", "Metadata": {}, "Actions": ['
    ...     '{"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}',
    ...     source="hello.json")
    >>> from connect_flows.simulator import Center
    >>> center = Center([flow])
    >>> run(center.begin(), Begins("${flow.hello}"), center)
    Ends()
    """
    walk = contact.walk
    walk.turn += 1
    walk.waits_for = ""
    if isinstance(happening, Begins):
        enter(contact, happening.flow, around)
    due = None if isinstance(happening, Begins | GoesOn) else happening
    for _ in range(MOST_BLOCKS):
        if not walk.frames or contact.ended:
            return Ends()
        step = _due(contact, around)
        if due is not None:
            _announce(step, due)
        try:
            outcome = _outcome(step, due)
        except NoBranch as error:
            rest = _fail(step, str(error))
        else:
            rest = _settled(step, outcome)
        due = None
        if rest is not None:
            return rest
    raise NotRun(f"{step.place}: more than {MOST_BLOCKS} blocks without a pause; let the flow wait for somebody")


def unheard(contact: Contact, happening: Happening, around: Surroundings) -> str:
    """Why nothing comes of what happens to a contact; empty when something does.

    >>> from connect_flows.simulator import Center
    >>> unheard(Contact(id="1"), Said("여보세요"), Center([]))
    'nobody listens'
    """
    walk = contact.walk
    if contact.ended:
        return "the contact is over"
    if isinstance(happening, TimeIsUp):
        return "" if happening.turn == walk.turn and walk.waits_for else "it comes too late"
    if not isinstance(happening, Said | Pressed):
        return ""
    if walk.waits_for != "input" or not walk.frames:
        return "nobody listens"
    if contact.channel != "VOICE":
        return "" if isinstance(happening, Said) else "a chat has no keys"
    takes_keys = _due(contact, around).block.type == "GetParticipantInput"
    return "the menu takes keys only" if takes_keys and isinstance(happening, Said) else ""


def enter(contact: Contact, flow: str, around: Surroundings) -> None:
    """Begin a flow, in place of whatever runs."""
    program = around.program(flow)
    if program is None:
        raise NotRun(f"{flow}: there is no such flow that is published; add it, or publish it")
    contact.walk.frames = [Frame(flow, program.start)]
    # A bot may have been in the middle of its last words.
    contact.walk.closing = False
    around.emit(FlowEntered(contact.id, around.now(), program.name, program.type))


def _due(contact: Contact, around: Surroundings) -> Step:
    frame = contact.walk.frames[-1]
    program = around.program(frame.flow)
    block = program.blocks.get(frame.block) if program else None
    if program is None or block is None:
        raise NotRun(f"{frame.flow}: there is no block {frame.block}; lead to another, or begin another contact")
    return Step(contact, around, program, block)


def _announce(step: Step, happening: Happening) -> None:
    at = (step.contact.id, step.around.now(), step.program.name, step.block.identifier)
    if isinstance(happening, Said):
        step.walk.chained = 0.0
        step.around.emit(Input(*at, happening.text, "Speech" if step.contact.channel == "VOICE" else "Text"))
    elif isinstance(happening, Pressed):
        step.walk.chained = 0.0
        step.around.emit(Input(*at, happening.keys, "DTMF"))
    elif isinstance(happening, TimeIsUp) and step.block.type != "MessageParticipant" and not step.walk.closing:
        step.around.emit(Silence(*at))


def _outcome(step: Step, due: Happening | None) -> Outcome:
    block = step.block
    if due is not None:
        return RESUME[block.type](step, due)
    fault = step.around.fault(step.contact, step.program.name, block.identifier)
    if fault is not None:
        return step.error(fault)
    run_block = RUN.get(block.type)
    if run_block is not None:
        try:
            return run_block(step)
        except NotRun:
            outcome = step.around.stand_in(step)
            if outcome is None:
                raise
            return outcome
    if block.type not in ACTION_TYPES:
        raise UnknownAction(f"{step.place}: Amazon Connect has no type {block.type}; correct the type")
    outcome = step.around.stand_in(step)
    if outcome is not None:
        return outcome
    raise Unscripted(f"{step.place}: {block.type} is not simulated; script it: center.stub({block.type!r}, ...)")


def _settled(step: Step, outcome: Outcome) -> Rest | None:
    """Do what came of a block; None when the contact goes on at once."""
    walk = step.walk
    if step.contact.ended:
        # Whoever looks on has ended it in the middle of the block; nothing more is told of it.
        return Ends()
    if isinstance(outcome, Next):
        step.leave(outcome.branch, outcome.block)
        walk.frames[-1].block = outcome.block
        return None
    if isinstance(outcome, Pause):
        walk.waits_for = outcome.waits_for
        return outcome
    if isinstance(outcome, Asks):
        walk.waits_for = "answer"
        return outcome
    if isinstance(outcome, Invokes):
        module = step.around.program(outcome.module)
        assert module is not None
        walk.frames.append(Frame(outcome.module, module.start))
        step.around.emit(ModuleEntered(step.contact.id, step.around.now(), step.program.name, module.name))
        return None
    step.leave()
    if isinstance(outcome, Begins):
        enter(step.contact, outcome.flow, step.around)
        return None
    if isinstance(outcome, HangsUp):
        step.around.end(step.contact, "CONTACT_FLOW_DISCONNECT")
        return Ends()
    return _leave(step)


def _leave(step: Step) -> Rest | None:
    walk = step.walk
    if walk.next_flows and not step.contact.ended:
        enter(step.contact, walk.next_flows.pop(0), step.around)
        return None
    walk.frames = []
    return Ends()


def _fail(step: Step, reason: str) -> Rest | None:
    """An error that the flow has no branch for ends a contact that nobody else holds; of others it ends the flow."""
    contact, around = step.contact, step.around
    step.results = f"{step.results} ({reason})".strip()
    step.leave()
    around.emit(FlowFailed(contact.id, around.now(), step.program.name, step.block.identifier, step.results))
    if contact.state == "IN_FLOW":
        contact.walk.frames = []
        around.end(contact, "CONTACT_FLOW_DISCONNECT")
        return Ends()
    return _leave(step)
