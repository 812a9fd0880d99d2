"""How far a refund is. A new refund, a return and an exchange are for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.choosing_order import choose_order, spell_order, summary
from fulfill_intent.phrases import squeeze
from fulfill_intent.records import RefundState
from fulfill_intent.reply import Reply, answer, hand_over
from fulfill_intent.words import Words, spell_date, spell_won, words

if TYPE_CHECKING:
    from fulfill_intent.records import Refund
    from fulfill_intent.turn import Turn

INTENT = "refund"
QUEUE = "billing"

_STATE = re.compile(
    r"언제|얼마나|아직|상태|현황|진행|확인|조회|들어(?:왔|오|와)|입금(?:됐|되|안|일)|안됐|안되었|안들어|처리(?:됐|되|현황|상황)|완료|며칠|내역|됐나|됐어|됐는지|금액|돌려받았"
)
_NEW = re.compile(
    r"교환|반품|신청|접수(?:해|하고|할)|환불(?:을|도|좀|은)?(?:해(?:주|줘|달)|하고싶|하려|할래|할게|원해|부탁|받고싶|받을래|받으려|가능|되나|돼요|될까)|돌려(?:주세요|줘|보내)"
    r"|불량|고장|파손|깨져|깨졌|부서|찢어|하자|맘에안|마음에안|단순변심|안맞아|사이즈|계좌.{0,6}(?:잘못|변경|바꾸|바꿔)|수거"
)


def needs_person(turn: Turn) -> bool:
    """Whether something new is wanted, in place of word of what is under way."""
    squeezed = squeeze(turn.transcript)
    return bool(_NEW.search(squeezed)) and not _STATE.search(squeezed)


def to_person(_turn: Turn) -> Reply:
    """Hand over what only a person can do."""
    return hand_over(messages.NEW_REFUND, queue=QUEUE, summary=messages.SUMMARY_NEW_REFUND)


def serve(turn: Turn) -> Reply:
    """Say how far the refund is."""
    order = choose_order(turn, INTENT)
    if isinstance(order, Reply):
        return order
    name = spell_order(order)
    if order.refund is None:
        say, state = words(messages.NO_REFUND, order=name), messages.SUMMARY_NO_REFUND
    else:
        say = _details(words(messages.REFUND_STATES[order.refund.state], order=name), order.refund)
        state = messages.REFUND_SUMMARIES[order.refund.state]
    return answer(
        say,
        summary=summary(messages.SUMMARY_ORDER, INTENT, number=order.number, state=state),
        learned={"order_number": order.number},
    )


def _details(say: Words, refund: Refund) -> Words:
    if refund.state is RefundState.REJECTED:
        return say
    if refund.amount is not None:
        say += words(messages.REFUND_AMOUNT, amount=spell_won(refund.amount))
    if refund.expected_on:
        paid = refund.state is RefundState.COMPLETED
        say += words(messages.REFUND_PAID if paid else messages.REFUND_EXPECTED, day=spell_date(refund.expected_on))
    return say
