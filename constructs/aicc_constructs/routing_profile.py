"""Which contacts an agent gets: channels, queues, their order.

Source: AWS::Connect::RoutingProfile; CreateRoutingProfile. Voice takes one contact at a time, chat and task up to ten.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aws_cdk.aws_connect import CfnRoutingProfile
from constructs import Construct

from aicc_constructs.checks import check_choice, check_description, check_name, check_range
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.queue import IQueue

MOST_AT_A_TIME = {"VOICE": 1, "CHAT": 10, "TASK": 10, "EMAIL": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutedQueue:
    """A queue that agents with the profile serve on one channel.

    Args:
        queue: The queue.
        channel: "VOICE", "CHAT", "TASK" or "EMAIL".
        priority: 1 (first) to 99.
        delay: Seconds a contact waits before these agents get it, 0 to 9999.

    Example:
        >>> from aicc_constructs import Queue
        >>> queue = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b/queue/3c4d", "General")
        >>> RoutedQueue(queue=queue, channel="VOICE").priority
        1
    """

    queue: IQueue
    channel: str
    priority: int = 1
    delay: int = 0


class RoutingProfile(Construct):
    """A routing profile of an instance.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        name: 1 to 127 characters, unique in the instance.
        description: 1 to 250 characters; Connect demands one.
        capacity: Contacts at a time per channel, such as {"VOICE": 1, "CHAT": 3}.
        default_outbound_queue: The queue whose number is used when an agent calls out.
        queues: The queues served: none.

    Raises:
        InvalidInput: An unknown channel, a capacity, priority or delay out of range, the same queue and channel twice.

    Source: AWS::Connect::RoutingProfile.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, Queue
        >>> stack = Stack()
        >>> queue = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b/queue/3c4d", "General")
        >>> profile = RoutingProfile(
        ...     stack,
        ...     "Profile",
        ...     instance=ConnectInstance(stack, "Instance", alias="hanbit"),
        ...     name="General",
        ...     description="일반 상담",
        ...     capacity={"VOICE": 1, "CHAT": 3},
        ...     default_outbound_queue=queue,
        ...     queues=[RoutedQueue(queue=queue, channel="VOICE"), RoutedQueue(queue=queue, channel="CHAT", delay=30)],
        ... )
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        name: str,
        description: str,
        capacity: Mapping[str, int],
        default_outbound_queue: IQueue,
        queues: Sequence[RoutedQueue] = (),
    ) -> None:
        place = f"routing profile {name!r}"
        check_name(f"{place}: name", name)
        check_description(place, description)
        for channel, most in capacity.items():
            check_choice(f"{place}: capacity", channel, MOST_AT_A_TIME)
            check_range(f"{place}: capacity of {channel}", most, 1, MOST_AT_A_TIME[channel])
        if not capacity:
            raise InvalidInput(f"{place}: capacity", "is empty", "name a channel, such as {'VOICE': 1}")
        _check_queues(place, capacity, queues)
        super().__init__(scope, construct_id)
        self.name = name
        self._resource = CfnRoutingProfile(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=name,
            description=description,
            default_outbound_queue_arn=default_outbound_queue.queue_arn,
            media_concurrencies=[{"channel": channel, "concurrency": most} for channel, most in capacity.items()],
            queue_configs=[
                {
                    "queueReference": {"queueArn": routed.queue.queue_arn, "channel": routed.channel},
                    "priority": routed.priority,
                    "delay": routed.delay,
                }
                for routed in queues
            ]
            or None,
        )
        self.routing_profile_arn = self._resource.attr_routing_profile_arn
        instance.chain.append(self._resource)


def _check_queues(place: str, capacity: Mapping[str, int], queues: Sequence[RoutedQueue]) -> None:
    seen: set[tuple[str, str]] = set()
    for routed in queues:
        where = f"{place}: queue {routed.queue.name!r}"
        check_choice(f"{where}: channel", routed.channel, MOST_AT_A_TIME)
        check_range(f"{where}: priority", routed.priority, 1, 99)
        check_range(f"{where}: delay", routed.delay, 0, 9999, unit=" seconds")
        if routed.channel not in capacity:
            raise InvalidInput(where, f"channel {routed.channel} has no capacity", f"add {routed.channel} to capacity")
        if (routed.queue.name, routed.channel) in seen:
            raise InvalidInput(where, f"is served twice on {routed.channel}", "name each queue and channel once")
        seen.add((routed.queue.name, routed.channel))
