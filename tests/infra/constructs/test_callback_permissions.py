"""Who may do what for callbacks: each role is compared whole."""

import json
from typing import Any

import pytest

from tests.infra.constructs.callbacks import FUNCTIONS, INSTANCE_ARN, Made, made_of_defaults


@pytest.fixture(scope="module")
def made(cdk_context: dict[str, Any]) -> Made:
    return made_of_defaults(cdk_context)


@pytest.fixture(scope="module")
def expected(made: Made) -> dict[str, set[tuple[str, str, str]]]:
    """Who may do what, as the Service Authorization Reference names the resources."""
    told = made.function("dial_callback")["Environment"]["Variables"]
    manage = made.function("manage_callbacks")["Environment"]["Variables"]
    [table] = made.of_type("AWS::DynamoDB::GlobalTable")
    arn = {"Fn::GetAtt": [table, "Arn"]}
    [wakes] = [
        name
        for name, each in made.of_type("AWS::IAM::Role").items()
        if "scheduler.amazonaws.com" in json.dumps(each["AssumeRolePolicyDocument"])
    ]
    [queue] = made.of_type("AWS::Connect::Queue")
    [events] = [
        each["EventSourceArn"]
        for each in made.of_type("AWS::Lambda::EventSourceMapping").values()
        if each["BatchSize"] == 10
    ]
    [table_key] = {
        made.text(resource)
        for action, resource, _ in made.allowed(made.function("report_callback")["Role"])
        if action == "kms:Decrypt"
    }
    via_dynamodb = "StringEquals(kms:ViaService=dynamodb.<AWS::Region>.amazonaws.com)"
    of_callback = "Null(kms:EncryptionContext:callback_id=false)"

    def plain(actions: str, resource: Any) -> set[tuple[str, str, str]]:
        return {(action, made.text(resource), "") for action in actions.split()}

    def consume(source: Any) -> set[tuple[str, str, str]]:
        return plain("sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage", source)

    def index(*names: str) -> set[tuple[str, str, str]]:
        return {("dynamodb:Query", made.text({"Fn::Join": ["", [arn, f"/index/{name}"]]}), "") for name in names}

    scheduler = "arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>"
    later = {
        *plain("scheduler:CreateSchedule", f"{scheduler}:schedule/{made.text(told['SCHEDULE_GROUP'])}/*"),
        (
            "iam:PassRole",
            made.text({"Fn::GetAtt": [wakes, "Arn"]}),
            "StringEquals(iam:PassedToService=scheduler.amazonaws.com)",
        ),
    }
    wake = {*later, *plain("sqs:SendMessage", told["DIAL_QUEUE_ARN"])}
    ledger = {
        *plain("dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem", arn),
        ("kms:Decrypt", table_key, via_dynamodb),
    }
    batch = plain("dynamodb:BatchGetItem", arn)
    hours = [
        (action, resource, condition)
        for action, resource, condition in made.allowed(made.function("dial_callback")["Role"])
        if action == "ssm:GetParameter"
    ]
    assert len(hours) == 1
    assert told["OPENING_HOURS_PARAMETER"]["Ref"] in hours[0][1]
    recognize = plain("kms:GenerateMac", manage["HASH_KEY_ID"])
    return {
        "dial_callback": {
            *ledger,
            *batch,
            *wake,
            *hours,
            *consume(told["DIAL_QUEUE_ARN"]),
            *plain("connect:StartOutboundVoiceContact", f"{INSTANCE_ARN}/contact/*"),
            *plain("connect:GetCurrentMetricData", {"Fn::GetAtt": [queue, "QueueArn"]}),
            ("kms:Decrypt", made.text(told["PHONE_KEY_ID"]), of_callback),
        },
        "report_callback": ledger,
        "track_callbacks": {
            *ledger,
            *later,
            *consume(events),
            *plain("connect:GetContactAttributes", f"{INSTANCE_ARN}/contact/*"),
        },
        "sweep_callbacks": {
            *ledger,
            *wake,
            *index("wake"),
            *plain("connect:DescribeContact", f"{INSTANCE_ARN}/contact/*"),
            *plain("connect:SearchContacts", INSTANCE_ARN),
            *plain("sqs:SendMessage", made.function("sweep_callbacks")["DeadLetterConfig"]["TargetArn"]),
        },
        "manage_callbacks": {
            *ledger,
            *batch,
            *wake,
            *recognize,
            *index("wake", "phone"),
            *consume(manage["DIAL_DEAD_LETTERS_ARN"]),
            *consume(manage["EVENTS_DEAD_LETTERS_ARN"]),
            *plain("sqs:StartMessageMoveTask", manage["DIAL_DEAD_LETTERS_ARN"]),
            *plain("sqs:StartMessageMoveTask", manage["EVENTS_DEAD_LETTERS_ARN"]),
            *plain("sqs:SendMessage", events),
        },
        "book": {
            *ledger,
            *batch,
            *later,
            *recognize,
            ("kms:Encrypt", made.text(told["PHONE_KEY_ID"]), of_callback),
        },
    }


@pytest.mark.parametrize("package", [*FUNCTIONS, "book"])
def test_a_function_may_do_its_own_part_and_nothing_else(
    made: Made, package: str, expected: dict[str, set[tuple[str, str, str]]]
) -> None:
    assert made.allowed(made.function(package)["Role"]) == expected[package]
