"""Apologises and hands over: a complaint is nothing that a bot should answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.reply import Reply, hand_over

if TYPE_CHECKING:
    from fulfill_intent.turn import Turn


def serve(turn: Turn) -> Reply:
    """Connect to a person, with priority: the flow tells it by `bot_intent`, the agent by the summary."""
    summary = " / ".join(filter(None, (messages.SUMMARY_COMPLAINT, turn.session.bot_summary)))
    return hand_over(messages.COMPLAINT, queue="general", summary=summary)
