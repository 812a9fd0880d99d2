from typing import Any

import pytest

from connect_flows._rules.untrusted_number import UntrustedNumber
from connect_flows._view import Surroundings, View


def call(block: Any, number: str) -> Any:
    return block("call", "TransferParticipantToThirdParty", {"ThirdPartyPhoneNumber": number}, next="bye")


def set_attribute(block: Any, value: str, name: str = "number", next: str = "call") -> Any:
    return block(f"set-{name}", "UpdateContactAttributes", {"Attributes": {name: value}}, next=next)


def test_finds_a_number_that_the_caller_has_typed(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(call(block, "$.StoredCustomerInput"), bye)) == [
        "call: Parameters.ThirdPartyPhoneNumber calls $.StoredCustomerInput, which the caller chooses; "
        "call a fixed number, or one that a function has chosen"
    ]


@pytest.mark.parametrize("path", ["$.Lex.Slots.number", "$.CustomerEndpoint.Address", "+82$.StoredCustomerInput"])
def test_finds_whatever_the_caller_sends(block: Any, bye: Any, flow_of: Any, found: Any, path: str) -> None:
    assert len(found(flow_of(call(block, path), bye))) == 1


def test_follows_attributes_to_where_they_are_from(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    typed = set_attribute(block, "+82$.StoredCustomerInput", name="typed", next="set-number")
    copied = set_attribute(block, "$.Attributes.typed")

    (finding,) = found(flow_of(typed, copied, call(block, "$.Attributes.number"), bye))

    assert "calls $.Attributes.number, which is made of the caller's $.StoredCustomerInput" in finding


def test_follows_flow_attributes_too(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    values = {"FlowAttributes": {"number": {"Value": "$.Lex.Slots.number"}}}
    typed = block("set", "UpdateFlowAttributes", values, next="call")

    assert len(found(flow_of(typed, call(block, "$.FlowAttributes.number"), bye))) == 1


def test_attributes_that_are_made_of_each_other_are_followed_once(
    block: Any, bye: Any, flow_of: Any, found: Any
) -> None:
    one = set_attribute(block, "$.Attributes.two", name="one", next="set-two")
    two = set_attribute(block, "$.Attributes.one", name="two")

    assert found(flow_of(one, two, call(block, "$.Attributes.one"), bye)) == []


def test_finds_an_attribute_from_nobody_knows_where(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(call(block, "$.Attributes.number"), bye)

    (finding,) = found(flow)

    assert "which nothing in this flow sets" in finding
    assert list(UntrustedNumber().check(View(flow, None, Surroundings(attributes=frozenset({"number"}))))) == []


@pytest.mark.parametrize(
    "number", ["+82215880000", "${text.hotline}", "$.External.number", "$.Queue.OutboundCallerId.Address"]
)
def test_what_we_have_chosen_is_well(block: Any, bye: Any, flow_of: Any, found: Any, number: str) -> None:
    assert found(flow_of(call(block, number), bye)) == []


def test_a_number_that_is_compared_first_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    check = block(
        "check",
        "Compare",
        {"ComparisonValue": "$.StoredCustomerInput"},
        next="bye",
        errors={"NoMatchingCondition": "bye"},
        conditions=[("TextStartsWith", "010", "call")],
    )

    assert found(flow_of(check, call(block, "$.StoredCustomerInput"), bye)) == []


@pytest.mark.parametrize(("address", "count"), [("$.StoredCustomerInput", 1), ("$.CustomerEndpoint.Address", 0)])
def test_a_message_may_go_to_whom_we_are_talking_with(
    block: Any, bye: Any, flow_of: Any, found: Any, address: str, count: int
) -> None:
    destination = {"DestinationEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": address}}

    assert len(found(flow_of(block("send", "StartOutboundChatContact", destination, next="bye"), bye))) == count


def test_a_comparison_of_what_is_no_text_is_another_rules(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    check = block("check", "Compare", {"ComparisonValue": ["$.Channel"]}, next="call")

    assert found(flow_of(check, call(block, "+82215880000"), bye)) == []
