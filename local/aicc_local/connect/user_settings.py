"""How a user takes contacts: the old settings for all channels, or the newer ones for each.

Source: the API reference of CreateUser: "Fields in PhoneConfig cannot be set simultaneously with their corresponding
channel-specific configuration parameters".
"""

import re
from collections.abc import Iterator
from typing import Any

from aicc_local.errors import invalid_parameter, invalid_request

# Seconds of work after a contact, 24 days.
LONGEST_AFTER_CONTACT_WORK = 2_000_000
# The pattern of DeskPhoneNumber in the API.
_PHONE_NUMBER = re.compile(r"\+[1-9][0-9]{1,14}")
_INSTEAD = {
    "AutoAccept": "AutoAcceptConfigs",
    "AfterContactWorkTimeLimit": "AfterContactWorkConfigs",
    "PhoneType": "PhoneNumberConfigs",
    "DeskPhoneNumber": "PhoneNumberConfigs",
    "PersistentConnection": "PersistentConnectionConfigs",
}
_VOICE_ONLY = ("PhoneNumberConfigs", "PersistentConnectionConfigs", "VoiceEnhancementConfigs")


def check_settings(properties: dict[str, Any]) -> None:
    """Refuse a setting made twice, one for a channel that lacks it, a desk without a number, and too long work."""
    phone = properties.get("PhoneConfig", {})
    for name, instead in _INSTEAD.items():
        if name in phone and instead in properties:
            raise invalid_request(f"PhoneConfig: {name} cannot be set together with {instead}")
    for name in [*_VOICE_ONLY, "AutoAcceptConfigs", "AfterContactWorkConfigs"]:
        _check_channels(name, [each["Channel"] for each in properties.get(name, [])])
    for number, kind in _numbers(properties):
        _check_number(number, kind)
    limits = [phone.get("AfterContactWorkTimeLimit", 0)]
    limits += [
        each["AfterContactWorkConfig"].get("AfterContactWorkTimeLimit", 0)
        for each in properties.get("AfterContactWorkConfigs", [])
    ]
    if max(limits) > LONGEST_AFTER_CONTACT_WORK:
        raise invalid_parameter(f"AfterContactWorkTimeLimit: {max(limits)} is more than {LONGEST_AFTER_CONTACT_WORK}")


def _numbers(properties: dict[str, Any]) -> Iterator[tuple[str | None, str]]:
    phone = properties.get("PhoneConfig", {})
    yield phone.get("DeskPhoneNumber"), phone.get("PhoneType", "")
    for each in properties.get("PhoneNumberConfigs", []):
        yield each.get("PhoneNumber"), each["PhoneType"]


def _check_number(number: str | None, kind: str) -> None:
    # The API's pages do not say it; Terraform's of aws_connect_user do: "Required if phone_type is set as DESK_PHONE".
    if kind == "DESK_PHONE" and number is None:
        raise invalid_parameter("PhoneConfig: DESK_PHONE needs a DeskPhoneNumber")
    if number is not None and not _PHONE_NUMBER.fullmatch(number):
        raise invalid_parameter("PhoneConfig: DeskPhoneNumber is no number such as +821012345678")


def _check_channels(name: str, channels: list[str]) -> None:
    if len(channels) != len(set(channels)):
        raise invalid_parameter(f"{name}: a channel stands twice: {', '.join(channels)}")
    if name in _VOICE_ONLY and set(channels) - {"VOICE"}:
        raise invalid_parameter(f"{name}: only VOICE is supported")
