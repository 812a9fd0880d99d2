"""What a code hook answers Lex V2, in the only shapes that Lex takes.

Source: Amazon Lex V2 developer guide, "Lambda response format". The answer replaces the state of the session: what is
left out is forgotten.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from html import escape
from typing import Any

from aicc_core.errors import AnswerError

LARGEST_ANSWER = 50 * 1024  # bytes of UTF-8, Lex's limit
LONGEST_MESSAGE = 1024  # characters as Lex counts them, in UTF-16


class Action(StrEnum):
    """What Lex does next."""

    ELICIT_INTENT = "ElicitIntent"
    ELICIT_SLOT = "ElicitSlot"
    CONFIRM_INTENT = "ConfirmIntent"
    CLOSE = "Close"


@dataclass(frozen=True, slots=True, kw_only=True)
class LexAnswer:
    """One answer.

    Attributes:
        action: What Lex does next.
        intent: The intent that goes on or ends; Lex forgets it when it asks for a new one.
        slot: The slot that is asked for; for `ELICIT_SLOT` and nothing else.
        slot_names: All slots of the intent.
        slots: The values that are known. The one that is asked for counts as empty.
        said: The words that they were taken from. Lex keeps these out of its logs where the slot is obfuscated.
        attributes: All session attributes.
        messages: What is said, at least one.
        failed: The bot gives up; Lex's statistics count it.
    """

    action: Action
    intent: str
    slot: str = ""
    slot_names: Collection[str] = ()
    slots: Mapping[str, str] = field(default_factory=dict, repr=False)
    said: Mapping[str, str] = field(default_factory=dict, repr=False)
    attributes: Mapping[str, str] = field(repr=False)
    messages: Sequence[Mapping[str, str]] = field(repr=False)
    failed: bool = False


def plain_text(text: str) -> dict[str, str]:
    """Return the message that a chat shows.

    >>> plain_text("네, 알겠습니다.")
    {'contentType': 'PlainText', 'content': '네, 알겠습니다.'}
    """
    return {"contentType": "PlainText", "content": text}


def ssml(text: str) -> dict[str, str]:
    """Return the message that a voice reads; marks in `text` are read and not obeyed.

    >>> ssml("R&D <본사>입니다.")
    {'contentType': 'SSML', 'content': '<speak>R&amp;D &lt;본사&gt;입니다.</speak>'}
    """
    return {"contentType": "SSML", "content": f"<speak>{escape(text, quote=False)}</speak>"}


def make_lex_answer(answer: LexAnswer) -> dict[str, Any]:
    """Return `answer` as Lex reads it.

    Raises `AnswerError` for what Lex would refuse: no message, a message or an answer too long, a slot where none is
    asked for or none where one is, an attribute that is no text.
    """
    problems = [*_problems(answer)]
    if problems:
        raise AnswerError("; ".join(problems))
    action = {"type": answer.action.value}
    if answer.slot:
        action["slotToElicit"] = answer.slot
    state: dict[str, Any] = {"sessionAttributes": dict(answer.attributes), "dialogAction": action}
    if answer.action is not Action.ELICIT_INTENT:
        state["intent"] = _intent(answer)
    made = {"sessionState": state, "messages": [dict(message) for message in answer.messages]}
    size = len(json.dumps(made, ensure_ascii=False).encode())
    if size > LARGEST_ANSWER:
        raise AnswerError(f"answer must be at most {LARGEST_ANSWER} bytes, got {size}")
    return made


def _intent(answer: LexAnswer) -> dict[str, Any]:
    closed = "Failed" if answer.failed else "Fulfilled"
    return {
        "name": answer.intent,
        "state": closed if answer.action is Action.CLOSE else "InProgress",
        # What was said to an earlier read-back is not the answer to the next one.
        "confirmationState": "None",
        "slots": {
            name: _slot(answer.slots[name], answer.said.get(name))
            if name in answer.slots and name != answer.slot
            else None
            for name in answer.slot_names
        },
    }


def _slot(value: str, said: str | None) -> dict[str, Any]:
    return {
        "shape": "Scalar",
        "value": {"originalValue": said or value, "interpretedValue": value, "resolvedValues": [value]},
    }


def _problems(answer: LexAnswer) -> list[str]:
    problems = []
    if not answer.messages:
        problems.append("there must be a message")
    for message in answer.messages:
        length = len(message["content"].encode("utf-16-le")) // 2
        if not 1 <= length <= LONGEST_MESSAGE:
            problems.append(f"a message must have 1 to {LONGEST_MESSAGE} characters, got {length}")
    if (answer.action is Action.ELICIT_SLOT) != bool(answer.slot):
        problems.append(f"a slot is named for ElicitSlot and nothing else, got {answer.slot!r} for {answer.action}")
    elif answer.slot and answer.slot not in answer.slot_names:
        problems.append(f"the intent {answer.intent} has no slot {answer.slot}")
    problems += [
        f"the attribute {name} must be a text"
        for name, value in answer.attributes.items()
        if not isinstance(value, str)
    ]
    return problems
