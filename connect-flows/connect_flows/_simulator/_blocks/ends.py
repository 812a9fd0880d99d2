"""EndFlowExecution and DisconnectParticipant."""

from connect_flows._simulator._outcomes import Ends, HangsUp, Outcome
from connect_flows._simulator._step import Step


def end_flow(step: Step) -> Outcome:
    """EndFlowExecution: who waits goes on waiting, who talks goes on talking."""
    return Ends()


def disconnect(step: Step) -> Outcome:
    """DisconnectParticipant: the contact is over."""
    return HangsUp()
