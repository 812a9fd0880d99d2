"""What AWS puts into a new instance, so that names that are taken from the start show here too.

Documented (administrator guide, "Default security profiles", "Default flows", getting started): the names. From
listings of real instances: the prompts and the types of the flows. Not known, and chosen here: the opening times and
the time zone of "Basic Hours", the channels of "Basic Routing Profile". Left out: what the security profiles permit.
"""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.default_flows import default_flows
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record, new_id

# The kind of resource and what stands before the id in its ARN, as the types say too; a test compares them.
ARN_PARTS = {
    "AgentStatus": "agent-state",
    "ContactFlow": "contact-flow",
    "HoursOfOperation": "operating-hours",
    "Prompt": "prompt",
    "Queue": "queue",
    "RoutingProfile": "routing-profile",
    "SecurityProfile": "security-profile",
}
SECURITY_PROFILES = ("Admin", "Agent", "CallCenterManager", "QualityAnalyst")
AGENT_STATUSES = {"Available": "ROUTABLE", "Offline": "OFFLINE"}
PROMPTS = (
    "Beep.wav",
    "CustomerHold.wav",
    "CustomerQueue.wav",
    "Music_Jazz_MyTimetoFly_Inst.wav",
    "Music_Pop_ThisAndThatIsLife_Inst.wav",
    "Music_Pop_ThrowYourselfInFrontOfIt_Inst.wav",
    "Music_Rock_EverywhereTheSunShines_Inst.wav",
)
_DAYS = ("SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY")
_MIDNIGHT = {"Hours": 0, "Minutes": 0}


def add_defaults(aws: LocalAws, instance: Record) -> None:
    """Put AWS's own resources into a new instance."""
    week = [{"Day": day, "StartTime": _MIDNIGHT, "EndTime": _MIDNIGHT} for day in _DAYS]
    hours = _add(aws, instance, "HoursOfOperation", {"Name": "Basic Hours", "TimeZone": "UTC", "Config": week})
    queue = _add(aws, instance, "Queue", {"Name": "BasicQueue", "HoursOfOperationArn": hours.arn, "Status": "ENABLED"})
    _add(aws, instance, "RoutingProfile", _routing_profile(queue))
    for name in SECURITY_PROFILES:
        _add(aws, instance, "SecurityProfile", {"SecurityProfileName": name})
    for order, (name, kind) in enumerate(AGENT_STATUSES.items(), 1):
        status = {"Name": name, "State": "ENABLED", "Type": kind, "DisplayOrder": order}
        _add(aws, instance, "AgentStatus", status)
    for name in PROMPTS:
        _add(aws, instance, "Prompt", {"Name": name})
    for name, kind, content in default_flows():
        _add(aws, instance, "ContactFlow", {"Name": name, "Type": kind, "Content": content, "State": "ACTIVE"})


def _routing_profile(queue: Record) -> Mapping[str, Any]:
    reference = {"QueueArn": queue.arn, "Channel": "VOICE"}
    return {
        "Name": "Basic Routing Profile",
        "Description": "A simple routing profile.",
        "DefaultOutboundQueueArn": queue.arn,
        "MediaConcurrencies": [{"Channel": "VOICE", "Concurrency": 1}],
        "QueueConfigs": [{"QueueReference": reference, "Priority": 1, "Delay": 0}],
    }


def _add(aws: LocalAws, instance: Record, kind: str, properties: Mapping[str, Any]) -> Record:
    resource_id, now = new_id(), aws.now()
    record = Record(
        kind=f"AWS::Connect::{kind}",
        id=resource_id,
        arn=f"{instance.arn}/{ARN_PARTS[kind]}/{resource_id}",
        owner=instance.arn,
        properties={"InstanceArn": instance.arn, **properties},
        made=now,
        changed=now,
        by_aws=True,
    )
    return aws.store.add(record)
