"""What a module and the flows that invoke it expect of each other."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._flow_set import FlowSet, Naming
from connect_flows._model import Action, Flow
from connect_flows._place import ROOT
from connect_flows._references import references_in
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault


class ModuleContract(SetRule):
    id = "W603"
    text = "A module is given the input that it reads, and its invoker has a branch for each of its results."
    source = "https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        for naming in flows.named("module"):
            module = flows.target(naming)
            if module is not None and module.is_module and naming.action.type == "InvokeFlowModule":
                yield from _input_faults(naming, module)
                yield from _result_faults(naming, module)


def _input_faults(naming: Naming, module: Flow) -> Iterator[SetFault]:
    given = naming.action.parameters.get("Input")
    names = set(given) if isinstance(given, dict) else set()
    read = set(_input_read(module))
    place = naming.place_of_action / "Parameters" / "Input"
    for name in sorted(read - names):
        problem = f"has no {shown(name)}, which {module.source} reads"
        yield set_fault(naming.flow, place, problem, f"give {shown(name)} to the module")
    for name in sorted(names - read):
        yield set_fault(naming.flow, place / name, f"is not read by {module.source}", "leave it out, or read it there")


def _result_faults(naming: Naming, module: Flow) -> Iterator[SetFault]:
    results = {end.parameters.get("Result") for end in _ends(module)} - {None}
    place = naming.place_of_action / "Transitions" / "Conditions"
    branches = {operand for branch in naming.action.conditions for operand in branch.operands}
    for index, branch in enumerate(naming.action.conditions):
        for operand in branch.operands:
            if operand not in results:
                problem = f"waits for {shown(operand)}, with which {module.source} never ends"
                known = ", ".join(sorted(str(result) for result in results)) or "no Result"
                yield set_fault(naming.flow, place / index, problem, f"the module ends with {known}")
    for result in sorted(str(result) for result in results - branches):
        cure = "add a branch for it, or leave Result out in the module"
        yield set_fault(naming.flow, place, f"has no branch for {shown(result)} of {module.source}", cure)


def _ends(module: Flow) -> Iterator[Action]:
    return (action for action in module.actions if action.type == "EndFlowModuleExecution")


def _input_read(module: Flow) -> Iterator[str]:
    for action in module.actions:
        for reference in references_in(action, ROOT):
            if reference.root == "Modules" and reference.name == "Input":
                yield reference.text.removeprefix("$.Modules.Input").lstrip(".").partition(".")[0]
