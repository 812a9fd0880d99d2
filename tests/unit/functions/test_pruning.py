from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aicc_core.custom_resource import RequestType, ResourceRequest
from aicc_core.errors import MalformedEvent
from prune_bot_versions.logic import Pruned, prune, too_many

NUMBERS = st.sets(st.integers(1, 99_999), max_size=100)


@dataclass
class Versions:
    """The versions of a bot in memory."""

    there: set[int]
    aliased: set[int] = field(default_factory=set)
    undeletable: set[int] = field(default_factory=set)

    def numbers(self) -> set[int]:
        return set(self.there)

    def in_use(self) -> set[int]:
        return self.aliased

    def delete(self, number: int) -> bool:
        if number in self.undeletable:
            return False
        self.there.remove(number)
        return True


def ask(request_type: RequestType = RequestType.UPDATE, **properties: Any) -> ResourceRequest:
    return ResourceRequest(
        request_type=request_type,
        resource_type="Custom::BotVersions",
        logical_id="Pruning",
        physical_id="",
        properties={"BotId": "ABCDEFGHIJ", "KeepVersions": "2", **properties},
        old_properties={},
        stack_id="stack",
        request_id="request",
        response_url="https://example.com",
    )


def run(request: ResourceRequest, versions: Versions, in_time: Callable[[], bool] = lambda: True) -> Pruned:
    return prune(request, lambda _: versions, in_time)


def test_the_newest_versions_stay() -> None:
    versions = Versions({1, 2, 3, 9, 10})

    pruned = run(ask(), versions)

    assert versions.there == {9, 10}
    assert pruned == Pruned(deleted=(1, 2, 3), left=())


def test_a_version_that_an_alias_points_to_stays() -> None:
    versions = Versions({1, 2, 3, 4}, aliased={1})

    run(ask(), versions)

    assert versions.there == {1, 3, 4}


def test_the_version_that_the_settings_name_stays_before_the_alias_points_to_it() -> None:
    versions = Versions({1, 2, 3, 4}, aliased={4})

    run(ask(LiveVersion="2"), versions)

    assert versions.there == {2, 3, 4}


def test_pruning_again_deletes_nothing_more() -> None:
    versions = Versions({1, 2, 3, 4}, aliased={1})
    run(ask(), versions)

    assert run(ask(), versions) == Pruned(deleted=(), left=())


def test_a_version_that_lex_keeps_does_not_keep_the_others() -> None:
    versions = Versions({1, 2, 3, 4, 5}, undeletable={1})

    assert run(ask(), versions) == Pruned(deleted=(2, 3), left=(1,))


def test_what_there_is_no_time_for_is_left_to_the_next_deploy() -> None:
    versions = Versions({1, 2, 3, 4, 5})
    answers = iter([True, False, False])

    pruned = run(ask(), versions, lambda: next(answers))

    assert pruned == Pruned(deleted=(1,), left=(2, 3))


def test_a_bot_that_goes_takes_its_versions_along() -> None:
    versions = Versions({1, 2, 3, 4, 5})

    assert run(ask(RequestType.DELETE), versions) == Pruned(deleted=(), left=())
    assert versions.there == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"BotId": ""}, "BotId must be the id of a bot, got ''"),
        ({"BotId": 7}, "BotId must be the id of a bot, got 7"),
        ({"KeepVersions": "many"}, "KeepVersions must be a whole number, got 'many'"),
        ({"KeepVersions": None}, "KeepVersions must be a whole number, got None"),
        ({"KeepVersions": "1"}, "KeepVersions must be at least 2, got 1"),
        ({"LiveVersion": "DRAFT"}, "LiveVersion must be a whole number, got 'DRAFT'"),
    ],
)
def test_a_wrong_property_is_named(properties: dict[str, Any], message: str) -> None:
    with pytest.raises(MalformedEvent) as caught:
        run(ask(**properties), Versions({1, 2, 3}))

    assert str(caught.value) == message


@given(NUMBERS, st.integers(2, 90), NUMBERS)
def test_what_is_needed_or_new_never_goes(numbers: set[int], keep: int, needed: set[int]) -> None:
    going = too_many(numbers, keep=keep, needed=needed)

    assert set(going) <= numbers - needed
    assert not set(going) & set(sorted(numbers, reverse=True)[:keep])
    assert len(numbers) - len(going) <= keep + len(needed)
