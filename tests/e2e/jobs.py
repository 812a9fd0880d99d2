"""The job of each function of the dev environment, done for real: invoked, and looked at what it did.

A job raises `JobFailed` when any part of it was not done. It may be done again and again.
"""

from __future__ import annotations

import http.server
import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import boto3

from aicc_core.keyed_hash import KmsKeyedHash
from authenticate_customer.keys import ATTEMPTS, PROFILE, CustomerKeys

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient
    from mypy_boto3_lexv2_models import LexModelsV2Client
    from mypy_boto3_lexv2_models.type_defs import BotVersionLocaleDetailsTypeDef

STACK = "ContactCenter-dev"
PHONE = "+821012345678"
BIRTH_DATE = "19900301"


class JobFailed(AssertionError):
    """The function did not do its job; says which part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Center:
    """The deployed environment, its resources by the start of their logical id and by type."""

    session: boto3.Session

    def now(self) -> datetime:
        """What the clock of its AWS says."""
        return datetime.now(UTC)

    def physical_id(self, resource_type: str, logical_id: str) -> str:
        """The physical id of the one resource of this type whose logical id starts so."""
        found = [
            each["PhysicalResourceId"]
            for each in self.session.client("cloudformation").describe_stack_resources(StackName=STACK)[
                "StackResources"
            ]
            if each["ResourceType"] == resource_type and each["LogicalResourceId"].startswith(logical_id)
        ]
        assert len(found) == 1, f"{resource_type} {logical_id}: {found}"
        return found[0]

    def invoke(self, logical_id: str, event: dict[str, Any]) -> dict[str, Any]:
        """Invoke the alias of a function and return what it answered."""
        return self._invoke(self.physical_id("AWS::Lambda::Alias", logical_id), event)

    def invoke_anew(self, logical_id: str, event: dict[str, Any]) -> dict[str, Any]:
        """Invoke a function in a new process, which remembers nothing."""
        client = self.session.client("lambda")
        name = self.physical_id("AWS::Lambda::Function", logical_id)
        timeout = client.get_function_configuration(FunctionName=name)["Timeout"]
        # The same value: but for the process nothing changes.
        client.update_function_configuration(FunctionName=name, Timeout=timeout)
        client.get_waiter("function_updated_v2").wait(FunctionName=name, WaiterConfig={"Delay": 1})
        return self._invoke(name, event)

    def _invoke(self, function: str, event: dict[str, Any]) -> dict[str, Any]:
        answer = self.session.client("lambda").invoke(FunctionName=function, Payload=json.dumps(event).encode())
        said = json.loads(answer["Payload"].read())
        if answer.get("FunctionError"):
            raise JobFailed(f"{function}: {said}")
        return said if isinstance(said, dict) else {}


def read_line_status(center: Center) -> None:
    """Reads what an operator has switched."""
    table = center.physical_id("AWS::DynamoDB::GlobalTable", "DataOperations")
    key = {"pk": {"S": f"LINE#{uuid.uuid4()}"}, "sk": {"S": "STATUS"}}
    dynamodb = center.session.client("dynamodb")
    switched = {**key, "status": {"S": "emergency"}, "announcement": {"S": "점검 중입니다."}}
    dynamodb.put_item(TableName=table, Item=switched)
    line = key["pk"]["S"].removeprefix("LINE#")

    with witnessed(center, "FunctionsReadLineStatus", "line_status_read"):
        answer = center.invoke("FunctionsReadLineStatus", contact_event(Line=line))

    dynamodb.delete_item(TableName=table, Key=key)
    if answer != {"line_status": "emergency", "announcement": "점검 중입니다."}:
        raise JobFailed(f"read_line_status answered {answer}")


def authenticate_customer(center: Center) -> None:
    """Lets a customer in who knows the birth date, and leaves no attempts behind."""
    table = center.physical_id("AWS::DynamoDB::GlobalTable", "DataCustomers")
    dynamodb, kms = center.session.client("dynamodb"), center.session.client("kms")
    keys = CustomerKeys.of_phone(PHONE, KmsKeyedHash(kms, center.physical_id("AWS::KMS::Key", "KeysIdentity")))
    partition = {"pk": {"S": keys.partition}}
    profile = {"sk": {"S": PROFILE}, "customer_id": {"S": "C-1"}, "display_name": {"S": "김하나"}}
    dynamodb.put_item(TableName=table, Item={**partition, **profile})
    dynamodb.put_item(TableName=table, Item={**partition, "sk": {"S": keys.proof("birth_date", BIRTH_DATE)}})
    # An invocation that failed on the way leaves its attempt, and then need not enter it again.
    attempts = {**partition, "sk": {"S": ATTEMPTS}}
    dynamodb.delete_item(TableName=table, Key=attempts)

    with witnessed(center, "FunctionsAuthenticateCustomer", "authentication_judged"):
        answer = center.invoke(
            "FunctionsAuthenticateCustomer", contact_event(Phone=PHONE, Method="birth_date", Answer=BIRTH_DATE)
        )

    if (answer["outcome"], answer["customer_id"]) != ("authenticated", "C-1"):
        raise JobFailed(f"authenticate_customer answered {answer}")
    if "Item" in dynamodb.get_item(TableName=table, Key=attempts):
        raise JobFailed("the attempt was not forgotten")


def fulfill_intent(center: Center) -> None:
    """Tells a customer about an order, and anybody about opening hours."""
    table = center.physical_id("AWS::DynamoDB::GlobalTable", "DataOrders")
    customer = f"C-{uuid.uuid4()}"
    order = {"pk": {"S": f"CUSTOMER#{customer}"}, "sk": {"S": "ORDER#KR20269999"}}
    facts = {"item": {"S": "무선 청소기"}, "state": {"S": "preparing"}, "ordered_on": {"S": "2026-11-20"}}
    dynamodb = center.session.client("dynamodb")
    dynamodb.put_item(TableName=table, Item={**order, **facts})
    known = {"channel": "CHAT", "customer_authenticated": "true", "customer_id": customer, "customer_name": "김하나"}

    with witnessed(center, "FunctionsFulfillIntent", "intent_served"):
        about_order = center.invoke("FunctionsFulfillIntent", lex_event("order_status", "최근 주문이요", known))
        about_hours = center.invoke_anew("FunctionsFulfillIntent", lex_event("opening_hours", "몇 시까지 해요", known))

    dynamodb.delete_item(TableName=table, Key=order)
    if "무선 청소기" not in _said(about_order):
        raise JobFailed(f"asked about an order, fulfill_intent answered {about_order}")
    if "18" not in _said(about_hours):
        raise JobFailed(f"asked about opening hours, fulfill_intent answered {about_hours}")


def _said(answer: dict[str, Any]) -> str:
    return " ".join(each["content"] for each in answer["messages"])


def log_conversations(center: Center) -> None:
    """The bot writes down what was said."""
    bot = center.physical_id("AWS::Lex::Bot", "BotCustomerService")
    alias = center.physical_id("AWS::Lex::BotAlias", "BotCustomerService").partition("|")[0]
    group = center.physical_id("AWS::Logs::LogGroup", "BotCustomerServiceConversations")
    logs, caller = center.session.client("logs"), str(uuid.uuid4())

    center.session.client("lexv2-runtime").recognize_text(
        botId=bot, botAliasId=alias, localeId="ko_KR", sessionId=caller, text="상담원 연결해 주세요"
    )

    deadline = time.monotonic() + 3
    while time.monotonic() < deadline:
        if logs.filter_log_events(logGroupName=group, filterPattern=f'"{caller}"')["events"]:
            return
        time.sleep(0.1)
    raise JobFailed(f"nothing about {caller} in {group}")


def wire_connect(center: Center) -> None:
    """Ties quick connects to each queue and unties them."""
    connect = center.session.client("connect")
    instance = center.physical_id("AWS::Connect::Instance", "TelephonyInstance").rpartition("/")[2]
    ids = [each["Id"] for each in connect.list_quick_connects(InstanceId=instance)["QuickConnectSummaryList"]]
    queues = connect.list_queues(InstanceId=instance, QueueTypes=["STANDARD"])["QueueSummaryList"]

    with witnessed(center, "WiringTiesHandler", "wired"):
        for queue in (each["Id"] for each in queues if each["Name"].startswith("aicc-")):
            # As deployed, also when a job before failed on the way.
            connect.associate_queue_quick_connects(InstanceId=instance, QueueId=queue, QuickConnectIds=ids)
            for old, new in ((ids, []), ([], ids)):
                _ask_to_wire(center, instance, queue, old=old, new=new)
                if _tied(connect, instance, queue) != set(new):
                    raise JobFailed(f"the queue {queue} does not offer {new}")


def _tied(connect: ConnectClient, instance: str, queue: str) -> set[str]:
    listed = connect.list_queue_quick_connects(InstanceId=instance, QueueId=queue)
    return {each["Id"] for each in listed["QuickConnectSummaryList"]}


def prune_bot_versions(center: Center) -> None:
    """Deletes the oldest versions of the bot, but for the one that the alias points to."""
    models = center.session.client("lexv2-models")
    bot = center.physical_id("AWS::Lex::Bot", "BotCustomerService")
    source: dict[str, BotVersionLocaleDetailsTypeDef] = {"ko_KR": {"sourceBotVersion": "DRAFT"}}
    for _ in range(3):
        models.create_bot_version(botId=bot, botVersionLocaleSpecification=source)
    aliases = models.list_bot_aliases(botId=bot)["botAliasSummaries"]
    [live] = [int(each["botVersion"]) for each in aliases if each["botAliasName"] == "live"]
    newest = sorted(_versions(models, bot))[-2:]

    with witnessed(center, "BotCustomerServicePruningHandler", "pruned"):
        properties = {"BotId": bot, "KeepVersions": "2"}
        _ask(center, "BotCustomerServicePruningHandler", "Custom::BotVersions", f"BotVersions/{bot}", properties)

    if _versions(models, bot) != {live, *newest}:
        raise JobFailed(f"there are the versions {_versions(models, bot)}, not {live} and {newest}")


def _versions(models: LexModelsV2Client, bot: str) -> set[int]:
    listed = models.list_bot_versions(botId=bot, maxResults=100)["botVersionSummaries"]
    return {int(each["botVersion"]) for each in listed if each["botVersion"] != "DRAFT"}


def keep_dead_letters(function: str, center: Center) -> None:
    """An event that a function for deploys cannot read ends in its dead-letter queue."""
    sqs = center.session.client("sqs")
    queue = center.physical_id("AWS::SQS::Queue", f"{function}DeadLetters")
    marker = str(uuid.uuid4())
    alias = center.physical_id("AWS::Lambda::Alias", function)

    center.session.client("lambda").invoke(
        FunctionName=alias, InvocationType="Event", Payload=json.dumps({"nobody": marker}).encode()
    )

    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for message in sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1).get("Messages", []):
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            if marker in message["Body"]:
                return
    raise JobFailed("the event is in no dead-letter queue")


def contact_event(**parameters: str) -> dict[str, Any]:
    """What Connect sends a function."""
    return {
        "Name": "ContactFlowEvent",
        "Details": {
            "ContactData": {
                "Attributes": {},
                "Channel": "VOICE",
                "ContactId": "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
                "InitialContactId": "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
                "CustomerEndpoint": {"Address": PHONE, "Type": "TELEPHONE_NUMBER"},
                "InstanceARN": "arn:aws:connect:ap-northeast-2:123456789012:instance/9e7a",
            },
            "Parameters": parameters,
        },
    }


def lex_event(intent: str, transcript: str, attributes: dict[str, str]) -> dict[str, Any]:
    """What Lex sends a function to fulfil an intent of a conversation in text."""
    state = {"name": intent, "state": "ReadyForFulfillment", "confirmationState": "None", "slots": {}}
    return {
        "messageVersion": "1.0",
        "invocationSource": "FulfillmentCodeHook",
        "inputMode": "Text",
        "responseContentType": "text/plain; charset=utf-8",
        "sessionId": str(uuid.uuid4()),
        "inputTranscript": transcript,
        "bot": {"id": "B", "name": "bot", "localeId": "ko_KR", "version": "1", "aliasId": "A", "aliasName": "live"},
        "interpretations": [{"interpretationSource": "Lex", "intent": state, "nluConfidence": 0.9}],
        "sessionState": {"sessionAttributes": attributes, "intent": state},
    }


@contextmanager
def witnessed(center: Center, logical_id: str, text: str) -> Iterator[None]:
    """Fail unless what the function does meanwhile is in its log, and a trace of it in X-Ray."""
    logs, xray = center.session.client("logs"), center.session.client("xray")
    group = center.physical_id("AWS::Logs::LogGroup", f"{logical_id}Logs")
    name = center.physical_id("AWS::Lambda::Function", logical_id)

    def logged() -> int:
        return len(logs.filter_log_events(logGroupName=group, filterPattern=f'"{text}"')["events"])

    def traced() -> int:
        now = center.now()
        found = xray.get_trace_summaries(
            StartTime=now - timedelta(hours=1), EndTime=now, FilterExpression=f'service("{name}")'
        )
        return len(found["TraceSummaries"])

    before = logged(), traced()
    yield
    if logged() == before[0]:
        raise JobFailed(f"nothing about {text!r} in {group}")
    if traced() == before[1]:
        raise JobFailed(f"no trace of {name}")


def _ask_to_wire(center: Center, instance: str, queue: str, *, old: list[str], new: list[str]) -> None:
    before, after = (
        {"InstanceId": instance, "QueueId": queue, "QuickConnectIds": quick_connects} for quick_connects in (old, new)
    )
    physical_id = f"QueueQuickConnects/{instance}/{queue}"
    _ask(center, "WiringTiesHandler", "Custom::QueueQuickConnects", physical_id, after, before)


def _ask(
    center: Center,
    function: str,
    resource_type: str,
    physical_id: str,
    properties: dict[str, Any],
    old: dict[str, Any] | None = None,
) -> None:
    with _listener() as (address, answers):
        center.invoke(
            function,
            {
                "RequestType": "Update",
                "ResourceType": resource_type,
                "LogicalResourceId": "Job",
                "PhysicalResourceId": physical_id,
                "StackId": "arn:aws:cloudformation:ap-northeast-2:123456789012:stack/job/1",
                "RequestId": str(uuid.uuid4()),
                "ResponseURL": address,
                "ResourceProperties": properties,
                "OldResourceProperties": old or {},
            },
        )
    if [answer["Status"] for answer in answers] != ["SUCCESS"]:
        raise JobFailed(f"{function} answered {answers}")


@contextmanager
def _listener() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Listen for what a custom resource answers CloudFormation."""
    answers: list[dict[str, Any]] = []

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            answers.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", answers
        server.shutdown()


# The role of each function, and what its role is there for.
JOBS: dict[str, tuple[Callable[[Center], None], ...]] = {
    "BotCustomerServiceRole": (log_conversations,),
    "FunctionsAuthenticateCustomerRole": (authenticate_customer,),
    "FunctionsFulfillIntentRole": (fulfill_intent,),
    "FunctionsReadLineStatusRole": (read_line_status,),
    "WiringTiesHandlerRole": (wire_connect, partial(keep_dead_letters, "WiringTiesHandler")),
    "BotCustomerServicePruningHandlerRole": (
        prune_bot_versions,
        partial(keep_dead_letters, "BotCustomerServicePruningHandler"),
    ),
}
