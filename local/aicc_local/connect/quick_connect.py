"""AWS::Connect::QuickConnect: a destination that agents transfer contacts to."""

from typing import Any

from aicc_local.connect.belonging import check_flow, check_in_instance
from aicc_local.errors import invalid_request
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

QUICK_CONNECT = "AWS::Connect::QuickConnect"
# What each type is told, and the type of flow that takes the contact there ("Create quick connects": a quick connect
# to a queue needs a transfer to queue flow, one to an agent a transfer to agent flow). None: no such rule is known.
_CONFIGS: dict[str, tuple[str, str | None]] = {
    "QUEUE": ("QueueConfig", "QUEUE_TRANSFER"),
    "USER": ("UserConfig", "AGENT_TRANSFER"),
    "PHONE_NUMBER": ("PhoneConfig", None),
    "FLOW": ("FlowConfig", None),
}


class QuickConnect(ResourceType):
    """A quick connect."""

    type_name = QUICK_CONNECT
    arn_part = "transfer-destination"
    unique = "Name"
    quota = Quota(name="Quick connects per instance", limit=100)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        config = properties["QuickConnectConfig"]
        wanted, flow_type = _CONFIGS[config["QuickConnectType"]]
        given = sorted(name for name in config if name.endswith("Config"))
        if given != [wanted]:
            told = " and ".join(given) or "nothing"
            raise invalid_request(f"QuickConnectConfig: {config['QuickConnectType']} needs {wanted}, and has {told}")
        instance, told = self.owner(aws, properties), config[wanted]
        check_in_instance(aws, instance, wanted, [told.get("QueueArn"), told.get("UserArn")])
        check_flow(aws, instance, wanted, told.get("ContactFlowArn"), flow_type)

    def deleted(self, aws: LocalAws, record: Record) -> None:
        """Queues offer it no longer."""
        for queue in aws.store.of("AWS::Connect::Queue", record.owner):
            offered = queue.links.get("quick_connects", [])
            queue.links["quick_connects"] = [each for each in offered if each != record.arn]

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {"QuickConnectType": record.properties["QuickConnectConfig"]["QuickConnectType"]}
