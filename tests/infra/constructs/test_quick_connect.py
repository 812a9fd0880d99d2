from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Stack

from aicc_constructs import ContactFlow, ExistingInstance, Queue, QuickConnect
from aicc_constructs.assets import asset

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

QUICK_CONNECT = "AWS::Connect::QuickConnect"
QUEUE = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/queue/5e6f", "General")


@pytest.fixture
def flow(stack: Stack, instance: ExistingInstance) -> ContactFlow:
    return ContactFlow(stack, "Transfer", instance=instance, flow=asset("flows/customer_hold.json"))


def test_it_leads_to_a_queue_by_a_flow(
    stack: Stack, instance: ExistingInstance, flow: ContactFlow, properties: Resource
) -> None:
    QuickConnect(stack, "Connect", instance=instance, name="일반 상담", queue=QUEUE, flow=flow)

    assert properties(QUICK_CONNECT) == {
        "InstanceArn": instance.instance_arn,
        "Name": "일반 상담",
        "QuickConnectConfig": {
            "QuickConnectType": "QUEUE",
            "QueueConfig": {
                "QueueArn": QUEUE.queue_arn,
                "ContactFlowArn": stack.resolve(flow.contact_flow_arn),
            },
        },
    }


def test_a_description_is_shown(
    stack: Stack, instance: ExistingInstance, flow: ContactFlow, properties: Resource
) -> None:
    QuickConnect(stack, "Connect", instance=instance, name="상담", queue=QUEUE, flow=flow, description="일반 문의")

    assert properties(QUICK_CONNECT)["Description"] == "일반 문의"


def test_it_is_created_after_its_flow_and_offered_by_its_arn(
    stack: Stack, instance: ExistingInstance, flow: ContactFlow, resource: Resource, resources: Resources
) -> None:
    connect = QuickConnect(stack, "Connect", instance=instance, name="상담", queue=QUEUE, flow=flow)

    [logical_id] = resources(QUICK_CONNECT)
    assert resource(QUICK_CONNECT)["DependsOn"] == list(resources("AWS::Connect::ContactFlow"))
    assert stack.resolve(connect.quick_connect_arn) == {"Fn::GetAtt": [logical_id, "QuickConnectArn"]}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"name": ""}, "quick connect '': name: '' has 0 characters; use 1 to 127"),
        ({"name": "n" * 128}, f"quick connect {'n' * 128!r}: name: {'n' * 128!r} has 128 characters; use 1 to 127"),
        ({"description": ""}, "quick connect '상담': description: '' has 0 characters; use 1 to 250"),
    ],
)
def test_what_connect_refuses_is_refused(
    stack: Stack,
    instance: ExistingInstance,
    flow: ContactFlow,
    options: dict[str, Any],
    message: str,
    refusal: Refusal,
) -> None:
    given = {"instance": instance, "name": "상담", "queue": QUEUE, "flow": flow, **options}

    assert refusal(lambda: QuickConnect(stack, "Connect", **given)) == message
