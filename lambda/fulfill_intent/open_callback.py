"""The callback that the calling number has: told, changed, cancelled or left.

Only who calls from a number, or whose number the site of a chat vouches for, hears of its callback. It is looked up
at every turn: in between it may have been called.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aicc_core.errors import Unavailable
from fulfill_intent import callback_steps as steps
from fulfill_intent import open_replies, phrases
from fulfill_intent.callback_wish import hear, wants_other_number
from fulfill_intent.expectation import Asked, Expectation
from fulfill_intent.open_wish import (
    OpenWish,
    agrees_to_cancel,
    cancels,
    cancels_outright,
    changes,
    leaves_it,
    open_wish,
)

if TYPE_CHECKING:
    from fulfill_intent.callback_replies import Agreed
    from fulfill_intent.callback_wish import Heard
    from fulfill_intent.callbacks import OpenCallback
    from fulfill_intent.reply import Reply
    from fulfill_intent.turn import Turn

INTENT = "callback"


def meet(turn: Turn, agreed: Agreed, heard: Heard, *, wish: OpenWish | None = None) -> Reply | None:
    """Take up what is wanted about a callback that is booked; None where a new one may be booked."""
    if turn.callbacks is None:
        return None
    wish = wish or open_wish(turn.transcript)
    number = heard.phone or agreed.phone
    if not agreed.calling or number not in ("", agreed.calling) or wants_other_number(turn.transcript):
        return open_replies.by_person(agreed) if wish else None
    try:
        found = turn.callbacks.find(agreed.calling)
    except Unavailable:
        if wish:
            raise
        return None  # booking shows
    if found is None:
        return open_replies.none_open(agreed) if wish else None
    if wish is OpenWish.CANCEL:
        return open_replies.ask_cancel(found, agreed, now=turn.now)
    if wish is OpenWish.CHANGE:
        return _change(turn, agreed, hear(turn, _known(found)), found, told=False)
    if not found.movable:
        return open_replies.under_way(agreed)
    wanted = replace(agreed, when=heard.time or agreed.when)
    return open_replies.ask_what_to_do(found, wanted, already=wish is None, now=turn.now)


def answer(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    """Do what is wanted with the callback that was told of."""
    found = turn.callbacks.find(agreed.calling) if turn.callbacks and agreed.calling else None
    if turn.callbacks is None or found is None:
        # Called, or cancelled by somebody, since it was told of.
        return steps.take(turn, agreed, heard) or steps.go_on(turn, agreed)
    asked = turn.session.asked
    text = turn.transcript
    if agrees_to_cancel(text) if asked is Asked.CANCEL else cancels_outright(text):
        turn.callbacks.cancel(found, turn.now)
        return open_replies.cancelled(found)
    if leaves_it(text):
        return open_replies.left(found, now=turn.now)
    if heard.time == found.when and not changes(text):
        return open_replies.left(found, now=turn.now)
    if heard or changes(text):
        return _change(turn, agreed, heard, found, told=True)
    if asked is Asked.CANCEL or cancels(text):
        return open_replies.ask_cancel(found, agreed, now=turn.now, again=asked is Asked.CANCEL)
    return open_replies.ask_what_to_do_again(found, agreed)


def holds_answer(turn: Turn) -> bool:
    """Whether the turn says what to do with the callback that was told of."""
    text = turn.transcript
    return cancels(text) or leaves_it(text) or changes(text) or phrases.is_yes(text)


def ask_cancel(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    """Ask whether the callback is to be cancelled, whatever intent was heard."""
    reply = meet(turn, agreed, heard, wish=OpenWish.CANCEL)
    return reply or open_replies.by_person(agreed)


def _known(found: OpenCallback) -> Expectation:
    """How words are understood about a callback whose time is known."""
    return Expectation(Asked.TIME, INTENT, found.when.isoformat())


def _change(turn: Turn, agreed: Agreed, heard: Heard, found: OpenCallback, *, told: bool) -> Reply:
    if heard.phone not in ("", agreed.calling) or wants_other_number(turn.transcript):
        return open_replies.number_by_person(agreed)
    if not found.movable:
        return open_replies.under_way(agreed)
    wished = agreed.when
    changing = replace(agreed, when=None, phone=agreed.calling, changes=True)
    # Who names the time that it has says which one is to be changed.
    if heard.day or (heard.time and heard.time != found.when):
        taken = steps.take(turn, changing, heard)
        if taken:
            return taken
    elif wished and wished != found.when and not heard.time:
        return steps.take_time(turn, changing, wished)
    return open_replies.ask_new_time(found, changing, now=turn.now, told=told)
