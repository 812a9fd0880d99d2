"""Operations on instances and their attributes."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.pages import page
from aicc_local.connect.api.reading import Operation, most_results, paged
from aicc_local.connect.api.shaping import bare, shaped
from aicc_local.connect.instance import INSTANCE, find_instance, service_role
from aicc_local.errors import invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

# Attribute of the API to property of CloudFormation.
ATTRIBUTES = {
    "INBOUND_CALLS": "InboundCalls",
    "OUTBOUND_CALLS": "OutboundCalls",
    "CONTACTFLOW_LOGS": "ContactflowLogs",
    "CONTACT_LENS": "ContactLens",
    "AUTO_RESOLVE_BEST_VOICES": "AutoResolveBestVoices",
    "USE_CUSTOM_TTS_VOICES": "UseCustomTTSVoices",
    "EARLY_MEDIA": "EarlyMedia",
    "MULTI_PARTY_CONFERENCE": "MultiPartyConference",
    "AUTO_MUTE_AGENT_ON_HOLD": "AutoMuteAgentOnHold",
    "HIGH_VOLUME_OUTBOUND": "HighVolumeOutBound",
    "ENHANCED_CONTACT_MONITORING": "EnhancedContactMonitoring",
    "ENHANCED_CHAT_MONITORING": "EnhancedChatMonitoring",
    "MULTI_PARTY_CHAT_CONFERENCE": "MultiPartyChatConference",
    "MESSAGE_STREAMING": "MessageStreaming",
}
# On by default in instances made after December 2025; for the others AWS documents no default, and off is taken.
_ON = frozenset({"MESSAGE_STREAMING"})


def list_instances(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListInstances."""
    shown, token = page(list(aws.store.of(INSTANCE)), parameters, "ListInstances", most=most_results("ListInstances"))
    summaries = [shaped(aws, each, "InstanceSummary", **_known(aws, each)) for each in shown]
    return {"InstanceSummaryList": summaries, "NextToken": token}


def describe_instance(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeInstance."""
    record = find_instance(aws, parameters["InstanceId"])
    return {"Instance": shaped(aws, record, "Instance", **_known(aws, record))}


def list_instance_attributes(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListInstanceAttributes."""
    record = find_instance(aws, parameters["InstanceId"])
    return paged("ListInstanceAttributes", [_attribute(record, each) for each in ATTRIBUTES], parameters)


def describe_instance_attribute(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeInstanceAttribute."""
    record = find_instance(aws, parameters["InstanceId"])
    return {"Attribute": _attribute(record, _known_attribute(parameters["AttributeType"]))}


def update_instance_attribute(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateInstanceAttribute."""
    record = find_instance(aws, parameters["InstanceId"])
    name, value = _known_attribute(parameters["AttributeType"]), parameters["Value"].lower()
    if value not in ("true", "false"):
        raise invalid_parameter(f"Value: {parameters['Value']} is neither true nor false")
    record.properties["Attributes"] = {**record.properties["Attributes"], ATTRIBUTES[name]: value == "true"}
    record.changed = aws.now()
    return {}


def _known(aws: LocalAws, record: Record) -> dict[str, Any]:
    return {
        "InstanceStatus": "ACTIVE",
        "ServiceRole": service_role(aws, record),
        "CreatedTime": record.made,
        "InboundCallsEnabled": record.properties["Attributes"]["InboundCalls"],
        "OutboundCallsEnabled": record.properties["Attributes"]["OutboundCalls"],
        "InstanceAccessUrl": f"https://{record.properties.get('InstanceAlias', bare(record.arn))}.my.connect.aws",
    }


def _attribute(record: Record, name: str) -> dict[str, str]:
    on = record.properties["Attributes"].get(ATTRIBUTES[name], name in _ON)
    return {"AttributeType": name, "Value": str(on).lower()}


def _known_attribute(name: str) -> str:
    if name not in ATTRIBUTES:
        raise invalid_parameter(f"AttributeType: {name} does not exist")
    return name


INSTANCES: dict[str, Operation] = {
    "DescribeInstance": describe_instance,
    "DescribeInstanceAttribute": describe_instance_attribute,
    "ListInstanceAttributes": list_instance_attributes,
    "ListInstances": list_instances,
    "UpdateInstanceAttribute": update_instance_attribute,
}
