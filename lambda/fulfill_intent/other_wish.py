"""What else a caller may want in place of an answer.

While Lex asks for a free-form slot it takes every word for the slot's value and hears no other intent. So what answers
nothing is looked at for the plain words of one.
"""

from __future__ import annotations

import re

from fulfill_intent.phrases import squeeze

# The first that shows counts: 배송비 is no parcel.
NAMED = {
    "complaint": re.compile("불만|항의|민원|짜증|화나|화가나"),
    "faq": re.compile("배송비|배송료|포인트|적립금|쿠폰|비밀번호|회원가입"),
    "opening_hours": re.compile("(?:상담|영업|운영|근무|업무)시간|몇시까지|몇시부터"),
    "cancel": re.compile("취소|해지"),
    "refund": re.compile("환불|반품|교환"),
    "billing": re.compile("결제|청구|요금|영수증"),
    "delivery": re.compile("배송|택배"),
    "order_status": re.compile("주문(?:상태|조회|내역|확인)"),
    "callback": re.compile("전화예약|예약전화|콜백"),
}
# Talk of a call, a number or a thing that was ordered, which answers badly and is still an answer.
_ANSWERS = re.compile("전화주|전화해|연락|통화|번호|(?:주문|거|것|건|상품|물건)(?:이?요|이에요|예요|입니다)?$")


def other_wish(text: str, *, asking: str) -> str:
    """Return the intent that `text` names other than the one that is `asking`; empty for none.

    >>> other_wish("아니 환불이요", asking="order_status"), other_wish("반품한 거요", asking="order_status")
    ('refund', '')
    >>> other_wish("배송 끝나면 전화 주세요", asking="callback"), other_wish("글쎄요", asking="callback")
    ('', '')
    """
    squeezed = squeeze(text)
    named = next((intent for intent, words in NAMED.items() if words.search(squeezed)), "")
    return "" if named == asking or _ANSWERS.search(squeezed) else named
