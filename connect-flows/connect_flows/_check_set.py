"""Flows that are deployed together: what is wrong with each, and with all of them."""

from collections.abc import Iterator, Mapping, Sequence

from connect_flows._check import findings_of
from connect_flows._finding import Finding
from connect_flows._flow_set import FlowSet
from connect_flows._functions import FunctionContract
from connect_flows._instance_arn import InstanceArn
from connect_flows._model import Flow
from connect_flows._set_rules import SET_RULES
from connect_flows._view import Surroundings


def check_set(
    flows: Sequence[Flow], *, instance_arn: str | None = None, functions: Mapping[str, FunctionContract] | None = None
) -> tuple[Finding, ...]:
    """What is wrong with flows that are deployed together, flow by flow in the order given.

    Each is judged as `check` does, but an attribute that another flow writes counts as set. Then there is what only
    the whole shows: flows and modules that are named and not there, names that are there twice, circles, modules and
    functions that are used as they are not.

    Args:
        flows: All flows and modules, as `${flow.<name>}` and `${module.<name>}` name them: by name or file.
        instance_arn: The instance that they are for; see `check`.
        functions: What each function takes and answers, see `read_functions`. Without it nothing is said of that.

    Raises:
        ValueError: `instance_arn` is no ARN of an instance.

    Example:
        >>> from connect_flows import parse
        >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "go", "Actions": [
        ...     {"Identifier": "go", "Type": "TransferToFlow", "Parameters": {"ContactFlowId": "${flow.late}"},
        ...      "Transitions": {"NextAction": "bye",
        ...                      "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]}},
        ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''',
        ...     source="early.json")
        >>> [finding.message for finding in check_set([flow]) if finding.rule == "E601"]
        ['Parameters.ContactFlowId ${flow.late} is not in the folder']
    """
    instance = None if instance_arn is None else InstanceArn.parse(instance_arn)
    together = FlowSet(flows, functions)
    written = [_written(flow) for flow in flows]
    by_functions = {name for contract in (functions or {}).values() for name in contract.writes}
    of_set: dict[str, list[Finding]] = {flow.source: [] for flow in flows}
    for rule in SET_RULES:
        for flow, fault in rule.check(together):
            of_set[flow.source].append(fault.finding(rule.id, flow.source))
    found: list[Finding] = []
    for number, flow in enumerate(flows):
        others = frozenset(by_functions.union(*(names for at, names in enumerate(written) if at != number)))
        around = Surroundings(instance=instance, attributes=others)
        found += findings_of(flow, None, around)
        found += of_set.pop(flow.source, ())
    return tuple(found)


def _written(flow: Flow) -> frozenset[str]:
    return frozenset(_attributes(flow))


def _attributes(flow: Flow) -> Iterator[str]:
    for action in flow.actions:
        attributes = action.parameters.get("Attributes") if action.type == "UpdateContactAttributes" else None
        if isinstance(attributes, dict):
            yield from attributes
