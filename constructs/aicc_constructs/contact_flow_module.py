"""A flow module: a part that several flows invoke.

Source: AWS::Connect::ContactFlowModule.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from aws_cdk.aws_connect import CfnContactFlowModule
from constructs import Construct

from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.flow_content import flow_content, read_flow
from aicc_constructs.placeholder_values import Placeable
from connect_flows import Flow


class ContactFlowModule(Construct):
    """A flow module of an instance, judged as a `ContactFlow` is.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        flow: The JSON file, or what `connect_flows.load` made of it.
        values: What its `${kind.name}` placeholders stand for: nothing.
        name_prefix: Put before the module's name: none.

    Raises:
        InvalidFlow: The file is no module, or one that Amazon Connect would refuse; one line per finding.
        UnknownPlaceholder: A placeholder has no value; the message lists what there is.
        InvalidInput: The file is a flow (it has no Settings), or has a name without metrics.

    Source: AWS::Connect::ContactFlowModule; Amazon Connect flow language 2019-10-30.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance
        >>> from connect_flows import parse
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> module = parse(
        ...     '''{"Version": "2019-10-30", "StartAction": "end", "Metadata": {"name": "nothing"},
        ...     "Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []}, "Actions": [
        ...     {"Identifier": "end", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {}}]}''',
        ...     source="nothing.json",
        ... )
        >>> ContactFlowModule(stack, "Nothing", instance=instance, flow=module, name_prefix="aicc-").name
        'aicc-nothing'
    """

    placeholder_kind: ClassVar[str] = "module"

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
        if not document.is_module:
            raise InvalidInput(document.source, "has no Settings, so it is no module", "use ContactFlow")
        filled = flow_content(document, instance=instance, values=values or {}, name_prefix=name_prefix)
        self.name = filled.name
        super().__init__(scope, construct_id)
        self._resource = CfnContactFlowModule(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=self.name,
            description=filled.description,
            content=filled.content,
        )
        filled.annotate(self)
        self.contact_flow_module_arn = self._resource.attr_contact_flow_module_arn
        instance.chain.append(self._resource)

    @property
    def placeholder_value(self) -> str:
        """What `${module.<name>}` in a flow stands for."""
        return self.contact_flow_module_arn
