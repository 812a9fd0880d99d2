"""Answers of functions that are read and never given."""

from collections.abc import Iterator, Mapping

from connect_flows._flow_set import FlowSet
from connect_flows._functions import FunctionContract
from connect_flows._graph import NEXT, Edge
from connect_flows._placeholder import placeholders_in
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault
from connect_flows._view import View

_UNKNOWN = "an unknown function"


class FunctionAnswer(SetRule):
    id = "W605"
    text = "What a flow reads of $.External is in the answer of the function that was invoked last."
    source = (
        "https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html; the last answer counts"
    )

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        if flows.functions is None:
            return
        for view in flows.views:
            if "InvokeLambdaFunction" in view.by_type:
                yield from _faults(view, flows.functions)


def _faults(view: View, functions: Mapping[str, FunctionContract]) -> Iterator[SetFault]:
    last = view.graph.states(frozenset[str](), _after, frozenset.union)
    for reference in view.references:
        if reference.root != "External" or not reference.name:
            continue
        for name in sorted(last.get(reference.action.identifier, ())):
            if name in functions and reference.name not in functions[name].answers:
                problem = f"reads {reference.text}, which {name} does not answer"
                cure = f"it answers {', '.join(sorted(functions[name].answers)) or 'nothing'}"
                yield set_fault(view.flow, reference.place, problem, cure)


def _after(edge: Edge, state: frozenset[str]) -> frozenset[str]:
    action = edge.source
    if action.type != "InvokeLambdaFunction" or edge.kind != NEXT:
        return state
    if action.parameters.get("InvocationType") == "ASYNCHRONOUS":
        return state
    arn = action.parameters.get("LambdaFunctionARN")
    named = [placeholder.name for placeholder in placeholders_in(arn)] if isinstance(arn, str) else []
    return frozenset(named or [_UNKNOWN])
