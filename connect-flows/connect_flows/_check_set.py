"""Flows that are deployed together: what is wrong with each, and with all of them."""

from collections.abc import Mapping, Sequence

from connect_flows._check import findings_of
from connect_flows._finding import Finding
from connect_flows._flow_set import FlowSet
from connect_flows._functions import FunctionContract
from connect_flows._instance_arn import InstanceArn
from connect_flows._model import Flow
from connect_flows._set_rules import SET_RULES


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
    together = FlowSet(flows, functions, instance)
    of_set: dict[str, list[Finding]] = {flow.source: [] for flow in flows}
    for rule in SET_RULES:
        for flow, fault in rule.check(together):
            of_set[flow.source].append(fault.finding(rule.id, flow.source))
    found: list[Finding] = []
    for view in together.views:
        found += findings_of(view)
        found += of_set.pop(view.flow.source, ())
    return tuple(found)
