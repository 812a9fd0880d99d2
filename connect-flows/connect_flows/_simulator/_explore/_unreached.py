"""Branches that no path takes, and why not; attributes that are compared and that nothing sets."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from connect_flows._blocks import branches_of
from connect_flows._simulator._explore._found import PathFinding, PathProblem, TakenBranch
from connect_flows._simulator._explore._judge import Judge
from connect_flows._simulator._explore._uses import condition_on, copies_of
from connect_flows._simulator._program import Block, Program

NOT_ENTERED = "no path comes to this flow"
NOT_BEGUN = "no path comes to this block"
ONLY_ERROR = "only an error leads there that the block did not meet"
NOT_GIVEN = "is not among these flows"
EVERY_VALUE = "every value has a condition of its own"

_CORRECT = "correct the condition, or take it out"
_NAME_FLOWS = ("InvokeFlowModule", "UpdateContactEventHooks")


class Unreached(NamedTuple):
    """`reasons`: of every branch that was not taken. `worth`: those that are worth a finding."""

    reasons: Mapping[TakenBranch, str]
    worth: frozenset[TakenBranch]

    def findings(self, flows: Collection[str], *, everywhere: bool) -> Iterator[PathFinding]:
        """What to say of those of some flows. `everywhere`: whether a flow that no path comes to is worth saying."""
        said: set[tuple[str, str]] = set()
        for branch, reason in self.reasons.items():
            if branch.flow not in flows:
                continue
            place = (branch.flow, "" if reason == NOT_ENTERED else branch.block)
            if reason == NOT_ENTERED and (not everywhere or place in said):
                continue
            if reason in (NOT_ENTERED, NOT_BEGUN):
                if place not in said and (reason == NOT_ENTERED or branch in self.worth):
                    said.add(place)
                    yield _finding(*place, reason, "lead to it, or take it out")
            elif branch in self.worth:
                cure = "give that flow, too, or correct its name" if reason.endswith(NOT_GIVEN) else _CORRECT
                yield _finding(*place, f"no path takes {branch.branch}: {reason}", cure)


def unreached(programs: Mapping[str, Program], judge: Judge, given: frozenset[str]) -> Unreached:
    """What no path takes."""
    attributes = set_somewhere(programs) | given
    reasons: dict[TakenBranch, str] = {}
    worth: set[TakenBranch] = set()
    for program in dict.fromkeys(programs.values()):
        entered = any(flow == program.name for flow, _ in judge.first)
        connected = _connected(program)
        for taken in _branches(program):
            if taken in judge.branches:
                continue
            if not entered:
                reasons[taken] = NOT_ENTERED
            elif (program.name, taken.block) not in judge.first:
                reasons[taken] = NOT_BEGUN
                worth |= set() if taken.block in connected else {taken}
            else:
                reasons[taken], is_worth = _reason(program.blocks[taken.block], taken.branch, attributes, programs)
                worth |= {taken} if is_worth else set()
    return Unreached(reasons, frozenset(worth))


def unset(programs: Mapping[str, Program], judge: Judge, given: frozenset[str]) -> Iterator[PathFinding]:
    """Attributes that are compared and that nothing sets."""
    attributes = set_somewhere(programs) | given
    for (flow, identifier), node in judge.first.items():
        for program in dict.fromkeys(programs.values()):
            block = program.blocks.get(identifier) if program.name == flow else None
            name = _attribute(block) if block is not None else ""
            if name and name not in attributes:
                yield PathFinding(
                    problem=PathProblem.UNSET,
                    flow=flow,
                    block=identifier,
                    path=judge.graph.path(node),
                    message=f"attribute {name} is compared, and nothing sets it",
                    cure="set it before, or say that contacts bring it along (given)",
                )


def set_somewhere(programs: Mapping[str, Program]) -> frozenset[str]:
    """The attributes that flows set."""
    blocks = (block for program in dict.fromkeys(programs.values()) for block in program.blocks.values())
    copies = (copy for block in blocks for copy in copies_of(block))
    return frozenset(copy.target[1] for copy in copies if copy.target[0] == "Attributes")


def _reason(block: Block, branch: str, attributes: frozenset[str], programs: Mapping[str, Program]) -> tuple[str, bool]:
    """Why a block that contacts come to does not lead there, and whether that is worth a finding."""
    kind, _, rest = branch.partition(":")
    if kind == "success":
        # Amazon Connect wants a NextAction of blocks that never take it: then it is a copy of another branch.
        copied = block.next in {*block.errors.values(), *(target for _, _, target, _ in block.conditions)}
        return next(_not_given(block, programs), "the block never succeeds"), not copied
    if kind == "error":
        return (EVERY_VALUE if rest == "NoMatchingCondition" else ONLY_ERROR), False
    name = _attribute(block)
    if name and name not in attributes:
        return f"nothing sets attribute {name}", False  # a finding of its own
    keys = [key for _, _, _, key in block.conditions]
    if keys.count(branch) > 1:
        return "another condition is the same", True
    parts = condition_on(block)
    return (f"$.{'.'.join(parts)} never is such" if parts else "the block never comes to this result"), True


def _not_given(block: Block, programs: Mapping[str, Program]) -> Iterator[str]:
    """What is wrong with the flows that a block names."""
    if block.type in _NAME_FLOWS:
        named = [*(block.plain.get("EventHooks") or {}).values(), block.plain.get("FlowModuleId", "$.")]
        yield from (f"{name} {NOT_GIVEN}" for name in named if not name.startswith("$.") and name not in programs)


def _attribute(block: Block) -> str:
    parts = condition_on(block) or ()
    return parts[1] if parts[:1] == ("Attributes",) and len(parts) == 2 else ""


def _branches(program: Program) -> Iterator[TakenBranch]:
    for action in program.flow.actions:
        for branch in branches_of(action):
            if not branch.shadow:
                yield TakenBranch(program.name, action.identifier, branch.key)


def _connected(program: Program) -> frozenset[str]:
    """The blocks that branches lead to from the first block."""
    found = {program.start}
    waiting = [program.start]
    while waiting:
        block = program.blocks.get(waiting.pop())
        targets = {target for _, _, target, _ in block.conditions} | set(block.errors.values()) if block else set()
        targets |= {block.next} if block and block.next else set()
        waiting += sorted(targets - found)
        found |= targets
    return frozenset(found)


def _finding(flow: str, block: str, message: str, cure: str) -> PathFinding:
    return PathFinding(problem=PathProblem.UNREACHED, flow=flow, block=block, path=(), message=message, cure=cure)
