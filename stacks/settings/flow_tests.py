"""Tests of flows in Connect itself: whether there are any, and whether they can be started."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from stacks.settings.errors import Problem, show

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

FlowTests = Literal["off", "saved", "published"]

# Hours that a test puts in the place of others: their keys and their names are taken where there are tests.
TEST_HOURS = {"always_open": "Always open", "always_closed": "Always closed"}


def check_flow_tests(settings: "Settings") -> Iterator[Problem]:
    """No hours of the centre's own are called as those that tests need."""
    if settings.flow_tests == "off":
        return
    names = {name.casefold() for name in TEST_HOURS.values()}
    for key, hours in settings.hours.items():
        if key in TEST_HOURS:
            yield Problem(
                path=("hours", key), message=f"{show(key)} is what tests of flows call theirs; give another key"
            )
        if hours.name.casefold() in names:
            yield Problem(
                path=("hours", key, "name"),
                message=f"{show(hours.name)} is what tests of flows call theirs; give another name",
            )
