"""A flow reduced to what it means, so that two of them can be compared whatever their JSON looks like."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from connect_flows._leaves import Leaf, Steps, leaves_of, path_of
from connect_flows._model import Action, Flow

NEXT = "next"
ON_ERROR = "on error"
ON_CONDITION = "on"


class Way(NamedTuple):
    """A branch apart from where it leads. `nth`: for actions that have the same branch twice, of which one is dead."""

    kind: str
    test: str = ""
    operands: tuple[str, ...] = ()
    nth: int = 1

    def __str__(self) -> str:
        words = [self.kind, self.test, ", ".join(self.operands), f"({self.nth})" if self.nth > 1 else ""]
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """What an action means. `ways`: where each branch leads; conditions first, in their order, errors last."""

    identifier: str
    type: str
    parameters: Mapping[Steps, Leaf]
    ways: Mapping[Way, str]

    def __str__(self) -> str:
        parts = [self.type]
        parts += [f"{path_of('Parameters', steps)} {str(leaf)!r}" for steps, leaf in self.parameters.items()]
        parts += [f"{way} {target!r}" for way, target in self.ways.items()]
        return "; ".join(parts)


class Side:
    """One of two flows that are compared.

    `actions`: in reading order, by a name that is unique even where identifiers are not. `arrivals`: which actions lead
    to another one, by the way that they take.
    """

    def __init__(self, flow: Flow) -> None:
        self.start = flow.start_action
        self.actions = _in_reading_order(self.start, _comparables(flow))
        self.arrivals: dict[str, dict[Way, list[str]]] = {}
        for name, action in self.actions.items():
            for way, target in action.ways.items():
                self.arrivals.setdefault(target, {}).setdefault(way, []).append(name)


def _comparables(flow: Flow) -> Mapping[str, Comparable]:
    found: dict[str, Comparable] = {}
    for action in flow.actions:
        name = action.identifier
        while name in found:
            name += " (again)"
        found[name] = Comparable(
            identifier=action.identifier,
            type=action.type,
            parameters=leaves_of(action.parameters) if action.parameters else {},
            ways=dict(_ways(action)),
        )
    return found


def _ways(action: Action) -> Iterator[tuple[Way, str]]:
    counted: Counter[Way] = Counter()
    for branch in action.conditions:
        way = Way(ON_CONDITION, branch.operator, branch.operands)
        counted[way] += 1
        yield way._replace(nth=counted[way]), branch.next_action
    if action.next_action is not None:
        yield Way(NEXT), action.next_action
    for error in sorted(action.errors, key=lambda error: error.error_type):
        way = Way(ON_ERROR, error.error_type)
        counted[way] += 1
        yield way._replace(nth=counted[way]), error.next_action


def _in_reading_order(start: str, actions: Mapping[str, Comparable]) -> Mapping[str, Comparable]:
    # What is nearest to the start comes first; what nothing leads to stands at the end.
    read: dict[str, Comparable] = {}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        if name in actions and name not in read:
            read[name] = actions[name]
            waiting.extend(actions[name].ways.values())
    return read | {name: action for name, action in actions.items() if name not in read}
