"""Parameters that exclude or need one another."""

from collections.abc import Iterator

from connect_flows._action_types import Group
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import Known, View


class ParameterGroups(Rule):
    id = "E210"
    text = "Of parameters that exclude or need one another, as many are there as may be."
    source = f"{ACTIONS}; {REFUSAL}: Only one of these properties may be defined"

    def check(self, view: View) -> Iterator[Fault]:
        for known in view.known:
            for group in known.facts.groups:
                yield from _faults(known, group)


def _faults(known: Known, group: Group) -> Iterator[Fault]:
    there = [name for name in group.names if name in known.action.parameters]
    place = known.place / "Parameters"
    if len(there) < group.fewest:
        cure = f"give {known.action.type} one of {', '.join(group.names)}"
        yield Fault(place, f"has none of {', '.join(group.names)}", cure)
    elif group.most is not None and len(there) > group.most:
        yield Fault(place, f"has {' and '.join(there)}", "keep only one of them")
