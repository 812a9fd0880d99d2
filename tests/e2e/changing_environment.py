"""A deployed environment whose assembly is changed, and what Connect's API tells of it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.deployed_stack import DeployedStack
from tests.e2e.local_account import LocalAccount

LOG_GROUP = "/aws/connect/aicc-example-dev"
NOWHERE = ('"NextAction":"set-language"', '"NextAction":"nowhere"')
PAUSE_SECONDS = 0.05
ROUNDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangingEnvironment:
    """The environment as shipped, and a copy of its assembly to change."""

    account: LocalAccount
    stack: DeployedStack
    changed: CloudAssembly

    def flow(self, name: str) -> str:
        """The ARN of a flow."""
        return self.stack.physical_id(self.flow_id(name))

    def flow_id(self, name: str) -> str:
        """The logical id of a flow."""
        return self.changed.logical_id("AWS::Connect::ContactFlow", Name=name)

    def content(self, flow: str) -> str:
        """What a flow holds."""
        instance = flow.partition("/contact-flow/")[0]
        return self.account.connect.describe_contact_flow(InstanceId=instance, ContactFlowId=flow)["ContactFlow"][
            "Content"
        ]

    def break_flow(self) -> None:
        """Let the inbound flow go on where nothing is."""
        self.changed.change_content(self.flow_id("aicc-inbound"), *NOWHERE)

    def module_content(self, module: str) -> str:
        """What a module holds."""
        instance = module.partition("/flow-module/")[0]
        answer = self.account.connect.describe_contact_flow_module(InstanceId=instance, ContactFlowModuleId=module)
        return answer["ContactFlowModule"]["Content"]

    def steps_of_a_chat(self, flow: str, *, until: str) -> list[str]:
        """The actions that a chat which begins with a flow comes by, as the flow log tells, up to one of them.

        Raises:
            TimeoutError: It does not come there.
        """
        instance, _, flow_id = flow.partition("/contact-flow/")
        chat = self.account.connect.start_chat_contact(
            InstanceId=instance, ContactFlowId=flow_id, ParticipantDetails={"DisplayName": "손님"}
        )
        logs = self.account.session.client("logs")
        for _ in range(ROUNDS):
            events = logs.filter_log_events(logGroupName=LOG_GROUP, filterPattern=f'"{chat["ContactId"]}"')["events"]
            steps = [str(json.loads(event["message"])["Identifier"]) for event in events]
            if until in steps:
                return steps
            time.sleep(PAUSE_SECONDS)
        raise TimeoutError(f"the chat came by {steps}")

    def queue(self, name: str) -> str:
        """The ARN of a queue."""
        return self.stack.physical_id(self.changed.logical_id("AWS::Connect::Queue", Name=f"aicc-{name}"))

    def tie(self, queue: str) -> str:
        """The logical id of what ties quick connects to a queue."""
        queue_id = self.changed.logical_id("AWS::Connect::Queue", Name=f"aicc-{queue}")
        return self.changed.logical_id("Custom::QueueQuickConnects", QueueId={"Fn::GetAtt": [queue_id, "QueueArn"]})

    def quick_connects(self, queue: str) -> set[str]:
        """What a queue offers."""
        instance = queue.partition("/queue/")[0]
        answer = self.account.connect.list_queue_quick_connects(InstanceId=instance, QueueId=queue)
        return {each["Arn"] for each in answer["QuickConnectSummaryList"]}
