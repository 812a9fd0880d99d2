"""MessageParticipant: one prompt. A message without text is an error, as are audio and SSML outside calls."""

from collections.abc import Mapping
from typing import Any

from connect_flows._simulator._outcomes import Happening, Outcome, Pause
from connect_flows._simulator._step import Step
from connect_flows._simulator._values import resolved

KINDS = ("Text", "SSML", "PromptId", "Media")


def run(step: Step) -> Outcome:
    """Say it."""
    step.accept_only(*KINDS, "SkipWhenDTMFBufferEnabled")
    seconds = said(step, step.block.parameters)
    if seconds is None:
        return step.error()
    return Pause("speech", seconds) if seconds else step.proceed()


def resume(step: Step, _happening: Happening) -> Outcome:
    """It has been heard."""
    return step.proceed()


def said(step: Step, prompt: Mapping[str, Any]) -> float | None:
    """Say what a prompt says, and for how many seconds; None when there is nothing, or not on this channel."""
    for kind in KINDS:
        if kind in prompt:
            break
    else:
        return None
    value = resolved(prompt[kind], step)
    text = value if isinstance(value, str) else str(value.get("Uri", ""))
    step.shown = {kind: text}
    if not text.strip() or (kind != "Text" and step.contact.channel != "VOICE"):
        return None
    return step.say(text, kind)
