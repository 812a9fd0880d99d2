"""Cancels nothing itself: names what is to be cancelled, and hands over to who may do it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.expectation import Asked
from fulfill_intent.phrases import squeeze
from fulfill_intent.reply import Reply, hand_over
from fulfill_intent.words import alike, words

if TYPE_CHECKING:
    from fulfill_intent.turn import Turn

INTENT = "cancel"
SLOT = "CancelTarget"

# The values of the bot's slot type, and who cancels.
QUEUES = {"주문": "orders", "구독": "general", "예약": "general"}
# How each shows in a sentence that Lex did not find the slot in; the first that does counts.
_WORDS = {
    "예약": re.compile("예약|방문|설치|콜백"),
    "구독": re.compile(
        "구독|정기|멤버십|회원|이용권|탈퇴|해지|해약|약정|계약|위약금|자동|서비스|체험|가입|갱신|매달|매월|매주|이용|안쓸|안쓰|그만쓰"
    ),
    "주문": re.compile(
        "주문|구매|상품|물건|배송|출고|발송|보내|시킨|시켜|시켰|산거|산것|샀|사서|결제|안사|안산|안살|사이즈|주소"
    ),
}


def serve(turn: Turn) -> Reply:
    """Hand over, or ask what is meant."""
    target = _target(turn)
    if target is None:
        asked = turn.session.asked is Asked.TARGET
        return Reply(say=messages.ASK_TARGET_AGAIN if asked else messages.ASK_TARGET, asked=Asked.TARGET, missed=asked)
    return hand_over(
        words(messages.CANCEL, target=alike(target)),
        queue=QUEUES[target],
        summary=messages.SUMMARY_CANCEL.format(target=target),
    )


def holds_answer(turn: Turn) -> bool:
    """Whether the turn names what is to be cancelled: "예약 취소요" is no wish to stop.

    Where Lex hears another wish, only the name itself counts: a parcel that is asked about is no order to cancel.
    """
    squeezed = squeeze(turn.transcript)
    named = turn.slots.get(SLOT) in QUEUES or any(target in squeezed for target in QUEUES)
    return named or (turn.intent == INTENT and _target(turn) is not None)


def _target(turn: Turn) -> str | None:
    slot = turn.slots.get(SLOT, "")
    if slot in QUEUES:
        return slot
    squeezed = squeeze(turn.transcript)
    return next((target for target, pattern in _WORDS.items() if pattern.search(squeezed)), None)
