"""Each block that may fail, broken once: the customer goes on, and misses no more than what it would have done."""

from functools import cache
from pathlib import Path

import pytest

from connect_flows import load
from connect_flows.simulator import Call, Center, Prompt
from tests.flows.company import (
    CHANNELS,
    CUSTOMER,
    TEXTS,
    answers,
    begins,
    bot_answers,
    bot_fails,
    calls_back,
    goes_well,
    proof,
)
from tests.flows.customer import CONNECTING, Customer, calls
from tests.flows.journeys.every import EVERY, passing
from tests.flows.said import CHOOSE_PROOF, CLOSED, GREETING, MENU, QUESTION, UNPROVEN_ANYWAY, WAITING, WHY_PROOF

FOLDER = Path(__file__).parents[3] / "flows"
FLOWS = {file.stem: load(file) for file in (*sorted(FOLDER.glob("*.json")), *sorted(FOLDER.glob("modules/*.json")))}
Place = tuple[str, str]


def blocks(*types: str) -> list[Place]:
    """Blocks of these types that have a branch for errors."""
    return [
        (name, action.identifier)
        for name, flow in FLOWS.items()
        for action in flow.actions
        if action.type in types and action.errors
    ]


def named(place: object) -> str:
    return "/".join(place) if isinstance(place, tuple) else str(place)


@cache
def journeys() -> dict[Place, str]:
    """A journey through each block of our flows, as they are."""
    return passing(lambda: goes_well(Center(FLOWS.values(), texts=TEXTS)))


@pytest.mark.parametrize("place", blocks("MessageParticipant"), ids=named)
def test_what_cannot_be_said_is_left_out_and_all_else_goes_on(center: Center, place: Place) -> None:
    center.breaks(*place)

    EVERY[journeys()[place]](center)

    assert not any((event.flow, event.block) == place for event in center.events if isinstance(event, Prompt))


@pytest.mark.parametrize("place", blocks("UpdateContactTextToSpeechVoice", "UpdateContactData"), ids=named)
def test_nobody_is_lost_for_want_of_a_voice_or_a_language(center: Center, place: Place) -> None:
    center.breaks(*place)

    EVERY[journeys()[place]](center)


HOOKED = {
    "inbound": "inbound.talks_to_an_agent",
    "chat": "chats.writes_to_an_agent",
    "callback": "called_back.wants_it",
    "queue_transfer": "transfers.to_a_queue",
    "outbound": "transfers.is_called_by_an_agent",
}


@pytest.mark.parametrize("place", blocks("UpdateContactEventHooks"), ids=named)
def test_a_flow_that_cannot_be_set_for_its_event_is_not_heard_and_all_else_goes_on(
    center: Center, place: Place
) -> None:
    center.breaks(*place)

    EVERY[HOOKED[place[0]]](center)


def test_nobody_is_asked_who_they_are_when_that_cannot_be_counted(center: Center) -> None:
    center.breaks("inbound", "count-authentications")
    bot_answers(center, next_action="authenticate", bot_intent="refund", resume_intent="refund")

    center.call(CUSTOMER).says("환불이요").hears_nothing_of(WHY_PROOF).is_queued("billing")


def chooses_orders(center: Center) -> Call:
    bot_fails(center)
    return center.call(CUSTOMER).says("음").presses("1").hears(WHY_PROOF)


@pytest.mark.parametrize("loop", ["count-tries", "count-choices"])
def test_whose_tries_cannot_be_counted_is_not_asked_again(center: Center, loop: str) -> None:
    center.breaks("authenticate", loop)
    answers(center, "authenticate_customer", proof("not_matched"))
    caller = chooses_orders(center).hears(CHOOSE_PROOF)

    if loop == "count-tries":
        caller.presses("1").presses("19900102#").hears("등록된 정보와", "입력 횟수를 초과하여", UNPROVEN_ANYWAY)
    else:
        caller.presses("9").hears("번호가 입력되지 않았습니다", UNPROVEN_ANYWAY)

    caller.is_queued("orders").has(customer_authenticated="false")


def test_whoever_cannot_choose_a_proof_gets_a_person(center: Center) -> None:
    center.breaks("authenticate", "choose-method")

    chooses_orders(center).hears_nothing_of(CHOOSE_PROOF).hears(UNPROVEN_ANYWAY).is_queued("orders")


@pytest.mark.parametrize(("key", "block"), [("1", "ask-birth-date"), ("2", "ask-order-number")])
def test_whoever_cannot_type_a_proof_gets_a_person(center: Center, key: str, block: str) -> None:
    center.breaks("authenticate", block)

    caller = chooses_orders(center).presses(key).hears("시스템 문제로 본인 확인을", UNPROVEN_ANYWAY)

    caller.is_queued("orders").has(customer_authenticated="false")


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_line_may_still_be_closed_for_whoever_cannot_be_greeted(center: Center, channel: str) -> None:
    center.breaks(*{"VOICE": ("inbound", "greet-caller"), "CHAT": ("chat", "say-welcome")}[channel])
    answers(center, "read_line_status", {"line_status": "emergency", "announcement": "점검하고 있습니다."})

    customer = begins(center, channel).hears("점검하고 있습니다.").ends()

    assert not customer.contact.recording


def test_a_called_back_customer_who_cannot_be_asked_is_told_goodbye(center: Center) -> None:
    center.breaks("callback", "ask-customer")

    customer = calls_back(center).answers()

    customer.hears("선택하신 번호를 확인하지 못했습니다", "응답을 확인하지 못하여").ends()


def test_a_called_back_customer_whose_misses_cannot_be_counted_is_told_goodbye(center: Center) -> None:
    center.breaks("callback", "count-misses")

    customer = calls_back(center).answers().hears("고객님께서 예약하신").presses("8")

    customer.hears_nothing_of("선택하신 번호를").hears("응답을 확인하지 못하여").ends()


def comes_to_the_menu(center: Center, *hears: str) -> Customer:
    """A caller whom the bot does not understand, and who hears only this."""
    bot_fails(center)
    customer = calls(center)
    customer.hears(GREETING, QUESTION).says("음")
    return customer.hears("번호로 안내해 드리겠습니다", *hears)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_menu_that_cannot_be_played_leads_to_a_person(center: Center, is_open: bool) -> None:
    center.opening["business"] = is_open
    center.breaks("inbound", "main-menu")

    customer = comes_to_the_menu(center, CONNECTING, *(WAITING if is_open else [CLOSED]))

    assert customer.contact.ended is not is_open


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize(("loop", "keys"), [("count-misses", "7"), ("count-repeats", "*")])
def test_a_menu_whose_rounds_cannot_be_counted_leads_to_a_person(
    center: Center, loop: str, keys: str, is_open: bool
) -> None:
    center.opening["business"] = is_open
    center.breaks("inbound", loop)

    customer = comes_to_the_menu(center, MENU)
    customer.presses(keys)

    customer.hears(CONNECTING, *(WAITING if is_open else [CLOSED]))
    assert customer.contact.ended is not is_open
