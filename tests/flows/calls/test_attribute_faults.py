"""Attributes that cannot be set: what depends on them is gone, and the customer still reaches a person."""

import pytest

from connect_flows.simulator import BotRequest, BotResult, Center
from tests.flows.company import CHANNELS, CUSTOMER, Dial, begins, bot_answers, bot_fails, bot_was_told
from tests.flows.customer import Customer, calls
from tests.flows.journeys import chats
from tests.flows.said import (
    BOT,
    CHAT_GREETING,
    CHAT_QUESTION,
    CHAT_WAITING,
    CHOOSE_PROOF,
    CLOSED,
    GREETING,
    MENU,
    QUESTION,
    UNPROVEN_ANYWAY,
    WAITING,
)

LEARNED = {
    "bot_intent": "cancel",
    "bot_summary": "취소: 주문",
    "order_number": "2026112201",
    "callback_time": "2026-11-24T15:00:00+09:00",
    "callback_phone": "+821099998888",
}
FLOW = {"VOICE": "inbound", "CHAT": "chat"}
GREETINGS = {"VOICE": (GREETING, QUESTION), "CHAT": (CHAT_GREETING, CHAT_QUESTION)}
WAITING_IN = {"VOICE": WAITING, "CHAT": (CHAT_WAITING,)}


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("block", "lost"),
    [
        ("keep-bot-findings", {"bot_intent", "bot_summary"}),
        ("keep-order-number", {"order_number"}),
        ("keep-callback-wish", {"callback_time", "callback_phone"}),
    ],
)
def test_what_the_bot_has_learned_is_lost_and_the_customer_waits_where_the_bot_said(
    center: Center, channel: str, block: str, lost: set[str]
) -> None:
    center.breaks(FLOW[channel], block)
    bot_answers(center, next_action="queue", queue="orders", **LEARNED)

    customer = begins(center, channel).says("취소요").is_queued("orders")

    customer.has(**{name: value for name, value in LEARNED.items() if name not in lost})
    assert not lost & set(customer.contact.attributes)


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("queue", "block"),
    [("orders", "note-order-delivery"), ("billing", "note-refund-billing"), ("general", "note-general")],
)
def test_whose_department_cannot_be_noted_waits_for_anybody(
    center: Center, channel: str, queue: str, block: str, is_open: bool
) -> None:
    center.opening["business"] = is_open
    center.breaks(FLOW[channel], block)
    bot_answers(center, next_action="queue", queue=queue, bot_intent="cancel")
    customer = Customer(begins(center, channel))
    customer.hears(*GREETINGS[channel]).says("부탁해요")

    customer.hears(BOT, *(WAITING_IN[channel] if is_open else [CLOSED]))

    customer.has(intent="unknown")
    if is_open:
        customer.is_queued("general")


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize(
    ("key", "block"),
    [
        ("1", "intend-order-delivery"),
        ("2", "intend-refund-billing"),
        ("3", "intend-general"),
        ("0", "intend-agent"),
    ],
)
def test_whose_choice_cannot_be_noted_waits_for_anybody(center: Center, key: str, block: str, is_open: bool) -> None:
    center.opening["business"] = is_open
    center.breaks("inbound", block)
    bot_fails(center)
    customer = calls(center)
    customer.hears(*GREETINGS["VOICE"]).says("음")

    customer.hears("번호로 안내해 드리겠습니다", MENU).presses(key)

    customer.hears(*(WAITING if is_open else [CLOSED])).has(intent="unknown")
    if is_open:
        customer.is_queued("general")


def test_whoever_proves_who_they_are_is_asked_on_without_the_intent_that_cannot_be_kept(
    center: Center, call: Dial
) -> None:
    center.breaks("inbound", "keep-resume-intent")
    bot_answers(center, next_action="authenticate", bot_intent="delivery", resume_intent="delivery")
    bot_answers(center, next_action="queue", queue="orders", bot_intent="delivery")

    caller = call(CUSTOMER).says("택배요").presses("1").presses("19900102#").hears("바로 안내해 드릴까요").says("네")

    caller.is_queued("orders")
    assert bot_was_told(center)[1]["resume_intent"] == ""


def test_whoever_counts_as_known_only_once_that_is_written_down(center: Center, call: Dial) -> None:
    center.breaks("authenticate", "set-authenticated")
    bot_fails(center)

    caller = call(CUSTOMER).says("음").presses("1").presses("1").presses("19900102#")

    caller.hears("시스템 문제로 본인 확인을", UNPROVEN_ANYWAY).is_queued("orders").has(customer_authenticated="false")


def test_whoever_is_not_known_reaches_a_person_though_that_cannot_be_written_down(center: Center, call: Dial) -> None:
    center.breaks("authenticate", "set-unauthenticated")
    bot_fails(center)

    call(CUSTOMER).says("음").presses("1").presses("0").hears(UNPROVEN_ANYWAY).is_queued("orders")


def test_a_caller_without_defaults_is_served_and_offered_no_call(center: Center, call: Dial) -> None:
    center.breaks("inbound", "set-defaults")
    bot_answers(center, next_action="queue", queue="orders", bot_intent="cancel")

    caller = call(CUSTOMER).says("주문이요").is_queued("orders").has(intent="order_delivery")

    caller.waits_to_hear("계속 기다리시려면 2번").hears_nothing_of("전화를 받으시려면")
    assert "customer_authenticated" not in caller.contact.attributes


def test_a_caller_without_defaults_who_chooses_is_served(center: Center, call: Dial) -> None:
    center.breaks("inbound", "set-defaults")
    bot_fails(center)

    call(CUSTOMER).says("음").presses("2").hears(CHOOSE_PROOF).presses("0").is_queued("billing")


@pytest.mark.parametrize(("customer_id", "block"), [("", "set-anonymous"), ("C-7", "set-signed-in")])
def test_a_chat_of_which_is_not_known_whose_it_is_is_served(center: Center, customer_id: str, block: str) -> None:
    center.breaks("chat", block)
    asks = {"next_action": "queue", "queue": "orders", "bot_intent": "cancel"}

    customer = chats.asks(center, asks, **({"customer_id": customer_id} if customer_id else {}))

    customer.hears(BOT, CHAT_WAITING).is_queued("orders").has(intent="order_delivery")
    assert bot_was_told(center) == [{"channel": "CHAT", "customer_id": customer_id, "customer_authenticated": ""}]


def test_a_called_back_customer_without_defaults_is_put_through(center: Center) -> None:
    center.breaks("callback", "set-defaults")
    customer = center.dial(CUSTOMER, flow="callback").answers().presses("1").is_queued("callback")

    center.agent("minsu", "callback")

    customer.is_with("minsu").agent_hears("일반 문의입니다", "본인 확인이 필요한")


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_bot_that_speaks_korean_only_is_made_up_for_when_the_language_cannot_be_set(
    center: Center, channel: str
) -> None:
    def korean_only(request: BotRequest) -> BotResult:
        assert request.locale == "en_US"
        return BotResult(error="ResourceNotFoundException")

    center.breaks(FLOW[channel], "set-language")
    center.bots["customer_service"] = korean_only

    customer = begins(center, channel).says("주문이요")

    if channel == "VOICE":
        customer.hears(MENU).presses("3")
    customer.is_queued("general")
