from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Aws, Duration, Fn, Stack
from aws_cdk.aws_cloudwatch import Metric
from aws_cdk.aws_iam import Role, ServicePrincipal
from aws_cdk.aws_lambda import Code, ILayerVersion

from aicc_constructs import ConnectInstance, ExistingInstance, PythonHandler

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

ORIGIN, ASSOCIATION = "AWS::Connect::ApprovedOrigin", "AWS::Connect::IntegrationAssociation"
BOT_ARN = "arn:aws:lex:ap-northeast-2:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST"


@pytest.fixture
def function(stack: Stack, code: Code, layer: ILayerVersion) -> PythonHandler:
    return PythonHandler(stack, "Status", handler="status.handler", description="상태", code=code, layer=layer)


@pytest.fixture
def role(stack: Stack) -> Role:
    return Role(stack, "Caller", assumed_by=ServicePrincipal("lambda.amazonaws.com"))


def test_only_its_own_flows_may_invoke_an_associated_function(
    stack: Stack, instance: ExistingInstance, function: PythonHandler, properties: Resource
) -> None:
    instance.associate_function("Status", function)

    assert properties("AWS::Lambda::Permission") == {
        "Action": "lambda:InvokeFunction",
        "FunctionName": stack.resolve(function.alias.function_arn),
        "Principal": "connect.amazonaws.com",
        "SourceArn": instance.instance_arn,
        "SourceAccount": {"Ref": "AWS::AccountId"},
    }


def test_a_function_is_associated_by_its_alias_after_the_permission(
    stack: Stack,
    instance: ExistingInstance,
    function: PythonHandler,
    resource: Resource,
    resources: Resources,
) -> None:
    instance.associate_function("Status", function)

    association = resource(ASSOCIATION)

    assert association["Properties"] == {
        "InstanceId": instance.instance_arn,
        "IntegrationArn": stack.resolve(function.alias.function_arn),
        "IntegrationType": "LAMBDA_FUNCTION",
    }
    assert association["DependsOn"] == list(resources("AWS::Lambda::Permission"))


def test_a_bot_is_associated_and_nothing_else_is_written_on_its_alias(
    stack: Stack, instance: ExistingInstance, properties: Resource, resources: Resources
) -> None:
    instance.associate_bot("Bot", BOT_ARN)

    assert properties(ASSOCIATION) == {
        "InstanceId": instance.instance_arn,
        "IntegrationArn": BOT_ARN,
        "IntegrationType": "LEX_BOT",
    }
    assert resources("AWS::Lex::ResourcePolicy") == {}


def test_a_bot_known_only_at_deploy_passes(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    instance.associate_bot("Bot", Fn.import_value("BotAliasArn"))

    assert properties(ASSOCIATION)["IntegrationArn"] == {"Fn::ImportValue": "BotAliasArn"}


def test_what_is_no_bot_alias_is_refused(instance: ExistingInstance, refusal: Refusal) -> None:
    arn = "arn:aws:lex:ap-northeast-2:111122223333:bot/ABCDEFGHIJ"

    message = refusal(lambda: instance.associate_bot("Bot", arn))

    assert message == f"Test/Instance: bot Bot: {arn!r} is not the ARN of a bot alias; pass the alias's ARN"


def test_the_test_alias_is_refused(instance: ExistingInstance, refusal: Refusal) -> None:
    arn = "arn:aws:lex:ap-northeast-2:111122223333:bot-alias/ABCDEFGHIJ/TSTALIASID"

    message = refusal(lambda: instance.associate_bot("Bot", arn))

    assert message == (
        "Test/Instance: bot Bot: TSTALIASID takes two conversations at a time; make an alias of a version"
    )


def test_what_is_associated_is_created_one_after_the_other(
    instance: ExistingInstance, function: PythonHandler, resources: Resources
) -> None:
    instance.approve_origins(["https://a.example.com"])
    bot = instance.associate_bot("Bot", BOT_ARN)
    association = instance.associate_function("Status", function)

    waits = {logical_id: each.get("DependsOn", []) for logical_id, each in resources(ASSOCIATION).items()}

    [origin] = resources(ORIGIN)
    assert waits[bot.stack.get_logical_id(bot)] == [origin]
    assert bot.stack.get_logical_id(bot) in waits[bot.stack.get_logical_id(association)]


def test_origins_that_differ_in_a_dot_are_two(instance: ExistingInstance, resources: Resources) -> None:
    origins = [
        "https://crm.example.com",
        "https://crm-example.com",
        "https://crm.example.com:8443",
        "https://localhost",
    ]

    instance.approve_origins(origins)

    assert [each["Properties"]["Origin"] for each in resources(ORIGIN).values()] == origins


def test_an_origin_known_only_at_deploy_passes(instance: ExistingInstance, properties: Resource) -> None:
    instance.approve_origins([Fn.import_value("Crm")])

    assert properties(ORIGIN)["Origin"] == {"Fn::ImportValue": "Crm"}


@pytest.mark.parametrize(
    "origin",
    [
        "http://crm.example.com",
        "https://crm.example.com/",
        "https://*.example.com",
        "crm.example.com",
        "https://a b",
        "",
    ],
)
def test_what_is_no_https_origin_is_refused(instance: ExistingInstance, origin: str, refusal: Refusal) -> None:
    message = refusal(lambda: instance.approve_origins([origin]))

    assert message == (
        f"Test/Instance: approved origin: {origin!r} is not an https origin; write https://host without a path"
    )


def test_an_origin_is_approved_once(instance: ExistingInstance, refusal: Refusal) -> None:
    instance.approve_origins(["https://a.example.com"])

    message = refusal(lambda: instance.approve_origins(["https://b.example.com", "https://a.example.com"]))

    assert message == "Test/Instance: approved origin: 'https://a.example.com' is named twice; name each once"


def test_outbound_calls_are_granted_for_its_contacts(
    instance: ExistingInstance, role: Role, properties: Resource
) -> None:
    instance.grant_start_outbound_voice_contact(role)

    assert properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"] == [
        {
            "Action": "connect:StartOutboundVoiceContact",
            "Effect": "Allow",
            "Resource": f"{instance.instance_arn}/contact/*",
        }
    ]


def test_current_metrics_are_granted_for_its_queues(
    instance: ExistingInstance, role: Role, properties: Resource
) -> None:
    instance.grant_read_metrics(role)

    assert properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"] == [
        {
            "Action": "connect:GetCurrentMetricData",
            "Effect": "Allow",
            "Resource": f"{instance.instance_arn}/queue/*",
        }
    ]


def test_contacts_are_searched_in_the_instance_and_looked_at_one_by_one(
    instance: ExistingInstance, role: Role, properties: Resource
) -> None:
    instance.grant_find_contacts(role)

    assert properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"] == [
        {"Action": "connect:SearchContacts", "Effect": "Allow", "Resource": instance.instance_arn},
        {"Action": "connect:DescribeContact", "Effect": "Allow", "Resource": f"{instance.instance_arn}/contact/*"},
    ]


def test_attributes_are_granted_for_its_contacts(instance: ExistingInstance, role: Role, properties: Resource) -> None:
    instance.grant_read_contact_attributes(role)

    assert properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"] == [
        {
            "Action": "connect:GetContactAttributes",
            "Effect": "Allow",
            "Resource": f"{instance.instance_arn}/contact/*",
        }
    ]


def test_grants_on_an_instance_made_here_name_it(stack: Stack, role: Role, properties: Resource) -> None:
    instance = ConnectInstance(stack, "Made", alias="hanbit")

    instance.grant_read_metrics(role)

    [statement] = properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"]
    assert statement["Resource"] == {"Fn::Join": ["", [stack.resolve(instance.instance_arn), "/queue/*"]]}


@pytest.mark.parametrize(
    ("metric", "name", "statistic"),
    [
        (ExistingInstance.metric_concurrent_calls_percentage, "ConcurrentCallsPercentage", "Maximum"),
        (ExistingInstance.metric_missed_calls, "MissedCalls", "Sum"),
        (ExistingInstance.metric_throttled_calls, "ThrottledCalls", "Sum"),
    ],
)
def test_voice_metrics_are_those_that_connect_publishes(
    instance: ExistingInstance, metric: Callable[[ExistingInstance], Metric], name: str, statistic: str
) -> None:
    made = metric(instance)

    assert (made.namespace, made.metric_name, made.statistic) == ("AWS/Connect", name, statistic)
    assert dict(made.dimensions or {}) == {"InstanceId": "1a2b3c4d", "MetricGroup": "VoiceCalls"}
    assert made.period.to_seconds() == 60


def test_any_metric_of_any_group_can_be_had(instance: ExistingInstance) -> None:
    made = instance.metric("ConcurrentActiveChats", "Chats", statistic="Average", period=Duration.minutes(5))

    assert (made.metric_name, made.statistic, made.period.to_minutes()) == ("ConcurrentActiveChats", "Average", 5)
    assert dict(made.dimensions or {}) == {"InstanceId": "1a2b3c4d", "MetricGroup": "Chats"}


def test_nothing_is_made_of_an_instance_that_exists(stack: Stack, resources: Resources) -> None:
    ExistingInstance(stack, "Other", instance_arn=Aws.NO_VALUE, instance_id="1a2b3c4d")

    assert resources("AWS::Connect::Instance") == {}
