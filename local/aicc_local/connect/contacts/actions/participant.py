"""Actions that talk to the customer, or wait for one.

Prompts take no time here. What an action does on which channel: Connect administrator guide, "Supported channels" of
each block.
"""

from typing import Any

from aicc_local.connect.contacts.step import CannotGoOn, Ends, Happening, NoBranch, Outcome, Pause, Step, Typed

# What stands in $.StoredCustomerInput when the customer has typed nothing (guide, "Store customer input").
NOTHING_TYPED = "Timeout"


def message(step: Step) -> Outcome:
    """MessageParticipant: a message without text is an error, as are audio and SSML outside calls."""
    step.accept_only("Text", "SSML", "PromptId", "SkipWhenDTMFBufferEnabled")
    return step.proceed() if _said(step, step.action.parameters) else step.error()


def message_iteratively(step: Step) -> Outcome:
    """MessageParticipantIteratively: until it is time for something else, or an agent comes."""
    step.accept_only("Messages", "InterruptFrequencySeconds")
    if step.contact.channel != "VOICE":
        return _error_or_end(step)
    for each in step.parameter("Messages"):
        _said(step, each)
    seconds = step.parameter("InterruptFrequencySeconds")
    return Pause("messages", float(seconds) if seconds else None)


def interrupted(step: Step, _happening: Happening) -> Outcome:
    """The messages have been played for as long as the action says."""
    return step.branch("MessagesInterrupted") or step.error()


def get_input(step: Step) -> Outcome:
    """GetParticipantInput: only on calls."""
    step.accept_only(
        "Text", "SSML", "PromptId", "InputTimeLimitSeconds", "StoreInput", "InputValidation", "DTMFConfiguration"
    )
    if step.contact.channel != "VOICE" or not _said(step, step.action.parameters):
        return step.error()
    if _longest(step) is None and step.action.parameters["StoreInput"] == "True":
        raise CannotGoOn("input that is checked to be a telephone number")
    step.shown["StoreInput"] = step.action.parameters["StoreInput"]
    return Pause("input", float(step.parameter("InputTimeLimitSeconds")))


def got_input(step: Step, happening: Happening) -> Outcome:
    """The customer has typed, or has not in time."""
    typed = happening.text if isinstance(happening, Typed) else None
    if step.action.parameters["StoreInput"] != "True":
        if typed is None:
            return step.error("InputTimeLimitExceeded")
        return step.branch(typed[:1]) or step.error("NoMatchingCondition", typed[:1])
    step.frame.stored = NOTHING_TYPED if typed is None else _digits(step, typed)
    step.shown = {"StoreInput": "True"}
    return step.proceed()


def wait(step: Step) -> Outcome:
    """Wait: for so long; on calls it takes the error branch but for modes that are not here."""
    step.accept_only("TimeLimitSeconds")
    if step.contact.channel == "VOICE":
        return step.error()
    step.shown = {"TimeLimitSeconds": step.parameter("TimeLimitSeconds")}
    return Pause("time", float(step.parameter("TimeLimitSeconds")))


def waited(step: Step, _happening: Happening) -> Outcome:
    """The time of a Wait is over."""
    return step.branch("WaitCompleted") or step.error()


def _said(step: Step, prompt: Any) -> bool:
    """Tell the customer; False when there is nothing to tell, or the channel cannot take it."""
    [kind] = [name for name in ("Text", "SSML", "PromptId", "Media") if name in prompt]
    if kind == "Media":
        raise CannotGoOn("audio from S3")
    text = str(step.resolved(prompt[kind]))
    step.shown = {kind: text}
    if not text.strip() or (kind != "Text" and step.contact.channel != "VOICE"):
        return False
    step.contact.say(text)
    return True


def _error_or_end(step: Step) -> Outcome:
    """On a chat the block takes its error branch, or ends the flow when it has none."""
    try:
        return step.error()
    except NoBranch:
        return Ends()


def _longest(step: Step) -> int | None:
    validation: Any = step.action.parameters.get("InputValidation") or {}
    custom = validation.get("CustomValidation")
    return int(custom["MaximumLength"]) if custom else None


def _digits(step: Step, typed: str) -> str:
    configuration: Any = step.action.parameters.get("DTMFConfiguration") or {}
    end = configuration.get("InputTerminationSequence") or "#"
    return typed.split(end)[0][: _longest(step)]
