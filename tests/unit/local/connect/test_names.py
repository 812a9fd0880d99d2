"""Names are unique in an instance, whatever their case."""

from typing import Any

import pytest

from tests.unit.local.connect.centre import Centre, refused

UNIQUE = {
    "HoursOfOperation": ("Name", "weekdays"),
    "Queue": ("Name", "GENERAL"),
    "ContactFlow": ("Name", "inbound"),
    "ContactFlowModule": ("Name", "GREET"),
    "RoutingProfile": ("Name", "general"),
    "SecurityProfile": ("SecurityProfileName", "counsellor"),
    "AgentStatus": ("Name", "LUNCH"),
    "User": ("Username", "MinJi.Kim"),
    "QuickConnect": ("Name", "일반 상담"),
    "Prompt": ("Name", "hold MUSIC"),
}


@pytest.mark.parametrize("kind", sorted(UNIQUE))
def test_a_name_is_taken_in_its_instance(centre: Centre, kind: str) -> None:
    name, again = UNIQUE[kind]
    centre.make(kind)

    with refused("DuplicateResourceException", "A resource with the specified name already exists", again):
        centre.make(kind, **{name: again})


@pytest.mark.parametrize("kind", sorted(UNIQUE))
def test_a_name_is_free_in_another_instance(centre: Centre, kind: str) -> None:
    other = Centre(centre.aws, "second")
    record = centre.make(kind)

    assert other.make(kind).name == record.name


def test_a_rename_to_a_taken_name_is_refused_and_changes_nothing(centre: Centre) -> None:
    queue = centre.make("Queue")

    with refused("DuplicateResourceException", "BasicQueue"):
        centre.update(queue, Name="BasicQueue")
    assert queue.name == "General"


def test_a_name_may_change_its_case(centre: Centre) -> None:
    queue = centre.make("Queue")

    centre.update(queue, Name="GENERAL")

    assert queue.name == "GENERAL"


@pytest.mark.parametrize(
    ("kind", "properties"),
    [
        ("Queue", {"Name": "q" * 128}),
        ("Queue", {"Name": ""}),
        ("Queue", {"Description": "d" * 251}),
        ("RoutingProfile", {"Description": None}),
        ("SecurityProfile", {"SecurityProfileName": "상담원"}),
        ("SecurityProfile", {"Permissions": ["p" * 129]}),
        ("AgentStatus", {"DisplayOrder": 51}),
    ],
)
def test_refuses_what_the_schema_refuses(centre: Centre, kind: str, properties: dict[str, Any]) -> None:
    with refused("InvalidRequestException", "Model validation failed"):
        centre.make(kind, **properties)
