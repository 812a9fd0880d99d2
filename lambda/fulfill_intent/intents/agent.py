"""Hands over to a person at once: who asks for one has no wish to be questioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.reply import Reply, hand_over

if TYPE_CHECKING:
    from fulfill_intent.turn import Turn


def serve(turn: Turn) -> Reply:
    """Connect to a person; what was talked about before goes along."""
    summary = " / ".join(filter(None, (turn.session.bot_summary, messages.SUMMARY_AGENT)))
    return hand_over(messages.AGENT, queue="general", summary=summary)
