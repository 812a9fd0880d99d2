"""Books a callback: when, which number, read back, confirmed. Changes and cancels the one that is booked.

What is agreed is in the session from turn to turn. Whatever the caller is asked, a time or a number that they say
counts: "아니 네 시요" in place of yes or no changes the time, and what changes is read back anew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fulfill_intent import callback_confirmed as confirmed
from fulfill_intent import callback_replies as replies
from fulfill_intent import callback_steps as steps
from fulfill_intent import messages, offer_replies, open_callback, open_replies, phrases
from fulfill_intent.callback_offers import chosen, read_offers
from fulfill_intent.callback_replies import Agreed
from fulfill_intent.callback_wish import calling_number, contradicts, day_asked_about, hear, names_what_is_wrong
from fulfill_intent.expectation import Asked, Expectation
from fulfill_intent.open_wish import cancels, is_about_call

if TYPE_CHECKING:
    from collections.abc import Callable

    from fulfill_intent.callback_wish import Heard
    from fulfill_intent.reply import Reply
    from fulfill_intent.turn import Turn

INTENT = "callback"


def serve(turn: Turn) -> Reply:
    """Take in what was said, and ask for what is missing."""
    return _ANSWERS[_expects(turn).asked](turn, _agreed(turn), hear(turn, _expects(turn)))


def holds_answer(turn: Turn) -> bool:
    """Whether the turn answers what was asked, or corrects what is agreed."""
    expects, text = _expects(turn), turn.transcript
    if hear(turn, expects):
        return True
    if expects.asked in (Asked.OPEN, Asked.CANCEL):
        return open_callback.holds_answer(turn)
    if expects.asked in (Asked.READ_BACK, Asked.CHANGE) and names_what_is_wrong(text):
        return True
    if expects.asked is Asked.OFFER and chosen(text, read_offers(expects.about)):
        return True
    closed = expects.asked in (Asked.OFFER, Asked.PHONE, Asked.READ_BACK, Asked.CHANGE)
    return closed and (phrases.is_yes(text) or phrases.is_no(text))


def cancel(turn: Turn) -> Reply:
    """Cancel the callback that is booked, once that is confirmed."""
    return open_callback.ask_cancel(
        turn, replies.Agreed(when=None, phone="", calling=calling_number(turn)), hear(turn, _expects(turn))
    )


def drop(turn: Turn) -> Reply:
    """What was asked about is wanted no more: nothing is booked, and nothing is changed."""
    return open_replies.left_as_it_is() if turn.session.changes_callback else replies.drop()


def cancelling(turn: Turn, heard: str) -> Callable[[Turn], Reply] | None:
    """What serves words that cancel a callback, booked or about to be, whatever intent is heard in them."""
    session, text = turn.session, turn.transcript
    if turn.callbacks is None or _expects(turn).asked in (Asked.OPEN, Asked.CANCEL):
        return None
    if session.asked is Asked.TARGET:
        return cancel if is_about_call(text) else None
    if not cancels(text):
        return None
    if _expects(turn).asked is not Asked.MORE:
        return cancel if session.changes_callback else drop
    # Right after it was booked nothing else is meant.
    subject = session.asked is Asked.MORE and session.bot_intent == INTENT
    return cancel if subject or (heard == "cancel" and is_about_call(text)) else None


def _expects(turn: Turn) -> Expectation:
    """What was asked by this intent; MORE, which is nothing in particular, where it was another's question."""
    expects = turn.session.expects
    return expects if expects and expects.intent == INTENT else Expectation(Asked.MORE)


def _agreed(turn: Turn) -> Agreed:
    session = turn.session
    when = session.callback_time
    return Agreed(
        # A time may pass while a conversation rests.
        when=when if when and when > turn.now else None,
        phone=session.callback_phone,
        calling=calling_number(turn),
        request=session.callback_request,
        changes=session.changes_callback,
    )


# What was asked, and what an answer to it does ------------------------------------------------------------------------


def _begin(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    agreed = replace(agreed, changes=False)
    return open_callback.meet(turn, agreed, heard) or _continue(turn, agreed, heard)


def _continue(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    return steps.take(turn, agreed, heard) or steps.suggest(turn, agreed) or steps.go_on(turn, agreed)


def _when(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    taken = steps.take(turn, agreed, heard) or steps.suggest(turn, agreed)
    if taken:
        return taken
    expects = _expects(turn)
    day = day_asked_about(expects)
    if day:
        return replies.ask_hour(agreed, day, again=True)
    about = expects.about if expects.asked is Asked.TIME else ""
    return replies.ask(agreed, Asked.TIME, messages.ASK_TIME_AGAIN, about=about, missed=True)


def _offered(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    offers = read_offers(_expects(turn).about)
    taken = steps.take(turn, agreed, heard)
    if taken or not offers:
        return taken or _when(turn, agreed, heard)
    found = chosen(turn.transcript, offers)
    if found:
        return steps.take_time(turn, agreed, found)
    if phrases.is_no(turn.transcript):
        return replies.ask_time(agreed)
    return offer_replies.offer_again(agreed, offers)


def _which_number(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    taken = steps.take(turn, agreed, heard)
    if taken:
        return taken
    if agreed.calling and phrases.is_yes(turn.transcript):
        return steps.go_on(turn, replace(agreed, phone=agreed.calling))
    if phrases.is_no(turn.transcript) or phrases.means_other_number(turn.transcript):
        return replies.ask(agreed, Asked.PHONE, messages.ASK_NUMBER)
    return replies.ask(agreed, Asked.PHONE, messages.ASK_NUMBER_AGAIN, missed=True)


def _read_back(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    if _changes(agreed, heard) or not (agreed.when and agreed.phone):
        return _continue(turn, agreed, heard)
    denied = contradicts(turn.transcript)
    if not denied and (heard or phrases.is_yes(turn.transcript) or turn.confirmed):
        return confirmed.book(turn, agreed)
    asked = steps.what_is_wrong(turn, agreed)
    if asked:
        return asked
    if denied or turn.denied:
        return replies.ask(agreed, Asked.CHANGE, messages.ASK_CHANGE)
    return replies.read_back(agreed, again=True)


def _change(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    taken = steps.take(turn, agreed, heard) or steps.what_is_wrong(turn, agreed)
    if taken:
        return taken
    if phrases.is_yes(turn.transcript):
        return steps.go_on(turn, agreed)
    return replies.ask(agreed, Asked.CHANGE, messages.ASK_CHANGE, missed=True)


_ANSWERS: dict[Asked, Callable[[Turn, Agreed, Heard], Reply]] = {
    Asked.MORE: _begin,
    Asked.TIME: _when,
    Asked.HOUR: _when,
    Asked.OFFER: _offered,
    Asked.PHONE: _which_number,
    Asked.READ_BACK: _read_back,
    Asked.CHANGE: _change,
    Asked.OPEN: open_callback.answer,
    Asked.CANCEL: open_callback.answer,
}


def _changes(agreed: Agreed, heard: Heard) -> bool:
    other_time = heard.day is not None or (heard.time is not None and heard.time != agreed.when)
    return other_time or bool(heard.phone and heard.phone != agreed.phone)
