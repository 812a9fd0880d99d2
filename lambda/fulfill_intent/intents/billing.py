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

# What the last payment answers ...
_LAST_PAYMENT = re.compile(
    r"얼마|금액|내역|내용|조회|확인|언제|며칠|날짜|납부일|결제일|요금|청구서?|미납|이번달|지난달|최근|마지막|결제(?:가)?(?:됐|되었|된건)"
    r"|^(?:저기|음|어)*결제(?:이?요|문의.*|관련.*|때문.*)?$"
)
# ... unless something went wrong with it, or something is to be done.
_TROUBLE = re.compile(
    r"[두세]번|여러번|한번더|이중|중복|또나|또됐|더됐|더나|실패|오류|에러|거절|막혔|끊겼|끊기|꺼지|꺼졌|꺼져|튕|멈|안떠|안넘|안나|안돼|안되|안된|안됐|안눌|안긁|안왔"
    r"|이상|잘못|틀리|틀려|다르|달라|안맞|억울|과다|많이|많아|너무|비싸|두배|왜|올랐|갑자기|빠졌|빠져|나갔|모르는|적이?없|안했는데|안썼|연체|도용|해킹|누가|분실|잃어"
    r"|취소|해지|변경|바꾸|바꿔|바꿀|수정|등록|삭제|만료|유효기간|한도|승인|재발급|방법|어떻게|수단|할부|무이자|일시불|가상계좌|계좌|입금|이체|송금|출금|페이|카드로|쿠폰|할인|포인트"
    r"|영수증|계산서|전표|증빙|증명|명세서|견적|서류|발급|발행|출력|보내주|받고싶|받을수|비밀번호"
)


def needs_person(turn: Turn) -> bool:
    """Whether more is wanted than word of the last payment."""
    squeezed = squeeze(turn.transcript)
    if _TROUBLE.search(squeezed):
        return True
    # After the proof, and about it, "네" is all that need be said.
    return turn.session.resume_intent != INTENT and not _LAST_PAYMENT.search(squeezed)


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
