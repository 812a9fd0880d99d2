"""Conversations about orders, deliveries and refunds."""

from dataclasses import replace
from datetime import date

import pytest

from fulfill_intent import messages
from fulfill_intent.records import Delivery, DeliveryState, Order, OrderState, Refund, RefundState
from tests.unit.fulfill_intent.caller import CUSTOMER, Caller, Shop

EARPHONES = Order(
    number="KR20260001",
    state=OrderState.SHIPPED,
    item="무선 이어폰",
    ordered_on=date(2026, 11, 20),
    delivery=Delivery(
        state=DeliveryState.IN_TRANSIT, carrier="한빛택배", tracking_number="6123", expected_on=date(2026, 11, 24)
    ),
)
KETTLE = Order(
    number="KR20260011",
    state=OrderState.DELIVERED,
    item="전기 주전자",
    ordered_on=date(2026, 11, 3),
    delivery=Delivery(state=DeliveryState.DELIVERED, expected_on=date(2026, 11, 5)),
    refund=Refund(state=RefundState.APPROVED, amount=35_500, expected_on=date(2026, 11, 26)),
)
ONE, TWO = Shop((EARPHONES,)), Shop((EARPHONES, KETTLE))
INTENTS = ("order_status", "delivery", "refund")


def proven(shop: Shop = TWO, *, voice: bool = True) -> Caller:
    return Caller(shop, voice=voice, attributes=dict(CUSTOMER))


@pytest.mark.parametrize("intent", [*INTENTS, "billing"])
def test_a_caller_proves_who_they_are_first(intent: str) -> None:
    caller = Caller(TWO)

    heard = caller.say("확인해 주세요", intent)

    assert heard.next_action == "authenticate"
    assert heard.attributes["resume_intent"] == intent
    assert "본인 확인" in heard.text


@pytest.mark.parametrize(
    ("intent", "queue"), [("order_status", "orders"), ("delivery", "orders"), ("refund", "billing")]
)
def test_a_chat_has_no_keypad_and_goes_to_a_person(intent: str, queue: str) -> None:
    heard = Caller(TWO, voice=False).say("확인해 주세요", intent)

    assert (heard.next_action, heard.queue) == ("queue", queue)


def test_who_is_proven_and_has_no_id_is_not_sent_round_in_circles() -> None:
    heard = Caller(TWO, attributes={"customer_authenticated": "true"}).say("확인해 주세요", "delivery")

    assert (heard.next_action, heard.queue) == ("queue", "orders")


@pytest.mark.parametrize("said", ["네", "최근 주문이요", "네 그렇게 해 주세요", "이공이육 공공공일이요"])
@pytest.mark.parametrize("heard_as", ["FallbackIntent", "agent", "order_status", "callback"])
def test_goes_on_with_what_was_wanted_after_the_proof(said: str, heard_as: str) -> None:
    caller = Caller(TWO)
    caller.say("배송 언제 와요", "delivery")
    caller.come_back_proven()

    heard = caller.say(said, heard_as)

    assert heard.text.startswith("주문 번호 케이알, 이공이육, 공공공일, 무선 이어폰 상품은 배송 중입니다.")
    assert heard.attributes["resume_intent"] == ""
    assert heard.next_action == ""


def test_after_the_proof_something_else_may_be_wanted() -> None:
    caller = Caller(TWO)
    caller.say("배송 언제 와요", "delivery")
    caller.come_back_proven()

    heard = caller.say("아니 그게 아니고 상담 시간 좀 알려 주세요", "opening_hours")

    assert heard.attributes["bot_intent"] == "opening_hours"
    assert heard.attributes["resume_intent"] == ""


def test_after_the_proof_another_order_may_be_meant() -> None:
    caller = Caller(TWO)
    caller.say("배송 언제 와요", "delivery")
    caller.come_back_proven()

    asked = caller.say("아니요")
    heard = caller.say("이공이육 공공일일이요")

    assert asked.asks == "OrderNumber"
    assert "전기 주전자" in heard.text


def test_after_the_proof_an_order_number_may_be_keyed_in() -> None:
    caller = Caller(TWO)
    caller.say("배송 언제 와요", "delivery")
    caller.come_back_proven()

    heard = caller.press("20260011")

    assert "전기 주전자" in heard.text


def test_what_only_a_person_can_do_is_remembered_beyond_the_proof() -> None:
    caller = Caller(TWO)
    first = caller.say("배송지를 바꾸고 싶어요", "delivery")
    caller.come_back_proven()

    heard = caller.say("네")

    assert first.next_action == "authenticate"
    assert (heard.next_action, heard.queue) == ("queue", "orders")
    assert heard.attributes["bot_summary"] == "배송지 변경 요청"


def test_who_asks_for_the_person_after_the_proof_goes_where_the_wish_goes() -> None:
    caller = Caller(TWO)
    caller.say("배송지를 바꾸고 싶어요", "delivery")
    caller.come_back_proven()

    heard = caller.say("네 바꿔 주세요", "agent")

    assert (heard.next_action, heard.queue) == ("queue", "orders")


def test_a_no_after_the_proof_is_no_wish_for_a_person() -> None:
    caller = Caller(TWO)
    caller.say("배송지를 바꾸고 싶어요", "delivery")
    caller.come_back_proven()

    heard = caller.say("아니요")

    assert heard.asks == "ElicitIntent"
    assert heard.text == "네, 알겠습니다. 더 도와드릴 일이 있으신가요?"


@pytest.mark.parametrize("voice", [True, False])
def test_what_only_a_person_can_do_is_told_even_if_the_proof_fails(voice: bool) -> None:
    heard = Caller(TWO, voice=voice).say("배송지를 바꾸고 싶어요", "delivery")

    assert heard.attributes["bot_summary"] == "배송지 변경 요청 / 배송 조회: 본인 확인 필요"


def test_another_wish_in_place_of_an_order_is_served() -> None:
    caller = Caller(TWO, attributes=dict(CUSTOMER))
    caller.say("주문 조회요", "order_status")

    heard = caller.say("아니 환불이요")

    assert (heard.intent["name"], heard.asks) == ("refund", "OrderNumber")
    assert heard.text.startswith("어느 주문을 확인해 드릴까요?")
    assert heard.attributes["misses"] == "0"


def test_to_wonder_about_a_refund_is_no_new_one() -> None:
    heard = Caller(TWO, attributes=dict(CUSTOMER)).say("환불도 궁금해요", "refund")

    assert heard.asks == "OrderNumber"


@pytest.mark.parametrize("voice", [True, False])
def test_the_only_order_needs_no_question(voice: bool) -> None:
    heard = proven(ONE, voice=voice).say("주문 어떻게 됐어요", "order_status")

    number, day = (
        ("케이알, 이공이육, 공공공일", "십일월 이십일 금요일") if voice else ("KR20260001", "11월 20일 금요일")
    )
    assert heard.text == (
        f"주문 번호 {number}, 무선 이어폰 주문은 발송되어 배송 중입니다. {day}에 주문하셨습니다. "
        "더 도와드릴 일이 있으신가요?"
    )
    assert heard.asks == "ElicitIntent"
    assert heard.attributes["order_number"] == "KR20260001"
    assert heard.attributes["bot_summary"] == "주문 조회: KR20260001 배송 중"


@pytest.mark.parametrize(
    "said",
    [
        "KR20260011",
        "kr 2026 0011",
        "20260011이요",
        "케이알 이공이육 공공일일",
        "케이알 이공이육에 공공일일이에요",
        "이천이십육 공공일일이요",
        "공공일일",
        "끝자리가 0011이에요",
        "영영하나하나요",
        "전기 주전자요",
    ],
)
@pytest.mark.parametrize("intent", INTENTS)
def test_an_order_is_named_in_many_ways(intent: str, said: str) -> None:
    caller = proven()

    asked = caller.say("확인해 주세요", intent)
    heard = caller.say(said)

    assert asked.asks == "OrderNumber"
    assert "전기 주전자" in heard.text
    assert heard.attributes["order_number"] == "KR20260011"


def test_an_order_is_keyed_in() -> None:
    caller = proven()
    caller.say("배송 조회요", "delivery")

    heard = caller.press("20260011")

    assert "전기 주전자" in heard.text


@pytest.mark.parametrize("said", ["최근 주문이요", "제일 마지막에 주문한 거요", "주문 번호를 모르겠어요"])
def test_the_latest_order_is_told_without_its_number(said: str) -> None:
    caller = proven()
    caller.say("배송 조회요", "delivery")

    heard = caller.say(said)

    assert "무선 이어폰" in heard.text


def test_the_order_of_the_last_answer_is_not_asked_for_again() -> None:
    caller = proven()
    caller.say("KR20260011 주문 확인이요", "order_status")

    heard = caller.say("배송은요", "delivery")

    assert "전기 주전자" in heard.text


@pytest.mark.parametrize("intent", INTENTS)
def test_an_unknown_number_is_asked_for_again_and_then_a_person_helps(intent: str) -> None:
    caller = proven()
    caller.say("확인해 주세요", intent)

    first, second = caller.say("이공이육 구구구구요"), caller.press("20269999")

    assert first.text.startswith("그 번호의 주문을 찾지 못했습니다.")
    assert first.asks == "OrderNumber"
    assert second.next_action == "queue"
    assert second.queue == ("billing" if intent == "refund" else "orders")


def test_nobody_hears_of_an_order_that_is_not_theirs() -> None:
    heard = proven(ONE).say("KR20260011 배송 조회요", "delivery")

    assert "전기 주전자" not in heard.text
    assert heard.asks == "OrderNumber"


def test_two_misses_lead_to_a_person() -> None:
    caller = proven()
    caller.say("배송 조회요", "delivery")

    first, second = caller.say("그러니까요"), caller.say("글쎄요")

    assert first.asks == "OrderNumber"
    assert (second.next_action, second.queue) == ("queue", "orders")
    assert second.attributes["bot_summary"] == "배송 조회: 봇이 거듭 알아듣지 못함"


@pytest.mark.parametrize(
    ("said", "action"), [("상담원 바꿔 주세요", "queue"), ("됐어요", ""), ("다시 말씀해 주세요", "")]
)
def test_what_helps_out_works_while_a_number_is_asked_for(said: str, action: str) -> None:
    caller = proven()
    caller.say("배송 조회요", "delivery")

    heard = caller.say(said)

    assert heard.next_action == action
    assert heard.attributes["misses"] == "0"


def test_key_zero_is_a_person_while_a_number_is_asked_for() -> None:
    caller = proven()
    caller.say("배송 조회요", "delivery")

    heard = caller.press("0")

    assert (heard.next_action, heard.queue) == ("queue", "general")


def test_who_has_no_orders_is_told_so() -> None:
    heard = proven(Shop()).say("배송 조회요", "delivery")

    assert heard.text.startswith("확인되는 주문이 없습니다.")


@pytest.mark.parametrize("intent", INTENTS)
def test_a_fault_leads_to_an_apology_and_a_person(intent: str) -> None:
    heard = proven(Shop(closed=True)).say("확인해 주세요", intent)

    assert heard.text.startswith("죄송합니다. 지금은 내용을 확인할 수 없습니다.")
    assert heard.next_action == "queue"
    assert heard.intent["state"] == "Failed"
    assert "조회 오류" in heard.attributes["bot_summary"]


@pytest.mark.parametrize("state", OrderState)
def test_every_state_of_an_order_has_words(state: OrderState) -> None:
    heard = proven(Shop((replace(EARPHONES, state=state, delivery=None),))).say("확인해 주세요", "order_status")

    assert heard.attributes["bot_summary"].endswith(messages.ORDER_SUMMARIES[state])


@pytest.mark.parametrize("state", DeliveryState)
def test_every_state_of_a_delivery_has_words(state: DeliveryState) -> None:
    heard = proven(Shop((replace(EARPHONES, delivery=Delivery(state=state)),))).say("배송이요", "delivery")

    assert heard.attributes["bot_summary"].endswith(messages.DELIVERY_SUMMARIES[state])


@pytest.mark.parametrize("state", RefundState)
def test_every_state_of_a_refund_has_words(state: RefundState) -> None:
    heard = proven(Shop((replace(EARPHONES, refund=Refund(state=state)),))).say("환불 언제 돼요", "refund")

    assert heard.attributes["bot_summary"].endswith(messages.REFUND_SUMMARIES[state])


def test_a_delivery_is_told_with_its_day_and_its_number() -> None:
    heard = proven(ONE, voice=False).say("배송 언제 와요", "delivery")

    assert "11월 24일 화요일에 도착할 예정입니다. 한빛택배 운송장 번호는 6123입니다." in heard.text


@pytest.mark.parametrize(("state", "said"), [("preparing", "아직 발송 전입니다"), ("cancelled", "취소되었습니다")])
def test_an_order_without_a_parcel_is_told_as_such(state: str, said: str) -> None:
    order = replace(EARPHONES, state=OrderState(state), delivery=None)

    heard = proven(Shop((order,))).say("배송 언제 와요", "delivery")

    assert said in heard.text


def test_a_refund_is_told_with_its_amount_and_its_day() -> None:
    heard = proven().say("전기 주전자 환불 언제 돼요", "refund")

    assert "환불이 승인되어 진행하고 있습니다. 환불 금액은 삼만 오천오백 원입니다." in heard.text
    assert "십일월 이십육일 목요일까지 입금될 예정입니다." in heard.text


@pytest.mark.parametrize(
    ("intent", "said", "queue"),
    [
        ("delivery", "배송지를 회사로 바꿔 주세요", "orders"),
        ("delivery", "주소를 잘못 적었어요", "orders"),
        ("delivery", "배송 완료라는데 못 받았어요", "orders"),
        ("refund", "환불해 주세요", "billing"),
        ("refund", "반품 신청하려고요", "billing"),
        ("refund", "다른 색으로 교환하고 싶어요", "billing"),
        ("order_status", "주문한 색상을 바꾸고 싶어요", "orders"),
    ],
)
def test_what_only_a_person_can_do_goes_to_one(intent: str, said: str, queue: str) -> None:
    heard = proven().say(said, intent)

    assert (heard.next_action, heard.queue) == ("queue", queue)


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        ("refund", "환불 신청한 거 언제 들어와요"),
        ("refund", "환불이 아직 안 됐어요"),
        ("refund", "반품했는데 돈이 안 들어왔어요"),
        ("delivery", "배송 언제 와요"),
        ("order_status", "주문 확인해 주세요"),
    ],
)
def test_word_of_what_is_under_way_needs_no_person(intent: str, said: str) -> None:
    heard = proven(ONE).say(said, intent)

    assert heard.next_action == ""
    assert "무선 이어폰" in heard.text


def test_an_order_without_a_name_and_a_day_is_told_by_its_number() -> None:
    order = Order(number="KR20260001", state=OrderState.PREPARING)

    heard = proven(Shop((order,)), voice=False).say("주문 확인이요", "order_status")

    assert heard.text == "주문 번호 KR20260001 주문은 상품을 준비하고 있습니다. 더 도와드릴 일이 있으신가요?"
