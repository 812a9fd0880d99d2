"""Groups of states that lead to one another: Tarjan's algorithm, without recursion, as paths are long."""

from collections.abc import Iterable, Iterator, Mapping


def circles(edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Every group of nodes of which each leads to each other one; a node alone only if it leads to itself.

    >>> circles([(1, 2), (2, 3), (3, 2), (4, 4), (5, 1)])
    [[2, 3], [4]]
    """
    after: dict[int, list[int]] = {}
    loops = set()
    for source, target in edges:
        after.setdefault(source, []).append(target)
        if source == target:
            loops.add(source)
    return sorted(sorted(group) for group in _groups(after) if len(group) > 1 or group[0] in loops)


def _groups(after: Mapping[int, list[int]]) -> Iterator[list[int]]:
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    open_: dict[int, None] = {}
    for root in after:
        if root in index:
            continue
        work: list[tuple[int, Iterator[int]]] = [(root, iter(after[root]))]
        index[root] = low[root] = len(index)
        open_[root] = None
        while work:
            node, rest = work[-1]
            for target in rest:
                if target not in index:
                    index[target] = low[target] = len(index)
                    open_[target] = None
                    work.append((target, iter(after.get(target, ()))))
                    break
                if target in open_:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    yield _closed(open_, node)


def _closed(open_: dict[int, None], node: int) -> list[int]:
    group = []
    while True:
        last, _ = open_.popitem()
        group.append(last)
        if last == node:
            return group
