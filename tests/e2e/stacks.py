"""Small stacks, made and changed through boto3, and what became of them."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import boto3

ENDED = ("_COMPLETE", "_FAILED")
SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallStack:
    """One stack."""

    session: boto3.Session
    name: str

    def create(self, resources: Mapping[str, Any]) -> str:
        """Make it; answers the status it ended in."""
        self.session.client("cloudformation").create_stack(
            StackName=self.name, TemplateBody=_template(resources), Capabilities=["CAPABILITY_IAM"]
        )
        return self.status()

    def update(self, resources: Mapping[str, Any]) -> str:
        """Change it; answers the status it ended in."""
        self.session.client("cloudformation").update_stack(
            StackName=self.name, TemplateBody=_template(resources), Capabilities=["CAPABILITY_IAM"]
        )
        return self.status()

    def replacements(self, resources: Mapping[str, Any]) -> dict[str, str]:
        """What a change set says of each changed resource: "True", "False" or "Conditional"."""
        client = self.session.client("cloudformation")
        client.create_change_set(
            StackName=self.name,
            ChangeSetName="look",
            TemplateBody=_template(resources),
            Capabilities=["CAPABILITY_IAM"],
        )
        deadline = time.monotonic() + SECONDS
        while (found := client.describe_change_set(StackName=self.name, ChangeSetName="look"))["Status"] not in (
            "CREATE_COMPLETE",
            "FAILED",
        ):
            assert time.monotonic() < deadline, found
            time.sleep(0.05)
        client.delete_change_set(StackName=self.name, ChangeSetName="look")
        changes = [change["ResourceChange"] for change in found["Changes"]]
        return {change["LogicalResourceId"]: change.get("Replacement", "") for change in changes}

    def status(self) -> str:
        """The status that the last operation ended in."""
        client = self.session.client("cloudformation")
        deadline = time.monotonic() + SECONDS
        while True:
            [stack] = client.describe_stacks(StackName=self.name)["Stacks"]
            status = str(stack["StackStatus"])
            if status.endswith(ENDED) and "CLEANUP" not in status:
                return status
            assert time.monotonic() < deadline, status
            time.sleep(0.05)

    def physical_id(self, logical_id: str) -> str:
        """The name of a resource."""
        found = self.session.client("cloudformation").describe_stack_resource(
            StackName=self.name, LogicalResourceId=logical_id
        )
        return str(found["StackResourceDetail"]["PhysicalResourceId"])

    def reasons(self) -> str:
        """Why resources failed."""
        events = self.session.client("cloudformation").describe_stack_events(StackName=self.name)["StackEvents"]
        return "\n".join(event.get("ResourceStatusReason", "") for event in events)

    def delete(self) -> None:
        """Begin to delete it."""
        self.session.client("cloudformation").delete_stack(StackName=self.name)


@contextmanager
def small_stack(session: boto3.Session, name: str) -> Iterator[SmallStack]:
    """A stack that is deleted in the end."""
    stack = SmallStack(session=session, name=name)
    yield stack
    stack.delete()


def _template(resources: Mapping[str, Any]) -> str:
    return json.dumps({"Resources": resources})
