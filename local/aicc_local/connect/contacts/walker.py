"""Leads a contact through flows until it needs a person, or comes to an action that cannot be run here.

`go_on` is all that the rest of Connect knows of it, so that something better can take its place.
"""

from collections.abc import Callable
from itertools import chain, repeat

from aicc_local.connect.contacts import flow_log, lifecycle, metrics
from aicc_local.connect.contacts.actions import ACTIONS, RESUMING
from aicc_local.connect.contacts.contact import Contact, contact_at
from aicc_local.connect.contacts.published import running
from aicc_local.connect.contacts.references import UnknownReference
from aicc_local.connect.contacts.step import (
    Begins,
    CannotGoOn,
    Ends,
    Happening,
    Next,
    NoBranch,
    Outcome,
    Outside,
    Pause,
    Step,
    TimeIsUp,
    Typed,
)
from aicc_local.connect.contacts.walk import Frame, Walk, walk_of
from aicc_local.local_aws import LocalAws

# A flow that circles in silence would go on for ever; Connect's own limit is not documented.
MOST_STEPS = 1000


def go_on(aws: LocalAws, contact_arn: str, happening: Begins | Happening) -> None:
    """Take a contact on from something that happens, until it waits, stops or ends. Runs functions: no lock is held."""
    with aws.lock:
        turn = _turn(aws, contact_arn, happening)
    if turn is None:
        return
    first = None if isinstance(happening, Begins) else lambda step: RESUMING[step.action.type](step, happening)
    for run in chain([first], repeat(None, MOST_STEPS)):
        if not _step(aws, contact_arn, turn, run):
            return
    with aws.lock:
        step = _open(aws, contact_arn, turn)
        if step is not None:
            _stop(step, f"more than {MOST_STEPS} actions without a pause")


def _turn(aws: LocalAws, contact_arn: str, happening: Begins | Happening) -> int | None:
    """Begin another turn of the contact's walk, if what happens is of any concern to it."""
    contact = contact_at(aws, contact_arn)
    if contact is None or contact.ended:
        return None
    walk = walk_of(contact)
    match happening:
        case Typed() if walk.waits_for != "input":
            return None
        case TimeIsUp(turn) if turn != walk.turn or walk.waits_for in ("", "nothing"):
            return None
    walk.turn += 1
    if isinstance(happening, Begins):
        _enter(aws, walk, happening.flow)
    walk.waits_for = walk.waits_for if walk.waits_for == "nothing" else ""
    walk.save(contact)
    return walk.turn


def _step(aws: LocalAws, contact_arn: str, turn: int, run: Callable[[Step], Outcome] | None) -> bool:
    """Run one action, or `run` in its stead; whether the contact goes on at once."""
    with aws.lock:
        step = _open(aws, contact_arn, turn)
        if step is None:
            return False
        run = run or ACTIONS.get(step.action.type)
        if run is None:
            _stop(step, f"the local Connect does not run {step.action.type}")
            return False
        outcome = _attempt(step, run)
        if not isinstance(outcome, Outside):
            return _settle(step, outcome)
    answer = outcome.work()
    with aws.lock:
        later = _open(aws, contact_arn, turn)
        if later is None:
            return False
        later.shown = step.shown
        return _settle(later, _attempt(later, lambda again: outcome.then(again, answer)))


def _attempt(step: Step, run: Callable[[Step], Outcome]) -> Outcome | None:
    try:
        return run(step)
    except (CannotGoOn, UnknownReference) as error:
        _stop(step, str(error))
    except NoBranch as error:
        _fail(step, str(error))
    return None


def _settle(step: Step, outcome: Outcome | None) -> bool:
    if outcome is None:
        return False
    _log(step)
    walk = step.walk
    match outcome:
        case Next(action):
            walk.frame.action = action
        case Begins(flow):
            _enter(step.aws, walk, flow)
        case Pause(waits_for, seconds):
            walk.waits_for = waits_for
            _call_later(step, seconds)
        case Ends():
            return _leave(step)
    _save(step)
    return not isinstance(outcome, Pause)


def _leave(step: Step) -> bool:
    walk = step.walk
    if walk.next_flows and not step.contact.ended:
        _enter(step.aws, walk, walk.next_flows.pop(0))
        _save(step)
        return True
    walk.frames = []
    _save(step)
    return False


def _call_later(step: Step, seconds: float | None) -> None:
    if seconds is not None:
        arn, aws, late = step.contact.arn, step.aws, TimeIsUp(step.walk.turn)
        aws.later(seconds, lambda: go_on(aws, arn, late))


def _stop(step: Step, reason: str) -> None:
    """Stay here for good, and say so."""
    step.walk.waits_for = "nothing"
    step.walk.reason = f"{step.flow.name}: {step.action.identifier}: {reason}"
    step.results = f"Not run: {reason}"
    _log(step)
    _save(step)


def _fail(step: Step, reason: str) -> None:
    """An error that the flow has no branch for ends a contact that nobody else holds."""
    step.results = f"{step.results} ({reason})".strip()
    metrics.fatal_flow_error(step.aws, step.contact, step.flow.name)
    _log(step)
    step.walk.frames = []
    _save(step)
    if step.contact.state == "IN_FLOW":
        lifecycle.end(step.aws, step.contact, "CONTACT_FLOW_DISCONNECT")


def _enter(aws: LocalAws, walk: Walk, flow_arn: str) -> None:
    flow = running(aws, flow_arn)
    walk.frames = [Frame(flow=flow_arn, action=flow.start_action)] if flow else []
    walk.waits_for, walk.reason = ("", "") if flow else ("nothing", f"{flow_arn}: is not there, or not published")


def _open(aws: LocalAws, contact_arn: str, turn: int) -> Step | None:
    """The step that is due, unless something else has taken the contact elsewhere meanwhile."""
    contact = contact_at(aws, contact_arn)
    if contact is None or contact.ended:
        return None
    walk = walk_of(contact)
    return _step_of(aws, contact, walk) if walk.turn == turn else None


def _step_of(aws: LocalAws, contact: Contact, walk: Walk) -> Step | None:
    if not walk.frames:
        return None
    arn, identifier = walk.frame.flow, walk.frame.action
    flow = running(aws, arn)
    for action in flow.actions if flow else ():
        if flow and action.identifier == identifier:
            return Step(aws=aws, contact=contact, walk=walk, flow_arn=arn, flow=flow, action=action)
    # Changed or deleted while the contact was in it.
    walk.waits_for, walk.reason = "nothing", f"{arn}: {identifier}: is not there any more"
    walk.save(contact)
    return None


def _log(step: Step) -> None:
    if step.walk.logging or step.action.type == "UpdateFlowLoggingBehavior":
        flow_log.write(
            step.aws,
            step.contact,
            flow_arn=step.flow_arn,
            flow_name=step.flow.name,
            action=step.action.identifier,
            kind=step.action.type,
            parameters=step.shown,
            results=step.results,
            external=step.external,
        )


def _save(step: Step) -> None:
    if not step.contact.ended:
        step.walk.save(step.contact)
