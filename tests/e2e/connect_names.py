"""The names of what an instance holds, by CloudFormation type."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient
    from mypy_boto3_connect.literals import InstanceStorageResourceTypeType

# The property that is the name in Connect's lists.
NAMES = {
    "AWS::Connect::AgentStatus": "Name",
    "AWS::Connect::ContactFlow": "Name",
    "AWS::Connect::ContactFlowModule": "Name",
    "AWS::Connect::HoursOfOperation": "Name",
    "AWS::Connect::InstanceStorageConfig": "ResourceType",
    "AWS::Connect::Queue": "Name",
    "AWS::Connect::QuickConnect": "Name",
    "AWS::Connect::RoutingProfile": "Name",
    "AWS::Connect::SecurityProfile": "SecurityProfileName",
    "AWS::Connect::User": "Username",
}

_STORED: tuple[InstanceStorageResourceTypeType, ...] = (
    "ATTACHMENTS",
    "CALL_RECORDINGS",
    "CHAT_TRANSCRIPTS",
    "CONTACT_EVALUATIONS",
    "SCHEDULED_REPORTS",
    "SCREEN_RECORDINGS",
)


def listed_names(connect: ConnectClient, instance: str, resource_type: str) -> list[str]:
    """What Connect lists of one type, AWS's own included."""
    return _LISTS[resource_type](connect, instance)


def _agent_statuses(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_agent_statuses").paginate(InstanceId=instance)
    return [each["Name"] for page in pages for each in page["AgentStatusSummaryList"]]


def _flows(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_contact_flows").paginate(InstanceId=instance)
    return [each["Name"] for page in pages for each in page["ContactFlowSummaryList"]]


def _modules(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_contact_flow_modules").paginate(InstanceId=instance)
    return [each["Name"] for page in pages for each in page["ContactFlowModulesSummaryList"]]


def _hours(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_hours_of_operations").paginate(InstanceId=instance)
    return [each["Name"] for page in pages for each in page["HoursOfOperationSummaryList"]]


def _storage(connect: ConnectClient, instance: str) -> list[str]:
    return [
        kind
        for kind in _STORED
        for _ in connect.list_instance_storage_configs(InstanceId=instance, ResourceType=kind)["StorageConfigs"]
    ]


def _queues(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_queues").paginate(InstanceId=instance, QueueTypes=["STANDARD"])
    return [each["Name"] for page in pages for each in page["QueueSummaryList"]]


def _quick_connects(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_quick_connects").paginate(InstanceId=instance)
    return [each["Name"] for page in pages for each in page["QuickConnectSummaryList"]]


def _routing_profiles(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_routing_profiles").paginate(InstanceId=instance)
    return [each["Name"] for page in pages for each in page["RoutingProfileSummaryList"]]


def _security_profiles(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_security_profiles").paginate(InstanceId=instance)
    return [each["Name"] for page in pages for each in page["SecurityProfileSummaryList"]]


def _users(connect: ConnectClient, instance: str) -> list[str]:
    pages = connect.get_paginator("list_users").paginate(InstanceId=instance)
    return [each["Username"] for page in pages for each in page["UserSummaryList"]]


_LISTS: dict[str, Callable[[ConnectClient, str], list[str]]] = {
    "AWS::Connect::AgentStatus": _agent_statuses,
    "AWS::Connect::ContactFlow": _flows,
    "AWS::Connect::ContactFlowModule": _modules,
    "AWS::Connect::HoursOfOperation": _hours,
    "AWS::Connect::InstanceStorageConfig": _storage,
    "AWS::Connect::Queue": _queues,
    "AWS::Connect::QuickConnect": _quick_connects,
    "AWS::Connect::RoutingProfile": _routing_profiles,
    "AWS::Connect::SecurityProfile": _security_profiles,
    "AWS::Connect::User": _users,
}
