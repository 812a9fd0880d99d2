"""The menu for keys: whoever presses something, or nothing, reaches a person."""

import pytest

from connect_flows.simulator import Call, Center
from tests.flows.company import CUSTOMER, TEXTS, bot_fails, heard

MENU = "주문과 배송 문의는 1번"
AGAIN = "입력하신 번호를 확인하지 못했습니다. 다시 안내해 드리겠습니다."
CONNECTING = "상담사를 연결해 드리겠습니다."
CLOSED = f"지금은 상담 시간이 아닙니다. 상담 시간은 {TEXTS['opening_hours']}입니다"


def in_the_menu(center: Center) -> Call:
    """A caller who has come to the menu."""
    bot_fails(center)
    return center.call(CUSTOMER).says("음").hears(MENU).is_asked()


def times_heard(call: Call, text: str) -> int:
    return sum(text in each for each in heard(call))


@pytest.mark.parametrize(
    ("key", "queue", "intent"), [("1", "orders", "order_delivery"), ("2", "billing", "refund_billing")]
)
def test_whoever_chooses_what_needs_a_proof_is_asked_who_they_are(
    center: Center, key: str, queue: str, intent: str
) -> None:
    caller = in_the_menu(center).presses(key).hears("본인 확인을 하겠습니다", "생년월일로 확인하시려면 1번")

    caller.presses("1").presses("19900102#").hears("본인 확인이 완료되었습니다").is_queued(queue)
    caller.has(intent=intent, customer_authenticated="true")


@pytest.mark.parametrize(("key", "queue"), [("1", "orders"), ("2", "billing")])
def test_whoever_does_not_prove_who_they_are_waits_in_the_same_queue(center: Center, key: str, queue: str) -> None:
    caller = in_the_menu(center).presses(key).presses("0").hears("본인 확인 없이").is_queued(queue)

    caller.has(customer_authenticated="false")


@pytest.mark.parametrize(("key", "intent"), [("3", "general"), ("0", "agent")])
def test_whoever_chooses_anything_else_waits_for_a_person(center: Center, key: str, intent: str) -> None:
    caller = in_the_menu(center).presses(key)

    caller.hears_nothing_of("본인 확인").is_queued("general").has(intent=intent, customer_authenticated="false")


@pytest.mark.parametrize(("key", "queue"), [("1", "orders"), ("2", "billing")])
def test_a_person_helps_where_the_proof_cannot_be_taken(center: Center, key: str, queue: str) -> None:
    center.missing.add("module.authenticate")

    in_the_menu(center).presses(key).hears_nothing_of("본인 확인").is_queued(queue)


@pytest.mark.parametrize("key", ["1", "2", "3", "0"])
def test_whoever_chooses_out_of_hours_is_told_so_before_any_proof(center: Center, key: str) -> None:
    center.closes("business")

    in_the_menu(center).presses(key).hears_nothing_of("본인 확인").hears(CLOSED).ends()


@pytest.mark.parametrize("key", ["1", "2", "3", "0"])
def test_whoever_chooses_is_served_when_the_hours_are_missing(center: Center, key: str) -> None:
    center.missing.add("hours.business")

    caller = in_the_menu(center).presses(key)

    assert caller.contact.state in ("IN_QUEUE", "IN_FLOW")
    assert ("본인 확인을 하겠습니다" in " ".join(heard(caller))) == (key in "12")


def test_whoever_presses_a_wrong_key_once_is_asked_again(center: Center) -> None:
    in_the_menu(center).presses("7").hears(AGAIN, MENU).is_asked().presses("3").is_queued("general")


def test_whoever_says_nothing_once_is_asked_again(center: Center) -> None:
    caller = in_the_menu(center)
    began = center.now()

    caller.stays_silent().hears(AGAIN, MENU).is_asked()

    assert center.now() - began == 7


def test_whoever_misses_twice_gets_a_person(center: Center) -> None:
    caller = in_the_menu(center).presses("7").hears(AGAIN).stays_silent().hears(CONNECTING).is_queued("general")

    caller.has(intent="unknown")


def test_whoever_misses_twice_out_of_hours_is_told_when_somebody_is_there(center: Center) -> None:
    center.closes("business")

    in_the_menu(center).stays_silent().presses("9").hears(CONNECTING, CLOSED).ends()


def test_the_menu_is_repeated_three_times_and_then_a_person_helps(center: Center) -> None:
    caller = in_the_menu(center)

    for _ in range(3):
        caller.presses("*").hears(MENU).is_asked()
    caller.presses("*").hears(CONNECTING).is_queued("general")

    assert times_heard(caller, MENU) == 4
    caller.hears_nothing_of(AGAIN)


def test_repeats_are_no_misses(center: Center) -> None:
    caller = in_the_menu(center).presses("*").presses("7").hears(AGAIN, MENU).presses("*").hears(MENU)

    caller.is_asked().presses("2").hears("본인 확인을 하겠습니다")


def test_whoever_speaks_to_the_menu_is_not_heard(center: Center) -> None:
    caller = in_the_menu(center).says("상담사요")

    caller.is_asked().stays_silent().hears(AGAIN)
