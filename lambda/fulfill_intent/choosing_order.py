"""Which order the caller means: the one dialogue of all intents that are about an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fulfill_intent import messages, phrases
from fulfill_intent.expectation import Asked
from fulfill_intent.order_numbers import SHORTEST, find_order, names_number
from fulfill_intent.reply import Reply, answer
from fulfill_intent.words import Words, alike, spell_number, words

if TYPE_CHECKING:
    from fulfill_intent.records import Order
    from fulfill_intent.turn import Turn

_IN_A_SENTENCE = 6  # digits; a shorter number in a first sentence counts something else


def choose_order(turn: Turn, intent: str) -> Order | Reply:
    """Return the order, or what to ask the caller. Raises `Unavailable`."""
    orders = turn.customers.orders(turn.session.customer_id, now=turn.now)
    if not orders:
        return answer(messages.NO_ORDERS, summary=summary(messages.SUMMARY_NO_ORDERS, intent))
    asked = asked_for_order(turn, intent)
    found = find_order(turn.transcript, orders)
    if found:
        return found
    if turn.keyed or names_number(turn.transcript, shortest=SHORTEST if asked else _IN_A_SENTENCE):
        return _ask(messages.UNKNOWN_ORDER, missed=True)
    if len(orders) == 1 or _means_latest(turn, asked=asked, resumed=turn.session.resume_intent == intent):
        return orders[0]
    if turn.session.asked is Asked.MORE:
        talked_about = [order for order in orders if order.number == turn.session.order_number]
        if talked_about:
            return talked_about[0]
    return _ask(messages.ASK_ORDER_AGAIN if asked else messages.ASK_ORDER, missed=asked)


def asked_for_order(turn: Turn, intent: str) -> bool:
    """Whether `intent` has just asked which order is meant."""
    expects = turn.session.expects
    return expects is not None and (expects.asked, expects.intent) == (Asked.ORDER, intent)


def holds_answer(turn: Turn) -> bool:
    """Whether the turn says which order is meant, as far as can be told without the orders."""
    return names_number(turn.transcript) or phrases.means_latest(turn.transcript)


def spell_order(order: Order) -> Words:
    """Return how an order is called."""
    number = spell_number(order.number)
    if not order.item:
        return words(messages.ORDER, number=number)
    return words(messages.ORDER_OF_ITEM, number=number, item=alike(order.item))


def summary(template: str, intent: str, **values: str) -> str:
    """Return one line for the agent's screen."""
    return template.format(intent=messages.SUMMARY_NAMES[intent], **values)


def _means_latest(turn: Turn, *, asked: bool, resumed: bool) -> bool:
    text = turn.transcript
    # Who has just proven to be a customer was offered the latest order by the flow.
    return phrases.means_latest(text) or (resumed and phrases.is_yes(text)) or (asked and phrases.does_not_know(text))


def _ask(say: Words, *, missed: bool = False) -> Reply:
    return Reply(say=say, asked=Asked.ORDER, missed=missed)
