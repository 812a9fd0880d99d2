"""Compare, and DistributeByPercentage, which compares with a number drawn by chance."""

from collections import Counter

import pytest

from connect_flows.simulator import Branch, NotRun, UnknownReference
from tests.unit.connect_flows.building import Condition
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told

NONE = "error:NoMatchingCondition"


def branch_of(value: str, *conditions: Condition) -> str:
    """The branch that a value of an attribute takes."""
    block = it("Compare", {"ComparisonValue": "$.Attributes.value"}, "NoMatchingCondition", conditions=conditions)
    call = center_of(block, *told("NoMatchingCondition")).call(CUSTOMER, attributes={"value": value})
    return next(event.branch for event in call.events(Branch) if event.block == "it")


@pytest.mark.parametrize(
    ("operator", "value", "operand", "holds"),
    [
        ("Equals", "refund", "refund", True),
        ("Equals", "Refund", "refund", False),
        ("Equals", "refund ", "refund", False),
        ("TextStartsWith", "+8210", "+82", True),
        ("TextStartsWith", "8210", "+82", False),
        ("TextEndsWith", "a@b.kr", ".kr", True),
        ("TextEndsWith", "a@b.com", ".kr", False),
        ("TextContains", "환불 문의", "불 문", True),
        ("TextContains", "환불", "문의", False),
        ("NumberGreaterThan", "10", "9", True),
        ("NumberGreaterThan", "9", "9", False),
        ("NumberGreaterOrEqualTo", "9.0", "9", True),
        ("NumberGreaterOrEqualTo", "8.9", "9", False),
        ("NumberLessThan", "-1", "0", True),
        ("NumberLessThan", "0", "0", False),
        ("NumberLessOrEqualTo", "0", "0", True),
        ("NumberLessOrEqualTo", "1", "0", False),
        ("NumberGreaterThan", "ten", "9", False),
        ("NumberGreaterThan", "", "-1", False),
        ("NumberLessThan", "5", "many", False),
        ("NumberGreaterThan", "Infinity", "9", False),
        ("NumberGreaterThan", "1_000", "9", False),
        ("NumberGreaterThan", "１０", "9", False),
        ("NumberLessThan", "nan", "9", False),
    ],
)
def test_what_each_operator_holds_for(operator: str, value: str, operand: str, holds: bool) -> None:
    expected = f"condition:{operator}:{operand}" if holds else NONE

    assert branch_of(value, (operator, operand, "bye")) == expected


def test_the_first_condition_that_holds_is_taken() -> None:
    conditions = (("TextStartsWith", "re", "bye"), ("Equals", "refund", "bye"), ("Equals", "order", "bye"))

    assert branch_of("refund", *conditions) == "condition:TextStartsWith:re"
    assert branch_of("order", *conditions) == "condition:Equals:order"


def test_the_operand_may_be_a_reference() -> None:
    assert branch_of("VOICE", ("Equals", "$.Channel", "bye")) == "condition:Equals:$.Channel"


@pytest.mark.parametrize(("attributes", "branch"), [({"vip": ""}, "condition:KeyExists:vip"), ({}, NONE)])
def test_a_key_exists_whatever_its_value(attributes: dict[str, str], branch: str) -> None:
    block = it("Compare", {"ComparisonValue": "$.Attributes.vip"}, "NoMatchingCondition",
               conditions=(("KeyExists", "vip", "bye"),))  # fmt: skip

    center_of(block, *told("NoMatchingCondition")).call(CUSTOMER, attributes=attributes).took("inbound", "it", branch)


def test_what_is_not_there_equals_nothing() -> None:
    block = it("Compare", {"ComparisonValue": "$.Attributes.vip"}, "NoMatchingCondition",
               conditions=(("Equals", "true", "bye"),))  # fmt: skip

    center_of(block, *told("NoMatchingCondition")).call(CUSTOMER).took("inbound", "it", NONE)


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        ("$.Channel", "VOICE"),
        ("$.InitiationMethod", "INBOUND"),
        ("$.CustomerEndpoint.Address", CUSTOMER),
        ("$.SystemEndpoint.Address", "+8215880000"),
        ("$.Attributes['order number']", "7"),
        ("$.LanguageCode", ""),
        ("$.Queue.Name", ""),
        ("$.Tags.kind", ""),
    ],
)
def test_references_to_the_contact(reference: str, value: str) -> None:
    tell = it("MessageParticipant", {"Text": f"값 [{reference}]"})
    center = center_of(tell, *told())

    call = center.call(CUSTOMER, dialled="+8215880000", attributes={"order number": "7"})

    assert f"값 [{value}]" in call.transcript


def test_a_reference_to_what_is_not_simulated_is_an_error_that_names_it() -> None:
    tell = it("MessageParticipant", {"Text": "값 $.Wisdom.SessionArn"})

    with pytest.raises(UnknownReference, match=r"inbound: block it: \$.Wisdom.SessionArn .*let a stub provide Wisdom"):
        center_of(tell, *told()).call(CUSTOMER)


def test_an_operator_that_is_not_simulated_is_an_error_that_names_it() -> None:
    with pytest.raises(NotRun, match="operator Sounds is not simulated"):
        branch_of("refund", ("Sounds", "like", "bye"))


def test_shares_are_drawn_as_often_as_they_say() -> None:
    draw = it("DistributeByPercentage", {}, "NoMatchingCondition",
              conditions=(("NumberLessThan", "21", "bye"), ("NumberLessThan", "71", "bye")))  # fmt: skip
    center = center_of(draw, *told("NoMatchingCondition"))

    for _ in range(2000):
        center.call(CUSTOMER)

    drawn = Counter(event.branch for event in center.events if isinstance(event, Branch) and event.block == "it")
    shares = [drawn[f"condition:NumberLessThan:{operand}"] / 2000 for operand in ("21", "71")]
    assert shares == pytest.approx([0.2, 0.5], abs=0.04)
    assert drawn[NONE] / 2000 == pytest.approx(0.3, abs=0.04)
