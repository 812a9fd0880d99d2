"""Slots and slot types that Lex refuses."""

from collections.abc import Iterator

from aicc_local.lex.build.problem import Problem
from aicc_local.lex.definition import Intent, Locale

# https://docs.aws.amazon.com/lexv2/latest/dg/built-in-slots.html
_BUILT_IN = frozenset(
    f"AMAZON.{name}"
    for name in (
        *("City", "Confirmation", "Country", "Currency", "Date", "Duration", "EmailAddress", "FirstName"),
        *("FreeFormInput", "LastName", "Number", "Percentage", "PhoneNumber", "State", "StreetName", "Time"),
    )
)
# Built-in types that some locales lack. AWS announced AlphaNumeric for Korean in March 2025, and its table of languages
# still says "except Korean": as long as that is so, no bot may need it.
_LACKING = {
    "AMAZON.AlphaNumeric": lambda locale_id: locale_id == "ko_KR",
    "AMAZON.UKPostalCode": lambda locale_id: locale_id != "en_GB",
}


def unknown_slot_types(locale: Locale) -> Iterator[Problem]:
    """Slot types that are neither the bot's own nor built in for the language."""
    for intent in locale.intents:
        for slot in intent.slots:
            message = _no_slot_type(locale, slot.type_name)
            if message:
                yield Problem(f"{locale.id}/{intent.name}/{slot.name}", message)
    for slot_type in locale.slot_types:
        # "Only AMAZON.AlphaNumeric is supported" (API reference, parentSlotTypeSignature)
        if slot_type.parent and (slot_type.parent != "AMAZON.AlphaNumeric" or _lacks(locale, slot_type.parent)):
            message = f"{slot_type.parent} cannot be the parent of a slot type in {locale.id}"
            yield Problem(f"{locale.id}/{slot_type.name}", message)


def slots_without_prompt(locale: Locale) -> Iterator[Problem]:
    """Required slots that cannot be asked for."""
    for intent in locale.intents:
        for slot in intent.slots:
            if slot.required and slot.prompt is None:
                yield Problem(f"{locale.id}/{intent.name}/{slot.name}", "A required slot must have a prompt")


def slots_without_priority(locale: Locale) -> Iterator[Problem]:
    """Slots whose turn is not known; the words are Lex's."""
    for intent in locale.intents:
        missing = [slot.name for slot in intent.slots if slot.name not in _priorities(intent)]
        if missing:
            yield Problem(
                f"{locale.id}/{intent.name}",
                f"Slot ids [{', '.join(missing)}] in intent {intent.name} don't define a slot priority. "
                "Update the intent to add a priority to these slots.",
            )


def priorities_without_slot(locale: Locale) -> Iterator[Problem]:
    """Priorities of slots that the intent does not have."""
    for intent in locale.intents:
        for name in _priorities(intent):
            if intent.slot(name) is None:
                yield Problem(f"{locale.id}/{intent.name}", f"There is a priority for the unknown slot {name}")


def duplicate_slots(locale: Locale) -> Iterator[Problem]:
    """Names that are taken: of slots in an intent, of slot types in the locale."""
    for intent in locale.intents:
        for name in _repeated([slot.name for slot in intent.slots]):
            yield Problem(f"{locale.id}/{intent.name}", f"There are two slots with the name {name}")
    for name in _repeated([slot_type.name for slot_type in locale.slot_types]):
        yield Problem(locale.id, f"There are two slot types with the name {name}")


def english_only(locale: Locale) -> Iterator[Problem]:
    """What only English has: "If you set this value to true in any other locale, Amazon Lex throws an exception"."""
    if locale.id == "en_US":
        return
    for intent in locale.intents:
        for slot in intent.slots:
            if slot.properties.get("MultipleValuesSetting", {}).get("AllowMultipleValues"):
                message = f"Slots with several values are not available in {locale.id}"
                yield Problem(f"{locale.id}/{intent.name}/{slot.name}", message)
        for name in ("InputContexts", "OutputContexts"):
            if intent.properties.get(name):
                yield Problem(f"{locale.id}/{intent.name}", f"{name} are not available in {locale.id}")
    for slot_type in locale.slot_types:
        if "ExternalSourceSetting" in slot_type.properties:
            yield Problem(f"{locale.id}/{slot_type.name}", f"Grammars are not available in {locale.id}")


def _no_slot_type(locale: Locale, name: str) -> str:
    if not name.startswith("AMAZON."):
        return "" if locale.slot_type(name) else f"There is no slot type with the name {name}"
    if _lacks(locale, name):
        return f"The built-in slot type {name} is not available in {locale.id}"
    return "" if name in _BUILT_IN or name in _LACKING else f"There is no built-in slot type {name}"


def _lacks(locale: Locale, name: str) -> bool:
    return name in _LACKING and _LACKING[name](locale.id)


def _priorities(intent: Intent) -> list[str]:
    return [each["SlotName"] for each in intent.properties.get("SlotPriorities", ())]


def _repeated(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
