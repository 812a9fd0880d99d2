"""AWS::Connect::RoutingProfile: which contacts an agent gets."""

from collections.abc import Sequence
from typing import Any

from aicc_local.connect.belonging import check_in_instance, users_of
from aicc_local.errors import in_use, invalid_parameter, limit_exceeded
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

ROUTING_PROFILE = "AWS::Connect::RoutingProfile"
QUEUES = Quota(name="Queues per routing profile per instance", limit=50)
# "It is different from the quota of 50" (CreateRoutingProfile); an update adds the others by calls of their own.
MOST_AT_CREATION = 10


class RoutingProfile(ResourceType):
    """A routing profile."""

    type_name = ROUTING_PROFILE
    arn_part = "routing-profile"
    unique = "Name"
    quota = Quota(name="Routing profiles per instance", limit=500)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        """One contact at a time by voice (MediaConcurrency); a channel, and a queue on a channel, once.

        Not documented, and refused here: a queue on a channel that the profile does not have.
        """
        instance = self.owner(aws, properties)
        check_in_instance(aws, instance, "DefaultOutboundQueueArn", [properties["DefaultOutboundQueueArn"]])
        channels = _channels(properties["MediaConcurrencies"])
        for name in ("QueueConfigs", "ManualAssignmentQueueConfigs"):
            configs = properties.get(name, [])
            _check_number(aws, name, len(configs), created=record is None)
            references = [each["QueueReference"] for each in configs]
            check_in_instance(aws, instance, name, [each["QueueArn"] for each in references])
            _check_references(name, references, channels)

    def check_delete(self, aws: LocalAws, record: Record) -> None:
        """DeleteRoutingProfile answers ResourceInUseException."""
        users = users_of(aws, record, "AWS::Connect::User", "RoutingProfileArn")
        if users:
            raise in_use(f"Routing profile {record.name} is in use by user {users[0].name}")


def _channels(concurrencies: Sequence[dict[str, Any]]) -> list[str]:
    channels = [each["Channel"] for each in concurrencies]
    if len(channels) != len(set(channels)):
        raise invalid_parameter(f"MediaConcurrencies: a channel stands twice: {', '.join(channels)}")
    for each in concurrencies:
        if each["Channel"] == "VOICE" and each["Concurrency"] != 1:
            raise invalid_parameter(f"MediaConcurrencies: VOICE takes 1, not {each['Concurrency']}")
    return channels


def _check_number(aws: LocalAws, name: str, number: int, *, created: bool) -> None:
    if created and number > MOST_AT_CREATION:
        raise invalid_parameter(f"{name}: {number} are more than {MOST_AT_CREATION}, which is what one call takes")
    limit = aws.quotas.get(QUEUES.name, QUEUES.limit)
    if number > limit:
        raise limit_exceeded(f"{QUEUES.name}: the limit of {limit} is reached")


def _check_references(name: str, references: Sequence[dict[str, Any]], channels: Sequence[str]) -> None:
    seen: set[tuple[str, str]] = set()
    for each in references:
        queue = (each["QueueArn"], each["Channel"])
        if queue in seen:
            raise invalid_parameter(f"{name}: {queue[0]} stands twice on {queue[1]}")
        if queue[1] not in channels:
            raise invalid_parameter(f"{name}: MediaConcurrencies lack the channel {queue[1]}")
        seen.add(queue)
