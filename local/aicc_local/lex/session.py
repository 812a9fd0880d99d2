"""What Lex remembers of a conversation until nobody has said anything for the bot's idle time."""

import copy
from dataclasses import asdict, dataclass, field
from typing import Any

from aicc_local.lex.definition import Intent
from aicc_local.lex.recognizer import SlotValue
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

SESSION = "LexSession"

IntentState = dict[str, Any]
"""An intent as the runtime API names its members: name, slots, state, confirmationState."""


@dataclass(kw_only=True)
class Session:
    """The state of a conversation.

    Attributes:
        action: What Lex does next, as the API names it; empty before the first turn.
        attempts: How often the prompt was repeated.
        interpretations: What the last text was taken for, the best first.
        messages: What was said last.
        request_id: Of the request that began the intent.
    """

    intent: IntentState | None = None
    action: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    contexts: list[dict[str, Any]] = field(default_factory=list)
    attempts: int = 0
    interpretations: list[dict[str, Any]] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    request_id: str = ""

    def state(self) -> dict[str, Any]:
        """`sessionState`, as the API shows it."""
        shown = {
            "dialogAction": self.action or None,
            "intent": self.intent,
            "activeContexts": self.contexts,
            "sessionAttributes": self.attributes,
            "originatingRequestId": self.request_id or None,
        }
        return {key: value for key, value in shown.items() if value is not None}


def begun(intent: Intent, slots: dict[str, SlotValue] | None = None) -> IntentState:
    """An intent at its start, with what is known of its slots already."""
    known = slots or {}
    return {
        "name": intent.name,
        "slots": {slot.name: filled(known[slot.name]) if slot.name in known else None for slot in intent.slots},
        "state": "InProgress",
        "confirmationState": "None",
    }


def filled(value: SlotValue) -> dict[str, Any]:
    """The value of a slot, as the API shows it."""
    shown: dict[str, Any] = {"originalValue": value.original, "resolvedValues": list(value.resolved)}
    if value.interpreted is not None:
        shown["interpretedValue"] = value.interpreted
    return {"shape": "Scalar", "value": shown}


def load(aws: LocalAws, alias_arn: str, locale_id: str, session_id: str, seconds: float) -> Session | None:
    """The session; None when there is none, or when it has been idle for longer than `seconds`."""
    record = aws.store.get(_key(alias_arn, locale_id, session_id))
    if record is None or aws.now() - record.changed > seconds:
        return None
    # A copy: a turn that fails leaves what is remembered as it was.
    return Session(**copy.deepcopy(record.properties))


def save(aws: LocalAws, alias_arn: str, locale_id: str, session_id: str, session: Session) -> None:
    """Keep it; it goes with its alias."""
    now = aws.now()
    aws.store.add(
        Record(
            kind=SESSION,
            id=session_id,
            arn=_key(alias_arn, locale_id, session_id),
            owner=alias_arn,
            properties=asdict(session),
            made=now,
            changed=now,
        )
    )


def forget(aws: LocalAws, alias_arn: str, locale_id: str, session_id: str) -> None:
    """Remove it."""
    aws.store.remove(_key(alias_arn, locale_id, session_id))


def _key(alias_arn: str, locale_id: str, session_id: str) -> str:
    return f"{alias_arn}/{locale_id}/{session_id}"
