"""The flow that a called-back customer hears, with the flows that it names."""

from collections.abc import Mapping
from pathlib import Path

from constructs import Construct

from aicc_constructs.assets import asset
from aicc_constructs.contact_flow import ContactFlow
from aicc_constructs.existing_instance import ExistingInstance
from aicc_constructs.flow_content import read_flow
from aicc_constructs.placeholder_values import Placeable
from connect_flows import Flow


class CallbackFlow(ContactFlow):
    """A contact flow that knows the queue and the function of its callback queue.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        flow: The file, or the flow: `flows/callback.json` of this package.
        values: What its placeholders stand for, the queue and the function among them. Flows that it names and that
            are not there, such as `${flow.customer_hold}`, are made from those that come with this package.
        name_prefix: Put before the names of all of them: none.

    Raises:
        InvalidFlow: Amazon Connect would refuse the flow.
        UnknownPlaceholder: A placeholder has no value.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, PythonHandler, Queue
        >>> stack = Stack()
        >>> instance = ConnectInstance.from_arn(
        ...     stack, "Instance", "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d"
        ... )
        >>> queue = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b/queue/3c4d", "General")
        >>> report = PythonHandler(stack, "Report", handler="report.handler", description="Takes reports")
        >>> flow = CallbackFlow(
        ...     stack,
        ...     "Flow",
        ...     instance=instance,
        ...     values={
        ...         "queue.callback": queue,
        ...         "function.report_callback": report,
        ...         "text.company_name": "한빛상사",
        ...     },
        ... )
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: ExistingInstance,
        flow: Path | Flow | None = None,
        values: Mapping[str, Placeable | str],
        name_prefix: str = "",
    ) -> None:
        document = read_flow(flow or asset("flows/callback.json"))
        super().__init__(
            scope,
            construct_id,
            instance=instance,
            flow=document,
            values=_with_named_flows(scope, document, instance, values, name_prefix),
            name_prefix=name_prefix,
        )


def _with_named_flows(
    scope: Construct,
    flow: Flow,
    instance: ExistingInstance,
    values: Mapping[str, Placeable | str],
    name_prefix: str,
) -> dict[str, Placeable | str]:
    known = dict(values)
    for placeholder in flow.placeholders:
        key = f"{placeholder.kind}.{placeholder.name}"
        if placeholder.kind == "flow" and key not in known:
            document = read_flow(asset(f"flows/{placeholder.name}.json"))
            known = _with_named_flows(scope, document, instance, known, name_prefix)
            known[key] = ContactFlow(
                scope, placeholder.name, instance=instance, flow=document, values=known, name_prefix=name_prefix
            )
    return known
