from collections.abc import Callable
from typing import Any

import pytest

from aicc_core.contact import read_contact
from aicc_core.errors import MalformedEvent

Event = dict[str, Any]


def test_reads_a_call(contact_event: Callable[..., Event]) -> None:
    event = contact_event(address="+821012345678", Method="birth_date")

    contact = read_contact(event)

    assert contact.contact_id == "4a573372-1f28-4e26-b97b-00000000001a"
    assert contact.channel == "VOICE"
    assert contact.customer_number == "+821012345678"
    assert contact.parameter("Method") == "birth_date"


def test_reads_a_chat_which_has_no_endpoint(contact_event: Callable[..., Event]) -> None:
    event = contact_event(address=None)

    contact = read_contact(event)

    assert contact.customer_number is None


def test_takes_no_telephone_number_from_another_kind_of_endpoint(contact_event: Callable[..., Event]) -> None:
    event = contact_event()
    event["Details"]["ContactData"]["CustomerEndpoint"] = {"Address": "kim@example.com", "Type": "EMAIL_ADDRESS"}

    contact = read_contact(event)

    assert contact.customer_number is None


def test_reads_null_attributes_and_parameters_as_none_given(contact_event: Callable[..., Event]) -> None:
    event = contact_event()
    event["Details"]["Parameters"] = None
    event["Details"]["ContactData"]["Attributes"] = None

    contact = read_contact(event)

    assert contact.attributes == {}
    assert contact.parameter("Answer") == ""


def test_refuses_a_parameter_that_is_no_text(contact_event: Callable[..., Event]) -> None:
    contact = read_contact(contact_event(Answer={"digits": "19900101"}))

    with pytest.raises(MalformedEvent) as caught:
        contact.parameter("Answer")

    assert str(caught.value) == "Details.Parameters.Answer must be a text, got a value of type dict"


def test_does_not_show_parameters_when_printed(contact_event: Callable[..., Event]) -> None:
    contact = read_contact(contact_event(Answer="19900101"))

    printed = repr(contact)

    assert "19900101" not in printed


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["Name"], "Other", "Name must be 'ContactFlowEvent'"),
        (["Details"], None, "Details must be an object, got nothing"),
        (["Details", "ContactData"], "010", "Details.ContactData must be an object, got a value of type str"),
        (["Details", "ContactData", "ContactId"], None, "Details.ContactData.ContactId must be a text, got nothing"),
        (
            ["Details", "ContactData", "Channel"],
            1,
            "Details.ContactData.Channel must be a text, got a value of type int",
        ),
        (
            ["Details", "ContactData", "InstanceARN"],
            None,
            "Details.ContactData.InstanceARN must be a text, got nothing",
        ),
        (
            ["Details", "ContactData", "CustomerEndpoint", "Address"],
            821012345678,
            "Details.ContactData.CustomerEndpoint.Address must be a text, got a value of type int",
        ),
        (["Details", "Parameters"], ["x"], "Details.Parameters must be an object, got a value of type list"),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, list) else "",
)
def test_names_what_is_malformed(
    contact_event: Callable[..., Event], path: list[str], value: object, message: str
) -> None:
    event = contact_event()
    place = event
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    with pytest.raises(MalformedEvent) as caught:
        read_contact(event)

    assert str(caught.value) == message
