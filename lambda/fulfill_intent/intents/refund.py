"""How far a refund is. A new refund, a return and an exchange are for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.choosing_order import asked_for_order, choose_order, spell_order, summary
from fulfill_intent.phrases import squeeze
from fulfill_intent.records import RefundState
from fulfill_intent.reply import Reply, answer, hand_over
from fulfill_intent.words import Words, spell_date, spell_won, words

if TYPE_CHECKING:
    from fulfill_intent.records import Refund
    from fulfill_intent.turn import Turn

INTENT = "refund"
QUEUE = "billing"

# Nothing is known of exchanges and of parcels that are fetched.
_NOT_KNOWN = re.compile(r"교환|수거|회수|가지러|가져가|기사")
_STATE = re.compile(
    r"언제|걸려|걸리|아직|상태|현황|진행|상황|소식|지연|늦|오래|들어(?:왔|오|와|올)|안들어|입금(?:됐|되|안|예정)|처리(?:됐|되|가)|완료|됐|되었|덜|반만"
    r"|거절|거부|예정일|날짜|내역|조회|확인|금액|환불금|못받|돌려받았|안돌아|연락이없|안해줘|환불이안"
)
_WISH = re.compile("싶|할래|할게|하려|해주세요|돌려주")
_ASKS = re.compile("언제|확인|조회|알려|궁금|보고")
_ONLY_REFUND = re.compile(
    r"(?:음|어|저기|저|아니요?|아뇨|그럼|그냥|그)*(?:환불|반품)(?:이요|요|문의.*|건.*|관련.*|때문.*|[이도은]?궁금.*)?"
)


def needs_person(turn: Turn) -> bool:
    """Whether anything else is wanted than word of a refund that is under way."""
    squeezed = squeeze(turn.transcript)
    if _NOT_KNOWN.search(squeezed):
        return True
    # What answers a question of ours is no new wish.
    if asked_for_order(turn, INTENT) or turn.session.resume_intent == INTENT:
        return False
    if _WISH.search(squeezed) and not _ASKS.search(squeezed):
        return True
    return not _STATE.search(squeezed) and not _ONLY_REFUND.fullmatch(squeezed)


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
