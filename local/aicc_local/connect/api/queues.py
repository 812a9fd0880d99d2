"""Operations on queues, and on the quick connects that they offer."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.pages import page
from aicc_local.connect.api.quick_connects import quick_connect_type
from aicc_local.connect.api.reading import Operation, describing, found, most_results
from aicc_local.connect.api.shaping import shaped
from aicc_local.connect.hours_of_operation import HOURS
from aicc_local.connect.instance import find_instance
from aicc_local.connect.queue import MOST_QUICK_CONNECTS, QUEUE
from aicc_local.connect.quick_connect import QUICK_CONNECT
from aicc_local.connect.user import USER
from aicc_local.errors import invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record


def list_queues(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListQueues; each user has an agent queue, which has no name."""
    instance = find_instance(aws, parameters["InstanceId"])
    standard = [shaped(aws, each, "QueueSummary", QueueType="STANDARD") for each in aws.store.of(QUEUE, instance.arn)]
    agents = [_agent_queue(aws, each) for each in aws.store.of(USER, instance.arn)]
    types = parameters.get("QueueTypes") or ["STANDARD", "AGENT"]
    queues = [each for each in [*standard, *agents] if each["QueueType"] in types]
    shown, token = page(queues, parameters, "ListQueues", most=most_results("ListQueues"))
    return {"QueueSummaryList": shown, "NextToken": token}


def describe_queue(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeQueue: whatever ListQueues lists; of an agent queue there is nothing to tell but where it is."""
    instance, asked = find_instance(aws, parameters["InstanceId"]), parameters["QueueId"].rpartition("/")[2]
    user = next((each for each in aws.store.of(USER, instance.arn) if each.id == asked), None)
    if user is None:
        return _describe_standard(aws, parameters)
    queue = _agent_queue(aws, user)
    del queue["QueueType"]
    return {"Queue": {"QueueId": queue.pop("Id"), "QueueArn": queue.pop("Arn"), **queue}}


def update_queue_status(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateQueueStatus."""
    if parameters["Status"] not in ("ENABLED", "DISABLED"):
        raise invalid_parameter(f"Status: {parameters['Status']} does not exist")
    return _set(aws, parameters, "Status", parameters["Status"])


def update_queue_hours_of_operation(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateQueueHoursOfOperation."""
    hours = found(aws, parameters, "HoursOfOperationId", HOURS)
    return _set(aws, parameters, "HoursOfOperationArn", hours.arn)


def update_queue_max_contacts(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateQueueMaxContacts; without a number the queue is never full."""
    return _set(aws, parameters, "MaxContacts", parameters.get("MaxContacts"))


def list_queue_quick_connects(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListQueueQuickConnects."""
    queue = found(aws, parameters, "QueueId", QUEUE)
    offered = [aws.store.find(QUICK_CONNECT, arn, queue.owner) for arn in queue.links.get("quick_connects", [])]
    shown, token = page(offered, parameters, "ListQueueQuickConnects", most=most_results("ListQueueQuickConnects"))
    summaries = [shaped(aws, each, "QuickConnectSummary", **quick_connect_type(aws, each)) for each in shown]
    return {"QuickConnectSummaryList": summaries, "NextToken": token}


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
    queue, ids = found(aws, parameters, "QueueId", QUEUE), parameters["QuickConnectIds"]
    if not 1 <= len(ids) <= MOST_QUICK_CONNECTS:
        raise invalid_parameter(f"QuickConnectIds: {len(ids)} are not 1 to {MOST_QUICK_CONNECTS}")
    return queue, [aws.store.find(QUICK_CONNECT, each, queue.owner).arn for each in ids]


def _set(aws: LocalAws, parameters: Mapping[str, Any], name: str, value: str | int | None) -> Mapping[str, Any]:
    queue = found(aws, parameters, "QueueId", QUEUE)
    queue.properties.pop(name, None)
    if value is not None:
        queue.properties[name] = value
    queue.changed = aws.now()
    return {}


def _agent_queue(aws: LocalAws, user: Record) -> dict[str, Any]:
    return {
        "Id": user.id,
        "Arn": f"{user.owner}/queue/agent/{user.id}",
        "QueueType": "AGENT",
        "LastModifiedTime": user.changed,
        "LastModifiedRegion": aws.region,
    }


_describe_standard = describing("DescribeQueue", QUEUE)

QUEUES: dict[str, Operation] = {
    "AssociateQueueQuickConnects": associate_queue_quick_connects,
    "DescribeQueue": describe_queue,
    "DisassociateQueueQuickConnects": disassociate_queue_quick_connects,
    "ListQueueQuickConnects": list_queue_quick_connects,
    "ListQueues": list_queues,
    "UpdateQueueHoursOfOperation": update_queue_hours_of_operation,
    "UpdateQueueMaxContacts": update_queue_max_contacts,
    "UpdateQueueStatus": update_queue_status,
}
