"""GetParticipantInput: one key of a menu, or an entry that is stored. Only on calls."""

import re
from typing import Any

from connect_flows._simulator._blocks import message
from connect_flows._simulator._errors import NotRun
from connect_flows._simulator._events import Ignored
from connect_flows._simulator._outcomes import Happening, Outcome, Pause, Pressed
from connect_flows._simulator._step import Step

# What stands in $.StoredCustomerInput when nothing was entered: administrator guide, "Store customer input".
NOTHING_TYPED = "Timeout"
_DEFAULT_GAP = 5.0
_OURS = (
    *message.KINDS, "InputTimeLimitSeconds", "StoreInput", "InputValidation", "DTMFConfiguration", "EnableDTMFBuffer"
)  # fmt: skip


def run(step: Step) -> Outcome:
    """Say the prompt, and wait for keys; those that a buffer kept are taken at once."""
    step.accept_only(*_OURS)
    if step.contact.channel != "VOICE":
        return step.error()
    seconds = message.said(step, step.block.parameters)
    if seconds is None:
        return step.error()
    if _stores(step) and _longest(step) is None:
        raise NotRun(f"{step.place}: an entry that must be a telephone number is not simulated; let a stub stand in")
    walk = step.walk
    walk.typed, keys, walk.buffered = "", walk.buffered, ""
    if keys and str(step.parameter("EnableDTMFBuffer")).lower() == "true":
        return _typed(step, keys)
    return Pause("input", float(step.parameter("InputTimeLimitSeconds")) + seconds)


def resume(step: Step, happening: Happening) -> Outcome:
    """Keys, something else that is said, or nothing in time."""
    if isinstance(happening, Pressed):
        return _typed(step, happening.keys)
    if not _stores(step):
        return step.error("InputTimeLimitExceeded")
    return _stored(step, step.walk.typed or NOTHING_TYPED)


def _typed(step: Step, keys: str) -> Outcome:
    if _stores(step):
        return _entry(step, keys)
    key, rest = keys[:1], keys[1:]
    step.walk.buffered = rest
    if rest:
        step.around.emit(Ignored(step.contact.id, step.around.now(), rest, "a menu takes one key"))
    step.shown["StoreInput"] = "False"
    return step.branch(key) or step.error("NoMatchingCondition", key)


def _entry(step: Step, keys: str) -> Outcome:
    """Take keys until the sequence that ends an entry, the longest entry, or a pause; `*` takes back what was typed."""
    configuration: Any = step.parameter("DTMFConfiguration") or {}
    end = configuration.get("InputTerminationSequence") or "#"
    longest, typed = _longest(step) or 0, step.walk.typed + keys
    entry, ended, _ = typed.partition(end)
    if str(configuration.get("DisableCancelKey", "False")).lower() != "true":
        entry = re.sub(r"^.*\*", "", entry)
    if ended or len(entry) >= longest:
        return _stored(step, entry[:longest])
    step.walk.typed = entry
    return Pause("input", float(configuration.get("InterdigitTimeLimitSeconds") or _DEFAULT_GAP))


def _stored(step: Step, entry: str) -> Outcome:
    step.walk.typed = ""
    step.frame.stored = entry
    step.shown = {"StoreInput": "True"}
    return step.proceed()


def _stores(step: Step) -> bool:
    return bool(step.block.plain.get("StoreInput") == "True")


def _longest(step: Step) -> int | None:
    validation: Any = step.block.plain.get("InputValidation") or {}
    custom = validation.get("CustomValidation")
    return int(custom["MaximumLength"]) if custom else None
