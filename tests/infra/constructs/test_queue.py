from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Duration, Fn, Stack
from aws_cdk.aws_cloudwatch import Metric

from aicc_constructs import ContactFlow, ExistingInstance, HoursOfOperation, PhoneNumber, Queue, Weekly
from aicc_constructs.assets import asset

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

QUEUE = "AWS::Connect::Queue"
ARN = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/queue/5e6f"
NUMBER = PhoneNumber.from_arn("arn:aws:connect:ap-northeast-2:111122223333:phone-number/7a8b")


@pytest.fixture
def hours(stack: Stack, instance: ExistingInstance) -> HoursOfOperation:
    return HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always())


@pytest.fixture
def flow(stack: Stack, instance: ExistingInstance) -> ContactFlow:
    return ContactFlow(stack, "Outbound", instance=instance, flow=asset("flows/customer_hold.json"))


def test_a_name_and_hours_are_all_it_takes(
    stack: Stack, instance: ExistingInstance, hours: HoursOfOperation, properties: Resource
) -> None:
    Queue(stack, "General", instance=instance, name="General", hours=hours)

    assert properties(QUEUE) == {
        "InstanceArn": instance.instance_arn,
        "Name": "General",
        "HoursOfOperationArn": stack.resolve(hours.hours_of_operation_arn),
    }


def test_every_option_goes_where_it_belongs(
    stack: Stack, instance: ExistingInstance, hours: HoursOfOperation, flow: ContactFlow, properties: Resource
) -> None:
    Queue(
        stack,
        "General",
        instance=instance,
        name="General",
        hours=hours,
        description="일반 상담",
        max_contacts=17,
        outbound_number=NUMBER,
        outbound_caller_name="한빛",
        outbound_flow=flow,
    )

    made = properties(QUEUE)
    assert made["Description"] == "일반 상담"
    assert made["MaxContacts"] == 17
    assert made["OutboundCallerConfig"] == {
        "OutboundCallerIdName": "한빛",
        "OutboundCallerIdNumberArn": NUMBER.phone_number_arn,
        "OutboundFlowArn": stack.resolve(flow.contact_flow_arn),
    }


def test_nobody_may_wait_where_the_limit_is_nought(
    stack: Stack, instance: ExistingInstance, hours: HoursOfOperation, properties: Resource
) -> None:
    Queue(stack, "General", instance=instance, name="General", hours=hours, max_contacts=0)

    assert properties(QUEUE)["MaxContacts"] == 0


def test_a_whisper_flow_needs_no_number(
    stack: Stack, instance: ExistingInstance, hours: HoursOfOperation, flow: ContactFlow, properties: Resource
) -> None:
    Queue(stack, "General", instance=instance, name="General", hours=hours, outbound_flow=flow)

    assert properties(QUEUE)["OutboundCallerConfig"] == {"OutboundFlowArn": stack.resolve(flow.contact_flow_arn)}


def test_a_claimed_number_is_used_by_its_arn(
    stack: Stack, instance: ExistingInstance, hours: HoursOfOperation, properties: Resource
) -> None:
    number = PhoneNumber(stack, "Number", instance=instance)

    Queue(stack, "General", instance=instance, name="General", hours=hours, outbound_number=number)

    assert properties(QUEUE)["OutboundCallerConfig"] == {
        "OutboundCallerIdNumberArn": stack.resolve(number.phone_number_arn)
    }


def test_it_is_created_after_what_came_before(
    stack: Stack, instance: ExistingInstance, hours: HoursOfOperation, resource: Resource, resources: Resources
) -> None:
    Queue(stack, "General", instance=instance, name="General", hours=hours)

    assert resource(QUEUE)["DependsOn"] == list(resources("AWS::Connect::HoursOfOperation"))


def test_flows_name_it_by_its_arn(
    stack: Stack, instance: ExistingInstance, hours: HoursOfOperation, resources: Resources
) -> None:
    queue = Queue(stack, "General", instance=instance, name="General", hours=hours)

    assert (queue.placeholder_kind, queue.placeholder_value) == ("queue", queue.queue_arn)
    [logical_id] = resources(QUEUE)
    assert stack.resolve(queue.queue_arn) == {"Fn::GetAtt": [logical_id, "QueueArn"]}


@pytest.mark.parametrize(
    ("metric", "name"),
    [(Queue.metric_size, "QueueSize"), (Queue.metric_longest_wait_time, "LongestQueueWaitTime")],
)
def test_its_metrics_are_those_that_connect_publishes(
    stack: Stack, instance: ExistingInstance, hours: HoursOfOperation, metric: Callable[[Queue], Metric], name: str
) -> None:
    made = metric(Queue(stack, "General", instance=instance, name="Aicc General", hours=hours))

    assert (made.namespace, made.metric_name, made.statistic) == ("AWS/Connect", name, "Maximum")
    assert made.period.to_seconds() == 60
    assert dict(made.dimensions or {}) == {
        "InstanceId": "1a2b3c4d",
        "MetricGroup": "Queue",
        "QueueName": "Aicc General",
    }


def test_any_metric_of_it_can_be_had(stack: Stack, instance: ExistingInstance, hours: HoursOfOperation) -> None:
    queue = Queue(stack, "General", instance=instance, name="General", hours=hours)

    made = queue.metric("QueueCapacityExceededError", statistic="Sum", period=Duration.minutes(5))

    assert (made.metric_name, made.statistic, made.period.to_minutes()) == ("QueueCapacityExceededError", "Sum", 5)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"name": "일반"},
            "queue '일반': name: '일반' holds characters whose metrics CloudWatch drops: '일반'; "
            "use ASCII letters, digits, space and .,-_/#:$@|&{}+?%; and put Korean into the description",
        ),
        ({"description": ""}, "queue 'General': description: '' has 0 characters; use 1 to 250"),
        (
            {"max_contacts": -1},
            "queue 'General': max_contacts: -1 is outside 0 to 1000000; choose a value inside",
        ),
        (
            {"outbound_caller_name": "한빛"},
            "queue 'General': outbound_caller_name: '한빛' has no number; give outbound_number too",
        ),
        (
            {"outbound_caller_name": "", "outbound_number": NUMBER},
            "queue 'General': outbound_caller_name: '' has 0 characters; use 1 to 255",
        ),
    ],
)
def test_what_connect_refuses_is_refused(
    stack: Stack,
    instance: ExistingInstance,
    hours: HoursOfOperation,
    options: dict[str, Any],
    message: str,
    refusal: Refusal,
) -> None:
    given = {"instance": instance, "name": "General", "hours": hours, **options}

    assert refusal(lambda: Queue(stack, "General", **given)) == message


def test_an_existing_queue_is_known_by_its_arn() -> None:
    queue = Queue.from_arn(ARN, "General")

    assert (queue.queue_arn, queue.name) == (ARN, "General")
    assert (queue.placeholder_kind, queue.placeholder_value) == ("queue", ARN)


def test_an_arn_known_only_at_deploy_passes(stack: Stack) -> None:
    queue = Queue.from_arn(Fn.import_value("QueueArn"), "General")

    assert stack.resolve(queue.placeholder_value) == {"Fn::ImportValue": "QueueArn"}


@pytest.mark.parametrize("arn", ["", "5e6f", ARN.rpartition("/queue")[0], ARN + "\n"])
def test_what_is_no_arn_of_a_queue_is_refused(arn: str, refusal: Refusal) -> None:
    assert refusal(lambda: Queue.from_arn(arn, "General")) == (
        f"queue 'General': queue_arn: {arn!r} is not the ARN of a queue; "
        "copy it from the queue's page: arn:aws:connect:REGION:ACCOUNT:instance/ID/queue/ID"
    )
