from typing import Any

import pytest

MENU = {"Text": "눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"}
DIGITS = {"CustomValidation": {"MaximumLength": "8"}}
PHONE = {"PhoneNumberValidation": {"NumberFormat": "Local", "CountryCode": "KR"}}
STORE = {**MENU, "StoreInput": "True", "InputValidation": DIGITS}


@pytest.mark.parametrize(
    "parameters",
    [
        MENU,
        {"PromptId": "x", "InputTimeLimitSeconds": "5"},
        {**MENU, "EnableDTMFBuffer": "True"},
        STORE,
        {**STORE, "InputValidation": PHONE},
        {**STORE, "InputValidation": {"PhoneNumberValidation": {"NumberFormat": "E164"}}},
        {**STORE, "InputEncryption": {"EncryptionKeyId": "x", "Key": "y"}},
        {"EnableDTMFBuffer": "True"},
    ],
    ids=["menu", "short", "menu_and_buffer", "digits", "local_number", "full_number", "encrypted", "buffer"],
)
def test_takes_every_mode(block: Any, flow_of: Any, found: Any, parameters: dict[str, object]) -> None:
    assert found(flow_of(block("ask", "GetParticipantInput", parameters))) == []


@pytest.mark.parametrize(
    ("parameters", "line"),
    [
        ({"InputTimeLimitSeconds": "5"}, "Parameters has no prompt; give it one of Text, SSML, PromptId, Media"),
        (
            {**MENU, "SSML": "<speak/>"},
            "Parameters has Text and SSML; give it one of Text, SSML, PromptId, Media",
        ),
        ({"Text": "네."}, "Parameters.InputTimeLimitSeconds is missing; GetParticipantInput needs it"),
        (
            {**MENU, "StoreInput": "True"},
            "Parameters.InputValidation is missing; "
            "input that is stored needs PhoneNumberValidation or CustomValidation",
        ),
        (
            {**STORE, "InputValidation": {}},
            "Parameters.InputValidation has no validation; use one of PhoneNumberValidation, CustomValidation",
        ),
        (
            {**STORE, "InputValidation": {**DIGITS, **PHONE}},
            "Parameters.InputValidation has PhoneNumberValidation and CustomValidation; "
            "use one of PhoneNumberValidation, CustomValidation",
        ),
        (
            {**STORE, "InputValidation": {"PhoneNumberValidation": {"NumberFormat": "Local"}}},
            "Parameters.InputValidation.PhoneNumberValidation.CountryCode is missing; "
            "a local number needs it, such as KR",
        ),
        (
            {**STORE, "InputValidation": PHONE, "InputEncryption": {"EncryptionKeyId": "x", "Key": "y"}},
            "Parameters.InputEncryption goes with CustomValidation only; leave one of them out",
        ),
        (
            {"EnableDTMFBuffer": "True", "StoreInput": "False"},
            "Parameters.StoreInput is for input, and nothing is asked here; leave it out, or add a prompt",
        ),
    ],
    ids=["silent", "two", "endless", "unchecked", "empty", "both", "nowhere", "encrypted", "buffer"],
)
def test_says_what_a_mode_needs(block: Any, flow_of: Any, found: Any, parameters: dict[str, object], line: str) -> None:
    assert found(flow_of(block("ask", "GetParticipantInput", parameters))) == [f"ask: {line}"]


def test_a_menu_has_nothing_to_encrypt(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    parameters = {
        "Text": "번호를 눌러 주십시오.",
        "InputTimeLimitSeconds": "5",
        "StoreInput": "False",
        "InputEncryption": {"EncryptionKeyId": "key", "Key": "-----BEGIN CERTIFICATE-----"},
    }

    assert found(flow_of(block("ask", "GetParticipantInput", parameters, next="bye"), bye)) == [
        "ask: Parameters.InputEncryption is for input that is stored; leave it out of a menu"
    ]
