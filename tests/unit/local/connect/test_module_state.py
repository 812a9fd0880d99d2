"""The state of a flow module."""

import pytest

from tests.unit.local.connect.centre import Centre, refused


@pytest.mark.parametrize("state", ["ACTIVE", "ARCHIVED"])
def test_a_module_is_active_or_archived(centre: Centre, state: str) -> None:
    assert centre.make("ContactFlowModule", State=state).properties["State"] == state


def test_a_module_has_no_other_state(centre: Centre) -> None:
    with refused("InvalidParameterException", "PAUSED"):
        centre.make("ContactFlowModule", State="PAUSED")
