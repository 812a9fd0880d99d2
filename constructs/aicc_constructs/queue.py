"""A queue in which contacts wait for an agent.

Source: AWS::Connect::Queue. Its name is a CloudWatch dimension: a name that is not ASCII loses the queue's metrics.
"""

import re
from typing import ClassVar, Protocol

from aws_cdk import Duration
from aws_cdk.aws_cloudwatch import Metric
from aws_cdk.aws_connect import CfnQueue
from constructs import Construct

from aicc_constructs.checks import check_description, check_length, check_name, check_range, is_token
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.hours_of_operation import IHoursOfOperation
from aicc_constructs.phone_number import IPhoneNumber

_ARN = re.compile(r"arn:aws[-a-z0-9]*:connect:[-a-z0-9]+:[0-9]{12}:instance/[-a-zA-Z0-9]+/queue/[-a-zA-Z0-9]+")


class IQueue(Protocol):
    """What other constructs need of a queue."""

    queue_arn: str
    name: str


class IOutboundFlow(Protocol):
    """What a queue needs of its outbound whisper flow."""

    contact_flow_arn: str


class Queue(Construct):
    """A queue of an instance.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        name: ASCII, 1 to 127 characters, unique in the instance.
        hours: When it is open.
        description: Up to 250 characters; Korean belongs here: none.
        max_contacts: Contacts that may wait at the same time, 0 or more: the instance's quota.
        outbound_number: Number that agents of this queue call from: none, they cannot call out.
        outbound_caller_name: Caller name shown with it, up to 255 characters: none.
        outbound_flow: Outbound whisper flow that the called person hears: Connect's default.

    Attributes:
        outbound_number: As given.

    Raises:
        InvalidInput: A name that CloudWatch would not show, a negative limit, a caller name without a number.

    Source: AWS::Connect::Queue.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, HoursOfOperation, Weekly
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> hours = HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always())
        >>> queue = Queue(stack, "General", instance=instance, name="General", hours=hours)
        >>> queue.metric_size().metric_name, queue.metric_longest_wait_time().metric_name
        ('QueueSize', 'LongestQueueWaitTime')
        >>> lost = queue.metric("QueueCapacityExceededError", statistic="Sum")
    """

    placeholder_kind: ClassVar[str] = "queue"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        name: str,
        hours: IHoursOfOperation,
        description: str | None = None,
        max_contacts: int | None = None,
        outbound_number: IPhoneNumber | None = None,
        outbound_caller_name: str | None = None,
        outbound_flow: IOutboundFlow | None = None,
    ) -> None:
        place = f"queue {name!r}"
        check_name(f"{place}: name", name)
        check_description(place, description)
        if max_contacts is not None:
            check_range(f"{place}: max_contacts", max_contacts, 0, 1_000_000)
        if outbound_caller_name is not None:
            check_length(f"{place}: outbound_caller_name", outbound_caller_name, 255)
            if outbound_number is None:
                raise InvalidInput(
                    f"{place}: outbound_caller_name",
                    f"{outbound_caller_name!r} has no number",
                    "give outbound_number too",
                )
        super().__init__(scope, construct_id)
        self.name = name
        self.outbound_number = outbound_number
        self._instance = instance
        self._resource = CfnQueue(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=name,
            description=description,
            hours_of_operation_arn=hours.hours_of_operation_arn,
            max_contacts=max_contacts,
            outbound_caller_config=_caller(outbound_number, outbound_caller_name, outbound_flow),
        )
        self.queue_arn = self._resource.attr_queue_arn
        instance.chain.append(self._resource)

    @staticmethod
    def from_arn(queue_arn: str, name: str) -> "ExistingQueue":
        """A queue that exists.

        Args:
            queue_arn: `arn:aws:connect:REGION:ACCOUNT:instance/ID/queue/ID`.
            name: Its name, for messages about it.

        Raises:
            InvalidInput: That is not a queue's ARN.

        Example:
            >>> arn = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b/queue/3c4d"
            >>> Queue.from_arn(arn, "General").placeholder_value == arn
            True
        """
        if not is_token(queue_arn) and not _ARN.fullmatch(queue_arn):
            raise InvalidInput(
                f"queue {name!r}: queue_arn",
                f"{queue_arn!r} is not the ARN of a queue",
                "copy it from the queue's page: arn:aws:connect:REGION:ACCOUNT:instance/ID/queue/ID",
            )
        return ExistingQueue(queue_arn, name)

    @property
    def placeholder_value(self) -> str:
        """What `${queue.<name>}` in a flow stands for."""
        return self.queue_arn

    def metric(self, name: str, *, statistic: str = "Maximum", period: Duration | None = None) -> Metric:
        """A metric of this queue in AWS/Connect, each minute."""
        return Metric(
            namespace="AWS/Connect",
            metric_name=name,
            dimensions_map={
                "InstanceId": self._instance.instance_id,
                "MetricGroup": "Queue",
                "QueueName": self.name,
            },
            statistic=statistic,
            period=period or Duration.minutes(1),
        )

    def metric_size(self) -> Metric:
        """Contacts waiting."""
        return self.metric("QueueSize")

    def metric_longest_wait_time(self) -> Metric:
        """How long the first in the queue has waited, in seconds."""
        return self.metric("LongestQueueWaitTime")


class ExistingQueue:
    """A queue that was made elsewhere."""

    placeholder_kind: ClassVar[str] = "queue"

    def __init__(self, queue_arn: str, name: str) -> None:
        self.queue_arn = queue_arn
        self.name = name

    @property
    def placeholder_value(self) -> str:
        """What `${queue.<name>}` in a flow stands for."""
        return self.queue_arn


def _caller(
    number: IPhoneNumber | None, name: str | None, flow: IOutboundFlow | None
) -> CfnQueue.OutboundCallerConfigProperty | None:
    if number is None and flow is None:
        return None
    return CfnQueue.OutboundCallerConfigProperty(
        outbound_caller_id_name=name,
        outbound_caller_id_number_arn=number.phone_number_arn if number else None,
        outbound_flow_arn=flow.contact_flow_arn if flow else None,
    )
