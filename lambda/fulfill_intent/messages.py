"""What the bot says, in one place, so that its voice stays the same; answers of `faq` stand in its own table.

A template serves voice and chat; only what is really done differently (speaking, writing) has two texts.
"""

from fulfill_intent.records import BillState, DeliveryState, OrderState, RefundState
from fulfill_intent.words import Words, alike

# Any time ------------------------------------------------------------------------------------------------------------

ANYTHING_ELSE = alike("더 도와드릴 일이 있으신가요?")
WHAT_CAN_I_DO = alike("네, 무엇을 도와드릴까요?")
CONNECTING = alike("상담사에게 연결해 드리겠습니다. 잠시만 기다려 주세요.")
GOODBYE = "이용해 주셔서 감사합니다. {company}. 좋은 하루 보내세요."
NEVER_MIND = alike("네, 알겠습니다.")
KEYPAD = alike("버튼으로 안내해 드리겠습니다.")
NOT_UNDERSTOOD = Words(
    "죄송합니다. 잘 알아듣지 못했습니다. 배송 조회, 환불, 전화 예약처럼 짧게 말씀해 주시겠어요?",
    "죄송합니다. 말씀을 이해하지 못했습니다. 배송 조회, 환불, 전화 예약처럼 짧게 적어 주시겠어요?",
)
GIVING_UP = alike("거듭 도와드리지 못해 죄송합니다.")
FAULT = alike("죄송합니다. 지금은 내용을 확인할 수 없습니다.")
WHAT_FOR_EXAMPLE = alike("네, 무엇을 도와드릴까요? 배송 조회, 환불, 전화 예약처럼 말씀해 주세요.")

# Who is asking -------------------------------------------------------------------------------------------------------

PROVE = alike("안내해 드리기 전에 본인 확인이 필요합니다.")
PROVE_TO_PERSON = alike("본인 확인이 필요한 내용이라 상담사가 도와드리겠습니다.")

# A person ------------------------------------------------------------------------------------------------------------

AGENT = alike("네, 알겠습니다.")
COMPLAINT = alike("불편을 드려 정말 죄송합니다. 바로 확인할 수 있도록 우선 도와드리겠습니다.")
CHANGE_OF_ADDRESS = alike("배송지 변경은 상담사가 확인한 뒤 도와드리겠습니다.")
NEW_REFUND = alike("환불과 교환 신청은 상담사가 도와드리겠습니다.")
BILLING_BY_PERSON = alike("말씀하신 결제 문제는 상담사가 확인해 드리겠습니다.")
LOST_PARCEL = alike("불편을 드려 죄송합니다. 말씀하신 배송 문제는 상담사가 확인해 드리겠습니다.")
ORDER_BY_PERSON = alike("주문 변경은 상담사가 확인한 뒤 도와드리겠습니다.")

# Callback ------------------------------------------------------------------------------------------------------------

ASK_TIME = Words(
    "언제 전화드릴까요? 내일 오후 세 시처럼 날짜와 시간을 말씀해 주세요.",
    "언제 전화드릴까요? '내일 오후 3시'처럼 날짜와 시간을 적어 주세요.",
)
ASK_TIME_AGAIN = Words(
    "죄송합니다. 전화받으실 날짜와 시간을 다시 말씀해 주시겠어요? 예를 들면 내일 오후 세 시입니다.",
    "죄송합니다. 전화받으실 날짜와 시간을 다시 적어 주시겠어요? 예를 들면 '내일 오후 3시'입니다.",
)
ASK_HOUR = "{day} 몇 시에 전화드릴까요?"
ASK_HOUR_AGAIN = "죄송합니다. {day} 몇 시가 좋으신지 다시 말씀해 주시겠어요? 예를 들면 오전 열 시입니다."
OFFER = "가장 가까운 시간은 {offer}입니다. 그때 전화드릴까요? 다른 시간을 말씀하셔도 됩니다."
OFFER_AGAIN = "죄송합니다. {offer}에 전화드릴까요? 다른 시간이 좋으시면 날짜와 시간을 말씀해 주세요."
OFFER_ONE = "{either} 가능합니다. 그때 전화드릴까요? 다른 시간을 말씀하셔도 됩니다."
OFFER_TWO = "{either} 가능합니다. 언제가 좋으시겠어요?"
OFFER_TWO_AGAIN = "죄송합니다. {either} 가능합니다. 어느 시간이 좋으신가요? 다른 시간을 말씀하셔도 됩니다."
FULL = alike("그 시간은 예약이 모두 찼습니다.")
ALL_FULL = alike("죄송합니다. 지금은 예약할 수 있는 시간이 남아 있지 않습니다.")
TOO_SOON = "전화 예약은 지금부터 {minutes}분 뒤의 시간부터 하실 수 있습니다."
PAST = alike("말씀하신 시간은 이미 지났습니다.")
TOO_FAR = "전화 예약은 앞으로 {days}일 안에서 하실 수 있습니다."
CLOSED_DAY = "{day}에는 상담을 쉽니다."
SPECIAL_DAY = "{day}, {name}에는 상담을 쉽니다."
CLOSED_HOUR = "{day}에는 {times} 전화드릴 수 있습니다."
NEVER_OPEN = alike("말씀하신 때에는 전화드릴 수 있는 시간이 없습니다.")
HOURS_UNKNOWN = alike("죄송합니다. 지금은 전화 예약 시간을 확인할 수 없습니다.")
ASK_THIS_NUMBER = Words(
    "지금 거신 번호로 전화드릴까요? 다른 번호를 원하시면 그 번호를 말씀하시거나, 누르신 뒤 우물 정자를 눌러 주세요.",
    "{number} 번호로 전화드릴까요? 다른 번호를 원하시면 그 번호를 적어 주세요.",
)
ASK_NUMBER = Words(
    "어느 번호로 전화드릴까요? 번호를 말씀하시거나, 누르신 뒤 우물 정자를 눌러 주세요.",
    "어느 번호로 전화드릴까요? '010-1234-5678'처럼 번호를 적어 주세요.",
)
ASK_NUMBER_AGAIN = Words(
    "죄송합니다. 번호를 확인하지 못했습니다. 공일공부터 천천히 말씀하시거나, 누르신 뒤 우물 정자를 눌러 주세요.",
    "죄송합니다. 번호를 확인하지 못했습니다. '010-1234-5678'처럼 다시 적어 주세요.",
)
READ_BACK = "{when}에 {number} 번호로 전화드리겠습니다. 맞으신가요?"
READ_BACK_AGAIN = (
    "죄송합니다. 다시 확인하겠습니다. {when}에 {number} 번호로 전화드리는 것이 맞으신가요? 네, 아니요로 말씀해 주세요."
)
ASK_CHANGE = Words(
    "어느 것을 바꿔 드릴까요? 바꾸실 시간이나 번호를 말씀해 주세요.",
    "어느 것을 바꿔 드릴까요? 바꾸실 시간이나 번호를 적어 주세요.",
)
PASSED_ON = alike("네, 확인했습니다. 말씀하신 시간과 번호를 전달하겠습니다.")
NOT_CERTAIN = alike("죄송합니다. 지금은 예약을 마칠 수 없어, 말씀하신 시간과 번호를 상담사에게 전달하겠습니다.")
BOOKED = "네, {when}에 {number} 번호로 전화드리겠습니다."
MOVED = "네, {when}에 전화드리는 것으로 바꿨습니다."
WHAT_TO_EXPECT = Words(
    "{company}에서 거는 전화를 받으시고 일 번을 누르시면 상담사와 연결됩니다.",
    "{company}에서 거는 전화를 받으시고 1번을 누르시면 상담사와 연결됩니다.",
)
CALLBACK_DROPPED = alike("네, 전화 예약은 하지 않겠습니다.")

# A callback that is still to come ------------------------------------------------------------------------------------

OPEN_ALREADY = "{when}에 이미 전화 예약이 되어 있습니다."
OPEN = "{when}에 전화드리기로 되어 있습니다."
OPEN_SOON = alike("예약하신 전화를 곧 드릴 예정입니다.")
ASK_WHAT_TO_DO = alike("시간을 바꿔 드릴까요, 취소해 드릴까요?")
ASK_WHAT_TO_DO_AGAIN = alike("죄송합니다. 시간 변경, 예약 취소, 그대로 두기 중에서 말씀해 주시겠어요?")
ASK_NEW_TIME = Words(
    "언제로 바꿔 드릴까요? 내일 오후 세 시처럼 날짜와 시간을 말씀해 주세요.",
    "언제로 바꿔 드릴까요? '내일 오후 3시'처럼 날짜와 시간을 적어 주세요.",
)
ASK_CANCEL = "{when}에 드리기로 한 전화를 취소해 드릴까요?"
ASK_CANCEL_SOON = alike("예약하신 전화를 취소해 드릴까요?")
ASK_CANCEL_AGAIN = "죄송합니다. {ask} 네, 아니요로 말씀해 주세요."
READ_BACK_CHANGE = "전화 예약을 {when}에 전화드리는 것으로 바꾸겠습니다. 맞으신가요?"
READ_BACK_CHANGE_AGAIN = (
    "죄송합니다. 다시 확인하겠습니다. 전화 예약을 {when}에 전화드리는 것으로 바꿀까요? 네, 아니요로 말씀해 주세요."
)
CANCELLED = alike("네, 전화 예약을 취소했습니다.")
LEFT = "네, {when}에 전화드리겠습니다."
LEFT_SOON = alike("네, 곧 전화드리겠습니다.")
LEFT_AS_IT_IS = alike("네, 바꾸지 않고 예약하신 시간에 전화드리겠습니다.")
NONE_OPEN = Words("지금 거신 번호로 예약된 전화를 찾지 못했습니다.", "고객님 번호로 예약된 전화를 찾지 못했습니다.")
UNDER_WAY = alike("예약하신 전화를 지금 드리고 있어 상담사가 바로 도와드리겠습니다.")
OPEN_BY_PERSON = alike("예약하신 전화는 상담사가 확인한 뒤 도와드리겠습니다.")
NUMBER_BY_PERSON = alike("말씀하신 번호의 전화 예약은 상담사가 확인한 뒤 도와드리겠습니다.")

# Orders --------------------------------------------------------------------------------------------------------------

ASK_ORDER = Words(
    "어느 주문을 확인해 드릴까요? 주문 번호를 말씀하시거나, 가장 최근 주문이면 최근 주문이라고 말씀해 주세요.",
    "어느 주문을 확인해 드릴까요? 주문 번호를 적으시거나, 가장 최근 주문이면 '최근 주문'이라고 적어 주세요.",
)
ASK_ORDER_AGAIN = Words(
    "죄송합니다. 주문 번호의 숫자를 말씀하시거나, 누르신 뒤 우물 정자를 눌러 주세요. "
    "모르시면 최근 주문이라고 말씀해 주세요.",
    "죄송합니다. 주문 번호를 다시 적어 주세요. 모르시면 '최근 주문'이라고 적어 주세요.",
)
UNKNOWN_ORDER = Words(
    "그 번호의 주문을 찾지 못했습니다. 주문 번호를 다시 말씀해 주시거나, 최근 주문이라고 말씀해 주세요.",
    "그 번호의 주문을 찾지 못했습니다. 주문 번호를 다시 적어 주시거나, '최근 주문'이라고 적어 주세요.",
)
NO_ORDERS = alike("확인되는 주문이 없습니다.")
ORDER = "주문 번호 {number}"
ORDER_OF_ITEM = "주문 번호 {number}, {item}"
ORDER_STATES = {
    OrderState.RECEIVED: "{order} 주문이 접수되어 결제를 기다리고 있습니다.",
    OrderState.PAID: "{order} 주문은 결제가 끝나 상품 준비를 앞두고 있습니다.",
    OrderState.PREPARING: "{order} 주문은 상품을 준비하고 있습니다.",
    OrderState.SHIPPED: "{order} 주문은 발송되어 배송 중입니다.",
    OrderState.DELIVERED: "{order} 주문은 배송이 끝났습니다.",
    OrderState.CANCELLED: "{order} 주문은 취소되었습니다.",
    OrderState.UNKNOWN: "{order} 주문은 현재 상태를 확인 중입니다.",
}
ORDER_SUMMARIES = {
    OrderState.RECEIVED: "결제 대기",
    OrderState.PAID: "결제 완료",
    OrderState.PREPARING: "상품 준비 중",
    OrderState.SHIPPED: "배송 중",
    OrderState.DELIVERED: "배송 완료",
    OrderState.CANCELLED: "취소됨",
    OrderState.UNKNOWN: "확인 중",
}
ORDERED_ON = "{day}에 주문하셨습니다."

NO_DELIVERY = "{order} 주문은 아직 발송 전입니다."
DELIVERY_STATES = {
    DeliveryState.PREPARING: "{order} 상품은 발송을 준비하고 있습니다.",
    DeliveryState.COLLECTED: "{order} 상품은 택배사가 받아 출발을 앞두고 있습니다.",
    DeliveryState.IN_TRANSIT: "{order} 상품은 배송 중입니다.",
    DeliveryState.OUT_FOR_DELIVERY: "{order} 상품은 배송 기사가 배달하고 있습니다.",
    DeliveryState.DELIVERED: "{order} 상품은 배송이 끝났습니다.",
    DeliveryState.DELAYED: "{order} 상품은 배송이 늦어지고 있습니다. 불편을 드려 죄송합니다.",
    DeliveryState.UNKNOWN: "{order} 상품은 배송 상태를 확인 중입니다.",
}
DELIVERY_SUMMARIES = {
    DeliveryState.PREPARING: "발송 준비 중",
    DeliveryState.COLLECTED: "택배사 인수",
    DeliveryState.IN_TRANSIT: "배송 중",
    DeliveryState.OUT_FOR_DELIVERY: "배달 중",
    DeliveryState.DELIVERED: "배송 완료",
    DeliveryState.DELAYED: "배송 지연",
    DeliveryState.UNKNOWN: "확인 중",
}
EXPECTED = "{day}에 도착할 예정입니다."
ARRIVED = "{day}에 도착했습니다."
SOME_CARRIER = "택배"
TRACKING = "{carrier} 운송장 번호는 {number}입니다."

NO_REFUND = "{order} 주문에는 접수된 환불이 없습니다. 새로 신청하시려면 상담사라고 말씀해 주세요."
REFUND_STATES = {
    RefundState.REQUESTED: "{order} 환불이 접수되어 확인하고 있습니다.",
    RefundState.APPROVED: "{order} 환불이 승인되어 진행하고 있습니다.",
    RefundState.COMPLETED: "{order} 환불이 끝났습니다.",
    RefundState.REJECTED: "{order} 환불은 진행할 수 없는 것으로 확인됩니다. 자세한 내용은 상담사가 안내해 드립니다.",
    RefundState.UNKNOWN: "{order} 환불은 현재 상태를 확인 중입니다.",
}
REFUND_SUMMARIES = {
    RefundState.REQUESTED: "접수",
    RefundState.APPROVED: "승인",
    RefundState.COMPLETED: "완료",
    RefundState.REJECTED: "거절",
    RefundState.UNKNOWN: "확인 중",
}
REFUND_AMOUNT = "환불 금액은 {amount}입니다."
REFUND_EXPECTED = "{day}까지 입금될 예정입니다."
REFUND_PAID = "{day}에 입금되었습니다."

# Billing -------------------------------------------------------------------------------------------------------------

NO_BILL = alike("확인되는 결제 내역이 없습니다.")
BILL = alike("가장 최근 결제를 안내해 드리겠습니다.")
BILL_STATES = {
    BillState.PAID: "{day}, {method} {amount} 결제가 완료되었습니다.",
    BillState.DUE: "{day}까지 내실 금액은 {amount}입니다.",
    BillState.OVERDUE: "{day}까지 내실 {amount}이 아직 결제되지 않았습니다.",
    BillState.FAILED: "{day}, {method} {amount} 결제가 이루어지지 않았습니다.",
}
BILL_UNKNOWN = alike("가장 최근 결제는 현재 상태를 확인 중입니다.")
BILL_SUMMARIES = {
    BillState.PAID: "결제 완료",
    BillState.DUE: "납부 예정",
    BillState.OVERDUE: "미납",
    BillState.FAILED: "결제 실패",
    BillState.UNKNOWN: "확인 중",
}
SOME_METHOD = "등록하신 수단으로"

# Opening hours -------------------------------------------------------------------------------------------------------

WEEKLY_HOURS = "상담 시간은 {text}입니다."
OPEN_DAY = "{day}에는 {times} 상담합니다."
FROM_TO = "{start}부터 {end}까지"
END_OF_DAY = alike("자정")
ALL_DAY = Words("이십사 시간", "24시간")
NOW_OPEN = alike("지금 상담하고 있습니다.")
NOW_CLOSED = "지금은 상담 시간이 아니며, {at}에 시작합니다."
NOW_CLOSED_TODAY = alike("지금은 상담 시간이 아닙니다.")
NEXT_HOLIDAY = "가까운 휴무일은 {day}, {name}입니다."
NO_HOLIDAY = alike("예정된 휴무일은 없습니다.")
TODAY = "오늘 {day}"
CANNOT_TELL_HOURS = alike(
    "죄송합니다. 지금은 상담 시간을 확인할 수 없습니다. 상담사를 원하시면 상담사라고 말씀해 주세요."
)

# Cancel --------------------------------------------------------------------------------------------------------------

ASK_TARGET = alike("무엇을 취소해 드릴까요? 주문, 구독, 예약 중에서 말씀해 주세요.")
ASK_TARGET_AGAIN = alike("죄송합니다. 취소하실 것이 주문인가요, 구독인가요, 예약인가요?")
CANCEL = "{target} 취소는 상담사가 확인한 뒤 도와드리겠습니다."

# Questions -----------------------------------------------------------------------------------------------------------

ASK_TOPIC = alike("무엇이 궁금하신가요? 포인트, 쿠폰, 회원 가입, 비밀번호처럼 말씀해 주세요.")

# For the agent's screen ----------------------------------------------------------------------------------------------

SUMMARY_NAMES = {
    "agent": "상담사 연결",
    "callback": "전화 예약",
    "order_status": "주문 조회",
    "delivery": "배송 조회",
    "refund": "환불",
    "billing": "결제",
    "opening_hours": "상담 시간",
    "cancel": "취소",
    "faq": "일반 문의",
    "complaint": "불만",
    "repeat": "다시 듣기",
    "FallbackIntent": "문의 내용 미확인",
}
SUMMARY_FAULT = "{intent}: 조회 오류로 안내하지 못함"
SUMMARY_GAVE_UP = "{intent}: 봇이 거듭 알아듣지 못함"
SUMMARY_PROVE = "{intent}: 본인 확인 필요"
SUMMARY_CALLBACK = "전화 예약 요청"
SUMMARY_CALLBACK_AT = "전화 예약: {when}"
SUMMARY_BOOKED = "전화 예약 완료: {when}"
SUMMARY_MOVED = "전화 예약 변경 완료: {when}"
SUMMARY_CANCELLED = "전화 예약 취소 완료: {when}"
SUMMARY_OPEN = "전화 예약 있음: {when}"
SUMMARY_NOT_CERTAIN = "전화 예약: {when}, 예약되었는지 확인 필요"
SUMMARY_OPEN_CALLBACK = "전화 예약 확인·변경·취소 요청"
SUMMARY_CALLBACK_DROPPED = "전화 예약을 하지 않기로 함"
SUMMARY_COMPLAINT = "우선 응대: 불만 접수"
SUMMARY_AGENT = "상담사 연결 요청"
SUMMARY_KEYPAD = "버튼 안내로 이동"
SUMMARY_ORDER = "{intent}: {number} {state}"
SUMMARY_NO_REFUND = "접수된 환불 없음"
SUMMARY_NO_ORDERS = "{intent}: 주문 없음"
SUMMARY_CHANGE_OF_ADDRESS = "배송지 변경 요청"
SUMMARY_LOST_PARCEL = "배송 문제 확인 요청"
SUMMARY_ORDER_BY_PERSON = "주문 변경 요청"
SUMMARY_NEW_REFUND = "환불·교환 신청 요청"
SUMMARY_BILLING = "결제 문제 확인 요청"
SUMMARY_BILL = "결제: {state}"
SUMMARY_NO_BILL = "결제: 내역 없음"
SUMMARY_HOURS = "상담 시간 안내"
SUMMARY_CANCEL = "취소 요청: {target}"
SUMMARY_FAQ = "일반 문의: {topic}"
