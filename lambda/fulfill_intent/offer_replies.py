"""What is offered in place of a time that will not do, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fulfill_intent import callback_replies as replies
from fulfill_intent import messages
from fulfill_intent.callback_offers import spell_either, write_offers
from fulfill_intent.callback_times import Refused, callable_times
from fulfill_intent.expectation import Asked
from fulfill_intent.reply import PATIENCE, Reply, hand_over
from fulfill_intent.spoken_hours import spell_times
from fulfill_intent.words import Words, alike, attach, spell_date, spell_moment, spell_number_of, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from aicc_core.opening_hours import OpeningHours
    from callback_ledger.slots import SlotRules
    from fulfill_intent.callback_replies import Agreed

_PATIENCE_WITH_TIMES = 3  # a time that will not do was understood, and the next one may do


def offer(
    agreed: Agreed,
    refused: Refused,
    when: datetime,
    times: Sequence[datetime],
    *,
    hours: OpeningHours,
    rules: SlotRules,
) -> Reply:
    """`when` will not do; offer the `times` that will, the nearest first."""
    if not times:
        full = refused is Refused.FULL
        return hand_over(
            messages.ALL_FULL if full else messages.NEVER_OPEN,
            queue=replies.QUEUE,
            summary=replies.summary(agreed),
            learned=replies.learned(agreed),
        )
    if refused is Refused.FULL:
        say = messages.FULL + _offer(sorted(times), known_day=when.date())
    else:
        times = times[:1]
        say = _reason(refused, when, hours, rules) + _offer(times)
    return replies.ask(agreed, Asked.OFFER, say, about=write_offers(times), missed=True, patience=_PATIENCE_WITH_TIMES)


def suggest(agreed: Agreed, times: Sequence[datetime]) -> Reply:
    """Any time will do: offer the next one."""
    if not times:
        return hand_over(
            messages.NEVER_OPEN, queue=replies.QUEUE, summary=replies.summary(agreed), learned=replies.learned(agreed)
        )
    return replies.ask(agreed, Asked.OFFER, _offer(times[:1]), about=write_offers(times[:1]))


def offer_again(agreed: Agreed, times: Sequence[datetime]) -> Reply:
    """Which of the times will do was not understood."""
    if len(times) == 1:
        say = words(messages.OFFER_AGAIN, offer=spell_moment(times[0]))
    else:
        say = words(messages.OFFER_TWO_AGAIN, either=attach(spell_either(times), "은/는"))
    patience = PATIENCE if len(times) == 1 else _PATIENCE_WITH_TIMES
    return replies.ask(agreed, Asked.OFFER, say, about=write_offers(times), missed=True, patience=patience)


def _offer(times: Sequence[datetime], *, known_day: date | None = None) -> Words:
    if known_day is None:
        return words(messages.OFFER, offer=spell_moment(times[0]))
    template = messages.OFFER_ONE if len(times) == 1 else messages.OFFER_TWO
    return words(template, either=attach(spell_either(times, known_day=known_day), "은/는"))


def _reason(refused: Refused, when: datetime, hours: OpeningHours, rules: SlotRules) -> Words:
    if refused is Refused.PAST:
        return messages.PAST
    if refused is Refused.TOO_SOON:
        return words(messages.TOO_SOON, minutes=spell_number_of(rules.lead))
    if refused is Refused.TOO_FAR:
        return words(messages.TOO_FAR, days=spell_number_of(rules.days))
    return _why_closed(when, hours, rules)


def _why_closed(when: datetime, hours: OpeningHours, rules: SlotRules) -> Words:
    day, times = spell_date(when.date()), callable_times(when.date(), hours, rules)
    if times:
        return words(messages.CLOSED_HOUR, day=day, times=spell_times(times))
    special = hours.special_days.get(when.date())
    if special:
        return words(messages.SPECIAL_DAY, day=day, name=alike(special.name))
    return words(messages.CLOSED_DAY, day=day)
