"""What an intent does about a turn: it asks, answers, or ends the conversation with the bot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fulfill_intent import messages
from fulfill_intent.expectation import Asked
from fulfill_intent.words import Words

PATIENCE = 2  # misses in a row; the last of them ends in a person


class NextAction(StrEnum):
    """What the contact flow does after the bot."""

    QUEUE = "queue"
    AUTHENTICATE = "authenticate"
    CALLBACK = "callback"
    KEYPAD = "keypad"
    GOODBYE = "goodbye"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is said and what comes next: either something is asked or the bot closes with `next_action`.

    Attributes:
        asked: What the caller is asked; with `about` as in an `Expectation`.
        queue: Where the caller waits for a person.
        resume: The caller comes back to this intent, after proving who they are.
        summary: One line for the agent's screen.
        learned: Session attributes that change.
        missed: Nothing useful was understood; after `patience` of these in a row a person takes over.
        failed: The bot gives up.
        again: What was said before is said again, and nothing else changes.
    """

    say: Words
    asked: Asked | None = None
    about: str = ""
    next_action: NextAction | None = None
    queue: str = ""
    resume: bool = False
    summary: str = ""
    learned: Mapping[str, str] = field(default_factory=dict)
    missed: bool = False
    patience: int = PATIENCE
    failed: bool = False
    again: bool = False


def answer(say: Words, *, summary: str, learned: Mapping[str, str] | None = None) -> Reply:
    """The question is answered; is there anything else?"""
    return Reply(say=say + messages.ANYTHING_ELSE, asked=Asked.MORE, summary=summary, learned=learned or {})


def hand_over(
    say: Words, *, queue: str, summary: str, learned: Mapping[str, str] | None = None, failed: bool = False
) -> Reply:
    """A person goes on; `say` says why, and that the caller is being connected is added."""
    return Reply(
        say=say + messages.CONNECTING,
        next_action=NextAction.QUEUE,
        queue=queue,
        summary=summary,
        learned=learned or {},
        failed=failed,
    )
