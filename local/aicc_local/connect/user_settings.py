"""How a user takes contacts: the old settings for all channels, or the newer ones for each.

Source: the API reference of CreateUser: "Fields in PhoneConfig cannot be set simultaneously with their corresponding
channel-specific configuration parameters".
"""

from typing import Any

from aicc_local.errors import invalid_parameter, invalid_request

# Seconds of work after a contact, 24 days.
LONGEST_AFTER_CONTACT_WORK = 2_000_000
_INSTEAD = {
    "AutoAccept": "AutoAcceptConfigs",
    "AfterContactWorkTimeLimit": "AfterContactWorkConfigs",
    "PhoneType": "PhoneNumberConfigs",
    "DeskPhoneNumber": "PhoneNumberConfigs",
    "PersistentConnection": "PersistentConnectionConfigs",
}
_VOICE_ONLY = ("PhoneNumberConfigs", "PersistentConnectionConfigs", "VoiceEnhancementConfigs")


def check_settings(properties: dict[str, Any]) -> None:
    """Refuse a setting made twice, one for a channel that lacks it, and work after a contact that is too long."""
    phone = properties.get("PhoneConfig", {})
    for name, instead in _INSTEAD.items():
        if name in phone and instead in properties:
            raise invalid_request(f"PhoneConfig: {name} cannot be set together with {instead}")
    for name in [*_VOICE_ONLY, "AutoAcceptConfigs", "AfterContactWorkConfigs"]:
        _check_channels(name, [each["Channel"] for each in properties.get(name, [])])
    limits = [phone.get("AfterContactWorkTimeLimit", 0)]
    limits += [
        each["AfterContactWorkConfig"].get("AfterContactWorkTimeLimit", 0)
        for each in properties.get("AfterContactWorkConfigs", [])
    ]
    if max(limits) > LONGEST_AFTER_CONTACT_WORK:
        raise invalid_parameter(f"AfterContactWorkTimeLimit: {max(limits)} is more than {LONGEST_AFTER_CONTACT_WORK}")


def _check_channels(name: str, channels: list[str]) -> None:
    if len(channels) != len(set(channels)):
        raise invalid_parameter(f"{name}: a channel stands twice: {', '.join(channels)}")
    if name in _VOICE_ONLY and set(channels) - {"VOICE"}:
        raise invalid_parameter(f"{name}: only VOICE is supported")
