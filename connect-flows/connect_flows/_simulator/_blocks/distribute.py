"""DistributeByPercentage: by chance, 1 to 100, against a chain of NumberLessThan."""

from connect_flows._simulator._blocks import compare
from connect_flows._simulator._outcomes import Outcome
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Draw, and take the branch."""
    return compare.chosen(step, str(step.around.percentage()))
