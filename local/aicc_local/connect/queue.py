"""AWS::Connect::Queue: where contacts wait."""

from typing import Any

from aicc_local.connect.belonging import check_flow, check_in_instance, users_of
from aicc_local.errors import in_use, invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

QUEUE = "AWS::Connect::Queue"
# CreateQueue and AssociateQueueQuickConnects take no longer list.
MOST_QUICK_CONNECTS = 50


class Queue(ResourceType):
    """A standard queue; the queue that each agent has is not a resource of its own."""

    type_name = QUEUE
    arn_part = "queue"
    unique = "Name"
    quota = Quota(name="Queues per instance", limit=100)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        """What a queue refers to is in its instance; OutboundFlowId is "the outbound whisper flow" (CreateQueue)."""
        instance = self.owner(aws, properties)
        quick_connects = properties.get("QuickConnectArns", [])
        check_in_instance(aws, instance, "HoursOfOperationArn", [properties["HoursOfOperationArn"]])
        check_in_instance(aws, instance, "QuickConnectArns", quick_connects)
        if len(quick_connects) > MOST_QUICK_CONNECTS:
            raise invalid_parameter(f"QuickConnectArns: {len(quick_connects)} are more than {MOST_QUICK_CONNECTS}")
        caller = properties.get("OutboundCallerConfig", {})
        check_in_instance(aws, instance, "OutboundCallerIdNumberArn", [caller.get("OutboundCallerIdNumberArn")])
        check_flow(aws, instance, "OutboundFlowArn", caller.get("OutboundFlowArn"), "OUTBOUND_WHISPER")

    def made(self, aws: LocalAws, record: Record) -> None:
        record.properties.setdefault("Status", "ENABLED")
        record.links["quick_connects"] = list(record.properties.get("QuickConnectArns", []))

    def changed(self, aws: LocalAws, record: Record, before: dict[str, Any]) -> None:
        """Quick connects that were associated by API calls stay unless the template's own list changes."""
        record.properties.setdefault("Status", before.get("Status", "ENABLED"))
        old, new = before.get("QuickConnectArns", []), record.properties.get("QuickConnectArns", [])
        if old != new:
            kept = [each for each in record.links.get("quick_connects", []) if each not in old]
            record.links["quick_connects"] = [*dict.fromkeys([*kept, *new])]

    def check_delete(self, aws: LocalAws, record: Record) -> None:
        """DeleteQueue answers ResourceInUseException: "remove its reference from related resources"."""
        names = ("QueueConfigs", "ManualAssignmentQueueConfigs", "DefaultOutboundQueueArn")
        profiles = users_of(aws, record, "AWS::Connect::RoutingProfile", *names)
        if profiles:
            raise in_use(f"Queue {record.name} is in use by routing profile {profiles[0].name}")

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {"Type": "STANDARD"}
