"""Loop: ContinueLooping so many times, then DoneLooping once, then from the start.

A count that is a reference may turn out to be no number, which is an error.
"""

from connect_flows._simulator._outcomes import Outcome
from connect_flows._simulator._step import Step
from connect_flows._simulator._values import number_in


def run(step: Step) -> Outcome:
    """Count."""
    loops, name = step.frame.loops, step.block.identifier
    count = step.parameter("LoopCount")
    times = number_in(str(count))
    step.shown = {"LoopCount": str(count)}
    if times is None:
        return step.error(results=f"{count!r} is no number")
    passed = loops.get(name, 0)
    loops[name] = passed + 1 if passed < times else 0
    return step.branch("ContinueLooping" if passed < times else "DoneLooping") or step.error()
