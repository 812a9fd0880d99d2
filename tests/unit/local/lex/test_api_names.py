"""CloudFormation and the API describe the same bot: every property that is shown has its member."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from aicc_local.lex.api_names import member_name
from aicc_local.lex.definition_operations import INTENT_SETTINGS, SLOT_SETTINGS, SLOT_TYPE_SETTINGS
from aicc_local.lex.locale_operations import LOCALE_SETTINGS
from aicc_local.registry_schemas import registry_schema
from aicc_local.rest_json import service_model

SCHEMA = registry_schema("AWS::Lex::Bot").document

# Their properties are lists in CloudFormation and maps in the API; a bot that uses them is refused.
APART = frozenset({"SessionAttributes", "Slots", "SlotSpecifications", "PromptAttemptsSpecification"})

SHOWN = [
    ("BotLocale", LOCALE_SETTINGS, "DescribeBotLocaleResponse"),
    ("Intent", INTENT_SETTINGS, "DescribeIntentResponse"),
    ("Slot", SLOT_SETTINGS, "DescribeSlotResponse"),
    ("SlotType", SLOT_TYPE_SETTINGS, "DescribeSlotTypeResponse"),
]


def without_member(schema: Mapping[str, Any], shape: Any, place: str, seen: frozenset[str]) -> Iterator[str]:
    """The properties that the shape does not know, wherever they are."""
    name = schema.get("$ref", "").removeprefix("#/definitions/")
    if name:
        if name in seen:
            return
        schema, seen = SCHEMA["definitions"][name], seen | {name}
    if shape.type_name == "list":
        yield from without_member(schema.get("items", {}), shape.member, place, seen)
        return
    for key, each in schema.get("properties", {}).items():
        try:
            member = shape.members[member_name(key, shape.members)]
        except KeyError:
            yield f"{place}/{key}"
            continue
        if key not in APART:
            yield from without_member(each, member, f"{place}/{key}", seen)


@pytest.mark.parametrize(("definition", "names", "shape"), SHOWN, ids=[each[0] for each in SHOWN])
def test_every_property_that_is_shown_has_a_member(definition: str, names: tuple[str, ...], shape: str) -> None:
    properties = SCHEMA["definitions"][definition]["properties"]
    described: Any = service_model("lexv2-models").shape_for(shape)
    members = described.members

    missing = [
        place
        for name in names
        for place in without_member(properties[name], members[member_name(name, members)], name, frozenset())
    ]

    assert missing == []
