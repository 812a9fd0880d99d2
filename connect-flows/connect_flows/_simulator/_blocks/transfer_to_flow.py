"""TransferToFlow: the other flow begins, and nothing comes back."""

from connect_flows._simulator._events import Transferred
from connect_flows._simulator._outcomes import Begins, Outcome
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Begin the other flow, if it is there."""
    step.accept_only("ContactFlowId")
    flow = step.parameter("ContactFlowId")
    step.shown = {"ContactFlowId": flow}
    program = step.around.program(flow)
    if program is None:
        return step.error()
    step.around.emit(Transferred(step.contact.id, step.around.now(), "flow", program.name))
    return Begins(flow)
