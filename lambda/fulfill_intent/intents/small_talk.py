"""What is no intent of the bot: yes and no to "is there anything else?", and "never mind"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.intents import callback
from fulfill_intent.reply import NextAction, Reply, answer
from fulfill_intent.words import with_particle, words

if TYPE_CHECKING:
    from fulfill_intent.turn import Turn


def say_goodbye(turn: Turn) -> Reply:
    """Nothing else is wanted."""
    return Reply(
        say=words(messages.GOODBYE, company=with_particle(turn.company, "이었습니다/였습니다")),
        next_action=NextAction.GOODBYE,
    )


def greet(turn: Turn) -> Reply:
    """Say hello back, and what may be asked; who greets once more has found nobody."""
    say, session = messages.WHAT_FOR_EXAMPLE, turn.session
    return Reply(
        say=say,
        asked=session.asked,
        about=session.expects.about if session.expects else "",
        missed=session.last_message in (say.voice, say.chat),
    )


def ask_what(_turn: Turn) -> Reply:
    """Something else is wanted."""
    return Reply(say=messages.WHAT_CAN_I_DO)


def drop(turn: Turn) -> Reply:
    """What was asked about is wanted no more."""
    if turn.session.expects and turn.session.expects.intent == callback.INTENT:
        return callback.drop(turn)
    return answer(messages.NEVER_MIND, summary=turn.session.bot_summary)
