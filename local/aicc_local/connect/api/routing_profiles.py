"""Operations on routing profiles."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.reading import Operation, describing, found, listing, paged
from aicc_local.connect.api.shaping import bare
from aicc_local.connect.belonging import users_of
from aicc_local.connect.queue import QUEUE
from aicc_local.connect.routing_profile import ROUTING_PROFILE
from aicc_local.connect.user import USER
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record


def list_routing_profile_queues(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListRoutingProfileQueues."""
    record = found(aws, parameters, "RoutingProfileId", ROUTING_PROFILE)
    return paged(
        "ListRoutingProfileQueues",
        [_summary(aws, record, each) for each in record.properties.get("QueueConfigs", [])],
        parameters,
    )


def _summary(aws: LocalAws, record: Record, config: Mapping[str, Any]) -> dict[str, Any]:
    queue = aws.store.find(QUEUE, config["QueueReference"]["QueueArn"], record.owner)
    return {
        "QueueId": queue.id,
        "QueueArn": queue.arn,
        "QueueName": queue.name,
        "Priority": config["Priority"],
        "Delay": config["Delay"],
        "Channel": config["QueueReference"]["Channel"],
    }


def _numbers(aws: LocalAws, record: Record) -> Mapping[str, Any]:
    queues = _ids(record, "QueueConfigs")
    manual = _ids(record, "ManualAssignmentQueueConfigs")
    return {
        "NumberOfAssociatedQueues": len(queues),
        "NumberOfAssociatedManualAssignmentQueues": len(manual),
        "NumberOfAssociatedUsers": len(users_of(aws, record, USER, "RoutingProfileArn")),
        "AssociatedQueueIds": queues,
        "AssociatedManualAssignmentQueueIds": manual,
        "IsDefault": record.by_aws,
    }


def _ids(record: Record, name: str) -> list[str]:
    return list(dict.fromkeys(bare(each["QueueReference"]["QueueArn"]) for each in record.properties.get(name, [])))


ROUTING_PROFILES: dict[str, Operation] = {
    "DescribeRoutingProfile": describing("DescribeRoutingProfile", ROUTING_PROFILE, extras=_numbers),
    "ListRoutingProfileQueues": list_routing_profile_queues,
    "ListRoutingProfiles": listing("ListRoutingProfiles", ROUTING_PROFILE),
}
