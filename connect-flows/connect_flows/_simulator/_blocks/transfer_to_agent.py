"""TransferContactToAgent: to the agent whom a transfer is for. Nothing follows in the flow."""

from connect_flows._simulator._errors import NoBranch
from connect_flows._simulator._outcomes import Ends, Outcome
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Hand the contact over."""
    if not step.around.to_agent(step.contact):
        raise NoBranch("there is no agent to transfer to")
    return Ends()
