"""GetParticipantInput: menus and entries."""

from collections.abc import Mapping

import pytest

from connect_flows.simulator import Call, Center, NotRun
from tests.unit.connect_flows.building import Document
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told

MENU_ERRORS = ("InputTimeLimitExceeded", "NoMatchingCondition")


def menu(**parameters: str) -> Document:
    return it(
        "GetParticipantInput",
        {"Text": "번호를 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False", **parameters},
        *MENU_ERRORS,
        conditions=(("Equals", "1", "say one"), ("Equals", "#", "say hash")),
    )


def say(name: str) -> Document:
    return {**told()[0], "Identifier": f"say {name}", "Parameters": {"Text": name}}


def at_the_menu(**parameters: str) -> Call:
    center = center_of(menu(**parameters), say("one"), say("hash"), *told(*MENU_ERRORS))
    return center.call(CUSTOMER).hears("번호를 눌러").is_asked()


def test_a_key_takes_its_condition() -> None:
    at_the_menu().presses("1").took("inbound", "it", "condition:Equals:1").hears("one").ends()
    at_the_menu().presses("#").took("inbound", "it", "condition:Equals:#")


def test_another_key_takes_the_default() -> None:
    at_the_menu().presses("9").took("inbound", "it", "error:NoMatchingCondition")


def test_silence_takes_the_timeout_when_the_time_is_over_and_no_sooner() -> None:
    call = at_the_menu().waits(4.9).is_asked()

    call.waits(0.2).took("inbound", "it", "error:InputTimeLimitExceeded").ends()


def test_the_time_counts_from_the_end_of_the_prompt() -> None:
    center = center_of(menu(), say("one"), say("hash"), *told(*MENU_ERRORS))
    center.speech = lambda text: 10.0

    center.call(CUSTOMER).waits(14.9).is_asked().waits(0.2).took("inbound", "it", "error:InputTimeLimitExceeded")


def test_a_menu_does_not_hear_what_is_said_and_waits_on() -> None:
    call = at_the_menu().waits(3).says("1번이요").is_asked()

    assert "not heard: 1번이요 (the menu takes keys only)" in call.transcript
    call.waits(2.1).took("inbound", "it", "error:InputTimeLimitExceeded")


def test_a_menu_takes_one_key_and_the_rest_is_not_heard() -> None:
    call = at_the_menu().presses("19")

    call.took("inbound", "it", "condition:Equals:1")
    assert "not heard: 9 (a menu takes one key)" in call.transcript


def test_a_chat_has_no_keys() -> None:
    center = center_of(menu(), say("one"), say("hash"), *told(*MENU_ERRORS))

    center.chat(flow="inbound").took("inbound", "it", "error:NoMatchingError")


def test_without_saying_so_nothing_is_stored() -> None:
    block = menu()
    del block["Parameters"]["StoreInput"]

    call = center_of(block, say("one"), say("hash"), *told(*MENU_ERRORS)).call(CUSTOMER)

    call.presses("1").took("inbound", "it", "condition:Equals:1")


def second_menu(**parameters: str) -> Center:
    first = {**menu(), "Identifier": "first"}
    first["Transitions"] = {
        "NextAction": "it",
        "Errors": [{"ErrorType": error, "NextAction": "it"} for error in (*MENU_ERRORS, "NoMatchingError")],
    }
    return center_of(first, menu(**parameters), say("one"), say("hash"), *told(*MENU_ERRORS))


def test_a_menu_with_a_buffer_takes_keys_that_were_pressed_before() -> None:
    second_menu(EnableDTMFBuffer="True").call(CUSTOMER).presses("91").took("inbound", "it", "condition:Equals:1")


@pytest.mark.parametrize("buffer", [{}, {"EnableDTMFBuffer": "False"}])
def test_a_menu_without_a_buffer_waits_for_keys_of_its_own(buffer: Mapping[str, str]) -> None:
    second_menu(**buffer).call(CUSTOMER).presses("91").is_asked().presses("1").took("inbound", "it")


def entry(*, longest: str = "8", **configuration: str) -> Document:
    return it(
        "GetParticipantInput",
        {
            "Text": "생년월일 여덟 자리를 누르십시오.",
            "InputTimeLimitSeconds": "10",
            "StoreInput": "True",
            "InputValidation": {"CustomValidation": {"MaximumLength": longest}},
            **({"DTMFConfiguration": configuration} if configuration else {}),
        },
        next="tell",
    )


def at_the_entry(*, longest: str = "8", **configuration: str) -> Call:
    tell = {**told()[0], "Identifier": "tell", "Parameters": {"Text": "입력 [$.StoredCustomerInput]"}}
    return center_of(entry(longest=longest, **configuration), tell, *told()).call(CUSTOMER)


def hears_entry(call: Call, text: str) -> bool:
    return f"입력 [{text}]" in call.transcript


@pytest.mark.parametrize(
    ("keys", "stored"),
    [
        ("19900102", "19900102"),  # as many as there may be
        ("1234#", "1234"),  # the key that ends an entry
        ("#", ""),  # nothing but that
        ("12*34#", "34"),  # the cancel key takes back
        ("12*#", ""),
        ("199001021111", "19900102"),  # no more than there may be
    ],
)
def test_an_entry_ends_with_its_key_or_its_length(keys: str, stored: str) -> None:
    call = at_the_entry().presses(keys)

    assert hears_entry(call, stored), call.transcript


def test_keys_one_after_the_other_are_one_entry() -> None:
    call = at_the_entry().presses("19").presses("90").waits(4).presses("0102")

    assert hears_entry(call, "19900102")


def test_a_pause_ends_an_entry_after_five_seconds_unless_told_otherwise() -> None:
    call = at_the_entry().presses("12").waits(4.9).is_asked().waits(0.2)
    quick = at_the_entry(InterdigitTimeLimitSeconds="2").presses("12").waits(1.9).is_asked().waits(0.2)

    assert hears_entry(call, "12")
    assert hears_entry(quick, "12")


def test_whoever_enters_nothing_enters_timeout() -> None:
    call = at_the_entry().waits(9.9).is_asked().waits(0.2).took("inbound", "it", "success")

    assert hears_entry(call, "Timeout")


def test_an_entry_may_end_with_several_keys() -> None:
    call = at_the_entry(InputTerminationSequence="##").presses("12#3").is_asked().presses("##")

    assert hears_entry(call, "12#3")


def test_the_cancel_key_can_be_a_key_like_others() -> None:
    call = at_the_entry(DisableCancelKey="True").presses("12*34#")

    assert hears_entry(call, "12*34")


def test_a_chat_cannot_enter_anything() -> None:
    center_of(entry(), *told()).chat(flow="inbound").took("inbound", "it", "error:NoMatchingError")


def test_an_entry_that_must_be_a_telephone_number_is_not_simulated() -> None:
    block = entry()
    block["Parameters"]["InputValidation"] = {"PhoneNumberValidation": {"NumberFormat": "Local", "CountryCode": "KR"}}

    with pytest.raises(NotRun, match="inbound: block it: an entry that must be a telephone number is not simulated"):
        center_of(block, *told()).call(CUSTOMER)
