"""Every type of block that Amazon Connect has is walked in each of its modes: run, or stubbed in every way it leads."""

from collections.abc import Iterator

import pytest

from connect_flows.simulator import PathProblem, explore
from tests.unit.connect_flows.building import block, block_like, flow_of
from tests.unit.connect_flows.examples.table import EXAMPLES, Example

# Where it leads is the business of the flow that has invoked the module.
ONLY_IN_MODULES = "EndFlowModuleExecution"


def examples() -> Iterator[tuple[str, Example]]:
    for kind, found in EXAMPLES.items():
        yield from ((kind, each) for each in found.all if kind != ONLY_IN_MODULES)


@pytest.mark.parametrize(("kind", "example"), [pytest.param(*each, id=each[0]) for each in examples()])
def test_a_block_can_be_walked_and_meets_every_error(kind: str, example: Example) -> None:
    flow = flow_of(block_like(example, kind), block("bye", "DisconnectParticipant"))

    found = explore([flow], channels=["VOICE", "CHAT"], faults=True)

    assert found.complete
    assert [str(finding) for finding in found.findings if finding.problem is PathProblem.STUCK] == []
    left = {branch for _, block, branch in found.unreached if block == "it" and branch.startswith("error:")}
    assert left <= {"error:NoMatchingCondition"}
