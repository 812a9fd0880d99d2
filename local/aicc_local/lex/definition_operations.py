"""The API operations on the intents, slots and slot types of a locale: name to function."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from aicc_local.errors import not_found
from aicc_local.lex import built_bot
from aicc_local.lex.api_names import to_api
from aicc_local.lex.definition import Properties
from aicc_local.lex.kinds import derived_id
from aicc_local.lex.locale_operations import holder_of, place, settings
from aicc_local.lex.paging import filtered, paged
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]
Parameters = Mapping[str, Any]
Result = Mapping[str, Any]

INTENT_SETTINGS = (
    *("DialogCodeHook", "FulfillmentCodeHook", "InitialResponseSetting", "InputContexts", "IntentClosingSetting"),
    *("IntentConfirmationSetting", "OutputContexts", "ParentIntentSignature", "SampleUtterances"),
)
SLOT_SETTINGS = ("MultipleValuesSetting", "ObfuscationSetting", "ValueElicitationSetting")
SLOT_TYPE_SETTINGS = ("ParentSlotTypeSignature", "SlotTypeValues", "ValueSelectionSetting")


def list_intents(aws: LocalAws, parameters: Parameters) -> Result:
    """ListIntents."""
    record = holder_of(aws, parameters)
    summaries = [
        {
            "intentId": _intent_id(parameters, each),
            "intentName": each["Name"],
            "intentDisplayName": each.get("DisplayName"),
            "description": each.get("Description"),
            "parentIntentSignature": each.get("ParentIntentSignature"),
            "lastUpdatedDateTime": record.changed,
        }
        for each in _locale(aws, parameters).get("Intents", ())
    ]
    found = filtered(summaries, parameters, {"IntentName": "intentName"})
    return {**place(parameters), **paged("intentSummaries", found, parameters)}


def describe_intent(aws: LocalAws, parameters: Parameters) -> Result:
    """DescribeIntent."""
    intent = _intent(aws, parameters)
    priorities = intent.get("SlotPriorities", ())
    return {
        **place(parameters),
        **settings(intent, INTENT_SETTINGS, "DescribeIntentResponse"),
        "intentId": parameters["intentId"],
        "intentName": intent["Name"],
        "intentDisplayName": intent.get("DisplayName"),
        "description": intent.get("Description"),
        "slotPriorities": [
            {"priority": each["Priority"], "slotId": _slot_id(parameters, each["SlotName"])} for each in priorities
        ],
        **_dates(holder_of(aws, parameters)),
    }


def list_slots(aws: LocalAws, parameters: Parameters) -> Result:
    """ListSlots."""
    record = holder_of(aws, parameters)
    summaries = [
        {
            "slotId": _slot_id(parameters, each["Name"]),
            "slotName": each["Name"],
            "description": each.get("Description"),
            "slotConstraint": each["ValueElicitationSetting"]["SlotConstraint"],
            "slotTypeId": _slot_type_id(parameters, each["SlotTypeName"]),
            "valueElicitationPromptSpecification": _prompt(each),
            "lastUpdatedDateTime": record.changed,
        }
        for each in _intent(aws, parameters).get("Slots", ())
    ]
    found = filtered(summaries, parameters, {"SlotName": "slotName"})
    return {**place(parameters), "intentId": parameters["intentId"], **paged("slotSummaries", found, parameters)}


def describe_slot(aws: LocalAws, parameters: Parameters) -> Result:
    """DescribeSlot."""
    slots = _intent(aws, parameters).get("Slots", ())
    slot = _found(slots, parameters["slotId"], lambda each: _slot_id(parameters, each["Name"]), "slot")
    return {
        **place(parameters),
        **settings(slot, SLOT_SETTINGS, "DescribeSlotResponse"),
        "intentId": parameters["intentId"],
        "slotId": parameters["slotId"],
        "slotName": slot["Name"],
        "description": slot.get("Description"),
        "slotTypeId": _slot_type_id(parameters, slot["SlotTypeName"]),
        **_dates(holder_of(aws, parameters)),
    }


def list_slot_types(aws: LocalAws, parameters: Parameters) -> Result:
    """ListSlotTypes: the bot's own."""
    record = holder_of(aws, parameters)
    summaries = [
        {
            "slotTypeId": _slot_type_id(parameters, each["Name"]),
            "slotTypeName": each["Name"],
            "description": each.get("Description"),
            "parentSlotTypeSignature": each.get("ParentSlotTypeSignature"),
            "slotTypeCategory": "Extended" if each.get("ParentSlotTypeSignature") else "Custom",
            "lastUpdatedDateTime": record.changed,
        }
        for each in _locale(aws, parameters).get("SlotTypes", ())
    ]
    found = filtered(summaries, parameters, {"SlotTypeName": "slotTypeName", "ExternalSourceType": "-"})
    return {**place(parameters), **paged("slotTypeSummaries", found, parameters)}


def describe_slot_type(aws: LocalAws, parameters: Parameters) -> Result:
    """DescribeSlotType."""
    slot_types = _locale(aws, parameters).get("SlotTypes", ())
    wanted = parameters["slotTypeId"]
    slot_type = _found(slot_types, wanted, lambda each: _slot_type_id(parameters, each["Name"]), "slot type")
    return {
        **place(parameters),
        **settings(slot_type, SLOT_TYPE_SETTINGS, "DescribeSlotTypeResponse"),
        "slotTypeId": wanted,
        "slotTypeName": slot_type["Name"],
        "description": slot_type.get("Description"),
        **_dates(holder_of(aws, parameters)),
    }


def _locale(aws: LocalAws, parameters: Parameters) -> Properties:
    return built_bot.find_locale(holder_of(aws, parameters), parameters["localeId"])


def _intent(aws: LocalAws, parameters: Parameters) -> Properties:
    intents = _locale(aws, parameters).get("Intents", ())
    return _found(intents, parameters["intentId"], lambda each: _intent_id(parameters, each), "intent")


def _found(parts: Iterable[Properties], wanted: str, identify: Callable[[Properties], str], what: str) -> Properties:
    for part in parts:
        if identify(part) == wanted:
            return part
    raise not_found(f"There is no {what} with ID {wanted}.")


def _intent_id(parameters: Parameters, intent: Properties) -> str:
    return derived_id(parameters["botId"], parameters["localeId"], "intent", intent["Name"])


def _slot_id(parameters: Parameters, name: str) -> str:
    return derived_id(parameters["botId"], parameters["localeId"], "slot", parameters["intentId"], name)


def _slot_type_id(parameters: Parameters, name: str) -> str:
    # A built-in slot type is its own id.
    if name.startswith("AMAZON."):
        return name
    return derived_id(parameters["botId"], parameters["localeId"], "slot type", name)


def _dates(record: Record) -> dict[str, Any]:
    return {"creationDateTime": record.made, "lastUpdatedDateTime": record.changed}


def _prompt(slot: Properties) -> Any:
    prompt = slot["ValueElicitationSetting"].get("PromptSpecification")
    return to_api(prompt, "PromptSpecification") if prompt else None


DEFINITION_OPERATIONS: dict[str, Operation] = {
    "DescribeIntent": describe_intent,
    "DescribeSlot": describe_slot,
    "DescribeSlotType": describe_slot_type,
    "ListIntents": list_intents,
    "ListSlotTypes": list_slot_types,
    "ListSlots": list_slots,
}
