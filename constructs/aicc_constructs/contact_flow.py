"""A contact flow, read from a JSON file of the repository.

Source: AWS::Connect::ContactFlow. Its name is a CloudWatch dimension; only a change of type replaces it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from aws_cdk import Duration
from aws_cdk.aws_cloudwatch import Metric
from aws_cdk.aws_connect import CfnContactFlow
from constructs import Construct

from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.flow_content import flow_content, read_flow
from aicc_constructs.placeholder_values import Placeable
from connect_flows import Flow


class ContactFlow(Construct):
    """A contact flow of an instance.

    The flow is judged by the rules of `connect_flows`. What Amazon Connect would refuse stops the synth. What it takes
    and a careful engineer would not is a warning of the CDK, which `acknowledge` accepts by its rule:
    `acknowledge(flow, {"connect-flows:W505": "A sentence that says why."})`.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        flow: The JSON file, or what `connect_flows.load` made of it. Name, type and description are in its Metadata.
        values: What its `${kind.name}` placeholders stand for: nothing.
        name_prefix: Put before the flow's name, because an instance already owns flows of AWS's own: none.

    Raises:
        InvalidFlow: The file is no flow, or one that Amazon Connect would refuse; one line per finding.
        UnknownPlaceholder: A placeholder has no value; the message lists what there is.
        InvalidInput: The flow has no type, is a module, or has a name without metrics.

    Source: AWS::Connect::ContactFlow; Amazon Connect flow language 2019-10-30.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance
        >>> from aicc_constructs.assets import asset
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> file = asset("flows/customer_hold.json")
        >>> flow = ContactFlow(stack, "Hold", instance=instance, flow=file, name_prefix="aicc-")
        >>> flow.name, flow.metric_errors().metric_name, flow.metric_fatal_errors().metric_name
        ('aicc-customer_hold', 'ContactFlowErrors', 'ContactFlowFatalErrors')
        >>> undialable = flow.metric("CallBackNotDialableNumber")
    """

    placeholder_kind: ClassVar[str] = "flow"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        flow: Path | Flow,
        values: Mapping[str, Placeable | str] | None = None,
        name_prefix: str = "",
    ) -> None:
        document = read_flow(flow)
        if document.is_module:
            raise InvalidInput(document.source, "is a module (it has Settings)", "use ContactFlowModule")
        if document.type is None:
            raise InvalidInput(document.source, "has no type", "write Metadata.type, such as contactFlow")
        filled = flow_content(document, instance=instance, values=values or {}, name_prefix=name_prefix)
        self.name = filled.name
        self.type = document.type
        super().__init__(scope, construct_id)
        self._instance = instance
        self._resource = CfnContactFlow(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=self.name,
            description=filled.description,
            type=document.type.value,
            content=filled.content,
        )
        filled.annotate(self)
        self.contact_flow_arn = self._resource.attr_contact_flow_arn
        instance.chain.append(self._resource)

    @property
    def placeholder_value(self) -> str:
        """What `${flow.<name>}` in another flow stands for."""
        return self.contact_flow_arn

    def metric(self, name: str, *, statistic: str = "Sum", period: Duration | None = None) -> Metric:
        """A metric of this flow in AWS/Connect, each minute."""
        return Metric(
            namespace="AWS/Connect",
            metric_name=name,
            dimensions_map={
                "InstanceId": self._instance.instance_id,
                "MetricGroup": "ContactFlow",
                "ContactFlowName": self.name,
            },
            statistic=statistic,
            period=period or Duration.minutes(1),
        )

    def metric_errors(self) -> Metric:
        """Times an action took its error branch."""
        return self.metric("ContactFlowErrors")

    def metric_fatal_errors(self) -> Metric:
        """Times the flow ended because of a fault."""
        return self.metric("ContactFlowFatalErrors")
