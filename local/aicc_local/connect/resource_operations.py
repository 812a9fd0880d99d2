"""The API operations on Connect's resources: name to function."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.connect.instance import INSTANCE, find_instance
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]


def list_instances(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListInstances."""
    return {
        "InstanceSummaryList": [
            {"Id": each.id, "Arn": each.arn, "InstanceAlias": each.name} for each in aws.store.of(INSTANCE)
        ]
    }


def associate_queue_quick_connects(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """AssociateQueueQuickConnects: adds those that are not there yet."""
    queue, named = _queue_and_quick_connects(aws, parameters)
    queue.links["quick_connects"] = [*dict.fromkeys([*queue.links.get("quick_connects", []), *named])]
    return {}


def disassociate_queue_quick_connects(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DisassociateQueueQuickConnects."""
    queue, named = _queue_and_quick_connects(aws, parameters)
    queue.links["quick_connects"] = [each for each in queue.links.get("quick_connects", []) if each not in named]
    return {}


def _queue_and_quick_connects(aws: LocalAws, parameters: Mapping[str, Any]) -> tuple[Record, list[str]]:
    instance = find_instance(aws, parameters["InstanceId"])
    queue = aws.store.find("AWS::Connect::Queue", parameters["QueueId"], instance.arn)
    ids = parameters["QuickConnectIds"]
    return queue, [aws.store.find("AWS::Connect::QuickConnect", each, instance.arn).arn for each in ids]


RESOURCE_OPERATIONS: dict[str, Operation] = {
    "AssociateQueueQuickConnects": associate_queue_quick_connects,
    "DisassociateQueueQuickConnects": disassociate_queue_quick_connects,
    "ListInstances": list_instances,
}
