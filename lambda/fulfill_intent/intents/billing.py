"""The last payment. What went wrong with one, papers and changes are for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.phrases import squeeze
from fulfill_intent.records import BillState
from fulfill_intent.reply import Reply, answer, hand_over
from fulfill_intent.words import Words, alike, spell_date, spell_won, words

if TYPE_CHECKING:
    from fulfill_intent.records import Bill
    from fulfill_intent.turn import Turn

INTENT = "billing"
QUEUE = "billing"

_TROUBLE = re.compile(
    r"두번|세번|여러번|이중|중복|실패|오류|에러|안돼|안되|안된|안눌|이상|잘못|틀리|틀려|억울|과다|많이나|왜|올랐|취소|변경|바꾸|바꿔|등록|만료|승인이|한도|한적이?없|안했는데|모르는|빠져나|나갔|연체"
    r"|영수증|계산서|전표|증빙|명세서|발급|발행|출력|할부|가상계좌|입금|이체|페이|상품권|분실|도용|해킹|재결제"
)


def needs_person(turn: Turn) -> bool:
    """Whether more is wanted than word of the last payment."""
    return bool(_TROUBLE.search(squeeze(turn.transcript)))


def to_person(_turn: Turn) -> Reply:
    """Hand over what only a person can do."""
    return hand_over(messages.BILLING_BY_PERSON, queue=QUEUE, summary=messages.SUMMARY_BILLING)


def serve(turn: Turn) -> Reply:
    """Say what was paid last, or is due."""
    bill = turn.customers.last_bill(turn.session.customer_id, now=turn.now)
    if bill is None:
        return answer(messages.NO_BILL, summary=messages.SUMMARY_NO_BILL)
    summary = messages.SUMMARY_BILL.format(state=messages.BILL_SUMMARIES[bill.state])
    return answer(_say(bill), summary=summary)


def _say(bill: Bill) -> Words:
    if bill.state is BillState.UNKNOWN or bill.day is None or bill.amount is None:
        return messages.BILL_UNKNOWN
    return messages.BILL + words(
        messages.BILL_STATES[bill.state],
        day=spell_date(bill.day),
        method=alike(bill.method or messages.SOME_METHOD),
        amount=spell_won(bill.amount),
    )
