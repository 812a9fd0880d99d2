"""What a flow and a flow module have in common: a file that is read, judged and filled in before anything is made.

Amazon Connect would judge it too, but only in the middle of a deployment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aws_cdk import Annotations, Token
from constructs import Construct

from aicc_constructs.checks import check_description, check_name
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.placeholder_values import Placeable, placeholder_values
from connect_flows import Finding, Flow, InvalidFlow, Severity, check, load, parse, render

FOREIGN_ARN = "W514"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowContent:
    """A flow as CloudFormation wants it, and what a careful engineer would say against it."""

    name: str
    description: str | None
    content: str
    warnings: Sequence[Finding]

    def annotate(self, construct: Construct) -> None:
        """Show the warnings where the construct is; `acknowledge` accepts them by rule, as connect-flows:W501."""
        for finding in self.warnings:
            Annotations.of(construct).add_warning_v2(f"connect-flows:{finding.rule}", str(finding))


def read_flow(flow: Path | Flow) -> Flow:
    """The flow in a file, or the one given."""
    return flow if isinstance(flow, Flow) else load(flow)


def flow_content(
    flow: Flow, *, instance: IInstance, values: Mapping[str, Placeable | str], name_prefix: str
) -> FlowContent:
    """Judge a flow and fill it in.

    Raises:
        InvalidFlow: Amazon Connect would refuse it; one line for each error.
        UnknownPlaceholder: A placeholder has no value.
        InvalidInput: Its name or description would be refused, or have no metrics.
    """
    findings = check(flow)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise InvalidFlow(errors)
    name = f"{name_prefix}{flow.name}"
    check_name(f"{flow.source}: name", name)
    description = flow.description or None
    check_description(flow.source, description, 500)
    content = render(flow, placeholder_values(values))
    foreign = _foreign_arns(content, flow.source, instance.instance_arn)
    return FlowContent(name=name, description=description, content=content, warnings=(*findings, *foreign))


def _foreign_arns(content: str, source: str, instance_arn: str) -> list[Finding]:
    # Only an instance that is there already has an ARN now; then a value can be seen to belong to another one.
    if Token.is_unresolved(instance_arn):
        return []
    found = check(parse(content, source=source), instance_arn=instance_arn)
    return [finding for finding in found if finding.rule == FOREIGN_ARN]
