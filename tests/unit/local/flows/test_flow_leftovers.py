"""What a deployment has not filled in is refused, wherever a content has it but in its metadata."""

import pytest

from tests.unit.local.flows.conftest import Problems
from tests.unit.local.flows.contents import Action, action, equals


def refused(place: str) -> list[str]:
    return [f"Invalid Action property value. Path: Actions[0].Parameters.{place}"]


@pytest.mark.parametrize(
    ("leftover", "texts"),
    [
        (
            action("UpdateContactTargetQueue", {"QueueId": "${queue.general}"}, Errors=("NoMatchingError",)),
            ["Failed to convert id: ${queue.general}"],
        ),
        (action("MessageParticipant", {"Text": "${text.company_name}입니다"}), refused("Text")),
        (
            action("Loop", {"LoopCount": "${text.rounds}"}, Conditions=equals("ContinueLooping", "DoneLooping")),
            refused("LoopCount"),
        ),
        (
            action("UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": "${text.logging}"}),
            refused("FlowLoggingBehavior"),
        ),
        (
            action(
                "Compare",
                {"ComparisonValue": "$.Attributes.intent"},
                Errors=("NoMatchingCondition",),
                Conditions=equals("${text.intent}"),
            ),
            ["Invalid Action property value. Path: Actions[0].Transitions.Conditions"],
        ),
    ],
    ids=["resource", "text", "number", "choice", "operand"],
)
def test_refuses_placeholders_that_are_left_over(said: Problems, leftover: Action, texts: list[str]) -> None:
    assert said(leftover) == texts


def test_leaves_placeholders_in_the_metadata_alone(said: Problems) -> None:
    assert said(Metadata={"description": "${queue.general}"}) == []
