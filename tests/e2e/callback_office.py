"""The deployed callbacks seen from behind: an administrator puts a callback into any state and sees what became of it.

While jobs are done nothing else works on callbacks: queues are not polled and nobody sweeps.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from aws_lambda_powertools import Logger

from aicc_core.keyed_hash import KmsKeyedHash
from callback_ledger.assembly import read_rules
from callback_ledger.events import Event, Kind
from callback_ledger.keys import lock_of
from callback_ledger.ledger import Applied, Booked
from callback_ledger.record import Record, Slot, book
from callback_ledger.repository import CallbackTable
from callback_ledger.sealing import KmsSealing
from callback_ledger.waking import SOON, AwsWaking
from korean.clock import KOREA
from tests.e2e.callback_line import STACK, CallbackLine
from tests.e2e.jobs import Center, JobFailed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_lambda.type_defs import EventSourceMappingConfigurationTypeDef
    from mypy_boto3_sqs.literals import QueueAttributeNameType

QUEUE = "general"
OWNER = "administrator"
MINUTE = "aicc.minute"
_SEATS = 1000
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackOffice(Center):
    """The environment `local`.

    Attributes:
        ahead: Seconds that its clock is ahead of ours.
        told: What its functions are told, by environment variable.
        resources: Type, logical id and physical id of each.
    """

    line: CallbackLine
    ahead: float
    resources: tuple[tuple[str, str, str], ...]
    told: dict[str, str] = field(default_factory=dict)

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self.ahead, UTC)

    @property
    def second(self) -> int:
        return int(self.now().timestamp())

    def physical_id(self, resource_type: str, logical_id: str) -> str:
        found = [
            physical
            for kind, logical, physical in self.resources
            if kind == resource_type and logical.startswith(logical_id)
        ]
        assert len(found) == 1, f"{resource_type} {logical_id}: {found}"
        return found[0]

    @property
    def ledger(self) -> CallbackTable:
        rules, _ = read_rules(self.told["CALLBACK_RULES"])
        return CallbackTable(self.session.client("dynamodb"), self.told["CALLBACKS_TABLE"], rules)

    @property
    def sealing(self) -> KmsSealing:
        return KmsSealing(self.session.client("kms"), self.told["PHONE_KEY_ID"])

    def lock(self, phone: str) -> str:
        """What stands for a number in the ledger."""
        return lock_of(phone, KmsKeyedHash(self.session.client("kms"), self.told["HASH_KEY_ID"]))

    def new_phone(self) -> str:
        """A number that nobody has had."""
        return f"+821066{next(_NUMBERS):06}"

    def clear(self) -> None:
        """Empty the ledger, the dial queue and that of events: what a job left there that failed is not in the way."""
        dynamodb, table = self.session.client("dynamodb"), self.told["CALLBACKS_TABLE"]
        for item in self.line.items():
            dynamodb.delete_item(TableName=table, Key={"pk": item["pk"], "sk": item["sk"]})
        for queue in ("CallbacksQueueWakersDial", "CallbacksQueueEvents"):
            self.session.client("sqs").purge_queue(QueueUrl=self.queue(queue))

    def booked(self, *, due_in: int = 3600, phone: str = "", ago: int = 0) -> Record:
        """A callback, booked so long ago for so many seconds later."""
        now, callback_id, phone = self.second - ago, uuid4().hex, phone or self.new_phone()
        due_at = now + due_in
        record = book(
            callback_id=callback_id,
            phone=self.sealing.seal(phone, callback_id),
            lock=self.lock(phone),
            slot=Slot(QUEUE, due_at // 600 * 600),
            due_at=due_at,
            now=now,
        )
        outcome = self.ledger.book(record, capacity=_SEATS)
        assert isinstance(outcome, Booked), outcome
        return outcome.record

    def dialling(self, *, ago: int = 0) -> Record:
        """One whose dial is entered."""
        record = self.booked(due_in=-1, ago=ago)
        now = self.second - ago
        self.tell(record, Event(kind=Kind.LEASED, owner=OWNER), ago=ago)
        entered = self.ledger.enter(record.callback_id, owner=OWNER, dial=1, free_agents=_SEATS, now=now)
        assert isinstance(entered, Applied), entered
        return entered.record

    def tell(self, record: Record, event: Event, *, ago: int = 0) -> Record:
        """The callback after an event, so long ago."""
        outcome = self.ledger.apply(record.callback_id, event, now=self.second - ago)
        assert isinstance(outcome, Applied), outcome
        return outcome.record

    def call(self, record: Record) -> str:
        """A call for the dial of a callback, which nobody answers; returns the contact."""
        contact = self.line.connect.start_outbound_voice_contact(
            InstanceId=self.line.instance,
            ContactFlowId=self.told["CONTACT_FLOW_ID"],
            QueueId=self.told["CONNECT_QUEUE_ID"],
            DestinationPhoneNumber=self.new_phone(),
            Name=record.token,
            Attributes={"callback_id": record.callback_id, "callback_dial": str(record.dial)},
        )["ContactId"]
        self.line.people("not_answered", contact_id=contact)
        return contact

    def stands(self, record: Record, state: str) -> Record:
        """The callback, which is to be in this state."""
        found = self.ledger.record(record.callback_id)
        if found is None or found.state != state:
            raise JobFailed(f"the callback is {found and found.state}, not {state}")
        return found

    def is_scheduled(self, record: Record) -> None:
        """A schedule is to wake it when it is due."""
        scheduler = self.session.client("scheduler")
        listed = scheduler.list_schedules(GroupName=self.told["SCHEDULE_GROUP"])["Schedules"]
        if f"{record.callback_id}-{record.due_at}" not in [each["Name"] for each in listed]:
            raise JobFailed("nothing is scheduled")

    @property
    def midnight(self) -> int:
        """When the day began in Korea."""
        today = self.now().astimezone(KOREA).replace(hour=0, minute=0, second=0, microsecond=0)
        return int(today.timestamp())

    def schedule(self, record: Record) -> None:
        """Have it woken when it is due, by a schedule as the functions make it."""
        told = self.told
        waking = AwsWaking(
            self.session.client("sqs"),
            self.session.client("scheduler"),
            queue_url=told["DIAL_QUEUE_URL"],
            queue_arn=told["DIAL_QUEUE_ARN"],
            group=told["SCHEDULE_GROUP"],
            role_arn=told["SCHEDULE_ROLE_ARN"],
            dead_letters_arn=told["SCHEDULE_DEAD_LETTERS_ARN"],
            logger=Logger(),
        )
        waking.wake(record.callback_id, record.due_at, record.due_at - SOON)

    def queue(self, logical_id: str) -> str:
        """The URL of a queue, by its whole logical id but for the end that CDK puts there."""
        [found] = [
            physical
            for kind, logical, physical in self.resources
            if kind == "AWS::SQS::Queue" and logical[:-8] == logical_id
        ]
        return found

    def arrives(self, logical_id: str, text: str, *, seconds: float = 0.0) -> None:
        """A message with this text is to be in a queue, or come within so many seconds; it is taken out."""
        sqs, url, deadline = self.session.client("sqs"), self.queue(logical_id), time.monotonic() + seconds
        while True:
            for message in sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []):
                sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
                if text in message["Body"]:
                    return
            if time.monotonic() > deadline:
                raise JobFailed(f"no {text} in {logical_id}")
            time.sleep(0.05)

    def messages(self, logical_id: str) -> dict[str, int]:
        """How many messages there are, by whether they can be received."""
        names: list[QueueAttributeNameType] = [
            "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesDelayed",
            "ApproximateNumberOfMessagesNotVisible",
        ]
        sqs, url = self.session.client("sqs"), self.queue(logical_id)
        found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return {name.removeprefix("ApproximateNumberOfMessages"): int(found[name]) for name in names}

    def begin_minute(self) -> str:
        """The rule of each minute fires; returns what its event can be known by."""
        minute = uuid4().hex
        event = {"Source": MINUTE, "DetailType": "a minute begins", "Detail": json.dumps({"minute": minute})}
        self.session.client("events").put_events(Entries=[event])  # type: ignore[list-item]  # a dict as any
        return minute

    @property
    def sources(self) -> list[EventSourceMappingConfigurationTypeDef]:
        return self.session.client("lambda").list_event_source_mappings()["EventSourceMappings"]


def open_office(line: CallbackLine) -> CallbackOffice:
    """Have nothing else work on callbacks; the rule of each minute waits for `begin_minute`."""
    cloudformation, functions = line.session.client("cloudformation"), line.session.client("lambda")
    pages = cloudformation.get_paginator("list_stack_resources").paginate(StackName=STACK)
    resources = tuple(
        (each["ResourceType"], each["LogicalResourceId"], each.get("PhysicalResourceId", ""))
        for page in pages
        for each in page["StackResourceSummaries"]
    )
    office = CallbackOffice(
        session=line.session, line=line, ahead=line.now.timestamp() - time.time(), resources=resources
    )
    for name in ("Dial", "Manage"):
        function = office.physical_id("AWS::Lambda::Function", f"CallbacksQueue{name}")
        office.told.update(functions.get_function_configuration(FunctionName=function)["Environment"]["Variables"])
    for source in office.sources:
        functions.update_event_source_mapping(UUID=source["UUID"], Enabled=False)
    # What a sweep fails on, it fails on each time.
    sweep = office.physical_id("AWS::Lambda::Function", "CallbacksQueueSweep")
    functions.put_function_event_invoke_config(FunctionName=sweep, MaximumRetryAttempts=0)
    rule = office.physical_id("AWS::Events::Rule", "CallbacksQueueEvery")
    line.session.client("events").put_rule(Name=rule, EventPattern=json.dumps({"source": [MINUTE]}), State="ENABLED")
    return office


def batch(*messages: Mapping[str, Any]) -> dict[str, Any]:
    """What Lambda gives a function that takes the messages of a queue."""
    return {"Records": [{"messageId": uuid4().hex, "body": json.dumps(message)} for message in messages]}
