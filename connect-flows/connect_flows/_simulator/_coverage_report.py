"""The measurement of branches for people and for programs."""

from collections.abc import Iterator
from typing import Any

from connect_flows._simulator._coverage import BranchCoverage, FlowCoverage, Place

_HEADS = ("flow", "branches", "walked", "left out", "percent")


def report_lines(coverage: BranchCoverage) -> Iterator[str]:
    """A table with a line for each flow, then each branch that was missed, then what is wrong with what is left out."""
    rows = [_row(each) for each in coverage.flows]
    rows.append(_total(coverage))
    width = max(len(row[0]) for row in [_HEADS, *rows])
    yield from (_line(row, width) for row in [_HEADS, *rows])
    missed = [place for each in coverage.flows for place in each.missed]
    if missed:
        yield ""
        yield "not walked:"
        yield from (f"  {place}" for place in missed)
    if coverage.problems:
        yield ""
        yield from coverage.problems


def as_json(coverage: BranchCoverage) -> dict[str, Any]:
    """The same for programs; branches by flow, block, branch and target."""
    flows = coverage.flows
    return {
        "percent": coverage.percent,
        "branches": sum(each.branches for each in flows),
        "walked": sum(len(each.walked) for each in flows),
        "left_out": sum(len(each.left_out) for each in flows),
        "flows": [
            {
                "flow": each.flow,
                "percent": each.percent,
                "branches": each.branches,
                "walked": [_branch(place) for place in each.walked],
                "missed": [_branch(place) for place in each.missed],
                "left_out": [{**_branch(place), "reason": reason} for place, reason in each.left_out.items()],
            }
            for each in flows
        ],
        "problems": list(coverage.problems),
    }


def _line(row: tuple[str, ...], width: int) -> str:
    numbers = (f"{cell:>{len(head)}}" for head, cell in zip(_HEADS[1:], row[1:], strict=True))
    return "  ".join([f"{row[0]:<{width}}", *numbers])


def _row(flow: FlowCoverage) -> tuple[str, ...]:
    return (flow.flow, str(flow.branches), str(len(flow.walked)), str(len(flow.left_out)), f"{flow.percent:.1f}")


def _total(coverage: BranchCoverage) -> tuple[str, ...]:
    told = as_json(coverage)
    return ("all", *(str(told[key]) for key in ("branches", "walked", "left_out")), f"{coverage.percent:.1f}")


def _branch(place: Place) -> dict[str, str]:
    return {"block": place.block, "branch": place.branch, "target": place.target}
