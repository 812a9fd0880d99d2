"""A small contact centre in memory: an instance, a queue, an agent, and flows that a test writes down."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aicc_local.connect.contact_operations import CONTACT_OPERATIONS
from aicc_local.store import Record
from tests.unit.local.fakes import ACCOUNT, REGION, FakeAws

INSTANCE_ID = "11111111-1111-4111-8111-111111111111"
INSTANCE_ARN = f"arn:aws:connect:{REGION}:{ACCOUNT}:instance/{INSTANCE_ID}"
CUSTOMER = "+821012345678"
NUMBER = "+82215880000"


@dataclass
class Timers:
    """Runs nothing until a test says that the time has come."""

    waiting: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    def __call__(self, seconds: float, work: Callable[[], None]) -> None:
        self.waiting.append((seconds, work))

    def ring(self) -> None:
        """Run all that waits now, whatever its time."""
        due, self.waiting = self.waiting, []
        for _, work in due:
            work()


class ContactCentre:
    """The centre, and shorthands for what tests ask of it."""

    def __init__(self) -> None:
        self.timers = Timers()
        self.aws = FakeAws(later=self.timers)
        attributes = {"InboundCalls": True, "OutboundCalls": True, "ContactflowLogs": True}
        self.instance = self._keep(
            "AWS::Connect::Instance", INSTANCE_ARN, InstanceAlias="aicc-test", Attributes=attributes
        )
        self.hours = self.add(
            "HoursOfOperation",
            "operating-hours/h1",
            Name="Always",
            TimeZone="Asia/Seoul",
            Config=[
                {"Day": day, "StartTime": {"Hours": 0, "Minutes": 0}, "EndTime": {"Hours": 0, "Minutes": 0}}
                for day in ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
            ],
        )
        self.queue = self.add("Queue", "queue/q1", Name="General", HoursOfOperationArn=self.hours.arn)
        self.available = self.add("AgentStatus", "agent-state/s1", Name="Available", Type="ROUTABLE")
        self.offline = self.add("AgentStatus", "agent-state/s2", Name="Offline", Type="OFFLINE")
        self.lunch = self.add("AgentStatus", "agent-state/s3", Name="Lunch", Type="CUSTOM")
        channels = {"VOICE": 1, "CHAT": 3}
        self.profile = self.add(
            "RoutingProfile",
            "routing-profile/r1",
            Name="Everything",
            MediaConcurrencies=[{"Channel": name, "Concurrency": count} for name, count in channels.items()],
            QueueConfigs=[
                {"QueueReference": {"Channel": name, "QueueArn": self.queue.arn}, "Priority": 1, "Delay": 0}
                for name in channels
            ],
        )
        self.agent = self.add("User", "agent/a1", Username="minsu", RoutingProfileArn=self.profile.arn)

    def add(self, kind: str, path: str, **properties: Any) -> Record:
        """A resource of the instance."""
        return self._keep(f"AWS::Connect::{kind}", f"{INSTANCE_ARN}/{path}", INSTANCE_ARN, **properties)

    def add_number(self, number: str = NUMBER) -> Record:
        """A claimed number."""
        arn = self.aws.arn("connect", f"phone-number/{number}")
        record = self._keep("AWS::Connect::PhoneNumber", arn, INSTANCE_ARN)
        record.links["address"] = number
        return record

    def add_flow(self, name: str, *actions: Mapping[str, Any], kind: str = "CONTACT_FLOW") -> Record:
        """A published flow that starts with the first of its actions."""
        return self.add("ContactFlow", f"contact-flow/{name}", Name=name, Type=kind, Content=content(actions))

    def add_module(self, name: str, *actions: Mapping[str, Any]) -> Record:
        """A published module."""
        settings: dict[str, Any] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}
        return self.add(
            "ContactFlowModule", f"flow-module/{name}", Name=name, Content=content(actions, Settings=settings)
        )

    def associate(self, arn: str, kind: str = "LAMBDA_FUNCTION") -> Record:
        """Let the instance use a function or a bot."""
        path = f"integration-association/{arn.rpartition(':')[2]}"
        return self.add("IntegrationAssociation", path, IntegrationArn=arn, IntegrationType=kind)

    def add_bot_alias(self) -> str:
        """A bot that the instance is not associated with."""
        arn = self.aws.arn("lex", "bot-alias/B/A")
        self._keep("AWS::Lex::BotAlias", arn)
        return arn

    def add_function(self, name: str, handler: Callable[[Mapping[str, Any]], Any]) -> str:
        """A function that the instance may invoke."""
        arn = self.aws.functions.add(name, handler)
        self.aws.functions.permit(arn, service="connect.amazonaws.com", source_arn=INSTANCE_ARN)
        self.associate(arn)
        return arn

    def ask(self, operation: str, **parameters: Any) -> Mapping[str, Any]:
        """Call an API operation of this instance."""
        return CONTACT_OPERATIONS[operation](self.aws, {"InstanceId": INSTANCE_ID, **parameters})

    def chat(self, flow: Record, **parameters: Any) -> str:
        """Start a chat; answers its id."""
        details = {"DisplayName": "김손님"}
        started = self.ask("StartChatContact", ContactFlowId=flow.id, ParticipantDetails=details, **parameters)
        return str(started["ContactId"])

    def described(self, contact_id: str) -> Mapping[str, Any]:
        """What DescribeContact says."""
        contact: Mapping[str, Any] = self.ask("DescribeContact", ContactId=contact_id)["Contact"]
        return contact

    def events(self) -> list[str]:
        """The types of the contact events so far."""
        return [event["detail"]["eventType"] for event in self.aws.events.sent]

    def log(self) -> list[dict[str, Any]]:
        """The lines of the flow log so far."""
        return [json.loads(line) for lines in self.aws.logs.lines.values() for line in lines]

    def metric(self, name: str) -> list[float]:
        """The values of a metric so far."""
        return [datum.value for datum in self.aws.metrics.data if datum.name == name]

    def _keep(self, kind: str, arn: str, owner: str = "", **properties: Any) -> Record:
        identifier = arn.rpartition("/")[2]
        made = Record(kind=kind, id=identifier, arn=arn, owner=owner, properties=properties, made=0.0, changed=0.0)
        return self.aws.store.add(made)


def block(identifier: str, kind: str, then: str = "", **rest: Any) -> dict[str, Any]:
    """An action. `errors` and `equals` map an error, or an operand, to where it leads; the rest are parameters."""
    errors, equals = rest.pop("errors", {}), rest.pop("equals", {})
    conditions = rest.pop("conditions", [])
    transitions: dict[str, Any] = {"NextAction": then} if then else {}
    transitions["Errors"] = [{"ErrorType": name, "NextAction": place} for name, place in errors.items()]
    transitions["Conditions"] = [*conditions, *(condition("Equals", operand, to) for operand, to in equals.items())]
    return {"Identifier": identifier, "Type": kind, "Parameters": rest, "Transitions": transitions}


def condition(operator: str, operand: str, then: str) -> dict[str, Any]:
    """A condition."""
    return {"NextAction": then, "Condition": {"Operator": operator, "Operands": [operand]}}


def say(identifier: str, text: str, then: str) -> dict[str, Any]:
    """A message."""
    return block(identifier, "MessageParticipant", then, Text=text, errors={"NoMatchingError": then})


def content(actions: Sequence[Mapping[str, Any]], **more: Any) -> str:
    """A flow's document; it ends with the action "bye"."""
    ending = block("end", "EndFlowModuleExecution") if more else block("bye", "DisconnectParticipant")
    every = [*actions, ending]
    start = every[0]["Identifier"]
    return json.dumps({"Version": "2019-10-30", "StartAction": start, "Actions": every, **more}, ensure_ascii=False)
