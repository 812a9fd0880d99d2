"""What changed in one action, given which action is which."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from connect_flows._change import Change, ChangeKind
from connect_flows._comparable import ON_CONDITION, Comparable, Way
from connect_flows._json_text import minified
from connect_flows._leaves import Leaf, Steps, path_of

# Whether an action before and an action after are the same one.
Same = Callable[[str, str], bool]


def action_changes(old: Comparable, new: Comparable, same: Same) -> Iterator[Change]:
    """What changed in an action: its type, its parameters, its branches."""
    yield from changed(new.identifier, "Type", old.type, new.type)
    yield from leaf_changes(new.identifier, "Parameters", old.parameters, new.parameters)
    yield from _way_changes(old, new, same)
    if _is_reordered(old, new):
        yield from changed(new.identifier, "order of conditions", _conditions(old), _conditions(new))


def leaf_changes(action: str, root: str, old: Mapping[Steps, Leaf], new: Mapping[Steps, Leaf]) -> Iterator[Change]:
    """What changed in a JSON value."""
    for steps in dict.fromkeys((*new, *old)):
        before, after = old.get(steps), new.get(steps)
        if before != after:
            yield difference(action, path_of(root, steps), *_texts(before, after))


def changed(action: str, what: str, before: str | None, after: str | None) -> Iterator[Change]:
    """The change from one value to another, if there is one."""
    if before != after:
        yield difference(action, what, before, after)


def difference(action: str, what: str, before: str | None, after: str | None) -> Change:
    """The change from one value to another."""
    kind = ChangeKind.CHANGED
    if before is None or after is None:
        kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
    return Change(kind=kind, action=action, what=what, before=before, after=after)


def _way_changes(old: Comparable, new: Comparable, same: Same) -> Iterator[Change]:
    for way in dict.fromkeys((*new.ways, *old.ways)):
        before, after = old.ways.get(way), new.ways.get(way)
        if before is None or after is None or not same(before, after):
            yield difference(new.identifier, str(way), before, after)


def _is_reordered(old: Comparable, new: Comparable) -> bool:
    # The first condition that holds wins. Two may change places if they cannot both hold, or lead to the same action.
    position = {way: number for number, way in enumerate(new.ways)}
    kept = [way for way in old.ways if way.kind == ON_CONDITION and way in position]
    loose = {way for way in kept if not _excludes_others(way)}
    if not loose or kept == sorted(kept, key=position.__getitem__):
        return False
    return any(
        position[first] > position[second]
        and (first in loose or second in loose)
        and not (old.ways[first] == old.ways[second] and new.ways[first] == new.ways[second])
        for first, second in combinations(kept, 2)
    )


def _excludes_others(way: Way) -> bool:
    # A reference or a placeholder may turn out to be what another condition compares with.
    return way.test == "Equals" and len(way.operands) == 1 and "$" not in way.operands[0]


def _conditions(action: Comparable) -> str:
    return "; ".join(str(way) for way in action.ways if way.kind == ON_CONDITION)


def _texts(before: Leaf | None, after: Leaf | None) -> tuple[str | None, str | None]:
    texts = [None if leaf is None else str(leaf) for leaf in (before, after)]
    if texts[0] == texts[1]:  # "true" has become true
        texts = [minified(leaf) if isinstance(leaf, str) else str(leaf) for leaf in (before, after)]
    return texts[0], texts[1]
