"""The rendering has CloudFormation's names, and says everything that the bot says."""

from dataclasses import replace
from typing import Any

import pytest

from aicc_local.registry_schemas import InvalidProperties, registry_schema
from lex_bots import Audio, Bot, Dtmf, Prompt, Resolution, bot_locale
from tests.unit.lex_bots.bots import bot_of, put

PLAIN = "PlainTextMessage"


def schema_says(locale: dict[str, Any]) -> str:
    """What the schema of AWS::Lex::Bot says against a locale; "" if nothing."""
    properties = {
        "Name": "shop",
        "RoleArn": "arn:aws:iam::123456789012:role/shop-bot-role",
        "DataPrivacy": {"ChildDirected": False},
        "IdleSessionTTLInSeconds": 300,
        "BotLocales": [locale],
    }
    try:
        registry_schema("AWS::Lex::Bot").check(properties)
    except InvalidProperties as error:
        return str(error)
    return ""


def prompted(prompt: Prompt) -> dict[str, Any]:
    """The specification of a prompt."""
    bot = bot_of()
    order, florist = bot.intents
    slot = replace(order.slots[0], prompt=prompt)
    locale = bot_locale(replace(bot, intents=(replace(order, slots=(slot,)), florist)))
    specification: dict[str, Any] = locale["Intents"][0]["Slots"][0]["ValueElicitationSetting"]["PromptSpecification"]
    return specification


def test_is_what_cloudformation_takes() -> None:
    assert schema_says(bot_locale(bot_of())) == ""


def test_the_schema_would_not_take_the_names_of_the_api() -> None:
    locale = bot_locale(bot_of())
    locale["Intents"][0]["FulfillmentCodeHookSetting"] = {"Enabled": True}

    assert "FulfillmentCodeHookSetting" in schema_says(locale)


def test_a_locale_has_its_settings() -> None:
    locale = bot_locale(bot_of())

    assert {key: locale[key] for key in locale if key not in ("Intents", "SlotTypes")} == {
        "LocaleId": "ko_KR",
        "Description": "꽃집의 봇",
        "NluConfidenceThreshold": 0.4,
        "VoiceSettings": {"VoiceId": "Seoyeon", "Engine": "neural"},
    }


def test_a_slot_type_has_its_values() -> None:
    locale = bot_locale(bot_of(put("original", "slot_types", "Flower", "resolution")))

    assert locale["SlotTypes"] == [
        {
            "Name": "Flower",
            "Description": "꽃의 종류",
            "ValueSelectionSetting": {"ResolutionStrategy": "ORIGINAL_VALUE"},
            "SlotTypeValues": [
                {"SampleValue": {"Value": "장미"}, "Synonyms": [{"Value": "로즈"}, {"Value": "빨간 장미"}]},
                {"SampleValue": {"Value": "튤립"}},
            ],
        }
    ]


@pytest.mark.parametrize("resolution", Resolution)
def test_every_resolution_is_one_of_cloudformation(resolution: Resolution) -> None:
    assert schema_says(bot_locale(bot_of(put(str(resolution), "slot_types", "Flower", "resolution")))) == ""


def test_an_intent_has_everything_that_it_does() -> None:
    intent = bot_locale(bot_of())["Intents"][0]

    assert {key: intent[key] for key in intent if key not in ("SampleUtterances", "Slots")} == {
        "Name": "order_flowers",
        "DisplayName": "꽃 주문",
        "Description": "꽃다발을 주문한다",
        "SlotPriorities": [{"SlotName": "Flower", "Priority": 1}, {"SlotName": "Phone", "Priority": 2}],
        "DialogCodeHook": {"Enabled": True},
        "FulfillmentCodeHook": {"Enabled": True},
        "IntentConfirmationSetting": {
            "IsActive": True,
            "PromptSpecification": {
                "MessageGroupsList": [{"Message": {PLAIN: {"Value": "{Flower} 맞으실까요?"}}}],
                "MaxRetries": 3,
                "AllowInterrupt": True,
                "MessageSelectionStrategy": "Ordered",
                "PromptAttemptsSpecification": {
                    attempt: {
                        "AllowInterrupt": True,
                        "AllowedInputTypes": {"AllowAudioInput": True, "AllowDTMFInput": True},
                    }
                    for attempt in ("Initial", "Retry1", "Retry2", "Retry3")
                },
            },
            "DeclinationResponse": {
                "MessageGroupsList": [
                    {
                        "Message": {PLAIN: {"Value": "알겠습니다."}},
                        "Variations": [{PLAIN: {"Value": "그럼 그만두겠습니다."}}],
                    }
                ]
            },
        },
        "IntentClosingSetting": {
            "IsActive": True,
            "ClosingResponse": {"MessageGroupsList": [{"Message": {PLAIN: {"Value": "주문을 받았습니다."}}}]},
        },
    }
    assert intent["SampleUtterances"][1] == {"Utterance": "{Flower} 한 다발 사고 싶어요"}


def test_an_intent_has_nothing_that_it_does_not_do() -> None:
    intent = bot_locale(bot_of())["Intents"][1]

    assert {key: intent[key] for key in intent if key != "SampleUtterances"} == {
        "Name": "florist",
        "DialogCodeHook": {"Enabled": False},
        "FulfillmentCodeHook": {"Enabled": True},
    }


def test_a_slot_is_obscured_unless_it_says_otherwise() -> None:
    flower, phone = bot_locale(bot_of())["Intents"][0]["Slots"]

    assert flower["ObfuscationSetting"] == {"ObfuscationSettingType": "None"}
    assert phone["ObfuscationSetting"] == {"ObfuscationSettingType": "DefaultObfuscation"}
    assert (flower["SlotTypeName"], phone["SlotTypeName"]) == ("Flower", "AMAZON.FreeFormInput")
    assert flower["ValueElicitationSetting"]["SlotConstraint"] == "Required"


def test_an_optional_slot_needs_no_prompt() -> None:
    def change(document: dict[str, Any]) -> None:
        document["intents"]["order_flowers"]["slots"]["Flower"] = {"type": "Flower", "required": False}

    slot = bot_locale(bot_of(change))["Intents"][0]["Slots"][0]

    assert slot["ValueElicitationSetting"] == {"SlotConstraint": "Optional"}


def test_the_fallback_is_made_from_the_built_in_intent() -> None:
    closing = {"MessageGroupsList": [{"Message": {PLAIN: {"Value": "다시 한번 말씀해 주시겠어요?"}}}]}

    assert bot_locale(bot_of())["Intents"][2] == {
        "Name": "FallbackIntent",
        "ParentIntentSignature": "AMAZON.FallbackIntent",
        "FulfillmentCodeHook": {"Enabled": False},
        "IntentClosingSetting": {"IsActive": True, "ClosingResponse": closing},
    }


def test_a_bot_without_fallback_is_rendered_without() -> None:
    bot = bot_of()

    names = [intent["Name"] for intent in bot_locale(replace(bot, fallback=None))["Intents"]]

    assert names == ["order_flowers", "florist"]


def test_every_attempt_takes_words_and_keys_in_its_time() -> None:
    slot = bot_locale(bot_of())["Intents"][0]["Slots"][1]

    attempts = slot["ValueElicitationSetting"]["PromptSpecification"]["PromptAttemptsSpecification"]

    assert list(attempts) == ["Initial", "Retry1"]
    assert attempts["Retry1"] == {
        "AllowInterrupt": True,
        "AllowedInputTypes": {"AllowAudioInput": True, "AllowDTMFInput": True},
        "AudioAndDTMFInputSpecification": {
            "StartTimeoutMs": 4001,
            "AudioSpecification": {"MaxLengthMs": 12002, "EndTimeoutMs": 803},
            "DTMFSpecification": {
                "MaxLength": 11,
                "EndTimeoutMs": 5004,
                "EndCharacter": "#",
                "DeletionCharacter": "*",
            },
        },
    }


def test_keys_alone_wait_as_long_as_lex_does() -> None:
    dtmf = Dtmf(max_length=6, end_timeout_ms=5000, end_character="#", deletion_character="*")

    attempt = prompted(Prompt(messages=("번호요?",), dtmf=dtmf))["PromptAttemptsSpecification"]["Initial"]

    assert attempt["AudioAndDTMFInputSpecification"].keys() == {"StartTimeoutMs", "DTMFSpecification"}
    assert attempt["AudioAndDTMFInputSpecification"]["StartTimeoutMs"] == 4000


def test_words_alone_leave_the_keys_to_lex() -> None:
    audio = Audio(start_timeout_ms=1, max_length_ms=2, end_timeout_ms=3)

    attempt = prompted(Prompt(messages=("네?",), audio=audio))["PromptAttemptsSpecification"]["Initial"]

    assert attempt["AudioAndDTMFInputSpecification"].keys() == {"StartTimeoutMs", "AudioSpecification"}


def test_a_question_that_must_be_heard_is_not_interrupted() -> None:
    specification = prompted(Prompt(messages=("녹음합니다.",), interruptible=False, retries=0))

    assert specification["AllowInterrupt"] is False
    assert specification["PromptAttemptsSpecification"]["Initial"]["AllowInterrupt"] is False


def test_what_is_marked_up_is_ssml() -> None:
    (group,) = prompted(Prompt(messages=("<speak>네</speak>", "네")))["MessageGroupsList"]

    assert group == {
        "Message": {"SSMLMessage": {"Value": "<speak>네</speak>"}},
        "Variations": [{PLAIN: {"Value": "네"}}],
    }


def test_the_largest_bot_is_one_that_cloudformation_takes() -> None:
    bot: Bot = bot_of()
    order = bot.intents[0]
    slots = tuple(replace(order.slots[1], name=f"Slot{number}") for number in range(100))

    assert schema_says(bot_locale(replace(bot, intents=(replace(order, slots=slots),)))) == ""
