"""GetCurrentMetricData: counted from the agents and contacts there are.

What the API reference says is kept: a result for whom there is no data is left out; OLDEST_CONTACT_AGE is in
milliseconds without groupings and in seconds with them, whatever its unit says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from aicc_local.connect.contacts.agents import ROUTING_PROFILE, AgentCounts, counts_of
from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.counts import oldest_age, scheduled, waiting
from aicc_local.connect.contacts.pages import page
from aicc_local.connect.instance import find_instance
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

QUEUE = "AWS::Connect::Queue"
CHANNELS = ("VOICE", "CHAT", "TASK")
_NEED_PROFILES = ("CONTACTS_IN_QUEUE", "CONTACTS_SCHEDULED", "OLDEST_CONTACT_AGE")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """What one result is about."""

    dimensions: Mapping[str, Any]
    queues: tuple[str, ...]
    profiles: tuple[str, ...]
    channels: tuple[str, ...]


def get_current_metric_data(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """GetCurrentMetricData."""
    instance = find_instance(aws, parameters["InstanceId"])
    filters, groupings = parameters["Filters"], parameters.get("Groupings") or []
    _check(filters, groupings, parameters)
    results = []
    for group in _groups(aws, instance, filters, groupings):
        agents = counts_of(aws, instance.arn, queues=group.queues, profiles=group.profiles, channels=group.channels)
        contacts = waiting(aws, instance.arn, queues=group.queues, channels=group.channels)
        later = scheduled(aws, instance.arn, queues=group.queues, channels=group.channels)
        if agents.online or contacts or later:
            values = _values(aws, agents, contacts, len(later), grouped=bool(groupings))
            # ESTIMATED_WAIT_TIME has no value: "insufficient data".
            collections = [
                {"Metric": metric, "Value": values.get(metric["Name"])} for metric in parameters["CurrentMetrics"]
            ]
            results.append({"Dimensions": group.dimensions, "Collections": collections})
    listed, token = page(results, parameters, "GetCurrentMetricData")
    return {
        "MetricResults": listed,
        "NextToken": token,
        "DataSnapshotTime": aws.now(),
        "ApproximateTotalCount": len(results),
    }


def _check(filters: Mapping[str, Any], groupings: Sequence[str], parameters: Mapping[str, Any]) -> None:
    if "Queues" in filters and "RoutingProfiles" in filters:
        raise _invalid("Filters: queues and routing profiles cannot be combined")
    if "Queues" not in filters and "RoutingProfiles" not in filters:
        raise _invalid("Filters: at least one queue or routing profile is needed")
    here = {"Queues", "RoutingProfiles", "Channels"}
    others = sorted(set(filters) - here) + sorted(set(groupings) - {"QUEUE", "CHANNEL", "ROUTING_PROFILE"})
    if others or parameters.get("SortCriteria"):
        raise _invalid(f"The local Connect does not have: {', '.join(others) or 'SortCriteria'}")
    if "CHANNEL" in groupings and "Channels" not in filters:
        raise _invalid("Groupings: CHANNEL needs a Channels filter")
    if not parameters["CurrentMetrics"] or any("Name" not in metric for metric in parameters["CurrentMetrics"]):
        raise _invalid("CurrentMetrics: every metric needs a name")
    names = {metric["Name"] for metric in parameters["CurrentMetrics"]}
    if "ROUTING_PROFILE" in groupings and "RoutingProfiles" not in filters and names & set(_NEED_PROFILES):
        raise _invalid("Groupings: ROUTING_PROFILE needs a routing profile filter for these metrics")


def _groups(aws: LocalAws, instance: Record, filters: Mapping[str, Any], groupings: Sequence[str]) -> list[_Group]:
    queues = [aws.store.find(QUEUE, each, instance.arn) for each in filters.get("Queues", ())]
    profiles = [aws.store.find(ROUTING_PROFILE, each, instance.arn) for each in filters.get("RoutingProfiles", ())]
    channels = tuple(filters.get("Channels") or CHANNELS)
    if profiles:
        queues = [aws.store.find(QUEUE, arn, instance.arn) for arn in _queues_of(profiles)]
    elif "ROUTING_PROFILE" in groupings:
        profiles = list(aws.store.of(ROUTING_PROFILE, instance.arn))
    by_queue = [(each,) for each in queues] if "QUEUE" in groupings else [tuple(queues)]
    by_profile = [(each,) for each in profiles] if "ROUTING_PROFILE" in groupings else [tuple(profiles)]
    by_channel = [(each,) for each in channels] if "CHANNEL" in groupings else [channels]
    return [
        _Group(
            dimensions=_dimensions(groupings, *group),
            queues=tuple(queue.arn for queue in group[0]),
            profiles=tuple(profile.arn for profile in group[1]),
            channels=group[2],
        )
        for group in product(by_queue, by_profile, by_channel)
    ]


def _dimensions(
    groupings: Sequence[str], queues: Sequence[Record], profiles: Sequence[Record], channels: Sequence[str]
) -> dict[str, Any]:
    dimensions: dict[str, Any] = {}
    if "QUEUE" in groupings:
        dimensions["Queue"] = {"Id": queues[0].id, "Arn": queues[0].arn}
    if "ROUTING_PROFILE" in groupings:
        dimensions["RoutingProfile"] = {"Id": profiles[0].id, "Arn": profiles[0].arn}
    if "CHANNEL" in groupings:
        dimensions["Channel"] = channels[0]
    return dimensions


def _queues_of(profiles: Sequence[Record]) -> list[str]:
    arns = [
        each["QueueReference"]["QueueArn"]
        for profile in profiles
        for each in profile.properties.get("QueueConfigs") or ()
    ]
    return list(dict.fromkeys(arns))


def _values(
    aws: LocalAws, agents: AgentCounts, contacts: Sequence[Contact], later: int, *, grouped: bool
) -> dict[str, float]:
    return {
        "AGENTS_ONLINE": agents.online,
        "AGENTS_AVAILABLE": agents.available,
        "AGENTS_STAFFED": agents.staffed,
        "AGENTS_ON_CALL": agents.on_contact,
        "AGENTS_ON_CONTACT": agents.on_contact,
        "AGENTS_NON_PRODUCTIVE": agents.non_productive,
        "AGENTS_AFTER_CONTACT_WORK": 0,
        "AGENTS_ERROR": 0,
        "SLOTS_ACTIVE": agents.slots_active,
        "SLOTS_AVAILABLE": agents.slots_available,
        "CONTACTS_IN_QUEUE": len(contacts),
        "CONTACTS_SCHEDULED": later,
        "OLDEST_CONTACT_AGE": oldest_age(aws, contacts) * (1 if grouped else 1000),
    }


def _invalid(message: str) -> ServiceError:
    return ServiceError("InvalidParameterException", message)
