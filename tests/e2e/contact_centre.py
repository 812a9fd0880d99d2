"""The deployed contact centre, and the people who call it and work in it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import boto3
import pytest

from aicc_local.control import Control

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient

SECONDS = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """The deployed contact centre, and people who call it and work in it."""

    session: boto3.Session
    control: Control
    instance_arn: str

    @property
    def connect(self) -> ConnectClient:
        return self.session.client("connect")

    @property
    def instance(self) -> str:
        return self.instance_arn.rpartition("/")[2]

    def flow(self, name: str) -> str:
        """The id of a flow, by the end of its name."""
        flows = self.connect.get_paginator("list_contact_flows").paginate(InstanceId=self.instance)
        [found] = [
            each["Id"] for page in flows for each in page["ContactFlowSummaryList"] if each["Name"].endswith(name)
        ]
        return found

    def chat(self, flow: str) -> str:
        """Start a chat."""
        started = self.connect.start_chat_contact(
            InstanceId=self.instance, ContactFlowId=flow, ParticipantDetails={"DisplayName": "김손님"}
        )
        return started["ContactId"]

    def people(self, act: str, **parameters: str) -> Any:
        """What customers and agents do."""
        return self.control.contact(act, **parameters)

    def attributes(self, contact: str) -> dict[str, str]:
        """What users defined of a contact."""
        return self.connect.get_contact_attributes(InstanceId=self.instance, InitialContactId=contact)["Attributes"]

    def comes_to(self, contact: str, action: str) -> dict[str, Any]:
        """Where the contact is, once it waits at an action for what the customer does."""

        def there() -> Any:
            seen = self.people("look", contact_id=contact)
            return seen if (seen["action"], seen["waits_for"]) == (action, "input") else None

        seen: dict[str, Any] = eventually(there)
        return seen

    def waiting_after(self, contact: str, said: list[str]) -> Any:
        """Where the contact is, once it waits again and the customer was told more than this."""
        seen = self.people("look", contact_id=contact)
        return seen if seen["waits_for"] and len(seen["said"]) > len(said) else None

    def ended(self, contact: str) -> Any:
        """What became of the contact, once it is over."""
        seen = self.people("look", contact_id=contact)
        return seen if seen["state"] == "ENDED" else None

    def said(self, contact: str) -> list[str]:
        """What the customer was told, once the contact has come to rest."""

        def rested() -> Any:
            seen = self.people("look", contact_id=contact)
            return seen if seen["state"] != "IN_FLOW" or seen["waits_for"] else None

        texts: list[str] = eventually(rested)["said"]
        return texts

    def logged(self, contact: str, block: str) -> dict[str, Any]:
        """What the flow log says of a block that a contact has passed."""
        logs = self.session.client("logs")
        [instance] = [
            each for each in self.connect.list_instances()["InstanceSummaryList"] if each["Id"] == self.instance
        ]
        group = f"/aws/connect/{instance['InstanceAlias']}"

        def found() -> Any:
            events = logs.filter_log_events(logGroupName=group, filterPattern=f'"{contact}"')["events"]
            lines = [json.loads(event["message"]) for event in events]
            return next((line for line in lines if (line["ContactId"], line["Identifier"]) == (contact, block)), None)

        line: dict[str, Any] = eventually(found)
        return line


def eventually(look: Callable[[], Any]) -> Any:
    """What `look` finds, as soon as it finds anything."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    pytest.fail("did not happen in time")
