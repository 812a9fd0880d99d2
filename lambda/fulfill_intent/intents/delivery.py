"""Where a parcel is. A change of the address and a parcel that is lost are for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.choosing_order import choose_order, spell_order, summary
from fulfill_intent.phrases import squeeze
from fulfill_intent.records import Delivery, DeliveryState, OrderState
from fulfill_intent.reply import Reply, answer, hand_over
from fulfill_intent.words import Words, alike, spell_date, spell_number, words

if TYPE_CHECKING:
    from fulfill_intent.records import Order
    from fulfill_intent.turn import Turn

INTENT = "delivery"
QUEUE = "orders"

_ADDRESS = re.compile(
    r"(?:주소|배송지|받는|받을|수령|동호수|배송일|배송날짜|희망일|요청사항|메모|메시지).{0,14}(?:변경|바꾸|바꿔|바꿀|바뀌|못바꿨|수정|고치|고쳐|정정|틀렸|틀려|잘못|예전|옛날|못적|안적)"
    r"|(?:곳|데|집|회사|사무실|학교|주소|댁|점|함)(?:으)?로(?:다시)?(?:보내|받|배송해|바꿔)|맡겨(?:주|달라)|집말고|배송.{0,6}(?:미뤄|미루|연기|늦게받|나눠)"
)
_LOST = re.compile(
    r"분실|잃어버|없어졌|사라졌|가져갔나|(?:다른|옆|이웃)집|다른(?:데|곳|지역)(?:으)?로간?갔?|오배송|엉뚱|잘못(?:왔|갔|배송|배달)|파손|깨져|깨졌|재배송|반송|누락|빠져|빠졌|덜왔|하나만왔|일부만"
    r"|다른(?:상품|물건|제품|게|거|걸로).{0,4}(?:왔|배송|도착)|(?:완료|다는데|갔다는데|맡겼다|두고갔).{0,14}(?:없|못|안왔|안받|안보)|받았다고.{0,6}(?:못|안)"
)


def needs_person(turn: Turn) -> bool:
    """Whether an address is to be changed, or a parcel went astray."""
    squeezed = squeeze(turn.transcript)
    return bool(_ADDRESS.search(squeezed) or _LOST.search(squeezed))


def to_person(turn: Turn) -> Reply:
    """Hand over what only a person can do."""
    if _LOST.search(squeeze(turn.transcript)):
        return hand_over(messages.LOST_PARCEL, queue=QUEUE, summary=messages.SUMMARY_LOST_PARCEL)
    return hand_over(messages.CHANGE_OF_ADDRESS, queue=QUEUE, summary=messages.SUMMARY_CHANGE_OF_ADDRESS)


def serve(turn: Turn) -> Reply:
    """Say where the parcel is."""
    order = choose_order(turn, INTENT)
    if isinstance(order, Reply):
        return order
    say, state = _where(order)
    return answer(
        say,
        summary=summary(messages.SUMMARY_ORDER, INTENT, number=order.number, state=state),
        learned={"order_number": order.number},
    )


def _where(order: Order) -> tuple[Words, str]:
    name = spell_order(order)
    if order.delivery is None:
        if order.state in (OrderState.SHIPPED, OrderState.DELIVERED, OrderState.CANCELLED, OrderState.UNKNOWN):
            return words(messages.ORDER_STATES[order.state], order=name), messages.ORDER_SUMMARIES[order.state]
        return words(messages.NO_DELIVERY, order=name), messages.DELIVERY_SUMMARIES[DeliveryState.PREPARING]
    say = words(messages.DELIVERY_STATES[order.delivery.state], order=name)
    return _details(say, order.delivery), messages.DELIVERY_SUMMARIES[order.delivery.state]


def _details(say: Words, delivery: Delivery) -> Words:
    arrived = delivery.state is DeliveryState.DELIVERED
    if delivery.expected_on:
        say += words(messages.ARRIVED if arrived else messages.EXPECTED, day=spell_date(delivery.expected_on))
    if delivery.tracking_number and not arrived:
        number = spell_number(delivery.tracking_number)
        say += words(messages.TRACKING, carrier=alike(delivery.carrier or messages.SOME_CARRIER), number=number)
    return say
