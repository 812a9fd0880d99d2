"""Ties that CloudFormation has no type for: a number to its flow, quick connects to their queue.

One function does both. It may touch the numbers, flows, queues and quick connects it is told of, and no others. What it
may do for a tie is a policy of its own, and a new one whenever the tie names something else: CloudFormation then takes
the old policy away only after the tie has let go of what it named before.
Source: AssociatePhoneNumberContactFlow, AssociateQueueQuickConnects.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Protocol

from aws_cdk import CustomResource, Duration, RemovalPolicy, Stack
from aws_cdk.aws_iam import Policy, PolicyStatement
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_lambda import Code, ILayerVersion
from aws_cdk.aws_logs import RetentionDays
from constructs import Construct

from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.phone_number import IPhoneNumber
from aicc_constructs.python_handler import PythonHandler
from aicc_constructs.queue import IQueue

MOST_QUICK_CONNECTS = 700


class IInboundFlow(Protocol):
    """What a number needs of the flow that its calls begin with."""

    contact_flow_arn: str


class IQuickConnect(Protocol):
    """What a queue needs of a quick connect."""

    quick_connect_arn: str


class ConnectWiring(Construct):
    """The function behind the ties of one instance.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance that all of them belong to.
        code: The handlers: those that come with this package.
        layer: Their libraries: a layer of its own.
        log_key: KMS key of its log group: CloudWatch's own encryption.
        log_retention: How long its log is kept: three months.
        log_removal_policy: What becomes of the log: RETAIN.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, ContactFlow, PhoneNumber, Queue, QuickConnect
        >>> from aicc_constructs.assets import asset
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> number = PhoneNumber.from_arn("arn:aws:connect:ap-northeast-2:111122223333:phone-number/1a2b")
        >>> queue = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b/queue/3c4d", "General")
        >>> flow = ContactFlow(stack, "Flow", instance=instance, flow=asset("flows/customer_hold.json"))
        >>> connect = QuickConnect(stack, "Connect", instance=instance, name="일반 상담", queue=queue, flow=flow)
        >>> wiring = ConnectWiring(stack, "Wiring", instance=instance)
        >>> tie = wiring.tie_number("Number", number, flow)
        >>> tie = wiring.offer_quick_connects("General", queue, [connect])
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        code: Code | None = None,
        layer: ILayerVersion | None = None,
        log_key: IKey | None = None,
        log_retention: RetentionDays = RetentionDays.THREE_MONTHS,
        log_removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
    ) -> None:
        super().__init__(scope, construct_id)
        self._instance = instance
        self._tied: list[str] = []
        self.handler = PythonHandler(
            self,
            "Handler",
            handler="wire_connect.handler.handler",
            description="Ties numbers to flows and quick connects to queues during a deploy",
            code=code,
            layer=layer,
            timeout=Duration.minutes(5),
            asynchronous=True,
            log_key=log_key,
            log_retention=log_retention,
            log_removal_policy=log_removal_policy,
        )

    def tie_number(self, construct_id: str, number: IPhoneNumber, flow: IInboundFlow) -> CustomResource:
        """Let calls to a number begin with a flow.

        Args:
            construct_id: Name of the tie below this construct.
            number: The number.
            flow: An inbound flow.

        Raises:
            InvalidInput: The number is tied already.
        """
        if number.phone_number_arn in self._tied:
            raise InvalidInput(
                f"{self.node.path}/{construct_id}: number",
                f"{number.phone_number_arn} is tied to a flow already",
                "tie each number once: the last tie would win",
            )
        self._tied.append(number.phone_number_arn)
        return self._tie(
            construct_id,
            "Custom::PhoneNumberContactFlow",
            {"PhoneNumberId": number.phone_number_arn, "ContactFlowId": flow.contact_flow_arn},
            [
                PolicyStatement(
                    actions=["connect:AssociatePhoneNumberContactFlow", "connect:DisassociatePhoneNumberContactFlow"],
                    resources=[number.phone_number_arn],
                ),
                PolicyStatement(actions=["connect:AssociatePhoneNumberContactFlow"], resources=[flow.contact_flow_arn]),
            ],
        )

    def offer_quick_connects(
        self, construct_id: str, queue: IQueue, quick_connects: Sequence[IQuickConnect]
    ) -> CustomResource:
        """Show quick connects to the agents of a queue.

        Args:
            construct_id: Name of the tie below this construct.
            queue: The queue whose agents see them.
            quick_connects: One to 700.

        Raises:
            InvalidInput: None or too many.
        """
        if not 1 <= len(quick_connects) <= MOST_QUICK_CONNECTS:
            raise InvalidInput(
                f"queue {queue.name!r}: quick connects",
                f"there are {len(quick_connects)}",
                f"offer 1 to {MOST_QUICK_CONNECTS}",
            )
        arns = [each.quick_connect_arn for each in quick_connects]
        return self._tie(
            construct_id,
            "Custom::QueueQuickConnects",
            {"QueueId": queue.queue_arn, "QuickConnectIds": arns},
            [
                PolicyStatement(
                    actions=["connect:AssociateQueueQuickConnects", "connect:DisassociateQueueQuickConnects"],
                    resources=[queue.queue_arn, *arns],
                )
            ],
        )

    def _tie(
        self,
        construct_id: str,
        resource_type: str,
        properties: dict[str, object],
        statements: list[PolicyStatement],
    ) -> CustomResource:
        # The name tells what the tie names, so that another content is another policy.
        named = json.dumps(Stack.of(self).resolve(properties), sort_keys=True)
        policy_id = f"{construct_id}Policy{hashlib.sha256(named.encode()).hexdigest()[:8]}"
        policy = Policy(self, policy_id, roles=[self.handler.role], statements=statements)
        tie = CustomResource(
            self,
            construct_id,
            resource_type=resource_type,
            service_token=self.handler.function_arn,
            service_timeout=Duration.minutes(6),
            properties={"InstanceId": self._instance.instance_id, **properties},
        )
        # What the role allows must be there before the function runs.
        tie.node.add_dependency(self.handler.role, policy)
        return tie
