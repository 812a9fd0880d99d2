"""One locale of a bot as the rules and the runtime see it, read from the properties of AWS::Lex::Bot.

The properties stay at hand, since most of them are only ever shown again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FALLBACK = "AMAZON.FallbackIntent"

Properties = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotType:
    """A slot type of the bot's own.

    Attributes:
        values: What the slot may hold, each with its synonyms.
        top_resolution: Whether a synonym becomes the value that it stands for.
    """

    name: str
    parent: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    top_resolution: bool
    properties: Properties


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A slot of an intent."""

    name: str
    type_name: str
    required: bool
    obfuscated: bool
    prompt: Properties | None
    utterances: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """An intent.

    Attributes:
        parent: Signature of the built-in intent that it is made from; empty for one of the bot's own.
        slots: In the order in which they are asked for.
        confirmation: The settings of the confirmation; None when the intent is not confirmed.
    """

    name: str
    parent: str
    utterances: tuple[str, ...]
    slots: tuple[Slot, ...]
    confirmation: Properties | None
    dialog_hook: bool
    fulfilment_hook: bool
    properties: Properties

    def slot(self, name: str) -> Slot | None:
        """The slot of that name."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """What a bot is in one language."""

    id: str
    threshold: float
    intents: tuple[Intent, ...]
    slot_types: tuple[SlotType, ...]
    properties: Properties

    def intent(self, name: str) -> Intent | None:
        """The intent of that name."""
        return next((intent for intent in self.intents if intent.name == name), None)

    @property
    def fallback(self) -> Intent | None:
        """The intent for what is not understood."""
        return next((intent for intent in self.intents if intent.parent == FALLBACK), None)

    def slot_type(self, name: str) -> SlotType | None:
        """The bot's own slot type of that name."""
        return next((slot_type for slot_type in self.slot_types if slot_type.name == name), None)


def read_locale(properties: Properties) -> Locale:
    """The model of an entry of `BotLocales`."""
    return Locale(
        id=properties["LocaleId"],
        threshold=properties["NluConfidenceThreshold"],
        intents=tuple(_intent(each) for each in properties.get("Intents", ())),
        slot_types=tuple(_slot_type(each) for each in properties.get("SlotTypes", ())),
        properties=properties,
    )


def _intent(properties: Properties) -> Intent:
    confirmation = properties.get("IntentConfirmationSetting")
    fulfilment = properties.get("FulfillmentCodeHook", {})
    return Intent(
        name=properties["Name"],
        parent=properties.get("ParentIntentSignature", ""),
        utterances=_utterances(properties),
        slots=_in_order(properties),
        confirmation=confirmation if confirmation and confirmation.get("IsActive", True) else None,
        dialog_hook=properties.get("DialogCodeHook", {}).get("Enabled", False),
        fulfilment_hook=fulfilment.get("Enabled", False) and fulfilment.get("IsActive", True),
        properties=properties,
    )


def _in_order(properties: Properties) -> tuple[Slot, ...]:
    order = {each["SlotName"]: each["Priority"] for each in properties.get("SlotPriorities", ())}
    slots = [_slot(each) for each in properties.get("Slots", ())]
    return tuple(sorted(slots, key=lambda slot: order.get(slot.name, len(order) + 100)))


def _slot(properties: Properties) -> Slot:
    elicitation = properties["ValueElicitationSetting"]
    # The API reference says that values are obscured by default. A test that relied on the default would not show a
    # log that AWS leaves readable, so only what a bot asks for counts here.
    obfuscation = properties.get("ObfuscationSetting", {}).get("ObfuscationSettingType")
    return Slot(
        name=properties["Name"],
        type_name=properties["SlotTypeName"],
        required=elicitation["SlotConstraint"] == "Required",
        obfuscated=obfuscation == "DefaultObfuscation",
        prompt=elicitation.get("PromptSpecification"),
        utterances=_utterances(elicitation),
        properties=properties,
    )


def _slot_type(properties: Properties) -> SlotType:
    strategy = properties.get("ValueSelectionSetting", {}).get("ResolutionStrategy")
    return SlotType(
        name=properties["Name"],
        parent=properties.get("ParentSlotTypeSignature", ""),
        values=tuple(
            (each["SampleValue"]["Value"], tuple(synonym["Value"] for synonym in each.get("Synonyms", ())))
            for each in properties.get("SlotTypeValues", ())
        ),
        top_resolution=strategy == "TOP_RESOLUTION",
        properties=properties,
    )


def _utterances(properties: Properties) -> tuple[str, ...]:
    return tuple(each["Utterance"] for each in properties.get("SampleUtterances", ()))
