"""Every type of block that Amazon Connect has is run, or can be stubbed, or is refused by name."""

from collections.abc import Iterator

import pytest

from connect_flows._action_types import ACTION_TYPES
from connect_flows._simulator._blocks import RESUME, RUN
from connect_flows.simulator import Branch, Center, NotRun, SimulationError
from tests.unit.connect_flows.building import block, block_like, flow_of
from tests.unit.connect_flows.examples.example import FUNCTION, HOURS
from tests.unit.connect_flows.examples.table import EXAMPLES, Example
from tests.unit.connect_flows.simulator.centres import CUSTOMER


def examples() -> Iterator[tuple[str, Example]]:
    for kind, found in EXAMPLES.items():
        yield from ((kind, each) for each in found.all)


def center_with(kind: str, example: Example) -> Center:
    center = Center([flow_of(block_like(example, kind), block("bye", "DisconnectParticipant"))])
    return center.opens(HOURS)


def test_there_are_examples_of_every_type() -> None:
    assert set(EXAMPLES) == set(ACTION_TYPES)


def test_only_types_that_amazon_connect_has_are_run() -> None:
    assert set(RUN) <= set(ACTION_TYPES)
    assert set(RESUME) <= set(RUN)


def refusal(center: Center) -> str:
    """Why the call cannot go on; empty when it can."""
    try:
        center.call(CUSTOMER, flow="a")
    except SimulationError as error:
        return f"{type(error).__name__}: {error}"
    return ""


@pytest.mark.parametrize(("kind", "example"), [pytest.param(*each, id=each[0]) for each in examples()])
def test_a_block_runs_or_says_that_it_is_not_simulated_and_what_to_do(kind: str, example: Example) -> None:
    center = center_with(kind, example)

    refused = refusal(center)

    if kind not in RUN:
        assert refused == f"Unscripted: a: block it: {kind} is not simulated; script it: center.stub({kind!r}, ...)"
    elif refused.startswith("NotRun: "):
        assert refused.startswith("NotRun: a: block it: ")
        assert "; " in refused
    elif refused:
        assert refused.endswith(f"say it: center.function({FUNCTION!r}).answers(...)")
    else:
        assert any(getattr(event, "block", "") == "it" for event in center.events)


@pytest.mark.parametrize("kind", sorted(set(ACTION_TYPES) - set(RUN)))
def test_a_stub_stands_in_for_every_type_that_is_not_simulated(kind: str) -> None:
    for example in EXAMPLES[kind].all:
        center = center_with(kind, example).stub(kind, "success")

        center.call(CUSTOMER, flow="a").took("a", "it", "success").ends()


@pytest.mark.parametrize("kind", sorted(RUN))
def test_every_type_that_is_run_runs_in_some_example(kind: str) -> None:
    run = 0
    for example in EXAMPLES[kind].all:
        center = center_with(kind, example)
        center.function(FUNCTION).answers(line="open")
        try:
            center.call(CUSTOMER, flow="a")
        except NotRun:
            continue
        run += any(isinstance(event, Branch) and event.block == "it" for event in center.events) or bool(
            [contact for contact in center.contacts.values() if contact.walk.waits_for]
        )

    assert run or kind == "EndFlowModuleExecution"
