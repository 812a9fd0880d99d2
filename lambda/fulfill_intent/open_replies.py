"""What is said and asked about a callback that is booked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fulfill_intent import callback_replies as replies
from fulfill_intent import messages
from fulfill_intent.expectation import Asked
from fulfill_intent.reply import Reply, answer, hand_over
from fulfill_intent.words import Words, spell_moment, spell_soon, words

if TYPE_CHECKING:
    from datetime import datetime

    from fulfill_intent.callback_replies import Agreed
    from fulfill_intent.callbacks import OpenCallback


def ask_what_to_do(found: OpenCallback, agreed: Agreed, *, already: bool, now: datetime) -> Reply:
    """There is one: is it to be changed or cancelled? `already`: another one was wanted."""
    say = messages.OPEN_SOON
    if found.when > now:
        say = words(messages.OPEN_ALREADY if already else messages.OPEN, when=spell_soon(found.when, now.date()))
    return _ask(found, agreed, Asked.OPEN, say + messages.ASK_WHAT_TO_DO)


def ask_what_to_do_again(found: OpenCallback, agreed: Agreed) -> Reply:
    """What to do with it was not understood."""
    return _ask(found, agreed, Asked.OPEN, messages.ASK_WHAT_TO_DO_AGAIN, missed=True)


def ask_cancel(found: OpenCallback, agreed: Agreed, *, now: datetime, again: bool = False) -> Reply:
    """Is it to be cancelled? Said with its time, so that nobody cancels another one than they mean."""
    say = messages.ASK_CANCEL_SOON
    if found.movable and found.when > now:
        say = words(messages.ASK_CANCEL, when=spell_soon(found.when, now.date()))
    if again:
        say = words(messages.ASK_CANCEL_AGAIN, ask=say)
    return _ask(found, agreed, Asked.CANCEL, say, missed=again)


def ask_new_time(found: OpenCallback, agreed: Agreed, *, now: datetime, told: bool) -> Reply:
    """It is to be changed; when is it now, unless that was just told, and when is it to be?"""
    say = messages.ASK_NEW_TIME
    if found.when > now and not told:
        say = words(messages.OPEN, when=spell_soon(found.when, now.date())) + say
    return _ask(found, agreed, Asked.TIME, say)


def cancelled(found: OpenCallback) -> Reply:
    """No call follows any more."""
    return answer(
        messages.CANCELLED,
        summary=words(messages.SUMMARY_CANCELLED, when=spell_moment(found.when)).chat,
        learned=replies.learned(replies.NOTHING),
    )


def left(found: OpenCallback, *, now: datetime) -> Reply:
    """It stays as it is."""
    say = messages.LEFT_SOON
    if found.when > now:
        say = words(messages.LEFT, when=spell_soon(found.when, now.date()))
    return answer(say, summary=_summary(found), learned=replies.learned(replies.NOTHING))


def left_as_it_is() -> Reply:
    """It was to be changed, and is not."""
    return answer(
        messages.LEFT_AS_IT_IS,
        summary=messages.SUMMARY_OPEN_CALLBACK,
        learned=replies.learned(replies.NOTHING),
    )


def none_open(agreed: Agreed) -> Reply:
    """There is none of the number that calls; there may be one of another, which a person finds."""
    return _to_person(messages.NONE_OPEN, agreed)


def by_person(agreed: Agreed) -> Reply:
    """It is not known whose callback is meant."""
    return _to_person(messages.OPEN_BY_PERSON, agreed)


def under_way(agreed: Agreed) -> Reply:
    """A call may exist, so that nothing can be changed any more."""
    return _to_person(messages.UNDER_WAY, agreed)


def number_by_person(agreed: Agreed) -> Reply:
    """It is not for us to tell this caller about the callback of that number."""
    if agreed.when:
        return replies.pass_on(agreed, messages.NUMBER_BY_PERSON)
    return _to_person(messages.NUMBER_BY_PERSON, agreed)


def _ask(found: OpenCallback, agreed: Agreed, asked: Asked, say: Words, *, missed: bool = False) -> Reply:
    asked_about = replies.ask(agreed, asked, say, about=found.when.isoformat(), missed=missed)
    return replace(asked_about, summary=_summary(found))


def _summary(found: OpenCallback) -> str:
    return words(messages.SUMMARY_OPEN, when=spell_moment(found.when)).chat


def _to_person(say: Words, agreed: Agreed) -> Reply:
    return hand_over(say, queue=replies.QUEUE, summary=messages.SUMMARY_OPEN_CALLBACK, learned=replies.learned(agreed))
