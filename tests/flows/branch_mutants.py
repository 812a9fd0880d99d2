"""Our flows with one branch leading elsewhere, and whether the suite notices.

`PYTHONPATH=lambda python -m tests.flows.branch_mutants` shows the table, and which have survived; a number after it is
how many other targets each branch gets.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from zlib import crc32

from connect_flows import Flow, load
from connect_flows.simulator import Branch, BranchCoverage, Center, Program, SimulationError
from tests.flows.company import TEXTS
from tests.flows.mutant_paths import Mutant, Paths, mutated
from tests.flows.observed import Noticed, Observer
from tests.flows.suite import Case, Endless, Programs, cases, center_of


@dataclass(slots=True)
class Verdicts:
    """What became of mutants.

    Attributes:
        caught: A case fails, and somebody notices the difference.
        survived: Somebody would notice the difference, and no case fails.
        equivalent: Nobody notices anything, in any case or on any path that the explorer walks.
        mistaken: A case fails although nobody would notice anything; it looks at what is nobody's concern.
    """

    caught: list[Mutant] = field(default_factory=list)
    survived: list[Mutant] = field(default_factory=list)
    equivalent: list[Mutant] = field(default_factory=list)
    mistaken: list[Mutant] = field(default_factory=list)

    @property
    def changed(self) -> int:
        """How many change what somebody notices."""
        return len(self.caught) + len(self.survived)

    @property
    def percent(self) -> float:
        """Of those that change what somebody notices, how many of a hundred are caught."""
        return 100 * len(self.caught) / self.changed if self.changed else 100.0


class Suite:
    """The suite, and what it notices of our flows as they are.

    Attributes:
        flows: By name.
        walking: The cases that take a branch, by flow, block and key.
    """

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self.flows = flows
        self._paths = Paths(flows)
        self.walking: dict[tuple[str, str, str], list[Case]] = {}
        self._programs: Programs = Center(flows.values(), texts=TEXTS).programs
        self._usual: dict[Case, tuple[Noticed, ...]] = {}
        for case in cases():
            center = center_of(self._programs)
            self._usual[case], failed = noticed(case, center)
            assert not failed, case.name
            for taken in {(event.flow, event.block, event.branch) for event in center.events if type(event) is Branch}:
                self.walking.setdefault(taken, []).append(case)

    def judge(self, mutants: Iterable[Mutant]) -> Verdicts:
        """What becomes of mutants. One that no case walks is neither: whoever leaves it out says why."""
        verdicts = Verdicts()
        for mutant in mutants:
            walking = self.walking.get((mutant.flow, mutant.block, mutant.branch), ())
            if walking:
                getattr(verdicts, self._verdict(mutant, walking)).append(mutant)
        return verdicts

    def _verdict(self, mutant: Mutant, walking: Iterable[Case]) -> str:
        programs = self._with(mutant)
        changed = False
        for case in walking:
            seen, failed = noticed(case, center_of(programs))
            changed = changed or seen != self._usual[case]
            if failed:
                return "caught" if changed else "mistaken"
        if changed or not self._paths.are_same_with(mutant):
            return "survived"
        return "equivalent"

    def _with(self, mutant: Mutant) -> Programs:
        program = Program(mutated(self.flows[mutant.flow], mutant), TEXTS, mutant.flow)
        return {name: program if each.name == mutant.flow else each for name, each in self._programs.items()}


def noticed(case: Case, center: Center) -> tuple[tuple[Noticed, ...], bool]:
    """What is noticed in a case, and whether it fails."""
    observer = Observer(center)
    center.listeners.append(observer)
    try:
        case(center)
    except (SimulationError, Endless) as error:  # the contact goes no further: that, too, is noticed
        return (*observer.whole, (type(error).__name__,)), True
    except Exception:  # every case passes with the flows as they are: whatever it raises now, it has noticed the mutant
        return observer.whole, True
    return observer.whole, False


def mutants_of(name: str, flow: Flow, targets: int) -> Iterator[Mutant]:
    """For each branch so many other targets, chosen by what they are called and nothing else."""
    [measured] = BranchCoverage([flow]).flows
    blocks = [action.identifier for action in flow.actions]
    for place in measured.missed:
        others = [block for block in blocks if block != place.target]
        others.sort(key=lambda block: crc32(f"{place} or {block}".encode()))
        for target in others[:targets]:
            yield Mutant(name, place.block, place.branch, target)


def table(verdicts: Mapping[str, Verdicts]) -> str:
    """A line for each flow, then each mutant that has survived."""
    heads = ("flow", "mutants", "equivalent", "changed", "caught", "percent")
    whole = Verdicts()
    for each in verdicts.values():
        whole.caught += each.caught
        whole.survived += each.survived
        whole.equivalent += each.equivalent
    rows = [
        (name, each.changed + len(each.equivalent), len(each.equivalent), each.changed, len(each.caught), each.percent)
        for name, each in (*verdicts.items(), ("all", whole))
    ]
    lines = [
        f"{name:<16}" + "".join(f"{cell:>12}" for cell in (*counts, f"{percent:.1f}"))
        for name, *counts, percent in rows
    ]
    head = f"{heads[0]:<16}" + "".join(f"{each:>12}" for each in heads[1:])
    return "\n".join([head, *lines, "", "survived:", *(f"  {mutant}" for mutant in whole.survived)])


def judged(flows: Mapping[str, Flow], targets: int) -> dict[str, Verdicts]:
    """What becomes of the mutants of each flow."""
    suite = Suite(flows)
    return {name: suite.judge(mutants_of(name, flow, targets)) for name, flow in flows.items()}


if __name__ == "__main__":
    from tests.flows.conftest import FILES

    read = {file.stem: load(file) for file in FILES}
    sys.stdout.write(table(judged(read, int(sys.argv[1]) if len(sys.argv) > 1 else 2)) + "\n")
