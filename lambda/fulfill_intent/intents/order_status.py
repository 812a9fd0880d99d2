"""How far an order is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.choosing_order import choose_order, spell_order, summary
from fulfill_intent.phrases import squeeze
from fulfill_intent.reply import Reply, answer, hand_over
from fulfill_intent.words import spell_date, words

if TYPE_CHECKING:
    from fulfill_intent.turn import Turn

INTENT = "order_status"
QUEUE = "orders"

_CHANGE = re.compile(
    r"변경|바꾸|바꿔|바꿀|수정|추가|줄이|합칠|합쳐|잘못(?:넣|골|선택|했|주문|입력)|틀렸|[두세]번(?:들어|주문|됐)|중복|누락|빠진|빠졌|하나만들어|취소(?:됐|된)"
)


def needs_person(turn: Turn) -> bool:
    """Whether an order is to be changed."""
    return bool(_CHANGE.search(squeeze(turn.transcript)))


def to_person(_turn: Turn) -> Reply:
    """Hand a change over."""
    return hand_over(messages.ORDER_BY_PERSON, queue=QUEUE, summary=messages.SUMMARY_ORDER_BY_PERSON)


def serve(turn: Turn) -> Reply:
    """Say how far the order is."""
    order = choose_order(turn, INTENT)
    if isinstance(order, Reply):
        return order
    say = words(messages.ORDER_STATES[order.state], order=spell_order(order))
    if order.ordered_on:
        say += words(messages.ORDERED_ON, day=spell_date(order.ordered_on))
    state = messages.ORDER_SUMMARIES[order.state]
    return answer(
        say,
        summary=summary(messages.SUMMARY_ORDER, INTENT, number=order.number, state=state),
        learned={"order_number": order.number},
    )
