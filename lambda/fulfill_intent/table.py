"""Which module serves which intent of the bot, and what the dialogue must know about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fulfill_intent import choosing_order
from fulfill_intent.intents import (
    agent,
    billing,
    callback,
    cancel,
    complaint,
    delivery,
    fallback,
    faq,
    opening_hours,
    order_status,
    refund,
    repeat,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from fulfill_intent.reply import Reply
    from fulfill_intent.turn import Turn

FALLBACK = "FallbackIntent"  # as Lex calls what is built in as AMAZON.FallbackIntent


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsPart:
    """What of an intent only a person can do: whether a turn wants it, and the reply that hands it over."""

    wanted: Callable[[Turn], bool]
    reply: Callable[[Turn], Reply]


def _never(_turn: Turn) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """An intent.

    Attributes:
        serve: What to do.
        queue: Where the caller goes when the bot cannot go on.
        slots: Its slots in the bot.
        needs_identity: Only for a customer who has proven to be one.
        holds_answer: Whether a turn answers what this intent asked; such a turn is no wish for anything else.
        persons_part: What only a person can do.
    """

    serve: Callable[[Turn], Reply]
    queue: str = "general"
    slots: tuple[str, ...] = ()
    needs_identity: bool = False
    holds_answer: Callable[[Turn], bool] = _never
    persons_part: PersonsPart | None = None


INTENTS = {
    "agent": Intent(serve=agent.serve),
    "callback": Intent(
        serve=callback.serve, slots=("CallbackTime", "CallbackPhone"), holds_answer=callback.holds_answer
    ),
    "order_status": Intent(
        serve=order_status.serve,
        queue=order_status.QUEUE,
        slots=("OrderNumber",),
        needs_identity=True,
        holds_answer=choosing_order.holds_answer,
        persons_part=PersonsPart(wanted=order_status.needs_person, reply=order_status.to_person),
    ),
    "delivery": Intent(
        serve=delivery.serve,
        queue=delivery.QUEUE,
        slots=("OrderNumber",),
        needs_identity=True,
        holds_answer=choosing_order.holds_answer,
        persons_part=PersonsPart(wanted=delivery.needs_person, reply=delivery.to_person),
    ),
    "refund": Intent(
        serve=refund.serve,
        queue=refund.QUEUE,
        slots=("OrderNumber",),
        needs_identity=True,
        holds_answer=choosing_order.holds_answer,
        persons_part=PersonsPart(wanted=refund.needs_person, reply=refund.to_person),
    ),
    "billing": Intent(
        serve=billing.serve,
        queue=billing.QUEUE,
        needs_identity=True,
        persons_part=PersonsPart(wanted=billing.needs_person, reply=billing.to_person),
    ),
    "opening_hours": Intent(serve=opening_hours.serve),
    "cancel": Intent(serve=cancel.serve, slots=("CancelTarget",), holds_answer=cancel.holds_answer),
    "faq": Intent(serve=faq.serve, slots=("FaqTopic",), holds_answer=faq.holds_answer),
    "complaint": Intent(serve=complaint.serve),
    "repeat": Intent(serve=repeat.serve),
    FALLBACK: Intent(serve=fallback.serve),
}
