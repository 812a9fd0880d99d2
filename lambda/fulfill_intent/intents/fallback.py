"""What is not understood, and keys that are pressed while nothing asks for a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.expectation import Asked
from fulfill_intent.intents import agent
from fulfill_intent.reply import NextAction, Reply

if TYPE_CHECKING:
    from fulfill_intent.turn import Turn

_A_PERSON = "0"


def serve(turn: Turn) -> Reply:
    """Ask again in other words; a key leads to a person or to the keypad menu."""
    if not turn.keyed:
        # Whether there is anything else is still an open question.
        asked = Asked.MORE if turn.session.asked is Asked.MORE else None
        return Reply(say=messages.NOT_UNDERSTOOD, asked=asked, missed=True)
    if turn.transcript == _A_PERSON:
        return agent.serve(turn)
    summary = " / ".join(filter(None, (turn.session.bot_summary, messages.SUMMARY_KEYPAD)))
    return Reply(say=messages.KEYPAD, next_action=NextAction.KEYPAD, summary=summary)
