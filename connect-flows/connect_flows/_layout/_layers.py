"""The second step: each box in the column after everything that leads to it."""

from collections.abc import Sequence

from connect_flows._layout._walk import Walk


def layers(following: Sequence[Sequence[int]], walked: Walk) -> list[int]:
    """The column of each node: one more than the longest way to it that does not lead back.

    What cannot be reached has columns of its own from 1 on and pushes nothing that can.
    """
    column = [0 if node in walked.reached else 1 for node in range(len(following))]
    for node in walked.order:
        for target in following[node]:
            forward = (node, target) not in walked.back
            if forward and (node in walked.reached) == (target in walked.reached):
                column[target] = max(column[target], column[node] + 1)
    return column
