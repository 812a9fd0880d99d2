"""Makes a bot of an entry of `BotLocales`, so that what the local Lex refuses can be shown to our rules as well."""

from typing import Any, TypeVar

from lex_bots import (
    Bot,
    Confirmation,
    Fallback,
    Intent,
    Prompt,
    Resolution,
    Slot,
    SlotType,
    SlotValue,
    Voice,
)

Properties = dict[str, Any]
_Made = TypeVar("_Made")
_STRATEGIES = {"TOP_RESOLUTION": Resolution.TOP, "ORIGINAL_VALUE": Resolution.ORIGINAL}


class NoWords(Exception):
    """The format has no words for it."""


def bot_of_locale(locale: Properties) -> Bot:
    """The bot that such a locale is rendered from.

    Raises:
        NoWords: There is none.
    """
    left = dict(locale)
    intents = left.pop("Intents")
    fallbacks = [each for each in intents if each.get("ParentIntentSignature") == "AMAZON.FallbackIntent"]
    voice = left.pop("VoiceSettings", {"VoiceId": "Seoyeon", "Engine": "neural"})
    bot = Bot(
        name="shop",
        locale=left.pop("LocaleId"),
        voice=Voice(id=voice["VoiceId"], engine=voice.get("Engine", "standard")),
        threshold=left.pop("NluConfidenceThreshold"),
        session_ttl=300,
        slot_types=tuple(map(_slot_type, left.pop("SlotTypes", ()))),
        intents=tuple(_intent(each) for each in intents if each not in fallbacks),
        fallback=_fallback(fallbacks[0]) if fallbacks else None,
    )
    return _only(left, bot)


def _only(left: Properties, made: _Made) -> _Made:
    if left:
        raise NoWords(", ".join(left))
    return made


def _slot_type(properties: Properties) -> SlotType:
    left = dict(properties)
    strategy = left.pop("ValueSelectionSetting", {"ResolutionStrategy": "ORIGINAL_VALUE"})["ResolutionStrategy"]
    values = tuple(map(_value, left.pop("SlotTypeValues", ())))
    slot_type = SlotType(
        name=left.pop("Name"),
        description=left.pop("Description", ""),
        values=values,
        resolution=_STRATEGIES[strategy],
    )
    return _only(left, slot_type)


def _value(properties: Properties) -> SlotValue:
    synonyms = tuple(each["Value"] for each in properties.get("Synonyms", ()))
    return SlotValue(value=properties["SampleValue"]["Value"], synonyms=synonyms)


def _intent(properties: Properties) -> Intent:
    left = dict(properties)
    slots = tuple(map(_slot, left.pop("Slots", ())))
    priorities = [each["SlotName"] for each in left.pop("SlotPriorities", ())]
    if priorities != [slot.name for slot in slots]:
        raise NoWords("SlotPriorities")
    intent = Intent(
        name=left.pop("Name"),
        utterances=_utterances(left),
        slots=slots,
        confirmation=_confirmation(left.pop("IntentConfirmationSetting", None)),
        closing=_closing(left),
    )
    return _only(left, intent)


def _fallback(properties: Properties) -> Fallback:
    left = {key: each for key, each in properties.items() if key not in ("Name", "ParentIntentSignature")}
    return _only(left, Fallback(fulfillment_code_hook=False, closing=_closing(left)))


def _slot(properties: Properties) -> Slot:
    left = dict(properties)
    elicitation = dict(left.pop("ValueElicitationSetting"))
    required = elicitation.pop("SlotConstraint") == "Required"
    prompt = elicitation.pop("PromptSpecification", None)
    slot = Slot(
        name=left.pop("Name"),
        type=left.pop("SlotTypeName"),
        required=required,
        prompt=None if prompt is None else _prompt(prompt),
    )
    return _only({**left, **elicitation}, slot)


def _confirmation(properties: Properties | None) -> Confirmation | None:
    if properties is None:
        return None
    declined = properties.get("DeclinationResponse")
    return Confirmation(
        prompt=_prompt(properties["PromptSpecification"]), declined=() if declined is None else _messages(declined)
    )


def _closing(left: Properties) -> tuple[str, ...]:
    closing = dict(left.pop("IntentClosingSetting", {}))
    response = closing.pop("ClosingResponse", None)
    return _only(closing, () if response is None else _messages(response))


def _prompt(properties: Properties) -> Prompt:
    return Prompt(messages=_messages(properties), retries=properties["MaxRetries"])


def _messages(properties: Properties) -> tuple[str, ...]:
    (group,) = properties["MessageGroupsList"]
    return tuple(each["PlainTextMessage"]["Value"] for each in (group["Message"], *group.get("Variations", ())))


def _utterances(left: Properties) -> tuple[str, ...]:
    return tuple(each["Utterance"] for each in left.pop("SampleUtterances", ()))
