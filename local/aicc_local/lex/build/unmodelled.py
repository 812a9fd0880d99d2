"""What AWS would take and the local Lex cannot act upon: refused, since a bot that ignored it would prove nothing."""

from collections.abc import Iterator
from typing import Any

from aicc_local.lex.build.problem import Problem
from aicc_local.lex.definition import Intent, Locale

_WHOLE = (
    *("BedrockAgentIntentConfiguration", "KendraConfiguration", "QInConnectIntentConfiguration"),
    *("QnAIntentConfiguration", "CompositeSlotTypeSetting", "SubSlotSetting"),
)
_LAST_STEP = {"DialogAction": {"Type": "EndConversation"}}


def unmodelled(locale: Locale) -> Iterator[Problem]:
    """Steps and branches of the visual conversation builder, and intents that other services answer."""
    for intent in locale.intents:
        for place, name in _used(_without_last_step(intent), f"{locale.id}/{intent.name}"):
            yield Problem(place, f"{name} is not part of the local Lex")
    for slot_type in locale.slot_types:
        for place, name in _used(slot_type.properties, f"{locale.id}/{slot_type.name}"):
            yield Problem(place, f"{name} is not part of the local Lex")


def _without_last_step(intent: Intent) -> dict[str, Any]:
    properties = dict(intent.properties)
    closing = dict(properties.get("IntentClosingSetting", {}))
    if closing.get("NextStep") == _LAST_STEP:
        # It is what happens anyway.
        properties["IntentClosingSetting"] = {key: each for key, each in closing.items() if key != "NextStep"}
    return properties


def _used(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            label = each.get("Name", index) if isinstance(each, dict) else index
            yield from _used(each, f"{place}/{label}")
    if not isinstance(value, dict):
        return
    for key, each in value.items():
        if key in _WHOLE or key.endswith("NextStep") or (_is_switch(key) and _switched_on(each)):
            yield place, key
        else:
            yield from _used(each, f"{place}/{key}" if isinstance(each, dict) else place)


def _is_switch(key: str) -> bool:
    return key.endswith("Conditional") or key in ("CodeHook", "ElicitationCodeHook")


def _switched_on(value: dict[str, Any]) -> bool:
    return bool(value.get("IsActive", True))
