"""UpdateContactAttributes and UpdateFlowAttributes."""

import pytest

from connect_flows.simulator import AttributesSet, NotRun
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import say, set_attributes

LARGEST = 32_768


def test_attributes_are_set_and_said_to_have_been() -> None:
    call = center_of(it("UpdateContactAttributes", {"Attributes": {"a": "1", "b": "$.Channel"}}), *told()).call(
        CUSTOMER
    )

    call.has(a="1", b="VOICE").took("inbound", "it", "success")
    assert [event.values for event in call.events(AttributesSet)] == [{"a": "1", "b": "VOICE"}]


def test_others_stay_and_the_last_value_counts() -> None:
    first = set_attributes("first", next="second", a="1", b="1")
    second = set_attributes("second", next="bye", a="2")

    center_of(first, second).call(CUSTOMER, attributes={"c": "0"}).has(a="2", b="1", c="0")


def test_what_is_not_there_becomes_an_empty_text() -> None:
    center_of(set_attributes("it", next="bye", a="$.External.nothing")).call(CUSTOMER).has(a="")


def filled(size: int) -> dict[str, str]:
    """An attribute that takes so many bytes, name and value, in Korean as far as it goes."""
    left = size - len("a")
    return {"a": "가" * (left // 3) + "a" * (left % 3)}


@pytest.mark.parametrize(("size", "branch"), [(LARGEST, "success"), (LARGEST + 1, "error:NoMatchingError")])
def test_attributes_take_at_most_32768_bytes(size: int, branch: str) -> None:
    block = it("UpdateContactAttributes", {"Attributes": filled(size)})

    center_of(block, *told()).call(CUSTOMER).took("inbound", "it", branch)


def test_what_is_there_already_counts() -> None:
    block = it("UpdateContactAttributes", {"Attributes": {"b": "1"}})

    center_of(block, *told()).call(CUSTOMER, attributes=filled(LARGEST - 2)).took("inbound", "it", "success")
    center_of(block, *told()).call(CUSTOMER, attributes=filled(LARGEST - 1)).took(
        "inbound", "it", "error:NoMatchingError"
    )


def test_an_attribute_that_is_replaced_does_not_count_twice() -> None:
    block = it("UpdateContactAttributes", {"Attributes": {"a": "small"}})

    center_of(block, *told()).call(CUSTOMER, attributes=filled(LARGEST)).took("inbound", "it", "success").has(a="small")


def test_all_are_set_or_none() -> None:
    block = it("UpdateContactAttributes", {"Attributes": {"small": "1", **filled(LARGEST)}})

    call = center_of(block, *told()).call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")

    assert call.contact.attributes == {}
    assert list(call.events(AttributesSet)) == []


def test_attributes_of_a_related_contact_are_not_simulated() -> None:
    block = it("UpdateContactAttributes", {"Attributes": {"a": "1"}, "TargetContact": "Related"})

    with pytest.raises(NotRun, match="TargetContact other than Current is not simulated"):
        center_of(block, *told()).call(CUSTOMER)


def test_flow_attributes_are_seen_in_the_flow_and_are_none_of_the_contact() -> None:
    block = it("UpdateFlowAttributes", {"FlowAttributes": {"step": {"Value": "$.Channel"}}}, next="tell")

    call = center_of(block, say("tell", "단계 $.FlowAttributes.step", next="bye"), *told()).call(CUSTOMER)

    call.hears("단계 VOICE")
    assert call.contact.attributes == {}
