"""Tests of flows in Connect itself: whether there are any, and whether they can be started."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from stacks.settings.errors import Problem, show
from stacks.settings.names import Named

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

FlowTests = Literal["off", "saved", "published"]

# What a test puts in the place of others: keys and names are taken where there are tests.
ALWAYS_OPEN = "always_open"
TEST_HOURS = {ALWAYS_OPEN: "Always open", "always_closed": "Always closed"}
TEST_QUEUE = "tests"
TEST_QUEUE_NAME = "Tests"


def check_flow_tests(settings: "Settings") -> Iterator[Problem]:
    """No hours and no queue of the centre's own are called as those that tests need."""
    if settings.flow_tests == "off":
        return
    yield from _taken("hours", settings.hours, TEST_HOURS)
    yield from _taken("queues", settings.queues, {TEST_QUEUE: TEST_QUEUE_NAME})


def _taken(table: str, things: Mapping[str, Named], taken: Mapping[str, str]) -> Iterator[Problem]:
    names = {name.casefold() for name in taken.values()}
    for key, thing in things.items():
        if key in taken:
            yield Problem(
                path=(table, key), message=f"{show(key)} is what tests of flows call theirs; give another key"
            )
        if thing.name.casefold() in names:
            yield Problem(
                path=(table, key, "name"),
                message=f"{show(thing.name)} is what tests of flows call theirs; give another name",
            )
