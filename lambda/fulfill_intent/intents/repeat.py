"""Says the last message again, and goes on waiting for the same answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.reply import Reply
from fulfill_intent.words import alike

if TYPE_CHECKING:
    from fulfill_intent.turn import Turn


def serve(turn: Turn) -> Reply:
    """Repeat; nothing is forgotten, neither what is agreed nor how often something was missed."""
    session = turn.session
    return Reply(
        say=alike(session.last_message) if session.last_message else messages.WHAT_FOR_EXAMPLE,
        asked=session.asked,
        about=session.expects.about if session.expects else "",
        again=True,
    )
