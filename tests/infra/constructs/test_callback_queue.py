import json
from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import RemovalPolicy, Stack
from aws_cdk.aws_dynamodb import Table
from aws_cdk.aws_kms import Key
from aws_cdk.aws_logs import RetentionDays
from aws_cdk.aws_ssm import StringParameter
from cdk_nag import AwsSolutionsChecks, ServerlessChecks

from aicc_constructs import CallbackRules, ContactFlow, PythonHandler, Queue
from aicc_constructs.assets import asset
from aicc_constructs.callback_ledger_table import INDEXES
from aicc_constructs.callback_metrics import DIMENSION, NAMESPACE, STATISTICS
from callback_ledger import keys, measures
from tests.infra.constructs.callbacks import FUNCTIONS, INSTANCE_ARN, NUMBER, Centre, Made, made_of_defaults

Refusal = Callable[[Callable[[], object]], str]

HOLD = asset("flows/customer_hold.json")
QUEUE_ARN = f"{INSTANCE_ARN}/queue/5e6f"


@pytest.fixture
def centre(stack: Stack) -> Centre:
    return Centre(stack.node.scope)


@pytest.fixture(scope="module")
def made(cdk_context: dict[str, Any]) -> Made:
    return made_of_defaults(cdk_context)


def test_the_ledger_has_the_keys_and_indexes_that_the_functions_ask_for(made: Made) -> None:
    [table] = made.of_type("AWS::DynamoDB::GlobalTable").values()

    assert table["KeySchema"] == [
        {"AttributeName": "pk", "KeyType": "HASH"},
        {"AttributeName": "sk", "KeyType": "RANGE"},
    ]
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}
    assert table["GlobalSecondaryIndexes"] == [
        {
            "IndexName": name,
            "KeySchema": [
                {"AttributeName": partition, "KeyType": "HASH"},
                {"AttributeName": sort, "KeyType": "RANGE"},
            ],
            "Projection": {"ProjectionType": "KEYS_ONLY"},
        }
        for name, (partition, sort) in (("wake", ("shard", "wake_at")), ("phone", ("lock", "created_at")))
    ]
    types = {each["AttributeName"]: each["AttributeType"] for each in table["AttributeDefinitions"]}
    assert types == {"pk": "S", "sk": "S", "shard": "S", "wake_at": "N", "lock": "S", "created_at": "N"}


def test_the_indexes_are_those_of_the_ledger() -> None:
    assert set(INDEXES) == {keys.INDEX, keys.PHONE_INDEX}


def test_the_ledger_is_kept_whatever_happens(made: Made) -> None:
    [(name, table)] = made.of_type("AWS::DynamoDB::GlobalTable").items()
    [replica] = table["Replicas"]

    assert made.resources[name]["DeletionPolicy"] == made.resources[name]["UpdateReplacePolicy"] == "Retain"
    assert replica["DeletionProtectionEnabled"] is True
    assert replica["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["SSESpecification"] == {"SSEEnabled": True, "SSEType": "KMS"}


def test_the_keys_rotate_or_never_leave_kms(made: Made) -> None:
    found = made.of_type("AWS::KMS::Key").items()

    assert sorted(each.get("KeySpec") or str(each["EnableKeyRotation"]) for _, each in found) == [
        "HMAC_256",
        "True",
        "True",
    ]
    assert {made.resources[name]["DeletionPolicy"] for name, _ in found} == {"Retain"}


def test_what_waits_in_a_queue_waits_longer_than_its_function_runs(made: Made) -> None:
    sources = made.of_type("AWS::Lambda::EventSourceMapping").values()
    queues = made.of_type("AWS::SQS::Queue")

    assert sorted((each["BatchSize"], each["ScalingConfig"], each["FunctionResponseTypes"]) for each in sources) == [
        (1, {"MaximumConcurrency": 2}, ["ReportBatchItemFailures"]),
        (10, {"MaximumConcurrency": 2}, ["ReportBatchItemFailures"]),
    ]
    for source in sources:
        queue = queues[source["EventSourceArn"]["Fn::GetAtt"][0]]
        assert queue["VisibilityTimeout"] >= 6 * made.function("dial_callback")["Timeout"]
        assert queue["RedrivePolicy"]["maxReceiveCount"] == 5


def test_what_cannot_be_handled_is_kept_for_an_operator(centre: Centre) -> None:
    callbacks = centre.make()
    made = Made(centre.stack)
    dead = {name: centre.stack.resolve(queue.queue_arn) for name, queue in callbacks.dead_letter_queues.items()}
    redriven = [
        each["RedrivePolicy"]["deadLetterTargetArn"]
        for each in made.of_type("AWS::SQS::Queue").values()
        if "RedrivePolicy" in each
    ]
    of_rules = [
        target["DeadLetterConfig"]["Arn"]
        for rule in made.of_type("AWS::Events::Rule").values()
        for target in rule["Targets"]
    ]

    assert sorted(dead) == ["dial", "events", "sweep"]
    assert redriven == [dead["dial"], dead["events"]]
    assert sorted(of_rules, key=str) == sorted([dead["events"], dead["sweep"]], key=str)
    assert made.function("sweep_callbacks")["DeadLetterConfig"] == {"TargetArn": dead["sweep"]}
    told = made.function("dial_callback")["Environment"]["Variables"]
    # Amazon SQS moves messages back only from a queue that is another's dead-letter queue.
    assert told["SCHEDULE_DEAD_LETTERS_ARN"] == dead["dial"]


def test_the_rule_tells_of_calls_by_api_and_of_no_others(made: Made) -> None:
    [rule] = [each for each in made.of_type("AWS::Events::Rule").values() if "EventPattern" in each]

    assert rule["EventPattern"] == {
        "source": ["aws.connect"],
        "detail-type": ["Amazon Connect Contact Event"],
        "detail": {
            "instanceArn": [INSTANCE_ARN],
            "channel": ["VOICE", "Voice"],
            "initiationMethod": ["API"],
            "eventType": ["CONNECTED_TO_AGENT", "DISCONNECTED", "COMPLETED"],
        },
    }


def test_only_the_rule_sends_into_the_queue_of_events(made: Made) -> None:
    [(rule, pattern)] = [each for each in made.of_type("AWS::Events::Rule").items() if "EventPattern" in each[1]]
    [target] = pattern["Targets"]
    allowed = [
        statement
        for policy in made.of_type("AWS::SQS::QueuePolicy").values()
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Allow" and statement["Resource"] == target["Arn"]
    ]

    assert allowed == [
        {
            "Effect": "Allow",
            "Principal": {"Service": "events.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": target["Arn"],
            "Condition": {"ArnEquals": {"aws:SourceArn": {"Fn::GetAtt": [rule, "Arn"]}}},
        }
    ]
    # With the key aws/sqs EventBridge would drop every event.
    queue = made.of_type("AWS::SQS::Queue")[target["Arn"]["Fn::GetAtt"][0]]
    assert queue["SqsManagedSseEnabled"] is True
    assert "KmsMasterKeyId" not in queue


def test_every_queue_is_encrypted_and_takes_nothing_without_tls(made: Made) -> None:
    queues = made.of_type("AWS::SQS::Queue")
    denied = {
        statement["Resource"]["Fn::GetAtt"][0]
        for policy in made.of_type("AWS::SQS::QueuePolicy").values()
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Deny" and statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    }

    assert set(queues) == denied
    assert all(each.get("KmsMasterKeyId") or each.get("SqsManagedSseEnabled") for each in queues.values())


def test_only_schedules_of_the_group_may_be_the_scheduler(centre: Centre) -> None:
    callbacks = centre.make()
    made = Made(centre.stack)
    [(name, role)] = [
        (name, each)
        for name, each in made.of_type("AWS::IAM::Role").items()
        if "scheduler.amazonaws.com" in json.dumps(each["AssumeRolePolicyDocument"])
    ]
    [statement] = role["AssumeRolePolicyDocument"]["Statement"]
    [group] = made.of_type("AWS::Scheduler::ScheduleGroup")

    assert statement["Condition"] == {
        "StringEquals": {
            "aws:SourceAccount": {"Ref": "AWS::AccountId"},
            "aws:SourceArn": {"Fn::GetAtt": [group, "Arn"]},
        }
    }
    dial = made.function("dial_callback")["Environment"]["Variables"]
    assert made.allowed({"Fn::GetAtt": [name, "Arn"]}) == {
        ("sqs:SendMessage", made.text(arn), "")
        for arn in (dial["DIAL_QUEUE_ARN"], callbacks.dead_letter_queues["dial"].queue_arn)
    }


def test_functions_are_told_what_they_have_to_know(made: Made) -> None:
    all_of_them = {
        "CALLBACKS_TABLE",
        "CALLBACK_QUEUE",
        "CALLBACK_RULES",
        "DIAL_QUEUE_ARN",
        "DIAL_QUEUE_URL",
        "SCHEDULE_DEAD_LETTERS_ARN",
        "SCHEDULE_GROUP",
        "SCHEDULE_ROLE_ARN",
    }
    told = {name: set(made.function(name)["Environment"]["Variables"]) - all_of_them for name in (*FUNCTIONS, "book")}

    assert told == {
        "dial_callback": {
            "CONNECT_QUEUE_ID",
            "CONTACT_FLOW_ID",
            "INSTANCE_ID",
            "OPENING_HOURS_PARAMETER",
            "PHONE_KEY_ID",
        },
        "manage_callbacks": {
            "DIAL_DEAD_LETTERS_ARN",
            "EVENTS_DEAD_LETTERS_ARN",
            "EVENTS_QUEUE_ARN",
            "HASH_KEY_ID",
        },
        "report_callback": set(),
        "sweep_callbacks": {"INSTANCE_ID"},
        "track_callbacks": {"INSTANCE_ID"},
        "book": {"HASH_KEY_ID", "PHONE_KEY_ID"},
    }


def test_the_sweeper_runs_every_minute_by_its_rule_only(made: Made) -> None:
    [(name, rule)] = [each for each in made.of_type("AWS::Events::Rule").items() if "ScheduleExpression" in each[1]]
    [target] = rule["Targets"]
    [permission] = [
        each for each in made.of_type("AWS::Lambda::Permission").values() if each["Principal"] == "events.amazonaws.com"
    ]

    assert rule["ScheduleExpression"] == "rate(1 minute)"
    assert target["RetryPolicy"] == {"MaximumEventAgeInSeconds": 60, "MaximumRetryAttempts": 1}
    assert permission["FunctionName"] == target["Arn"]
    assert permission["SourceArn"] == {"Fn::GetAtt": [name, "Arn"]}


def test_only_the_reporting_function_may_be_invoked_by_flows(made: Made) -> None:
    [association] = made.of_type("AWS::Connect::IntegrationAssociation").values()
    [permission] = [
        each
        for each in made.of_type("AWS::Lambda::Permission").values()
        if each["Principal"] == "connect.amazonaws.com"
    ]

    assert association["IntegrationArn"] == permission["FunctionName"]
    assert "Report" in permission["FunctionName"]["Ref"]
    assert permission["SourceArn"] == INSTANCE_ARN


def test_a_queue_of_its_own_calls_from_the_number(made: Made) -> None:
    [queue] = made.of_type("AWS::Connect::Queue").values()

    assert queue["Name"] == "Callbacks"
    assert queue["OutboundCallerConfig"] == {"OutboundCallerIdNumberArn": NUMBER.phone_number_arn}


def test_flows_that_nobody_gave_are_made(made: Made) -> None:
    names = {each["Name"] for each in made.of_type("AWS::Connect::ContactFlow").values()}

    assert names == {
        "agent_hold",
        "agent_whisper",
        "callback",
        "customer_hold",
        "customer_queue",
        "customer_whisper",
        "disconnect",
    }


def test_names_may_have_a_prefix(centre: Centre) -> None:
    centre.make(name="Back", name_prefix="shop-")

    made = Made(centre.stack)
    assert {each["Name"] for each in made.of_type("AWS::Connect::Queue").values()} == {"shop-Back"}
    assert {each["Name"][:5] for each in made.of_type("AWS::Connect::ContactFlow").values()} == {"shop-"}


def test_uses_what_it_is_given(centre: Centre) -> None:
    stack = centre.stack
    table = Table.from_table_name(stack, "Given", "ledger")
    key = Key.from_key_arn(stack, "PhoneKey", "arn:aws:kms:ap-northeast-2:111122223333:key/1")
    hash_key = Key.from_key_arn(stack, "HashKey", "arn:aws:kms:ap-northeast-2:111122223333:key/2")
    hours = StringParameter.from_string_parameter_name(stack, "GivenHours", "/shop/hours")
    flow = ContactFlow(stack, "GivenFlow", instance=centre.instance, flow=HOLD)

    callbacks = centre.make(
        queue=Queue.from_arn(QUEUE_ARN, "General"),
        key="orders",
        rules=CallbackRules(capacity=9),
        flow=flow,
        opening_hours=hours,
        table=table,
        phone_key=key,
        hash_key=hash_key,
    )

    made = Made(stack)
    dial = made.function("dial_callback")["Environment"]["Variables"]
    manage = made.function("manage_callbacks")["Environment"]["Variables"]
    assert dial["CALLBACKS_TABLE"] == "ledger"
    assert dial["CALLBACK_QUEUE"] == "orders"
    assert json.loads(dial["CALLBACK_RULES"])["capacity"] == 9
    assert dial["CONNECT_QUEUE_ID"] == "5e6f"
    assert dial["OPENING_HOURS_PARAMETER"] == "/shop/hours"
    assert dial["PHONE_KEY_ID"] == key.key_arn
    assert manage["HASH_KEY_ID"] == hash_key.key_arn
    assert callbacks.flow is flow
    assert callbacks.table is table


def test_logs_are_kept_as_long_and_as_safe_as_asked_for(centre: Centre) -> None:
    key = Key.from_key_arn(centre.stack, "LogKey", "arn:aws:kms:ap-northeast-2:111122223333:key/3")

    centre.make(log_key=key, log_retention=RetentionDays.ONE_WEEK)

    groups = Made(centre.stack).of_type("AWS::Logs::LogGroup").values()
    assert len(groups) == len(FUNCTIONS)
    assert {(each["RetentionInDays"], each["KmsKeyId"]) for each in groups} == {(7, key.key_arn)}


def test_a_given_key_closes_a_table_of_its_own(centre: Centre) -> None:
    key = Key.from_key_arn(centre.stack, "TableKey", "arn:aws:kms:ap-northeast-2:111122223333:key/4")

    centre.make(table_key=key)

    made = Made(centre.stack)
    [table] = made.of_type("AWS::DynamoDB::GlobalTable").values()
    assert table["Replicas"][0]["SSESpecification"] == {"KMSMasterKeyId": key.key_arn}
    assert len(made.of_type("AWS::KMS::Key")) == 2


def test_the_hours_of_its_own_parameter_are_those_given(centre: Centre) -> None:
    centre.make()

    [parameter] = Made(centre.stack).of_type("AWS::SSM::Parameter").values()
    assert json.loads(parameter["Value"])["week"]["MONDAY"] == [["09:00", "18:00"]]


def test_what_leaves_the_stack_may_be_deleted(centre: Centre) -> None:
    centre.make(deletion_protection=False, removal_policy=RemovalPolicy.DESTROY)

    made = Made(centre.stack)
    [table] = made.of_type("AWS::DynamoDB::GlobalTable").values()
    precious = ("AWS::DynamoDB::GlobalTable", "AWS::KMS::Key", "AWS::Logs::LogGroup")
    assert table["Replicas"][0]["DeletionProtectionEnabled"] is False
    assert {each["DeletionPolicy"] for each in made.resources.values() if each["Type"] in precious} == {"Delete"}


def test_there_may_be_two_in_a_stack(centre: Centre) -> None:
    flow = ContactFlow(centre.stack, "GivenFlow", instance=centre.instance, flow=HOLD)

    centre.make("First", key="general", flow=flow)
    centre.make("Second", key="orders", name="Orders", flow=flow)

    assert len(Made(centre.stack).of_type("AWS::DynamoDB::GlobalTable")) == 2


def test_used_alone_it_has_no_findings(centre: Centre) -> None:
    callbacks = centre.make()
    callbacks.let_book(
        PythonHandler(centre.stack, "Book", handler="a.b", description="Books", code=centre.code, layer=centre.layer)
    )

    reports = [checks.validate_scope(centre.stack) for checks in (AwsSolutionsChecks(), ServerlessChecks())]

    assert [violation.rule_name for report in reports for violation in report.violations] == []


def test_metrics_are_those_that_the_functions_write() -> None:
    written = {value for name, value in vars(measures).items() if name.isupper() and isinstance(value, str)}

    assert written - {measures.NAMESPACE, measures.DIMENSION} == set(STATISTICS)
    assert (measures.NAMESPACE, measures.DIMENSION) == (NAMESPACE, DIMENSION)


def test_metrics_are_of_one_callback_queue(centre: Centre) -> None:
    callbacks = centre.make(key="orders")

    metric = callbacks.metric_overdue()

    assert (metric.namespace, metric.dimensions) == ("AICC/Callbacks", {"Queue": "orders"})
    letters = callbacks.metric_dead_letters("dial")
    assert (letters.metric_name, letters.statistic) == ("ApproximateNumberOfMessagesVisible", "Maximum")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"key": "General"},
            "key: 'General' is no key; use lower-case letters, digits and _, a letter first, at most 40",
        ),
        (
            {"outbound_number": None},
            "outbound_number: is missing; give the number that customers are called from, or a queue",
        ),
        (
            {"queue": Queue.from_arn(QUEUE_ARN, "General"), "outbound_number": NUMBER},
            "outbound_number: has no use beside queue; give it to the queue, or leave the queue out",
        ),
    ],
)
def test_refuses_what_cannot_work(centre: Centre, options: dict[str, Any], message: str, refusal: Refusal) -> None:
    assert refusal(lambda: centre.make(**options)) == f"Callbacks/Queue: {message}"


def test_refuses_a_queue_that_cannot_call(centre: Centre, refusal: Refusal) -> None:
    silent = Queue(centre.stack, "Silent", instance=centre.instance, name="Silent", hours=centre.hours)

    message = refusal(lambda: centre.make(queue=silent))

    assert message == "Callbacks/Queue: queue: 'Silent' has no outbound number; give the queue an outbound_number"


def test_refuses_hours_of_another_time_zone(centre: Centre, refusal: Refusal) -> None:
    tokyo = centre.hours_of("Asia/Tokyo", "Tokyo")

    message = refusal(lambda: centre.make(hours=tokyo))

    assert message == "Callbacks/Queue: hours: 'Tokyo' are in Asia/Tokyo; give hours in Asia/Seoul"


def test_refuses_the_ledger_of_another(centre: Centre, refusal: Refusal) -> None:
    flow = ContactFlow(centre.stack, "GivenFlow", instance=centre.instance, flow=HOLD)
    first = centre.make("First", flow=flow)

    message = refusal(lambda: centre.make("Second", key="orders", name="Orders", flow=flow, table=first.table))

    assert message == (
        "Callbacks/Second: table: is the ledger of Callbacks/First, and whoever reads it calls all that is in it; "
        "give each callback queue a table of its own"
    )


def test_refuses_a_stack_of_no_region(stack: Stack, centre: Centre, refusal: Refusal) -> None:
    centre.stack = stack

    message = refusal(lambda: centre.make(layer=None, code=None))

    assert message == (
        "Test/Queue/Ledger: is in a stack of no Region, and its key must be named for one; "
        'give the stack env=Environment(region="ap-northeast-2")'
    )
