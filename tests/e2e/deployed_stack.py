"""A stack as CloudFormation's API tells of it, nested stacks included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackEventTypeDef, StackResourceTypeDef

NESTED = "AWS::CloudFormation::Stack"


@dataclass(frozen=True, slots=True)
class DeployedStack:
    """One top-level stack.

    Attributes:
        client: Of its account.
        name: Its name.
    """

    client: CloudFormationClient
    name: str

    @property
    def status(self) -> str:
        """Such as "UPDATE_COMPLETE"."""
        [stack] = self.client.describe_stacks(StackName=self.name)["Stacks"]
        return stack["StackStatus"]

    @property
    def outputs(self) -> dict[str, str]:
        """By key."""
        [stack] = self.client.describe_stacks(StackName=self.name)["Stacks"]
        return {each["OutputKey"]: each["OutputValue"] for each in stack.get("Outputs", [])}

    def resources(self) -> dict[str, StackResourceTypeDef]:
        """By logical id, those of nested stacks too."""
        return {
            each["LogicalResourceId"]: each
            for stack in self._with_nested()
            for each in self.client.describe_stack_resources(StackName=stack)["StackResources"]
        }

    def physical_id(self, logical_id: str) -> str:
        """What `Ref` answers."""
        return self.resources()[logical_id]["PhysicalResourceId"]

    def events(self) -> list[StackEventTypeDef]:
        """Of each stack, the oldest first."""
        pages = self.client.get_paginator("describe_stack_events")
        return [
            event
            for stack in self._with_nested()
            for event in reversed([each for page in pages.paginate(StackName=stack) for each in page["StackEvents"]])
        ]

    @contextmanager
    def new_events(self) -> Iterator[list[StackEventTypeDef]]:
        """Collects, for after the block, what happened during it."""
        before = {event["EventId"] for event in self.events()}
        found: list[StackEventTypeDef] = []
        yield found
        found += [event for event in self.events() if event["EventId"] not in before]

    def _with_nested(self) -> Iterator[str]:
        pending = [self.name]
        for stack in pending:
            yield stack
            listed = self.client.describe_stack_resources(StackName=stack)["StackResources"]
            pending += [each["PhysicalResourceId"] for each in listed if each["ResourceType"] == NESTED]


def told(events: list[StackEventTypeDef], logical_id: str) -> list[str]:
    """What the events say of one resource, in order."""
    return [event["ResourceStatus"] for event in events if event["LogicalResourceId"] == logical_id]


def reasons(events: list[StackEventTypeDef], status: str) -> str:
    """Why resources came to this status."""
    return "\n".join(event.get("ResourceStatusReason", "") for event in events if event["ResourceStatus"] == status)
