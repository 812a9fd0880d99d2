"""What becomes of callers and chats, whatever the bot makes of what they say."""

import pytest

from connect_flows.simulator import Center, TimeIsUp
from tests.flows.company import (
    CHANNELS,
    CUSTOMER,
    TEXTS,
    Dial,
    begins,
    bot_answers,
    bot_fails,
    heard,
)

CLOSED = f"지금은 상담 시간이 아닙니다. 상담 시간은 {TEXTS['opening_hours']}입니다"
GOODBYE = "상담을 마치겠습니다. 안녕히 계십시오."
MENU = "주문과 배송 문의는 1번, 환불과 결제 문의는 2번, 그 밖의 문의는 3번"
UNHELPFUL: tuple[dict[str, str], ...] = ({"next_action": "dance"}, {})


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("queue", "waits_in", "intent"),
    [
        ("orders", "orders", "order_delivery"),
        ("billing", "billing", "refund_billing"),
        ("general", "general", "general"),
        ("nowhere", "general", "general"),
        ("", "general", "general"),
    ],
)
def test_whoever_needs_a_person_waits_in_the_queue_that_the_bot_chose(
    center: Center, channel: str, queue: str, waits_in: str, intent: str
) -> None:
    bot_answers(center, next_action="queue", queue=queue, bot_intent="cancel")

    customer = begins(center, channel).says("주문 취소요")

    customer.hears("봇의 대답입니다.").is_queued(waits_in).has(intent=intent, customer_authenticated="false")
    assert customer.contact.priority == 5


@pytest.mark.parametrize("channel", CHANNELS)
def test_whoever_needs_a_person_out_of_hours_is_told_when_somebody_is_there(center: Center, channel: str) -> None:
    center.closes("business")
    bot_answers(center, next_action="queue", queue="orders")

    begins(center, channel).says("주문 취소요").hears("봇의 대답입니다.", CLOSED).ends()


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_person_counts_as_there_when_the_hours_are_missing(center: Center, channel: str) -> None:
    center.missing.add("hours.business")
    bot_answers(center, next_action="queue", queue="orders")

    begins(center, channel).says("주문 취소요").is_queued("orders")


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("is_open", [True, False])
def test_the_bot_answers_whether_somebody_is_there_or_not(center: Center, channel: str, is_open: bool) -> None:
    center.opening["business"] = is_open
    bot_answers(center, next_action="goodbye", bot_intent="faq")

    customer = begins(center, channel).says("몇 시까지 하세요").hears("봇의 대답입니다.").ends()

    assert heard(customer)[-2:] == ["봇의 대답입니다.", GOODBYE]


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_bot_may_ask_on(center: Center, channel: str) -> None:
    bot = center.bot("customer_service")
    bot.answers(intent="order_status", says="주문 번호를 말씀해 주십시오.", closed=False)
    bot.answers(intent="order_status", says="배송 중입니다.", attributes={"next_action": "goodbye"})

    customer = begins(center, channel).says("주문 확인이요").hears("주문 번호를").is_asked().says("2026112201")

    customer.hears("배송 중입니다.", GOODBYE).ends()


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_callback_is_handed_to_a_person_with_time_and_number(center: Center, channel: str) -> None:
    wish = {"callback_time": "2026-11-24T15:00:00+09:00", "callback_phone": "+821099998888"}
    bot_answers(center, next_action="callback", bot_intent="callback", **wish)

    customer = begins(center, channel).says("내일 오후 세 시에 전화 주세요")

    customer.hears("전화 예약을 확인해 드릴 상담사를 연결하겠습니다.").is_queued("general").has(**wish)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_callback_out_of_hours_is_not_promised(center: Center, channel: str) -> None:
    center.closes("business")
    bot_answers(center, next_action="callback", bot_intent="callback")

    customer = begins(center, channel).says("내일 오후 세 시에 전화 주세요").ends()

    assert "전화 예약을 마치지 못했습니다" in heard(customer)[-1]
    assert TEXTS["opening_hours"] in heard(customer)[-1]


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_callback_goes_to_a_person_when_the_hours_are_missing(center: Center, channel: str) -> None:
    center.missing.add("hours.business")
    bot_answers(center, next_action="callback", bot_intent="callback")

    begins(center, channel).says("전화 주세요").hears("전화 예약을 확인해").is_queued("general")


@pytest.mark.parametrize("channel", CHANNELS)
def test_an_agent_sees_what_the_bot_has_learned(center: Center, channel: str) -> None:
    learned = {"bot_intent": "cancel", "bot_summary": "취소: 주문", "order_number": "2026112201"}
    bot_answers(center, next_action="queue", queue="orders", **learned)

    begins(center, channel).says("주문 취소요").is_queued("orders").has(**learned)


@pytest.mark.parametrize("channel", CHANNELS)
def test_what_the_bot_has_not_learned_is_empty(center: Center, channel: str) -> None:
    bot_answers(center, next_action="queue", bot_intent="agent")

    customer = begins(center, channel).says("상담사요")

    customer.has(bot_summary="", order_number="", callback_time="", callback_phone="")


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_complaint_comes_first(center: Center, channel: str) -> None:
    bot_answers(center, next_action="queue", queue="orders", bot_intent="complaint")

    customer = begins(center, channel).says("정말 화가 나네요").is_queued("orders")

    assert customer.contact.priority == 1


def test_a_caller_who_pressed_a_key_gets_the_menu_without_further_words(center: Center, call: Dial) -> None:
    bot_answers(center, says="", next_action="keypad")

    caller = call(CUSTOMER).presses("5").hears(MENU).is_asked()

    caller.hears_nothing_of("번호로 안내해 드리겠습니다").presses("3").is_queued("general")


@pytest.mark.parametrize("answer", UNHELPFUL, ids=str)
def test_a_caller_whom_the_bot_does_not_help_gets_the_menu(center: Center, call: Dial, answer: dict[str, str]) -> None:
    bot_answers(center, **answer)

    call(CUSTOMER).says("음").hears("번호로 안내해 드리겠습니다", MENU).presses("3").is_queued("general")


def test_a_caller_whom_the_bot_gives_no_answer_gets_the_menu(center: Center, call: Dial) -> None:
    bot_fails(center)

    call(CUSTOMER).says("음").hears("번호로 안내해 드리겠습니다", MENU).presses("3").is_queued("general")


def test_a_caller_who_says_nothing_gets_the_menu(center: Center, call: Dial) -> None:
    caller = call(CUSTOMER)

    # How long a bot waits for a caller is its own affair; then Amazon Connect hears that nothing came.
    center.go_on(caller.contact, TimeIsUp(caller.contact.walk.turn))

    caller.hears("번호로 안내해 드리겠습니다", MENU).is_asked()


def test_a_caller_gets_the_menu_when_there_is_no_bot(center: Center, call: Dial) -> None:
    center.missing.add("bot.customer_service")

    call(CUSTOMER).hears("녹음됩니다", "번호로 안내해", MENU).presses("0").is_queued("general")
