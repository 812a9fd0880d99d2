from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Stack

from aicc_constructs import ExistingInstance, Queue, RoutedQueue, RoutingProfile

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

PROFILE = "AWS::Connect::RoutingProfile"
PREFIX = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/queue/"
GENERAL, LOANS = Queue.from_arn(PREFIX + "01", "General"), Queue.from_arn(PREFIX + "02", "Loans")


def _profile(stack: Stack, instance: ExistingInstance, construct_id: str = "Profile", **options: Any) -> RoutingProfile:
    given: dict[str, Any] = {
        "instance": instance,
        "name": "Agents",
        "description": "상담사",
        "capacity": {"VOICE": 1, "CHAT": 3},
        "default_outbound_queue": GENERAL,
        **options,
    }
    return RoutingProfile(stack, construct_id, **given)


def test_agents_may_serve_no_queue(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    _profile(stack, instance)

    assert properties(PROFILE) == {
        "InstanceArn": instance.instance_arn,
        "Name": "Agents",
        "Description": "상담사",
        "DefaultOutboundQueueArn": PREFIX + "01",
        "MediaConcurrencies": [
            {"Channel": "VOICE", "Concurrency": 1},
            {"Channel": "CHAT", "Concurrency": 3},
        ],
    }


def test_queues_are_served_in_their_order(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    queues = [
        RoutedQueue(queue=LOANS, channel="VOICE"),
        RoutedQueue(queue=GENERAL, channel="CHAT", priority=7, delay=45),
    ]

    _profile(stack, instance, queues=queues)

    assert properties(PROFILE)["QueueConfigs"] == [
        {"QueueReference": {"QueueArn": PREFIX + "02", "Channel": "VOICE"}, "Priority": 1, "Delay": 0},
        {"QueueReference": {"QueueArn": PREFIX + "01", "Channel": "CHAT"}, "Priority": 7, "Delay": 45},
    ]


def test_one_queue_may_be_served_on_several_channels(
    stack: Stack, instance: ExistingInstance, properties: Resource
) -> None:
    queues = [RoutedQueue(queue=LOANS, channel=channel) for channel in ("VOICE", "CHAT")]

    _profile(stack, instance, queues=queues)

    assert len(properties(PROFILE)["QueueConfigs"]) == 2


def test_an_agent_may_have_ten_of_all_but_calls(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    _profile(stack, instance, capacity={"EMAIL": 10, "TASK": 10, "CHAT": 10, "VOICE": 1})

    assert [each["Concurrency"] for each in properties(PROFILE)["MediaConcurrencies"]] == [10, 10, 10, 1]


def test_profiles_are_created_one_after_the_other(
    stack: Stack, instance: ExistingInstance, resources: Resources
) -> None:
    _profile(stack, instance)
    _profile(stack, instance, construct_id="Second")

    one, two = resources(PROFILE)
    assert resources(PROFILE)[two]["DependsOn"] == [one]


def test_users_name_it_by_its_arn(stack: Stack, instance: ExistingInstance, resources: Resources) -> None:
    profile = _profile(stack, instance)

    [logical_id] = resources(PROFILE)
    assert profile.name == "Agents"
    assert stack.resolve(profile.routing_profile_arn) == {"Fn::GetAtt": [logical_id, "RoutingProfileArn"]}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"name": ""}, "routing profile '': name: the name is empty; use 1 to 127 characters"),
        ({"description": ""}, "routing profile 'Agents': description: '' has 0 characters; use 1 to 250"),
        ({"capacity": {}}, "routing profile 'Agents': capacity: is empty; name a channel, such as {'VOICE': 1}"),
        (
            {"capacity": {"VOCE": 1}},
            "routing profile 'Agents': capacity: 'VOCE' is not known; did you mean 'VOICE'?",
        ),
        (
            {"capacity": {"VOICE": 2}},
            "routing profile 'Agents': capacity of VOICE: 2 is outside 1 to 1; choose a value inside",
        ),
        (
            {"capacity": {"CHAT": 11}},
            "routing profile 'Agents': capacity of CHAT: 11 is outside 1 to 10; choose a value inside",
        ),
        *(
            (
                {"capacity": {channel: 11}},
                f"routing profile 'Agents': capacity of {channel}: 11 is outside 1 to 10; choose a value inside",
            )
            for channel in ("TASK", "EMAIL")
        ),
        (
            {"queues": [RoutedQueue(queue=LOANS, channel="SMS")]},
            "routing profile 'Agents': queue 'Loans': channel: 'SMS' is not known; use one of CHAT, EMAIL, TASK, VOICE",
        ),
        (
            {"queues": [RoutedQueue(queue=LOANS, channel="TASK")]},
            "routing profile 'Agents': queue 'Loans': channel TASK has no capacity; add TASK to capacity",
        ),
        (
            {"queues": [RoutedQueue(queue=LOANS, channel="VOICE", priority=0)]},
            "routing profile 'Agents': queue 'Loans': priority: 0 is outside 1 to 99; choose a value inside",
        ),
        (
            {"queues": [RoutedQueue(queue=LOANS, channel="VOICE", delay=10000)]},
            "routing profile 'Agents': queue 'Loans': delay: 10000 is outside 0 to 9999 seconds; choose a value inside",
        ),
        (
            {"queues": [RoutedQueue(queue=LOANS, channel="VOICE")] * 2},
            "routing profile 'Agents': queue 'Loans': is served twice on VOICE; name each queue and channel once",
        ),
    ],
)
def test_what_connect_refuses_is_refused(
    stack: Stack, instance: ExistingInstance, options: dict[str, Any], message: str, refusal: Refusal
) -> None:
    assert refusal(lambda: _profile(stack, instance, **options)) == message
