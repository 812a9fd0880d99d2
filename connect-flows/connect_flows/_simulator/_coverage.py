"""Which branches of flows contacts have walked.

A NextAction that is only a copy of another branch does not count: Amazon Connect wants one there and never takes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from connect_flows._blocks import branches_of
from connect_flows._model import Flow
from connect_flows._simulator._coverage_left_out import LeftOut
from connect_flows._simulator._events import Branch, Event


class Place(NamedTuple):
    """One branch of one block of one flow, and where it leads."""

    flow: str
    block: str
    branch: str
    target: str

    def __str__(self) -> str:
        return f"{self.flow}: block {self.block}: {self.branch} -> {self.target}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowCoverage:
    """What was walked of one flow.

    Attributes:
        flow: Its name.
        walked: The branches that contacts have taken.
        missed: Those that none has taken.
        left_out: Those that need not be taken, with the reason, and that none has taken.

    >>> FlowCoverage(flow="hello", walked=(), missed=(), left_out={}).percent
    100.0
    """

    flow: str
    walked: tuple[Place, ...]
    missed: tuple[Place, ...]
    left_out: Mapping[Place, str]

    @property
    def branches(self) -> int:
        """How many branches there are, whether left out or not."""
        return len(self.walked) + len(self.missed) + len(self.left_out)

    @property
    def percent(self) -> float:
        """Of the branches that are not left out, how many of a hundred were walked; 100 when there are none."""
        return percent_of(len(self.walked), len(self.missed))


class BranchCoverage:
    """Looks on at simulated contacts and remembers the branches that they take.

    Args:
        flows: The flows that are measured. What contacts walk in others, or in another version, does not count.
        left_out: Branches that need not be walked.

    Attributes:
        taken: What was walked so far, in whatever flow.

    >>> from connect_flows import parse
    >>> from connect_flows.simulator import Center, watching
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "greet", "Metadata": {"name": "hello"}, "Actions": [
    ...     {"Identifier": "greet", "Type": "MessageParticipant", "Parameters": {"Text": "안녕하십니까."},
    ...      "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]}},
    ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''', source="")
    >>> coverage = BranchCoverage([flow])
    >>> with watching(coverage):
    ...     call = Center([flow]).call("+821012345678", flow="hello").ends()
    >>> [measured] = coverage.flows
    >>> measured.percent, str(measured.missed[0])
    (50.0, 'hello: block greet: error:NoMatchingError -> bye')
    """

    def __init__(self, flows: Iterable[Flow], left_out: Iterable[LeftOut] = ()) -> None:
        self._flows = {name_of_flow(flow): flow for flow in flows}
        self._left_out = tuple(left_out)
        self.taken: set[Place] = set()

    def __call__(self, event: Event) -> None:
        """Something has happened to a contact."""
        if type(event) is Branch and event.branch:
            self.taken.add(Place(event.flow, event.block, event.branch, event.target))

    def add(self, taken: Iterable[Iterable[str]]) -> None:
        """What was walked elsewhere, such as in another process: flow, block, branch and target of each."""
        self.taken.update(Place(*each) for each in taken)

    @property
    def flows(self) -> tuple[FlowCoverage, ...]:
        """What was walked of each flow."""
        reasons = {(each.flow, each.block, each.branch): each.reason for each in self._left_out}
        return tuple(self._measured(name, reasons) for name in self._flows)

    @property
    def percent(self) -> float:
        """Of the branches of all flows that are not left out, how many of a hundred were walked."""
        flows = self.flows
        return percent_of(sum(len(each.walked) for each in flows), sum(len(each.missed) for each in flows))

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the list of what is left out: branches that are not there, or are walked after all."""
        known = {place[:3]: place for name in self._flows for place in self._places(name)}
        found = []
        for each in self._left_out:
            place = known.get((each.flow, each.block, each.branch))
            if place is None:
                found.append(f"{each}: there is no such branch; leave out another, or none")
            elif place in self.taken:
                found.append(f"{each}: is walked after all; leave it out no longer")
        return tuple(found)

    def drawing(self, flow: str) -> str:
        """The flow of this name as an SVG that shows which branches were walked. A KeyError if it is not measured."""
        measured = {each.flow: each for each in self.flows}[flow]
        marks = {
            **{place[1:3]: "walked" for place in measured.walked},
            **{place[1:3]: "missed" for place in measured.missed},
            **{place[1:3]: "left-out" for place in measured.left_out},
        }
        from connect_flows._drawing import svg  # drawing is much to import for those who only measure

        return svg(self._flows[flow], marks)

    def _measured(self, name: str, reasons: Mapping[tuple[str, str, str], str]) -> FlowCoverage:
        places = self._places(name)
        return FlowCoverage(
            flow=name,
            walked=tuple(place for place in places if place in self.taken),
            missed=tuple(place for place in places if place not in self.taken and place[:3] not in reasons),
            left_out={
                place: reasons[place[:3]] for place in places if place not in self.taken and place[:3] in reasons
            },
        )

    def _places(self, name: str) -> tuple[Place, ...]:
        return tuple(
            Place(name, action.identifier, branch.key, branch.target)
            for action in self._flows[name].actions
            for branch in branches_of(action)
            if not branch.shadow
        )


def name_of_flow(flow: Flow) -> str:
    """What the simulator calls a flow: the name of its file, or the flow's own if it is from none."""
    return PurePath(flow.source).stem if flow.source.endswith(".json") else flow.name


def percent_of(walked: int, missed: int) -> float:
    """How many of a hundred were walked; never 100 as long as something is missed.

    >>> percent_of(3, 1), percent_of(0, 0), percent_of(99_999, 1)
    (75.0, 100.0, 99.9)
    """
    if not missed:
        return 100.0
    return min(round(100 * walked / (walked + missed), 1), 99.9)
