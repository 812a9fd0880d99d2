"""Circles in what was walked: blocks that lead in a circle in silence, and customers who are talked to for ever."""

from collections.abc import Iterator, Sequence

from connect_flows._simulator._explore._acts import BY_FLOW, BY_TIME
from connect_flows._simulator._explore._circles import circles
from connect_flows._simulator._explore._found import PathFinding, PathProblem
from connect_flows._simulator._explore._search import Graph

_SAY = "count the rounds with a Loop, or let the circle say or ask something"
_LEAD_ON = "count the rounds with a Loop and lead on to a person or a goodbye"


def rounds(graph: Graph) -> Iterator[PathFinding]:
    """One finding for each circle of blocks."""
    silent = [(edge.source, edge.target) for edge in graph.edges if edge.by == BY_FLOW and not edge.spoke]
    # In a queue somebody will come; in a flow nobody will.
    unasked = [
        (edge.source, edge.target)
        for edge in graph.edges
        if edge.by in (BY_FLOW, BY_TIME) and graph.nodes[edge.source].in_flow and graph.nodes[edge.target].in_flow
    ]
    known: set[tuple[tuple[str, str], ...]] = set()
    for edges, problem, what, cure in (
        (silent, PathProblem.LOOP, "goes round in silence", _SAY),
        (unasked, PathProblem.ENDLESS, "a customer who says nothing is talked to for ever", _LEAD_ON),
    ):
        for group in circles(edges):
            places = _places(graph, group)
            if places not in known:
                known.add(places)
                yield _finding(graph, group, problem, f"{what}: {_named(places)}", cure)


def _finding(graph: Graph, group: Sequence[int], problem: PathProblem, message: str, cure: str) -> PathFinding:
    first = min(group, key=lambda node: len(graph.path(node)))
    flow, block = graph.nodes[first].place
    return PathFinding(problem=problem, flow=flow, block=block, path=graph.path(first), message=message, cure=cure)


def _places(graph: Graph, group: Sequence[int]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(graph.nodes[node].place for node in group))


def _named(places: Sequence[tuple[str, str]]) -> str:
    return " > ".join(block for _, block in places)
