from collections.abc import Callable

import pytest
from aws_cdk import Stack
from aws_cdk.aws_iam import Role, ServicePrincipal
from aws_cdk.aws_kms import Key
from aws_cdk.aws_lambda import Code, Function, ILayerVersion, Runtime
from aws_cdk.aws_s3 import Bucket
from cdk_nag import AwsSolutionsChecks, ServerlessChecks

from aicc_constructs import (
    AccessLogBucket,
    ConnectInstance,
    ConnectWiring,
    ContactFlow,
    ExistingInstance,
    PhoneNumber,
    PrivateBucket,
    PythonHandler,
    Queue,
    QuickConnect,
    RecordDelivery,
    SamlAccess,
)
from aicc_constructs.assets import asset

QUEUE = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/queue/5e6f", "General")
NUMBER = PhoneNumber.from_arn("arn:aws:connect:ap-northeast-2:111122223333:phone-number/7a8b")
Build = Callable[[Stack, ExistingInstance, Code, ILayerVersion], object]


def _findings(stack: Stack) -> set[str]:
    reports = [checks.validate_scope(stack) for checks in (AwsSolutionsChecks(), ServerlessChecks())]
    return {violation.rule_name for report in reports for violation in report.violations}


def _instance(stack: Stack, *_: object) -> None:
    ConnectInstance(stack, "Made", alias="hanbit", log_key=Key(stack, "Key", enable_key_rotation=True))


def _private_bucket(stack: Stack, *_: object) -> None:
    key = Key(stack, "Key", enable_key_rotation=True)
    PrivateBucket(stack, "Recordings", key=key, access_logs=AccessLogBucket(stack, "AccessLogs"))


def _record_delivery(stack: Stack, *_: object) -> None:
    key = Key(stack, "Key", enable_key_rotation=True)
    logs = AccessLogBucket(stack, "AccessLogs")
    bucket = PrivateBucket(stack, "Records", key=key, access_logs=logs)
    RecordDelivery(stack, "Delivery", bucket=bucket, bucket_key=key, stream_key=key)


def _record_delivery_elsewhere(stack: Stack, *_: object) -> None:
    key = Key(stack, "Key", enable_key_rotation=True)
    bucket = Bucket.from_bucket_name(stack, "Elsewhere", "hanbit-records")
    RecordDelivery(stack, "Delivery", bucket=bucket, bucket_key=key, stream_key=key)


def _saml_access(stack: Stack, instance: ExistingInstance, *_: object) -> None:
    SamlAccess(stack, "Saml", instance=instance, metadata="x" * 1000)


def _synchronous_handler(stack: Stack, instance: ExistingInstance, code: Code, layer: ILayerVersion) -> None:
    made = PythonHandler(stack, "Status", handler="a.b", description="Tells the status", code=code, layer=layer)
    instance.associate_function("Status", made)


def _asynchronous_handler(stack: Stack, _: ExistingInstance, code: Code, layer: ILayerVersion) -> None:
    PythonHandler(stack, "Dial", handler="a.b", description="Dials", code=code, layer=layer, asynchronous=True)


def _wiring(stack: Stack, instance: ExistingInstance, code: Code, layer: ILayerVersion) -> None:
    flow = ContactFlow(stack, "Flow", instance=instance, flow=asset("flows/customer_hold.json"))
    connect = QuickConnect(stack, "Connect", instance=instance, name="일반", queue=QUEUE, flow=flow)
    wiring = ConnectWiring(stack, "Wiring", instance=instance, code=code, layer=layer)
    wiring.tie_number("Number", NUMBER, flow)
    wiring.offer_quick_connects("General", QUEUE, [connect])


def _call_from_number(stack: Stack, *_: object) -> None:
    NUMBER.grant_call_from(Role(stack, "Dialer", assumed_by=ServicePrincipal("lambda.amazonaws.com")))


@pytest.mark.parametrize(
    "build",
    [
        _instance,
        _private_bucket,
        _record_delivery,
        _record_delivery_elsewhere,
        _saml_access,
        _synchronous_handler,
        _asynchronous_handler,
        _wiring,
        _call_from_number,
    ],
)
def test_a_construct_used_alone_has_no_findings(
    stack: Stack, instance: ExistingInstance, code: Code, layer: ILayerVersion, build: Build
) -> None:
    build(stack, instance, code, layer)

    assert _findings(stack) == set()


def test_both_packs_find_what_is_wrong(stack: Stack, instance: ExistingInstance, code: Code) -> None:
    Bucket(stack, "Open")
    role = Role(stack, "Wide", assumed_by=ServicePrincipal("lambda.amazonaws.com"))
    instance.grant_read_metrics(role)
    Function(stack, "Old", code=code, handler="index.handler", runtime=Runtime.PYTHON_3_9, role=role)

    assert _findings(stack) >= {
        "AwsSolutions-S1",
        "AwsSolutions-S10",
        "AwsSolutions-L1",
        "AwsSolutions-IAM5[Resource::arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/queue/*]",
        "Serverless-LambdaDLQ",
    }
