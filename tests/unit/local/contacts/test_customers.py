"""What customers do where nobody listens to it, and where a flow does."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.errors import ServiceError
from tests.unit.local.contacts.contact_centre import CUSTOMER, ContactCentre, block, say


def test_a_menu_does_not_hear_what_is_said(centre: ContactCentre) -> None:
    contact = _call(centre)

    control.say(centre.aws, contact, "하나")
    control.press(centre.aws, contact, "1")

    assert control.look(centre.aws, contact)["said"] == ["1번을 누르세요", "하나"]
    assert _ignored(centre, contact) == [("하나", "the menu takes keys only")]


def test_whoever_comes_too_early_or_too_late_is_not_heard(centre: ContactCentre) -> None:
    contact = centre.chat(centre.add_flow("hello", say("hi", "안녕하세요", "bye")))

    control.say(centre.aws, contact, "저기요")

    assert _ignored(centre, contact) == [("저기요", "the contact is over")]


def test_a_chat_has_no_keys(centre: ContactCentre) -> None:
    wait = block("wait", "Wait", "bye", TimeLimitSeconds="60", equals={"WaitCompleted": "bye"})
    contact = centre.chat(centre.add_flow("waiting", wait))

    control.press(centre.aws, contact, "1")

    assert _ignored(centre, contact) == [("1", "nobody listens")]


def test_who_stays_silent_is_too_late(centre: ContactCentre) -> None:
    contact = _call(centre)

    control.silent(centre.aws, contact)

    assert control.look(centre.aws, contact)["said"][-1] == "늦었습니다"


def test_an_entry_goes_on_until_its_last_key(centre: ContactCentre) -> None:
    ask = block(
        "ask",
        "GetParticipantInput",
        "tell",
        Text="생년월일을 누르세요",
        InputTimeLimitSeconds="10",
        StoreInput="True",
        InputValidation={"CustomValidation": {"MaximumLength": "8"}},
        errors={"NoMatchingError": "bye"},
    )
    flow = centre.add_flow("question", ask, say("tell", "$.StoredCustomerInput", "bye"))
    contact = control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=flow.id)

    control.press(centre.aws, contact, "1990")
    waits_for = control.look(centre.aws, contact)["waits_for"]
    control.press(centre.aws, contact, "0102#")

    assert waits_for == "input"
    assert control.look(centre.aws, contact)["said"][-1] == "19900102"


@pytest.mark.parametrize("keys", ["", "1a", "일"])
def test_only_keys_can_be_pressed(centre: ContactCentre, keys: str) -> None:
    contact = _call(centre)

    with pytest.raises(ServiceError, match="keys must be of"):
        control.press(centre.aws, contact, keys)


def test_nobody_is_silent_who_is_not_waited_for(centre: ContactCentre) -> None:
    contact = centre.chat(centre.add_flow("hello"))

    with pytest.raises(ServiceError, match="does not wait for input"):
        control.silent(centre.aws, contact)


def _ignored(centre: ContactCentre, contact: str) -> list[tuple[str, str]]:
    events = control.events(centre.aws, contact)
    return [(event["text"], event["why"]) for event in events if event["event"] == "Ignored"]


def _call(centre: ContactCentre) -> str:
    menu = block(
        "menu",
        "GetParticipantInput",
        "other",
        Text="1번을 누르세요",
        InputTimeLimitSeconds="7",
        StoreInput="False",
        equals={"1": "one"},
        errors={"InputTimeLimitExceeded": "late", "NoMatchingCondition": "other", "NoMatchingError": "other"},
    )
    answers = {"one": "하나", "late": "늦었습니다", "other": "다른 번호"}
    flow = centre.add_flow("menu", menu, *(say(name, text, "bye") for name, text in answers.items()))
    return control.call_in(centre.aws, customer_number=CUSTOMER, flow_id=flow.id)


def test_a_contact_does_not_rest_while_a_function_is_asked(centre: ContactCentre) -> None:
    seen: list[str] = []

    def look(event: Mapping[str, Any]) -> Any:
        seen.append(control.look(centre.aws, event["Details"]["ContactData"]["ContactId"])["waits_for"])
        with pytest.raises(ServiceError, match="does not wait"):
            control.let_time_pass(centre.aws, event["Details"]["ContactData"]["ContactId"])
        return {}

    ask = block(
        "ask",
        "InvokeLambdaFunction",
        "bye",
        LambdaFunctionARN=centre.add_function("status", look),
        InvocationTimeLimitSeconds="3",
        errors={"NoMatchingError": "bye"},
    )

    centre.chat(centre.add_flow("asking", ask))

    assert seen == [""]
