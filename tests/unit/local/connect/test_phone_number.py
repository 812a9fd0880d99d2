"""Telephone numbers: which are given out, and to whom they belong."""

import re
from typing import Any

import pytest

from aicc_local.connect.number_range import given_number
from tests.unit.local.connect.centre import TYPES, Centre, refused

SHAPES = {
    ("KR", "DID"): r"\+822\d{8}",
    ("KR", "TOLL_FREE"): r"\+8280\d{7}",
    ("KR", "THIRD_PARTY_DID"): r"\+8270\d{8}",
    ("KR", "UIFN"): r"\+800\d{8}",
    ("US", "DID"): r"\+1\d{10}",
}


def address(centre: Centre, **properties: Any) -> str:
    record = centre.make("PhoneNumber", **properties)
    return str(TYPES["PhoneNumber"].all_attributes(centre.aws, record)["Address"])


@pytest.mark.parametrize(("country", "kind"), sorted(SHAPES))
def test_a_number_has_the_shape_of_its_country_and_type(centre: Centre, country: str, kind: str) -> None:
    assert re.fullmatch(SHAPES[country, kind], address(centre, CountryCode=country, Type=kind))


def test_a_number_begins_with_the_prefix_that_was_asked_for(centre: Centre) -> None:
    assert re.fullmatch(r"\+8231\d{7}", address(centre, Prefix="+8231"))


def test_the_same_id_gets_the_same_number_unless_it_is_taken() -> None:
    properties = {"CountryCode": "KR", "Type": "DID"}

    first = given_number("1a2b", properties, [])

    assert given_number("1a2b", properties, []) == first
    assert given_number("1a2b", properties, [first]) != first


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({"CountryCode": None}, "CountryCode is required"),
        ({"Type": None}, "Type is required"),
        ({"CountryCode": "XX"}, "no numbers for XX"),
        ({"Type": "TOLL_FREE_PLUS"}, "does not exist"),
        ({"Prefix": "+1"}, "+1 is not in KR"),
        (
            {"SourcePhoneNumberArn": "arn:aws:sms-voice:ap-northeast-2:123456789012:phone-number/1"},
            "no numbers to import",
        ),
    ],
)
def test_refuses_a_number_that_cannot_be_given(centre: Centre, properties: dict[str, Any], words: str) -> None:
    with refused("InvalidParameterException", words):
        centre.make("PhoneNumber", **properties)


def test_a_number_that_moves_leaves_its_flow_behind(centre: Centre) -> None:
    other, number = Centre(centre.aws, "second"), centre.make("PhoneNumber")
    number.links["contact_flow"] = centre.default("ContactFlow", "Sample AB test").arn

    centre.update(number, TargetArn=other.instance.arn)

    assert number.owner == other.instance.arn
    assert "contact_flow" not in number.links
