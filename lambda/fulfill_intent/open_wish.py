"""What a customer wants about a callback that is booked: cancel it, change it, hear when it is, or leave it."""

from __future__ import annotations

import re
from enum import StrEnum

from fulfill_intent import phrases

_CANCELS = re.compile(
    "취소(?!됐|되었|된)|없던(?:걸|일|거)로|없애"
    "|(?:전화|연락|콜백|통화)(?:는|를|은|을|도)?(?:이제|더는?|더이상)?(?:안(?:주|하|해|받)|하지마|주지마|필요없|그만)"
)
_ASKS_ABOUT_IT = re.compile("하면|려면|되나|될까|가능|어떻게|수수료|(?:나요|까요|가요)$")
_KEEPS = re.compile(
    "취소(?:하지|말고|는아니|는안|안)|안취소|바꾸지|변경하지|그대로|(?:그냥|가만)?(?:두세요|두셔|둘게|놔두|놔둬)|유지"
)
_CHANGES = re.compile("바꾸|바꿔|바꿀|변경|수정|고치|고쳐|옮기|옮겨|미루|미뤄|미룰|당기|당겨|늦추|늦춰|연기|조정")
_ANOTHER = re.compile("다른(?:시간|날|때)|시간이?요?$")
# What else of the shop can be cancelled.
_OTHER = re.compile("주문|구독|구매|결제|배송|택배|상품|물건|방문|설치|회원|멤버십|정기|계약|약정|서비스|이용권|환불")
_POLITE_NO = re.compile("괜찮|됐")
_A_CALL = re.compile("전화|콜백|통화|연락|상담예약|상담시간|상담약속")
_BOOKED = re.compile("예약|콜백|약속|(?:오|주|하|받|걸)시?기로|(?:통화|전화|상담|연락)(?:받을|받는)?시간")
_PUT_OFF = re.compile("(?:전화|통화|연락).{0,14}(?:미루|미뤄|미룰|연기|당기|당겨|늦추|늦춰)")
_ASKS = re.compile(
    "(?:전화|콜백|연락)(?:가|이|은|는)?(?:아직도?)?안(?:왔|와|옵|오네|오고|오는|줬|주셨)"
    "|(?:언제|몇시)로(?:예약|잡|되어|돼)|(?:오|주|하|받|걸)시?기로(?:했|하셨|한|되어|돼|된)|(?:온다|주신다|준다|해준다|하신다)(?:고|더니)?(?:했|하셨|그랬)"
    "|예약(?:한|된|했|해둔|해놓은|잡은).{0,10}(?:언제|몇시|몇일|며칠|무슨요일|시간|확인|알려|맞)"
    "|예약(?:이|은|을)?잘?(?:확인|조회|내역|됐|되었|돼있|되어있|잡혀|잡혔|들어갔|언제|몇시)"
    "|(?:예약|통화)시간.{0,4}(?:확인|조회|언제|몇시|알려)"
    "|(?:언제|몇시)(?:에|쯤)?(?:저한테|제게)?(?:전화|연락|콜백)(?:이|가)?(?:오|와|옵|온)|(?:전화|연락|콜백)(?:은|는|이|가)?(?:언제|몇시에?|언제쯤)(?:오|와|옵|온)"
)
_HOW = re.compile("어떻게|방법|어디서")


class OpenWish(StrEnum):
    """What is wanted about it."""

    CANCEL = "cancel"
    CHANGE = "change"
    ASK = "ask"


def open_wish(text: str) -> OpenWish | None:
    """Return what a sentence that asks for nothing new wants about a callback that is booked.

    >>> [wish and wish.value for wish in map(open_wish, ("콜백 취소해 주세요", "예약한 전화 시간 바꿔 주세요"))]
    ['cancel', 'change']
    >>> [wish and wish.value for wish in map(open_wish, ("몇 시에 전화 오기로 했죠", "내일 세 시에 전화 주세요"))]
    ['ask', None]
    """
    squeezed = phrases.squeeze(text)
    if cancels(text):
        return OpenWish.CANCEL
    if (_CHANGES.search(squeezed) and _BOOKED.search(squeezed)) or _PUT_OFF.search(squeezed):
        return OpenWish.CHANGE
    return OpenWish.ASK if _ASKS.search(squeezed) and not _HOW.search(squeezed) else None


def cancels(text: str) -> bool:
    """Whether a call is to be cancelled, or whatever is being talked about; not an order, say.

    >>> [cancels(text) for text in ("취소해 주세요", "주문 취소해 주세요", "취소하지 마세요", "전화 안 주셔도 돼요")]
    [True, False, False, True]
    """
    squeezed = phrases.squeeze(text)
    return bool(_CANCELS.search(squeezed)) and not _OTHER.search(squeezed) and not _KEEPS.search(squeezed)


def cancels_outright(text: str) -> bool:
    """Whether it is to be cancelled without asking once more: "취소하면 어떻게 되나요" is a question.

    >>> [cancels_outright(text) for text in ("취소해 주세요", "취소하면 어떻게 되나요", "취소할 수 있나요")]
    [True, False, False]
    """
    return cancels(text) and not _ASKS_ABOUT_IT.search(phrases.squeeze(text))


def agrees_to_cancel(text: str) -> bool:
    """Whether the answer to "shall it be cancelled?" is yes; "괜찮아요" is a polite no.

    >>> [agrees_to_cancel(text) for text in ("네", "네 감사합니다", "취소해 주세요", "괜찮아요", "아니요")]
    [True, True, True, False, False]
    """
    polite_no = _POLITE_NO.search(phrases.squeeze(text))
    return cancels_outright(text) or (phrases.is_yes(text) and not polite_no)


def changes(text: str) -> bool:
    """Whether another time is wanted, with or without naming it.

    >>> changes("시간을 바꿔 주세요"), changes("바꾸지 마세요")
    (True, False)
    """
    squeezed = phrases.squeeze(text)
    wanted = _CHANGES.search(squeezed) or _ANOTHER.search(squeezed)
    return bool(wanted) and not _KEEPS.search(squeezed) and not _OTHER.search(squeezed)


def leaves_it(text: str) -> bool:
    """Whether all is to stay as it is.

    >>> [leaves_it(text) for text in ("그대로 두세요", "아니요 괜찮아요", "아니요", "취소해 주세요")]
    [True, True, True, False]
    """
    if cancels(text):
        return False
    return bool(_KEEPS.search(phrases.squeeze(text))) or phrases.is_no(text) or phrases.gives_up(text)


def is_about_call(text: str) -> bool:
    """Whether a call is talked about, and not something else that can be cancelled.

    >>> is_about_call("전화 예약 취소요"), is_about_call("방문 예약 취소요")
    (True, False)
    """
    squeezed = phrases.squeeze(text)
    return bool(_A_CALL.search(squeezed)) and not _OTHER.search(squeezed)
