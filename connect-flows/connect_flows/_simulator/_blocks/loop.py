"""Loop: ContinueLooping so many times, then DoneLooping once, then from the start."""

from connect_flows._simulator._outcomes import Outcome
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Count."""
    loops, name = step.frame.loops, step.block.identifier
    times = int(step.parameter("LoopCount"))
    passed = loops.get(name, 0)
    loops[name] = passed + 1 if passed < times else 0
    step.shown = {"LoopCount": str(times)}
    return step.branch("ContinueLooping" if passed < times else "DoneLooping") or step.error()
