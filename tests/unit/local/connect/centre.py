"""A contact centre to test with: an instance, and properties of every type that Connect accepts in it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from aicc_local.connect.types import CONNECT_TYPES
from aicc_local.errors import ServiceError
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record, new_id
from tests.unit.local.fakes import FakeAws

TYPES: dict[str, ResourceType] = {each.type_name.removeprefix("AWS::Connect::"): each for each in CONNECT_TYPES}
ALWAYS = {"Hours": 0, "Minutes": 0}
MODULE = {
    "Version": "2019-10-30",
    "StartAction": "end",
    "Metadata": {},
    "Actions": [{"Identifier": "end", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {}}],
    "Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []},
}


class Centre:
    """An instance in an account, and what a template would put into it."""

    def __init__(self, aws: FakeAws, alias: str = "hanbit", **properties: Any) -> None:
        self.aws = aws
        attributes = {"InboundCalls": True, "OutboundCalls": True}
        given = {"InstanceAlias": alias, "IdentityManagementType": "CONNECT_MANAGED", "Attributes": attributes}
        self.instance = TYPES["Instance"].create(aws, {**given, **properties})

    def make(self, kind: str, **changes: Any) -> Record:
        """Make a resource; a change to None leaves the property out."""
        return TYPES[kind].create(self.aws, self.properties(kind, **changes))

    def update(self, record: Record, **changes: Any) -> None:
        """Change properties in place, as an update of the stack does."""
        given = {**self.asked(record), **changes}
        kind = TYPES[record.kind.removeprefix("AWS::Connect::")]
        kind.update(self.aws, record, {name: value for name, value in given.items() if value is not None})

    def delete(self, record: Record) -> None:
        """Delete a resource."""
        TYPES[record.kind.removeprefix("AWS::Connect::")].delete(self.aws, record)

    def asked(self, record: Record) -> dict[str, Any]:
        """The properties of a resource that a template may have."""
        return dict(record.properties)

    def properties(self, kind: str, **changes: Any) -> dict[str, Any]:
        """Properties of a type that are accepted."""
        given = {**_PROPERTIES[kind](self), **changes}
        return {name: value for name, value in given.items() if value is not None}

    def default(self, kind: str, name: str) -> Record:
        """One of the resources that AWS put there."""
        records = self.aws.store.of(f"AWS::Connect::{kind}", self.instance.arn)
        return next(record for record in records if record.name == name)

    def put_alias(self) -> str:
        """The alias of a bot."""
        bot = self.aws.arn("lex", "bot/BOT0000001")
        arn = self.aws.arn("lex", f"bot-alias/BOT0000001/{new_id()[:10].upper()}")
        properties = {"BotAliasName": "live"}
        alias_id = arn.rpartition("/")[2]
        self.aws.store.add(
            Record(kind="AWS::Lex::BotAlias", id=alias_id, arn=arn, owner=bot, properties=properties, made=0, changed=0)
        )
        return arn

    def put_resource(self, arn: str) -> str:
        """Something that AWS has besides Connect."""
        self.aws.resources.arns.add(arn)
        return arn


@contextmanager
def refused(code: str, *words: str) -> Iterator[None]:
    """Expect a refusal with this code, whose message has these words."""
    with pytest.raises(ServiceError) as caught:
        yield
    assert (caught.value.code, [word for word in words if word not in caught.value.message]) == (code, [])


def _in_instance(centre: Centre, **properties: Any) -> dict[str, Any]:
    return {"InstanceArn": centre.instance.arn, **properties}


def _routing_profile(centre: Centre) -> dict[str, Any]:
    return _in_instance(
        centre,
        Name="General",
        Description="일반 상담",
        DefaultOutboundQueueArn=centre.default("Queue", "BasicQueue").arn,
        MediaConcurrencies=[{"Channel": "VOICE", "Concurrency": 1}, {"Channel": "CHAT", "Concurrency": 3}],
        QueueConfigs=[queue_config(centre.default("Queue", "BasicQueue"), "VOICE")],
    )


def _user(centre: Centre) -> dict[str, Any]:
    return _in_instance(
        centre,
        Username="minji.kim",
        Password="Correct-horse-1",
        IdentityInfo={"FirstName": "민지", "LastName": "김", "Email": "minji.kim@example.com"},
        PhoneConfig={"PhoneType": "SOFT_PHONE", "AutoAccept": False, "AfterContactWorkTimeLimit": 30},
        RoutingProfileArn=centre.default("RoutingProfile", "Basic Routing Profile").arn,
        SecurityProfileArns=[centre.default("SecurityProfile", "Agent").arn],
    )


def _storage(centre: Centre) -> dict[str, Any]:
    key = centre.put_resource(centre.aws.arn("kms", "key/1a2b"))
    centre.put_resource("arn:aws:s3:::recordings")
    encryption = {"EncryptionType": "KMS", "KeyId": key}
    bucket = {"BucketName": "recordings", "BucketPrefix": "calls", "EncryptionConfig": encryption}
    return _in_instance(centre, ResourceType="CALL_RECORDINGS", StorageType="S3", S3Config=bucket)


def _prompt(centre: Centre) -> dict[str, Any]:
    centre.put_resource("arn:aws:s3:::prompts/hold.wav")
    return _in_instance(centre, Name="Hold music", S3Uri="s3://prompts/hold.wav")


def _flow(centre: Centre) -> dict[str, Any]:
    content = centre.default("ContactFlow", "Sample AB test").properties["Content"]
    return _in_instance(centre, Name="Inbound", Type="CONTACT_FLOW", Content=content)


def _test_case(centre: Centre) -> dict[str, Any]:
    event = {"Identifier": "end-event", "Type": "TestCompleted", "Actor": "System", "Properties": {}}
    observed = {"Identifier": "end", "Event": event, "Actions": [], "Transitions": {"NextObservations": []}}
    flow = centre.default("ContactFlow", "Sample AB test").arn
    return _in_instance(
        centre,
        Name="Ends",
        Content=json.dumps({"Version": "2019-10-30", "Observations": [observed]}),
        EntryPoint={"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": flow}},
        Status="PUBLISHED",
    )


def _module(centre: Centre) -> Record:
    records = centre.aws.store.of("AWS::Connect::ContactFlowModule", centre.instance.arn)
    return next(records, None) or centre.make("ContactFlowModule")


def _module_version(centre: Centre) -> Record:
    records = centre.aws.store.of("AWS::Connect::ContactFlowModuleVersion")
    return next(records, None) or centre.make("ContactFlowModuleVersion")


def queue_config(queue: Record, channel: str, priority: int = 1) -> dict[str, Any]:
    """A queue that a routing profile serves."""
    return {"QueueReference": {"QueueArn": queue.arn, "Channel": channel}, "Priority": priority, "Delay": 0}


def opening(day: str, start: str, end: str) -> dict[str, Any]:
    """A stretch of a day, "HH:MM" to "HH:MM"."""
    times = [{"Hours": int(text[:2]), "Minutes": int(text[3:])} for text in (start, end)]
    return {"Day": day, "StartTime": times[0], "EndTime": times[1]}


_PROPERTIES: dict[str, Callable[[Centre], dict[str, Any]]] = {
    "Instance": lambda centre: {**centre.instance.properties, "InstanceAlias": "second"},
    "HoursOfOperation": lambda centre: _in_instance(
        centre, Name="Weekdays", TimeZone="Asia/Seoul", Config=[opening("MONDAY", "09:00", "18:00")]
    ),
    "Queue": lambda centre: _in_instance(
        centre, Name="General", HoursOfOperationArn=centre.default("HoursOfOperation", "Basic Hours").arn
    ),
    "ContactFlow": _flow,
    "ContactFlowModule": lambda centre: _in_instance(centre, Name="Greet", Content=json.dumps(MODULE)),
    "ContactFlowModuleVersion": lambda centre: {"ContactFlowModuleId": _module(centre).arn, "Description": "first"},
    "ContactFlowModuleAlias": lambda centre: {
        "ContactFlowModuleId": _module(centre).arn,
        "ContactFlowModuleVersion": TYPES["ContactFlowModuleVersion"].all_attributes(
            centre.aws, _module_version(centre)
        )["Version"],
        "Name": "live",
    },
    "RoutingProfile": _routing_profile,
    "SecurityProfile": lambda centre: _in_instance(
        centre, SecurityProfileName="Counsellor", Permissions=["BasicAgentAccess", "OutboundCallAccess"]
    ),
    "AgentStatus": lambda centre: _in_instance(centre, Name="Lunch", State="ENABLED"),
    "User": _user,
    "QuickConnect": lambda centre: _in_instance(
        centre,
        Name="일반 상담",
        QuickConnectConfig={
            "QuickConnectType": "QUEUE",
            "QueueConfig": {
                "QueueArn": centre.default("Queue", "BasicQueue").arn,
                "ContactFlowArn": centre.default("ContactFlow", "Default queue transfer").arn,
            },
        },
    ),
    "Prompt": _prompt,
    "PhoneNumber": lambda centre: {"TargetArn": centre.instance.arn, "CountryCode": "KR", "Type": "DID"},
    "InstanceStorageConfig": _storage,
    "IntegrationAssociation": lambda centre: {
        "InstanceId": centre.instance.arn,
        "IntegrationType": "LAMBDA_FUNCTION",
        "IntegrationArn": centre.aws.functions.add("authenticate"),
    },
    "TestCase": _test_case,
    "ApprovedOrigin": lambda centre: {"InstanceId": centre.instance.arn, "Origin": "https://desk.example.com"},
}
