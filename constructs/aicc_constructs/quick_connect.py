"""A destination that agents transfer contacts to with one click.

Source: AWS::Connect::QuickConnect. A queue offers it to its agents through `ConnectWiring.offer_quick_connects`: named
in the queue itself it would make a circle, since a quick connect names a queue.
"""

from typing import Protocol

from aws_cdk.aws_connect import CfnQuickConnect
from constructs import Construct

from aicc_constructs.checks import DESCRIPTION_LENGTH, NAME_LENGTH, check_length
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
        InvalidInput: A name or description too long.
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
        check_length(f"{place}: description", description or name, DESCRIPTION_LENGTH)
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
