"""MessageParticipantIteratively: prompts over and over, until it is time for something else or an agent comes."""

from connect_flows._simulator._blocks import message
from connect_flows._simulator._errors import NoBranch
from connect_flows._simulator._outcomes import Ends, Happening, Outcome, Pause
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Say all messages once; in silence they go on. Only calls: a chat takes the error branch, or the flow ends."""
    step.accept_only("Messages", "InterruptFrequencySeconds", "ContinueMessagingDuringInterrupt")
    if step.contact.channel != "VOICE":
        try:
            return step.error()
        except NoBranch:
            return Ends()
    for each in step.parameter("Messages"):
        message.said(step, each)
    step.shown = {"Messages": len(step.block.parameters)}
    seconds = step.parameter("InterruptFrequencySeconds")
    return Pause("messages", float(seconds) if seconds else None)


def resume(step: Step, _happening: Happening) -> Outcome:
    """They have been played for as long as the block says."""
    return step.branch("MessagesInterrupted") or step.error()
