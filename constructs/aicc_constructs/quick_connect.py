"""A destination that agents transfer contacts to with one click.

Source: AWS::Connect::QuickConnect. A queue offers it to its agents through `ConnectWiring.offer_quick_connects`: named
in the queue itself it would make a circle, since a quick connect names a queue.
"""

from typing import Protocol

from aws_cdk.aws_connect import CfnQuickConnect
from constructs import Construct

from aicc_constructs.checks import NAME_LENGTH, check_description, check_length
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.queue import IQueue


class ITransferFlow(Protocol):
    """What a quick connect needs of its flow."""

    contact_flow_arn: str


class QuickConnect(Construct):
    """A quick connect to a queue.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        name: What agents read, 1 to 127 characters.
        queue: Where the contact goes.
        flow: Queue transfer flow that takes it there.
        description: Up to 250 characters: none.

    Raises:
        InvalidInput: A name or description empty or too long.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, ContactFlow, Queue
        >>> from aicc_constructs.assets import asset
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> queue = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b/queue/3c4d", "General")
        >>> flow = ContactFlow(stack, "Flow", instance=instance, flow=asset("flows/customer_hold.json"))
        >>> connect = QuickConnect(stack, "Connect", instance=instance, name="일반 상담", queue=queue, flow=flow)
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        name: str,
        queue: IQueue,
        flow: ITransferFlow,
        description: str | None = None,
    ) -> None:
        place = f"quick connect {name!r}"
        check_length(f"{place}: name", name, NAME_LENGTH)
        check_description(place, description)
        super().__init__(scope, construct_id)
        self._resource = CfnQuickConnect(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=name,
            description=description,
            quick_connect_config={
                "quickConnectType": "QUEUE",
                "queueConfig": {"queueArn": queue.queue_arn, "contactFlowArn": flow.contact_flow_arn},
            },
        )
        self.quick_connect_arn = self._resource.attr_quick_connect_arn
        instance.chain.append(self._resource)
