"""A small contact centre that offers callbacks, made by CloudFormation as a real one is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import boto3

from aicc_local.control import Control
from tests.e2e.stacks import small_stack

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient

DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
METRICS = ("AGENTS_AVAILABLE", "CONTACTS_IN_QUEUE", "CONTACTS_SCHEDULED")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackCentre:
    """An instance with a queue, an agent named "agent", a flow for callers and one for those who are called.

    Attributes:
        ids: The id of each resource, by its name in the template.
    """

    session: boto3.Session
    control: Control
    ids: dict[str, str]

    @property
    def connect(self) -> ConnectClient:
        return self.session.client("connect")

    @property
    def instance(self) -> str:
        return self.ids["Instance"]

    def people(self, act: str, **parameters: str) -> Any:
        """What customers and agents do."""
        return self.control.contact(act, **parameters)

    def look(self, contact: str) -> dict[str, Any]:
        """Where a contact is."""
        seen: dict[str, Any] = self.people("look", contact_id=contact)
        return seen

    def attributes(self, contact: str) -> dict[str, str]:
        """What users defined of a contact."""
        return self.connect.get_contact_attributes(InstanceId=self.instance, InitialContactId=contact)["Attributes"]

    def metrics(self) -> dict[str, float]:
        """Who is free in the queue, and who waits; empty while nobody is there."""
        results = self.connect.get_current_metric_data(
            InstanceId=self.instance,
            Filters={"Queues": [self.ids["Queue"]], "Channels": ["VOICE"]},
            CurrentMetrics=[{"Name": name, "Unit": "COUNT"} for name in METRICS],  # type: ignore[typeddict-item]
        )["MetricResults"]
        return {each["Metric"]["Name"]: each["Value"] for result in results for each in result["Collections"]}

    def callback_of(self, contact: str) -> str:
        """The callback that followed a contact; empty while there is none."""
        now = datetime.now(UTC)
        span = {"StartTime": now - timedelta(hours=1), "EndTime": now + timedelta(hours=1)}
        found = self.connect.search_contacts(
            InstanceId=self.instance,
            TimeRange={"Type": "INITIATION_TIMESTAMP", **span},  # type: ignore[typeddict-item]
            SearchCriteria={"InitiationMethods": ["CALLBACK"]},
        )["Contacts"]
        return next((each["Id"] for each in found if each.get("PreviousContactId") == contact), "")


@contextmanager
def callback_centre(session: boto3.Session, control: Control) -> Iterator[CallbackCentre]:
    """Make it, until the block ends."""
    with small_stack(session, f"callbacks-{uuid4().hex[:8]}") as stack:
        assert stack.create(_resources()) == "CREATE_COMPLETE", stack.reasons()
        names = ("Instance", "Queue", "Inbound", "Outbound")
        ids = {name: stack.physical_id(name).rpartition("/")[2] for name in names}
        yield CallbackCentre(session=session, control=control, ids=ids)


def _resources() -> dict[str, Any]:
    instance = {"Fn::GetAtt": ["Instance", "Arn"]}

    def made(kind: str, **properties: Any) -> dict[str, Any]:
        return {"Type": f"AWS::Connect::{kind}", "Properties": {"InstanceArn": instance, **properties}}

    def flow(name: str, *actions: dict[str, Any]) -> dict[str, Any]:
        hang_up = {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}
        start = actions[0]["Identifier"]
        document = {"Version": "2019-10-30", "StartAction": start, "Actions": [*actions, hang_up]}
        content = {"Fn::Sub": json.dumps(document, ensure_ascii=False)}
        return made("ContactFlow", Name=name, Type="CONTACT_FLOW", Content=content)

    day = {"StartTime": {"Hours": 0, "Minutes": 0}, "EndTime": {"Hours": 0, "Minutes": 0}}
    always = [{"Day": each, **day} for each in DAYS]
    noted = {"reason": "배송"}
    reference = {"Channel": "VOICE", "QueueArn": {"Ref": "Queue"}}
    return {
        "Instance": {
            "Type": "AWS::Connect::Instance",
            "Properties": {
                "IdentityManagementType": "CONNECT_MANAGED",
                "InstanceAlias": f"callbacks-{uuid4().hex[:8]}",
                "Attributes": {"InboundCalls": True, "OutboundCalls": True},
            },
        },
        "Number": {
            "Type": "AWS::Connect::PhoneNumber",
            "Properties": {"TargetArn": instance, "Type": "DID", "CountryCode": "KR"},
        },
        "Hours": made("HoursOfOperation", Name="Always", TimeZone="Asia/Seoul", Config=always),
        "Queue": made(
            "Queue",
            Name="General",
            HoursOfOperationArn={"Ref": "Hours"},
            OutboundCallerConfig={"OutboundCallerIdNumberArn": {"Ref": "Number"}},
        ),
        "Profile": made(
            "RoutingProfile",
            Name="Callers",
            Description="Voice",
            DefaultOutboundQueueArn={"Ref": "Queue"},
            MediaConcurrencies=[{"Channel": "VOICE", "Concurrency": 1}],
            QueueConfigs=[{"QueueReference": reference, "Priority": 1, "Delay": 0}],
        ),
        "Security": made("SecurityProfile", SecurityProfileName="Callers", Permissions=["BasicAgentAccess"]),
        "Agent": made(
            "User",
            Username="agent",
            IdentityInfo={"FirstName": "민수", "LastName": "김"},
            Password="Callback-1-agent",
            PhoneConfig={"PhoneType": "SOFT_PHONE"},
            RoutingProfileArn={"Ref": "Profile"},
            SecurityProfileArns=[{"Ref": "Security"}],
        ),
        "Inbound": flow(
            "Inbound",
            _action("queue", "UpdateContactTargetQueue", "note", QueueId="${Queue}"),
            _action("note", "UpdateContactAttributes", "number", Attributes=noted, TargetContact="Current"),
            _action(
                "number",
                "UpdateContactCallbackNumber",
                "create",
                errors=("InvalidCallbackNumber", "CallbackNumberNotDialable"),
                CallbackNumber="$.CustomerEndpoint.Address",
            ),
            _action(
                "create",
                "CreateCallbackContact",
                "promise",
                InitialCallDelaySeconds="1",
                MaximumConnectionAttempts="2",
                RetryDelaySeconds="1",
            ),
            _action("promise", "MessageParticipant", "bye", Text="순서가 되면 전화드리겠습니다."),
        ),
        "Outbound": flow(
            "Outbound",
            _action("queue", "UpdateContactTargetQueue", "go", QueueId="${Queue}"),
            _action("go", "TransferContactToQueue", "bye", errors=("QueueAtCapacity", "NoMatchingError")),
        ),
    }


def _action(
    name: str, kind: str, then: str, *, errors: tuple[str, ...] = ("NoMatchingError",), **parameters: Any
) -> dict[str, Any]:
    branches = [{"ErrorType": each, "NextAction": "bye"} for each in errors]
    transitions = {"NextAction": then, "Errors": branches}
    return {"Identifier": name, "Type": kind, "Parameters": parameters, "Transitions": transitions}
