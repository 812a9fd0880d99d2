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
    r"(?:주소|배송지|받는곳|받을곳|받는사람|수령인|수령지|배송일|날짜|요청사항)(?:를|을|가|는|로|만)?(?:좀|다른|잘못)?.{0,8}"
    r"(?:변경|바꾸|바꿔|바꿀|바뀌|수정|고치|고쳐|잘못)|(?:다른|회사|집|새)(?:주소|곳|데|로)+.{0,6}(?:받|보내|배송|바꿔)|이사(?:했|를)|배송(?:일정)?.{0,3}(?:미루|연기)"
)
_LOST = re.compile(
    r"분실|없어졌|사라졌|못받았는데.{0,6}완료|완료.{0,12}(?:못받|안왔|안받|없)|다른집|오배송|잘못(?:왔|배송|배달)|파손|깨져|재배송|다른(?:상품|물건|제품|게|거).{0,4}(?:왔|배송|도착)"
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
