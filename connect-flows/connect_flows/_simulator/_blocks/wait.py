"""Wait: for so long; on calls it takes the error branch, but for modes that are not simulated."""

from connect_flows._simulator._outcomes import Happening, Outcome, Pause
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Wait."""
    step.accept_only("TimeLimitSeconds")
    if step.contact.channel == "VOICE":
        return step.error()
    limit = step.parameter("TimeLimitSeconds")
    step.shown = {"TimeLimitSeconds": limit}
    return Pause("time", float(limit))


def resume(step: Step, _happening: Happening) -> Outcome:
    """The time is over."""
    return step.branch("WaitCompleted") or step.error()
