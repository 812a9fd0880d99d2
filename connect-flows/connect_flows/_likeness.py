"""How much two actions have in common."""

from connect_flows._comparable import Comparable
from connect_flows._leaves import Leaf


def likeness(old: Comparable, new: Comparable) -> float:
    """From 0, nothing in common but the type, to 1, all parameters are equal."""
    names = old.parameters.keys() | new.parameters.keys()
    if not names:
        return 1.0
    return sum(_leaf_likeness(old.parameters.get(name), new.parameters.get(name)) for name in names) / len(names)


def _leaf_likeness(old: Leaf | None, new: Leaf | None) -> float:
    if old == new:
        return 1.0
    if not isinstance(old, str) or not isinstance(new, str):
        return 0.0
    old_words, new_words = set(old.split()), set(new.split())
    return 2 * len(old_words & new_words) / max(len(old_words) + len(new_words), 1)
