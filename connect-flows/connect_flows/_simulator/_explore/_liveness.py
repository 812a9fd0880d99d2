"""What flows will still ask of a contact: two contacts of which all answers are the same go the same ways from there.

Goes backwards through the flows: before a block that copies something, whoever will ask the copy asks the original.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from connect_flows._simulator._explore._uses import HANDED, RAW, Parts, Test, copies_of, references_in, tests_of
from connect_flows._simulator._program import Block, Program

LOOP = "loop"
"""The root of what stands for the count of a Loop."""

OF_FLOWS = frozenset(
    {LOOP, "External", "FlowAttributes", "LambdaInvocation", "Lex", "Metrics", "Modules", "StoredCustomerInput"}
)
"""Roots that each flow has of its own; all others belong to the contact."""

_SETS = {
    "ConnectParticipantWithLexBot": ("Lex",),
    "GetMetricData": ("Metrics",),
    "InvokeFlowModule": ("Modules",),
    "InvokeLambdaFunction": ("External", "LambdaInvocation"),
}
"""What a block sets anew when it succeeds."""

_HANDS_ON = frozenset(
    {"CreateCallbackContact", "DequeueContactAndTransferToQueue", "EndFlowExecution", "TransferContactToAgent",
     "TransferContactToQueue"}
)  # fmt: skip
_HELD_BY_OTHERS = ("CUSTOMER_QUEUE", "_HOLD", "_WHISPER")

Tests = frozenset[Test]
_NONE: Tests = frozenset()


class Liveness:
    """What is still asked, by flow and block."""

    def __init__(self, programs: Mapping[str, Program]) -> None:
        self._programs = programs
        self._all = list(dict.fromkeys(programs.values()))
        self._live: dict[tuple[str, str], Tests] = {}
        self._hooked = {resource for program in self._all for resource in _hooks(program)}
        self._later = {*self._hooked, *(key for key, program in programs.items() if program.type.endswith("_TRANSFER"))}
        self._callers = self._found_callers()
        while self._pass():
            pass

    def before(self, flow: str, block: str) -> Tests:
        """What is asked from this block on."""
        return self._live.get((flow, block), _NONE)

    def of_contact(self, resource: str) -> Tests:
        """What a flow asks of what it finds at the contact when it begins."""
        program = self._programs.get(resource)
        return _of_contact(self.before(program.name, program.start)) if program else _NONE

    def after(self, program: Program, block: Block) -> Tests:
        """What is asked once a block has succeeded, or has found that nothing matches."""
        targets = {target for _, _, target, _ in block.conditions}
        targets |= {target for error, target in block.errors.items() if error == "NoMatchingCondition"}
        targets |= set() if block.next is None else {block.next}
        return _joined(self.before(program.name, target) for target in targets)

    def _pass(self) -> bool:
        """Once through all blocks; whether something has changed."""
        before = dict(self._live)
        for program in self._all:
            for block in reversed(program.blocks.values()):
                self._live[program.name, block.identifier] = self._before(program, block)
        return self._live != before

    def _before(self, program: Program, block: Block) -> Tests:
        after = self.after(program, block)
        through = {test for test in after if not _is_set(block, test)}
        through |= _passed_back(block, after)
        for error, target in block.errors.items():
            if error != "NoMatchingCondition":
                through |= self.before(program.name, target)
        return frozenset(through) | self._asked(program, block)

    def _asked(self, program: Program, block: Block) -> Tests:
        asked = {test for test in tests_of(block) if test.operator not in ("", HANDED)}
        if block.type == "Loop":
            asked.add(Test((LOOP, block.identifier), RAW))
        if block.type in ("InvokeFlowModule", "TransferToFlow"):
            asked |= _joined(self.of_contact(resource) for resource in self._led_to(block))
        if block.type == "EndFlowModuleExecution":
            asked |= self._by_callers(program, block)
        if block.type in _HANDS_ON or program.type.endswith(_HELD_BY_OTHERS) or self._is_hooked(program):
            asked |= _joined(self.of_contact(resource) for resource in self._later)
        return frozenset(asked)

    def _by_callers(self, program: Program, block: Block) -> set[Test]:
        asked: set[Test] = set()
        handed = block.plain.get("ResultData")
        for caller, invoking in self._callers.get(program.name, ()):
            after = self.after(caller, invoking)
            asked |= _of_contact(after)
            for parts in references_in(block.plain.get("Result")):
                asked |= {Test(parts, "Equals", operand) for operand in invoking.choices}
            for name, value in handed.items() if isinstance(handed, Mapping) else ():
                about = {test for test in after if test.parts == ("Modules", "ResultData", name)}
                asked |= {test._replace(parts=parts) for parts in references_in(value) for test in about}
        return asked

    def _led_to(self, block: Block) -> Iterable[str]:
        named = str(block.plain.get("FlowModuleId") or block.plain.get("ContactFlowId") or "")
        return self._programs if "$." in named else (named,)

    def _is_hooked(self, program: Program) -> bool:
        return any(self._programs.get(resource) is program for resource in self._hooked)

    def _found_callers(self) -> Mapping[str, list[tuple[Program, Block]]]:
        callers: dict[str, list[tuple[Program, Block]]] = {}
        for program in self._all:
            for block in program.blocks.values():
                for resource in self._led_to(block) if block.type == "InvokeFlowModule" else ():
                    if resource in self._programs:
                        callers.setdefault(self._programs[resource].name, []).append((program, block))
        return callers


class Asked(NamedTuple):
    """What is asked of one reference."""

    parts: Parts
    tests: tuple[Test, ...]


def by_reference(tests: Iterable[Test]) -> tuple[Asked, ...]:
    """The tests of each reference, in an order that stays the same."""
    found: dict[Parts, list[Test]] = {}
    for test in sorted(tests):
        found.setdefault(test.parts, []).append(test)
    return tuple(Asked(parts, tuple(tests)) for parts, tests in found.items())


def _is_set(block: Block, test: Test) -> bool:
    """Whether a block sets what a test is about."""
    root = test.parts[0]
    if block.type == "GetParticipantInput":
        return root == "StoredCustomerInput" and block.plain.get("StoreInput") == "True"
    return root in _SETS.get(block.type, ()) or any(copy.target == test.parts[:2] for copy in copies_of(block))


def _passed_back(block: Block, after: Tests) -> set[Test]:
    """What is asked of a copy is asked of the original; of one that is only a part of the copy, all of it matters."""
    found: set[Test] = set()
    for copy in copies_of(block):
        about = [test for test in after if test.parts == copy.target]
        if copy.parts and about:
            found |= {test._replace(parts=copy.parts) for test in about} if copy.alone else {Test(copy.parts, RAW)}
    return found


def _of_contact(tests: Tests) -> Tests:
    return frozenset(test for test in tests if test.parts[0] not in OF_FLOWS)


def _joined(sets: Iterable[Tests]) -> Tests:
    return frozenset().union(*sets)


def _hooks(program: Program) -> Iterator[str]:
    for block in program.blocks.values():
        hooks = block.plain.get("EventHooks") if block.type == "UpdateContactEventHooks" else None
        if isinstance(hooks, Mapping):
            yield from (str(flow) for flow in hooks.values())
