"""The fourth step: a bot as CloudFormation takes it, an entry of `BotLocales` of AWS::Lex::Bot.

Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lex-bot.html
"""

from typing import Any

from lex_bots._model import (
    FALLBACK,
    Bot,
    Confirmation,
    Fallback,
    Intent,
    Prompt,
    Resolution,
    Slot,
    SlotType,
    SlotValue,
)
from lex_bots._ssml import is_ssml

FALLBACK_NAME = "FallbackIntent"
# Lex's own (https://docs.aws.amazon.com/lexv2/latest/dg/session-attribs-speech.html); it must be there with DTMF.
_START_TIMEOUT_MS = 4000
_STRATEGIES = {Resolution.TOP: "TOP_RESOLUTION", Resolution.ORIGINAL: "ORIGINAL_VALUE"}

Properties = dict[str, Any]


def bot_locale(bot: Bot) -> Properties:
    """The entry of `BotLocales`, with the names that CloudFormation has for everything.

    >>> from lex_bots import Fallback, Intent, Voice
    >>> bot = Bot(
    ...     name="shop",
    ...     locale="ko_KR",
    ...     voice=Voice(id="Seoyeon", engine="neural"),
    ...     threshold=0.4,
    ...     session_ttl=300,
    ...     intents=(Intent(name="agent", utterances=("상담원 연결해 주세요",)),),
    ...     fallback=Fallback(),
    ... )
    >>> bot_locale(bot)["Intents"][0]["SampleUtterances"]
    [{'Utterance': '상담원 연결해 주세요'}]
    """
    fallback = () if bot.fallback is None else (_fallback(bot.fallback),)
    return {
        "LocaleId": bot.locale,
        **_some("Description", bot.description),
        "NluConfidenceThreshold": bot.threshold,
        "VoiceSettings": {"VoiceId": bot.voice.id, "Engine": bot.voice.engine},
        "SlotTypes": [_slot_type(slot_type) for slot_type in bot.slot_types],
        "Intents": [*map(_intent, bot.intents), *fallback],
    }


def _slot_type(slot_type: SlotType) -> Properties:
    return {
        "Name": slot_type.name,
        **_some("Description", slot_type.description),
        "ValueSelectionSetting": {"ResolutionStrategy": _STRATEGIES[slot_type.resolution]},
        "SlotTypeValues": [_slot_value(value) for value in slot_type.values],
    }


def _slot_value(value: SlotValue) -> Properties:
    synonyms = [{"Value": synonym} for synonym in value.synonyms]
    return {"SampleValue": {"Value": value.value}, **_some("Synonyms", synonyms)}


def _intent(intent: Intent) -> Properties:
    priorities = [{"SlotName": slot.name, "Priority": turn} for turn, slot in enumerate(intent.slots, start=1)]
    return {
        "Name": intent.name,
        **_some("DisplayName", intent.display_name),
        **_some("Description", intent.description),
        "SampleUtterances": [{"Utterance": utterance} for utterance in intent.utterances],
        **_some("Slots", [_slot(slot) for slot in intent.slots]),
        **_some("SlotPriorities", priorities),
        **({"IntentConfirmationSetting": _confirmation(intent.confirmation)} if intent.confirmation else {}),
        "DialogCodeHook": {"Enabled": intent.dialog_code_hook},
        "FulfillmentCodeHook": {"Enabled": intent.fulfillment_code_hook},
        **_closing(intent.closing),
    }


def _fallback(fallback: Fallback) -> Properties:
    return {
        "Name": FALLBACK_NAME,
        "ParentIntentSignature": FALLBACK,
        "FulfillmentCodeHook": {"Enabled": fallback.fulfillment_code_hook},
        **_closing(fallback.closing),
    }


def _slot(slot: Slot) -> Properties:
    return {
        "Name": slot.name,
        **_some("Description", slot.description),
        "SlotTypeName": slot.type,
        "ObfuscationSetting": {"ObfuscationSettingType": "DefaultObfuscation" if slot.obfuscated else "None"},
        "ValueElicitationSetting": {
            "SlotConstraint": "Required" if slot.required else "Optional",
            **({"PromptSpecification": _prompt(slot.prompt)} if slot.prompt else {}),
        },
    }


def _confirmation(confirmation: Confirmation) -> Properties:
    return {
        "IsActive": True,
        "PromptSpecification": _prompt(confirmation.prompt),
        **({"DeclinationResponse": _messages(confirmation.declined)} if confirmation.declined else {}),
    }


def _closing(messages: tuple[str, ...]) -> Properties:
    return {"IntentClosingSetting": {"IsActive": True, "ClosingResponse": _messages(messages)}} if messages else {}


def _prompt(prompt: Prompt) -> Properties:
    attempts = ("Initial", *(f"Retry{number}" for number in range(1, prompt.retries + 1)))
    specification = _attempt(prompt)
    return {
        **_messages(prompt.messages),
        "MaxRetries": prompt.retries,
        "AllowInterrupt": prompt.interruptible,
        # Whoever did not understand the question hears it in other words.
        "MessageSelectionStrategy": "Ordered",
        "PromptAttemptsSpecification": {attempt: specification for attempt in attempts},
    }


def _attempt(prompt: Prompt) -> Properties:
    waiting: Properties = {}
    if prompt.audio:
        waiting["AudioSpecification"] = {
            "MaxLengthMs": prompt.audio.max_length_ms,
            "EndTimeoutMs": prompt.audio.end_timeout_ms,
        }
    if prompt.dtmf:
        waiting["DTMFSpecification"] = {
            "MaxLength": prompt.dtmf.max_length,
            "EndTimeoutMs": prompt.dtmf.end_timeout_ms,
            "EndCharacter": prompt.dtmf.end_character,
            "DeletionCharacter": prompt.dtmf.deletion_character,
        }
    if waiting:
        waiting["StartTimeoutMs"] = prompt.audio.start_timeout_ms if prompt.audio else _START_TIMEOUT_MS
    return {
        "AllowInterrupt": prompt.interruptible,
        "AllowedInputTypes": {"AllowAudioInput": True, "AllowDTMFInput": True},
        **_some("AudioAndDTMFInputSpecification", waiting),
    }


def _messages(texts: tuple[str, ...]) -> Properties:
    first, *variations = map(_message, texts)
    return {"MessageGroupsList": [{"Message": first, **_some("Variations", variations)}]}


def _message(text: str) -> Properties:
    kind = "SSMLMessage" if is_ssml(text) else "PlainTextMessage"
    return {kind: {"Value": text}}


def _some(name: str, value: Any) -> Properties:
    return {name: value} if value else {}
