"""One step into one direction: something happens to a contact, and it comes to the next block, waits, or is over."""

from collections.abc import Sequence
from typing import NamedTuple

from connect_flows._simulator._errors import SimulationError
from connect_flows._simulator._events import Event, Input, Prompt, Silence
from connect_flows._simulator._explore._acts import BY_AGENT, Act
from connect_flows._simulator._explore._state import AGENT, ANSWER, AT_BLOCK, CALLBACK, IDLE, State, copied
from connect_flows._simulator._explore._world import AtBlock, World
from connect_flows._simulator._outcomes import Asks, Pause, Rest

# What blocks raise that are not written as they should be; a flow that was checked has none.
_UNUSABLE = (SimulationError, ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


class Step(NamedTuple):
    """What came of something that happened.

    Attributes:
        state: Where the contact is now.
        events: What the engine has told.
        problem: Why it cannot go on; empty when it can.
        callback: A contact that will call the customer back.
    """

    state: State
    events: tuple[Event, ...]
    problem: str
    callback: State | None


def walked(state: State, act: Act, path: Sequence[int], world: World) -> Step:
    """Let something happen, and answer the questions that come up as the path says.

    Raises:
        Fork: A question came up that the path does not answer.
    """
    contact = copied(state)
    world.begin(path, blocks=act.blocks, errors_left=state.errors_left)
    rest: Rest | None = None
    problem = ""
    try:
        rest = act.do(contact, world)
    except AtBlock:
        pass
    except _UNUSABLE as error:
        problem = str(error) if isinstance(error, SimulationError) else f"{type(error).__name__}: {error}"
    told = _told(state, act, world.events) or _could_not_speak(state, world)
    following = State(
        contact=contact,
        rest=_rest(rest, contact.state),
        asked=rest.request if isinstance(rest, Asks) else None,
        limited=not isinstance(rest, Pause) or rest.seconds is not None,
        told=told,
        silent=act.silent,
        errors_left=world.errors_left,
    )
    callback = None
    if world.callback is not None:
        callback = State(contact=world.callback, rest=CALLBACK, told=True, errors_left=world.errors_left)
    return Step(following, tuple(world.events), problem, callback)


def _could_not_speak(state: State, world: World) -> bool:
    """Whether a block that speaks has met an error for no reason in the world: then no other could speak, either."""
    frame = state.frame
    return world.errors_left < state.errors_left and frame is not None and world.speaks(frame)


def _rest(rest: Rest | None, state: str) -> str:
    if rest is None:
        return AT_BLOCK
    if isinstance(rest, Asks):
        return ANSWER
    if isinstance(rest, Pause):
        return rest.waits_for
    return AGENT if state == "WITH_AGENT" else IDLE


def _told(state: State, act: Act, events: Sequence[Event]) -> bool:
    """Whether the customer knows how things stand: somebody has spoken since it was last their turn."""
    told = state.told or act.by == BY_AGENT
    for event in events:
        if isinstance(event, Prompt):
            told = told or (event.to == "customer" and bool(event.text.strip()))
        elif isinstance(event, Input) or (isinstance(event, Silence) and state.rest == "input"):
            told = False
    return told
