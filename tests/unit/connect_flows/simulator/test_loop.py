"""Loop."""

import pytest

from connect_flows.simulator import Branch, Call
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import loop, say


def passes(call: Call, identifier: str = "count") -> list[str]:
    return [event.branch.rsplit(":", 1)[-1] for event in call.events(Branch) if event.block == identifier]


@pytest.mark.parametrize("times", [0, 1, 3])
def test_goes_round_so_many_times_and_then_is_done(times: int) -> None:
    count = loop("count", str(times), again="say", done="bye")

    call = center_of(count, say("say", "다시", next="count")).call(CUSTOMER).ends()

    assert passes(call) == ["ContinueLooping"] * times + ["DoneLooping"]


def test_begins_anew_after_it_is_done() -> None:
    outer = loop("outer", "2", again="count", done="bye")
    count = loop("count", "1", again="say", done="outer")

    call = center_of(outer, count, say("say", "다시", next="count")).call(CUSTOMER).ends()

    assert passes(call) == ["ContinueLooping", "DoneLooping"] * 2


def test_each_loop_counts_for_itself() -> None:
    first, second = loop("count", "1", again="other", done="bye"), loop("other", "5", again="count", done="bye")

    call = center_of(first, second).call(CUSTOMER).ends()

    assert (passes(call), passes(call, "other")) == (["ContinueLooping", "DoneLooping"], ["ContinueLooping"])


def test_each_contact_counts_for_itself() -> None:
    center = center_of(loop("count", "1", again="bye", done="bye"))

    assert [passes(center.call(CUSTOMER)) for _ in range(2)] == [["ContinueLooping"]] * 2


@pytest.mark.parametrize(
    ("count", "branch"),
    [
        ("2", "condition:Equals:ContinueLooping"),
        ("0", "condition:Equals:DoneLooping"),
        ("often", "error:NoMatchingError"),
        ("", "error:NoMatchingError"),
    ],
)
def test_a_count_that_is_a_reference_must_be_a_number(count: str, branch: str) -> None:
    block = it("Loop", {"LoopCount": "$.Attributes.count"},
               conditions=(("Equals", "ContinueLooping", "bye"), ("Equals", "DoneLooping", "bye")))  # fmt: skip

    center_of(block, *told()).call(CUSTOMER, attributes={"count": count}).took("inbound", "it", branch)
