import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk.assertions import Template
from aws_cdk.aws_cloudwatch import Metric
from aws_cdk.aws_dynamodb import Attribute, AttributeType, TableV2
from aws_cdk.aws_iam import Role, ServicePrincipal
from aws_cdk.aws_kms import Key
from aws_cdk.aws_lambda import Code, ILayerVersion
from aws_cdk.aws_logs import RetentionDays
from aws_cdk.aws_sqs import Queue

from aicc_constructs import PythonHandler, assets

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]
MakeHandler = Callable[..., PythonHandler]

FUNCTION, LOGS, POLICY = "AWS::Lambda::Function", "AWS::Logs::LogGroup", "AWS::IAM::Policy"


@pytest.fixture
def handler(stack: Stack, code: Code, layer: ILayerVersion) -> MakeHandler:
    def make(**options: Any) -> PythonHandler:
        given: dict[str, Any] = {
            "handler": "status.handler",
            "description": "Tells the line's status",
            "code": code,
            "layer": layer,
            **options,
        }
        return PythonHandler(stack, "Status", **given)

    return make


def test_it_runs_python_3_14_on_arm_within_the_time_of_a_block(
    stack: Stack, handler: MakeHandler, properties: Resource
) -> None:
    made = handler()

    assert properties(FUNCTION) == {
        "Handler": "status.handler",
        "Description": "Tells the line's status",
        "Runtime": "python3.14",
        "Architectures": ["arm64"],
        "Timeout": 8,
        "MemorySize": 512,
        "Code": {"ZipFile": "def handler(event, context): ..."},
        "Layers": ["arn:aws:lambda:ap-northeast-2:111122223333:layer:libraries:7"],
        "LoggingConfig": {"LogGroup": stack.resolve(made.log_group.log_group_name)},
        "Role": stack.resolve(made.role.role_arn),
        "TracingConfig": {"Mode": "Active"},
    }


def test_every_limit_is_chosen(handler: MakeHandler, properties: Resource) -> None:
    handler(timeout=Duration.minutes(15), memory_size=1769, reserved_concurrency=3, environment={"TABLE": "customers"})

    made = properties(FUNCTION)
    assert (made["Timeout"], made["MemorySize"], made["ReservedConcurrentExecutions"]) == (900, 1769, 3)
    assert made["Environment"] == {"Variables": {"TABLE": "customers"}}


def test_without_code_and_layer_those_of_the_package_are_used(stack: Stack, resource: Resource) -> None:
    PythonHandler(stack, "Status", handler="read_line_status.handler.handler", description="Tells the line's status")

    made, layer = resource(FUNCTION), resource("AWS::Lambda::LayerVersion")["Properties"]
    assert "S3Key" in made["Properties"]["Code"]
    assert (layer["CompatibleArchitectures"], layer["CompatibleRuntimes"]) == (["arm64"], ["python3.14"])
    assert len(made["Properties"]["Layers"]) == 1


def test_the_code_is_that_of_the_package_without_what_a_machine_leaves_there(
    stack: Stack, layer: ILayerVersion, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = ["read_status/handler.py", "aicc_core/settings.py"]
    left = [
        "requirements.txt",
        "requirements.in",
        ".coverage",
        "aicc_core/__pycache__/settings.cpython-314.pyc",
        "x.pyc",
    ]
    for name in (*kept, *left):
        (tmp_path / "lambda" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "lambda" / name).write_text("")
    monkeypatch.setattr(assets, "_PACKAGED", tmp_path)

    PythonHandler(stack, "Status", handler="read_status.handler.handler", description="Tells the status", layer=layer)
    Template.from_stack(stack)

    [staged] = (tmp_path / "cdk.out").glob("asset.*")
    assert sorted(path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file()) == sorted(kept)


def test_two_functions_share_one_asset(stack: Stack, layer: ILayerVersion, resources: Resources) -> None:
    for construct_id in ("One", "Two"):
        PythonHandler(stack, construct_id, handler="one.handler", description="Does one thing", layer=layer)

    one, two = (each["Properties"]["Code"] for each in resources(FUNCTION).values())
    assert one == two


def test_its_log_is_its_own_and_kept(handler: MakeHandler, resource: Resource) -> None:
    handler()

    logs = resource(LOGS)
    assert logs["Properties"] == {"RetentionInDays": 90}
    assert logs["DeletionPolicy"] == logs["UpdateReplacePolicy"] == "Retain"


def test_key_retention_and_fate_of_the_log_are_chosen(stack: Stack, handler: MakeHandler, resource: Resource) -> None:
    key = Key(stack, "Key")

    handler(log_key=key, log_retention=RetentionDays.ONE_YEAR, log_removal_policy=RemovalPolicy.DESTROY)

    assert resource(LOGS)["Properties"] == {"KmsKeyId": stack.resolve(key.key_arn), "RetentionInDays": 365}
    assert resource(LOGS)["DeletionPolicy"] == "Delete"


def test_its_role_may_write_its_log_and_traces_and_nothing_else(
    stack: Stack, handler: MakeHandler, properties: Resource, resources: Resources
) -> None:
    made = handler()

    statements = [
        (sorted(statement["Action"]), statement["Resource"])
        for policy in resources(POLICY).values()
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
    ]
    role = properties("AWS::IAM::Role")
    assert sorted(statements) == [
        (["logs:CreateLogStream", "logs:PutLogEvents"], stack.resolve(made.log_group.log_group_arn)),
        (["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"),
    ]
    assert "ManagedPolicyArns" not in role
    assert [each["Principal"] for each in role["AssumeRolePolicyDocument"]["Statement"]] == [
        {"Service": "lambda.amazonaws.com"}
    ]


def test_callers_use_an_alias_so_that_a_deploy_does_not_touch_them(
    stack: Stack, handler: MakeHandler, resource: Resource, resources: Resources
) -> None:
    made = handler()

    [alias_id] = resources("AWS::Lambda::Alias")
    [version_id] = resources("AWS::Lambda::Version")
    alias = resource("AWS::Lambda::Alias")["Properties"]
    assert (made.placeholder_kind, made.placeholder_value) == ("function", made.function_arn)
    assert stack.resolve(made.placeholder_value) == {"Ref": alias_id}
    assert (alias["Name"], alias["FunctionVersion"]) == ("live", {"Fn::GetAtt": [version_id, "Version"]})


def test_what_is_invoked_synchronously_has_no_dead_letters(
    handler: MakeHandler, properties: Resource, resources: Resources
) -> None:
    made = handler()

    assert made.dead_letter_queue is None
    assert "DeadLetterConfig" not in properties(FUNCTION)
    assert resources("AWS::SQS::Queue") == {}


def test_what_is_invoked_as_an_event_has_a_dead_letter_queue_of_its_own(
    stack: Stack, handler: MakeHandler, properties: Resource, resources: Resources
) -> None:
    made = handler(asynchronous=True)

    [queue_id] = resources("AWS::SQS::Queue")
    assert made.dead_letter_queue is not None
    assert properties(FUNCTION)["DeadLetterConfig"] == {"TargetArn": {"Fn::GetAtt": [queue_id, "Arn"]}}
    assert "sqs:SendMessage" in json.dumps(Template.from_stack(stack).find_resources(POLICY))


def test_a_given_dead_letter_queue_is_used(
    stack: Stack, handler: MakeHandler, properties: Resource, resources: Resources
) -> None:
    queue = Queue(stack, "Given")

    made = handler(asynchronous=True, dead_letter_queue=queue)

    assert made.dead_letter_queue is queue
    assert properties(FUNCTION)["DeadLetterConfig"] == {"TargetArn": stack.resolve(queue.queue_arn)}
    assert len(resources("AWS::SQS::Queue")) == 1


def test_grants_of_others_accept_it(stack: Stack, handler: MakeHandler, resources: Resources) -> None:
    table = TableV2(stack, "Table", partition_key=Attribute(name="pk", type=AttributeType.STRING))

    table.grant(handler(), "dynamodb:GetItem")

    assert "dynamodb:GetItem" in json.dumps(resources(POLICY))


def test_only_the_alias_may_be_invoked_by_whom_that_is_granted(
    stack: Stack, handler: MakeHandler, resources: Resources
) -> None:
    caller = Role(stack, "Caller", assumed_by=ServicePrincipal("states.amazonaws.com"))

    made = handler()
    made.grant_invoke(caller)

    [statement] = [
        statement
        for policy in resources(POLICY).values()
        if stack.resolve(caller.role_name) in policy["Properties"]["Roles"]
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
    ]
    assert statement == {
        "Effect": "Allow",
        "Action": "lambda:InvokeFunction",
        "Resource": stack.resolve(made.function_arn),
    }


@pytest.mark.parametrize(
    ("metric", "name", "statistic"),
    [
        (PythonHandler.metric_errors, "Errors", "Sum"),
        (PythonHandler.metric_throttles, "Throttles", "Sum"),
        (PythonHandler.metric_duration, "Duration", "Average"),
    ],
)
def test_its_metrics_are_those_of_the_alias(
    stack: Stack, handler: MakeHandler, metric: Callable[[PythonHandler], Metric], name: str, statistic: str
) -> None:
    handler_made = handler()

    made = metric(handler_made)

    function = stack.resolve(handler_made.function.function_name)
    assert (made.namespace, made.metric_name, made.statistic) == ("AWS/Lambda", name, statistic)
    assert stack.resolve(made.dimensions) == {
        "FunctionName": function,
        "Resource": {"Fn::Join": ["", [function, ":live"]]},
    }


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"memory_size": 127},
            "function 'status.handler': memory_size: 127 is outside 128 to 10240 MiB; choose a value inside",
        ),
        (
            {"memory_size": 10241},
            "function 'status.handler': memory_size: 10241 is outside 128 to 10240 MiB; choose a value inside",
        ),
        (
            {"timeout": Duration.seconds(0)},
            "function 'status.handler': timeout: 0 is outside 1 to 900 seconds; choose a value inside",
        ),
        (
            {"timeout": Duration.millis(500)},
            "function 'status.handler': timeout: 0.5 is outside 1 to 900 seconds; choose a value inside",
        ),
        (
            {"timeout": Duration.seconds(901)},
            "function 'status.handler': timeout: 901 is outside 1 to 900 seconds; choose a value inside",
        ),
    ],
)
def test_what_lambda_refuses_is_refused(
    handler: MakeHandler, options: dict[str, Any], message: str, refusal: Refusal
) -> None:
    assert refusal(lambda: handler(**options)) == message


def test_a_dead_letter_queue_that_nothing_reaches_is_refused(
    stack: Stack, handler: MakeHandler, refusal: Refusal
) -> None:
    queue = Queue(stack, "Given")

    assert refusal(lambda: handler(dead_letter_queue=queue)) == (
        "function 'status.handler': dead_letter_queue: nothing would go there; set asynchronous=True too"
    )
