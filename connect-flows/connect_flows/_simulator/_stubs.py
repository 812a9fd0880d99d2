"""What stands in for blocks that are not simulated: a test says where they lead, and nothing is guessed."""

from collections.abc import Callable, Mapping

from connect_flows._simulator._errors import SimulationError
from connect_flows._simulator._outcomes import Ends, Next, Outcome
from connect_flows._simulator._step import Step

StandIn = str | Callable[[Step], str]
"""Where a block leads: success, end, error:<ErrorType>, condition:<operand>; or a function that answers one."""


def taken(stubs: Mapping[str, StandIn], step: Step) -> Outcome | None:
    """Where the stub of a block leads, the one of the block before that of its type; None without one."""
    stub = stubs.get(f"{step.program.name}/{step.block.identifier}") or stubs.get(step.block.type)
    if stub is None:
        return None
    chosen = stub if isinstance(stub, str) else stub(step)
    kind, _, value = chosen.partition(":")
    if kind == "end":
        return Ends()
    if kind == "success" and step.block.next is not None:
        return step.proceed()
    if kind == "error" and value in step.block.errors:
        return step.error(value)
    if kind == "condition":
        for _, operand, target, key in step.block.conditions:
            if operand == value:
                return Next(target, key)
    allowed = [
        "end",
        *(["success"] if step.block.next else []),
        *(f"error:{error}" for error in step.block.errors),
        *(f"condition:{operand}" for _, operand, _, _ in step.block.conditions),
    ]
    raise SimulationError(f"{step.place}: the stub leads to {chosen!r}; the block has {', '.join(allowed)}")
