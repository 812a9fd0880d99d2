"""What a user is called, where they are reached, and what they are good at."""

import unicodedata
from typing import Any

import pytest

from tests.unit.local.connect.centre import Centre, refused

NAMES = {"FirstName": "민지", "LastName": "김"}
DESK = {"PhoneType": "DESK_PHONE", "DeskPhoneNumber": "+82215880000"}


def test_connect_does_without_an_address(centre: Centre) -> None:
    assert centre.make("User", IdentityInfo=NAMES).properties["IdentityInfo"] == NAMES


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("Email", "minji.kim", "Email is no e-mail address"),
        ("FirstName", unicodedata.normalize("NFD", "민지"), "NFC"),
        ("LastName", "k" * 257, "256"),
    ],
)
def test_refuses_who_cannot_be(centre: Centre, name: str, value: str, words: str) -> None:
    with refused("InvalidParameterException", words):
        centre.make("User", IdentityInfo={**NAMES, name: value})


def test_a_desk_has_a_number(centre: Centre) -> None:
    assert centre.make("User", PhoneConfig=DESK).properties["PhoneConfig"] == DESK


@pytest.mark.parametrize(
    "given",
    [
        {"PhoneConfig": {"PhoneType": "DESK_PHONE"}},
        {"PhoneConfig": {**DESK, "DeskPhoneNumber": "0215880000"}},
        {"PhoneConfig": {"PhoneType": "SOFT_PHONE", "DeskPhoneNumber": "+02"}},
        {"PhoneNumberConfigs": [{"Channel": "VOICE", "PhoneType": "DESK_PHONE"}]},
        {"PhoneNumberConfigs": [{"Channel": "VOICE", "PhoneType": "DESK_PHONE", "PhoneNumber": "1588"}]},
    ],
)
def test_refuses_a_desk_that_nobody_can_call(centre: Centre, given: dict[str, Any]) -> None:
    with refused("InvalidParameterException", "DeskPhoneNumber"):
        centre.make("User", **{"PhoneConfig": None, **given})


def test_refuses_more_than_ten_proficiencies(centre: Centre) -> None:
    proficiencies = [{"AttributeName": "언어", "AttributeValue": str(number), "Level": 1} for number in range(11)]

    with refused("LimitExceededException", "Proficiencies per agent"):
        centre.make("User", UserProficiencies=proficiencies)


@pytest.mark.parametrize(
    ("level", "words"),
    [(0, "is not 1, 2, 3, 4 or 5"), (2.5, "is not 1, 2, 3, 4 or 5"), (5, "not part of the local Connect")],
)
def test_refuses_a_proficiency_in_what_is_not_there(centre: Centre, level: float, words: str) -> None:
    proficiency = {"AttributeName": "Language", "AttributeValue": "ko", "Level": level}

    with refused("InvalidParameterException", words):
        centre.make("User", UserProficiencies=[proficiency])
