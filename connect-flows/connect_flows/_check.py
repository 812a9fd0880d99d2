"""The third step: everything that Amazon Connect, or a careful engineer, would say against a flow."""

from collections.abc import Mapping
from typing import Literal

from connect_flows._finding import Finding
from connect_flows._instance_arn import InstanceArn
from connect_flows._model import Flow, FlowType
from connect_flows._rules import RULES
from connect_flows._view import Surroundings, View


def check(
    flow: Flow, *, flow_type: FlowType | Literal["MODULE"] | None = None, instance_arn: str | None = None
) -> tuple[Finding, ...]:
    """What is wrong with a flow, in the order of the document: errors and warnings, none if it is well.

    Args:
        flow: What `load` or `parse` made.
        flow_type: Its type, or MODULE: what the flow says itself.
        instance_arn: The instance that it is for. With it, ARNs of other instances, accounts and Regions are findings.

    Raises:
        ValueError: `instance_arn` is no ARN of an instance.

    Example:
        >>> from connect_flows import parse
        >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "bye", "Actions": [
        ...     {"Identifier": "bye", "Type": "Disconnect", "Parameters": {}, "Transitions": {}}]}''', source="a.json")
        >>> for finding in check(flow):
        ...     print(finding)
        a.json: action 'bye' (Actions[0]): Type 'Disconnect' is no type of action; use DisconnectParticipant [E201]
    """
    instance = None if instance_arn is None else InstanceArn.parse(instance_arn)
    return findings_of(View(flow, flow_type, Surroundings(instance=instance)))


def findings_of(view: View) -> tuple[Finding, ...]:
    """What the rules say about a flow."""
    found = [fault.finding(rule.id, view.flow.source) for rule in RULES for fault in rule.check(view)]
    if len(found) > 1:
        order = {action.path: number for number, action in enumerate(view.flow.actions)}
        found.sort(key=lambda finding: _position(finding, order))
    return tuple(found)


def _position(finding: Finding, order: Mapping[str, int]) -> tuple[int, str, str]:
    return order.get(finding.action_path, -1), finding.rule, finding.path
