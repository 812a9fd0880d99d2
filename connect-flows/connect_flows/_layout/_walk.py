"""The first step: what can be reached, what leads back, and the order in which somebody would read it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """`visited`: all nodes, each as it is first met, depth first and first branch first, from node 0; whatever cannot
    be reached from there comes last. `back`: the pairs that lead back to where the walk came from. `order`: all nodes,
    each after everything that leads to it without going back, unreachable ones last. `reached`: from node 0."""

    visited: tuple[int, ...]
    back: frozenset[tuple[int, int]]
    order: tuple[int, ...]
    reached: frozenset[int]


def walk(following: Sequence[Sequence[int]]) -> Walk:
    """Walk through a graph that is given as each node's followers.

    >>> walk([[1], [2, 3], [1], []])  # doctest: +NORMALIZE_WHITESPACE
    Walk(visited=(0, 1, 2, 3), back=frozenset({(2, 1)}), order=(0, 1, 2, 3), reached=frozenset({0, 1, 2, 3}))
    """
    visited: dict[int, None] = {}
    back: set[tuple[int, int]] = set()
    _visit(0, following, visited, back)
    reached = frozenset(visited)
    roots = [0, *_roots(following, reached)]
    for root in roots[1:]:
        _visit(root, following, visited, back)
    return Walk(
        visited=tuple(visited),
        back=frozenset(back),
        order=_order(following, roots, back),
        reached=reached,
    )


def _roots(following: Sequence[Sequence[int]], reached: frozenset[int]) -> list[int]:
    """The fewest nodes from which all others can be reached; of a ring that nothing leads into, the first."""
    met = dict.fromkeys(reached)
    first: list[int] = []
    for node in range(len(following)):
        if node not in met:
            first.append(node)
            _visit(node, following, met, set())
    met = dict.fromkeys(reached)
    roots: list[int] = []
    for node in reversed(first):
        if node not in met:
            roots.append(node)
            _visit(node, following, met, set())
    return roots[::-1]


def _visit(root: int, following: Sequence[Sequence[int]], visited: dict[int, None], back: set[tuple[int, int]]) -> None:
    visited[root] = None
    path = [(root, iter(following[root]))]
    above = {root}
    while path:
        node, targets = path[-1]
        for target in targets:
            if target in above:
                back.add((node, target))
            elif target not in visited:
                visited[target] = None
                above.add(target)
                path.append((target, iter(following[target])))
                break
        else:
            above.discard(node)
            path.pop()


def _order(following: Sequence[Sequence[int]], roots: Sequence[int], back: set[tuple[int, int]]) -> tuple[int, ...]:
    # Postorder turned round. Last branches first, so that the first branch comes first once it is turned.
    done: set[int] = set()
    reachable = _postorder(roots[:1], following, back, done)
    return (*reversed(reachable), *reversed(_postorder(reversed(roots[1:]), following, back, done)))


def _postorder(
    roots: Iterable[int], following: Sequence[Sequence[int]], back: set[tuple[int, int]], done: set[int]
) -> list[int]:
    finished: list[int] = []
    for root in roots:
        if root in done:
            continue
        done.add(root)
        path = [(root, reversed(following[root]))]
        while path:
            node, targets = path[-1]
            for target in targets:
                if target not in done and (node, target) not in back:
                    done.add(target)
                    path.append((target, reversed(following[target])))
                    break
            else:
                finished.append(node)
                path.pop()
    return finished
