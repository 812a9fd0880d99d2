"""Were a branch of our flows to lead elsewhere, the suite would notice.

What a mutant changes is what people and systems notice in the cases that walk the branch, and where those notice
nothing, on the paths of the explorer.
"""

import pytest

from connect_flows import Flow
from connect_flows.simulator import read_left_out
from tests.flows.branch_mutants import Suite, Verdicts, judged, mutants_of, table
from tests.flows.mutant_paths import Mutant
from tests.flows.test_branch_coverage import LEFT_OUT

pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("branch mutants")]

TARGETS = 2  # for each branch
LEAST_PERCENT = 90


@pytest.fixture(scope="module")
def verdicts(flows: dict[str, Flow]) -> dict[str, Verdicts]:
    return judged(flows, TARGETS)


def test_most_mutants_of_each_flow_are_caught(verdicts: dict[str, Verdicts]) -> None:
    enough = {name: each.percent >= LEAST_PERCENT for name, each in verdicts.items()}

    assert enough == dict.fromkeys(enough, True), table(verdicts)


def test_no_case_fails_where_nobody_notices_anything(verdicts: dict[str, Verdicts]) -> None:
    assert [mutant for each in verdicts.values() for mutant in each.mistaken] == []


def test_every_branch_has_mutants_but_those_that_nobody_walks(
    verdicts: dict[str, Verdicts], flows: dict[str, Flow]
) -> None:
    judged = {
        (mutant.flow, mutant.block, mutant.branch)
        for each in verdicts.values()
        for mutant in (*each.caught, *each.survived, *each.equivalent)
    }
    all_of_them = {
        (mutant.flow, mutant.block, mutant.branch) for name in flows for mutant in mutants_of(name, flows[name], 1)
    }

    assert all_of_them - judged == {(each.flow, each.block, each.branch) for each in read_left_out(LEFT_OUT)}


@pytest.mark.parametrize(
    ("mutant", "verdict"),
    [
        (Mutant("chat", "check-main-hours", "condition:Equals:False", "hide-question"), "caught"),
        (Mutant("chat", "check-main-hours", "condition:Equals:False", "check-main-hours"), "caught"),
        (Mutant("agent_hold", "enable-logging", "success", "wait"), "equivalent"),
        (Mutant("disconnect", "set-voice", "success", "say-goodbye"), "survived"),
    ],
    ids=["leads on", "goes round", "voice that is set already", "language that is set already, but where it was not"],
)
def test_mutants_are_told_apart(flows: dict[str, Flow], mutant: Mutant, verdict: str) -> None:
    verdicts = Suite(flows).judge([mutant])

    assert getattr(verdicts, verdict) == [mutant]
