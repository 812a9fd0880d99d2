"""What the bot needs to know who somebody is for: the proof, and the bot once more."""

import pytest

from connect_flows.simulator import Center
from tests.flows.company import (
    CUSTOMER,
    TEXTS,
    Dial,
    answers,
    bot_answers,
    bot_fails,
    bot_was_told,
    heard,
    proof,
)

CLOSED = f"지금은 상담 시간이 아닙니다. 상담 시간은 {TEXTS['opening_hours']}입니다"
GOODBYE = "상담을 마치겠습니다. 안녕히 계십시오."
MENU = "주문과 배송 문의는 1번, 환불과 결제 문의는 2번, 그 밖의 문의는 3번"
PROVE = {"next_action": "authenticate", "bot_intent": "delivery", "resume_intent": "delivery"}


def test_whoever_proves_who_they_are_goes_on_where_they_were(center: Center, call: Dial) -> None:
    bot_answers(center, **PROVE)
    bot_answers(center, says="배송 중입니다.", next_action="goodbye")

    caller = call(CUSTOMER).says("제 택배 어디 있어요").hears("봇의 대답입니다.", "본인 확인을 하겠습니다")
    caller.presses("1").presses("19900102#").hears("본인 확인이 완료되었습니다", "문의하신 내용을 바로 안내해")
    caller.is_asked().says("네").hears("배송 중입니다.", GOODBYE).ends()

    about = {"channel": "VOICE", "customer_number": CUSTOMER}
    assert bot_was_told(center) == [
        {**about, "customer_authenticated": "false"},
        {
            **about,
            "customer_authenticated": "true",
            "customer_id": "C-1",
            "resume_intent": "delivery",
            "next_action": "keypad",
        },
    ]
    caller.has(customer_authenticated="true", customer_id="C-1", customer_name="김*지")


@pytest.mark.parametrize(
    ("intent", "queue", "as_intent"),
    [
        ("order_status", "orders", "order_delivery"),
        ("delivery", "orders", "order_delivery"),
        ("refund", "billing", "refund_billing"),
        ("billing", "billing", "refund_billing"),
        ("faq", "general", "general"),
    ],
)
def test_whoever_does_not_prove_who_they_are_gets_a_person(
    center: Center, call: Dial, intent: str, queue: str, as_intent: str
) -> None:
    bot_answers(center, next_action="authenticate", bot_intent=intent, resume_intent=intent)

    caller = call(CUSTOMER).says("확인해 주세요").hears("0번을 눌러").presses("0")

    caller.hears("본인 확인 없이 상담사를").is_queued(queue)
    caller.has(customer_authenticated="false", intent=as_intent, resume_intent=intent)
    assert len(bot_was_told(center)) == 1


def test_whoever_does_not_prove_who_they_are_out_of_hours_is_told_when_somebody_is_there(
    center: Center, call: Dial
) -> None:
    center.closes("business")
    bot_answers(center, **PROVE)

    call(CUSTOMER).says("제 택배 어디 있어요").presses("0").hears("본인 확인 없이", CLOSED).ends()


def test_nobody_is_asked_twice_who_they_are(center: Center, call: Dial) -> None:
    bot_answers(center, **PROVE)

    caller = call(CUSTOMER).says("제 택배 어디 있어요").presses("1").presses("19900102#").hears("바로 안내해")
    caller.says("네").is_queued("orders")

    assert sum("본인 확인을 하겠습니다" in text for text in heard(caller)) == 1
    assert len(bot_was_told(center)) == 2


def test_whoever_is_known_and_goes_to_the_menu_is_not_asked_either(center: Center, call: Dial) -> None:
    bot_answers(center, **PROVE)
    bot_fails(center)

    caller = call(CUSTOMER).says("제 택배 어디 있어요").presses("1").presses("19900102#").says("네")
    caller.hears("번호로 안내해", MENU).presses("2").is_queued("billing")

    assert sum("본인 확인을 하겠습니다" in text for text in heard(caller)) == 1


@pytest.mark.parametrize(("key", "queue"), [("1", "orders"), ("2", "billing"), ("3", "general")])
def test_whoever_is_known_reaches_every_queue_from_the_menu(center: Center, call: Dial, key: str, queue: str) -> None:
    bot_answers(center, **PROVE)
    bot_answers(center, next_action="keypad")

    caller = call(CUSTOMER).says("제 택배 어디 있어요").presses("1").presses("19900102#").says("네")

    caller.hears(MENU).presses(key).is_queued(queue)


def test_a_person_helps_where_the_proof_cannot_be_taken(center: Center, call: Dial) -> None:
    center.missing.add("module.authenticate")
    bot_answers(center, **PROVE)

    call(CUSTOMER).says("제 택배 어디 있어요").hears_nothing_of("본인 확인").is_queued("orders")


def test_the_second_question_is_to_the_same_bot_in_the_same_conversation(center: Center, call: Dial) -> None:
    bot_answers(center, **PROVE)
    bot_answers(center, next_action="queue", queue="billing", bot_intent="refund")

    call(CUSTOMER).says("제 택배 어디 있어요").presses("1").presses("19900102#").says("환불이요").is_queued("billing")

    assert len({turn.session for turn in center.bot("customer_service").asked}) == 1


def test_a_wrong_proof_does_not_bring_the_bot_back(center: Center, call: Dial) -> None:
    answers(center, "authenticate_customer", proof("locked"))
    bot_answers(center, **PROVE)

    caller = call(CUSTOMER).says("제 택배 어디 있어요").presses("1").presses("19900102#")

    caller.hears("여러 번 실패하여", "본인 확인 없이").is_queued("orders").has(customer_authenticated="false")
    assert len(bot_was_told(center)) == 1
