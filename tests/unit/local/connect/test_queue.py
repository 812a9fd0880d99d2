"""Queues: what they refer to, and what keeps them."""

import pytest

from tests.unit.local.connect.centre import Centre, queue_config, refused


def test_a_new_queue_is_enabled_and_standard(centre: Centre) -> None:
    assert centre.make("Queue").properties["Status"] == "ENABLED"


def test_takes_a_number_and_a_whisper_of_its_instance(centre: Centre) -> None:
    number, flow = centre.make("PhoneNumber"), centre.default("ContactFlow", "Default outbound")
    caller = {"OutboundCallerIdNumberArn": number.arn, "OutboundFlowArn": flow.arn, "OutboundCallerIdName": "한빛"}

    assert centre.make("Queue", OutboundCallerConfig=caller).properties["OutboundCallerConfig"] == caller


def test_refuses_a_flow_that_is_no_outbound_whisper(centre: Centre) -> None:
    flow = centre.default("ContactFlow", "Default agent whisper")

    with refused("InvalidParameterException", "OutboundFlowArn", "AGENT_WHISPER", "OUTBOUND_WHISPER"):
        centre.make("Queue", OutboundCallerConfig={"OutboundFlowArn": flow.arn})


@pytest.mark.parametrize(
    ("kind", "name", "config"),
    [
        ("HoursOfOperation", "HoursOfOperationArn", None),
        ("ContactFlow", "OutboundFlowArn", "OutboundCallerConfig"),
        ("PhoneNumber", "OutboundCallerIdNumberArn", "OutboundCallerConfig"),
    ],
)
def test_refuses_what_is_in_another_instance(centre: Centre, kind: str, name: str, config: str | None) -> None:
    elsewhere = Centre(centre.aws, "second").make(kind)
    given = {config: {name: elsewhere.arn}} if config else {name: elsewhere.arn}

    with refused("ResourceNotFoundException", name, elsewhere.arn):
        centre.make("Queue", **given)


def test_refuses_more_than_fifty_quick_connects(centre: Centre) -> None:
    arns = [centre.make("QuickConnect", Name=str(number)).arn for number in range(51)]
    queue = centre.make("Queue", QuickConnectArns=arns[:50])

    with refused("InvalidParameterException", "51"):
        centre.update(queue, QuickConnectArns=arns)


@pytest.mark.parametrize("use", ["QueueConfigs", "ManualAssignmentQueueConfigs", "DefaultOutboundQueueArn"])
def test_a_queue_of_a_routing_profile_stays(centre: Centre, use: str) -> None:
    queue = centre.make("Queue")
    reference = {"QueueReference": {"QueueArn": queue.arn, "Channel": "VOICE"}}
    uses = {
        "QueueConfigs": [queue_config(queue, "VOICE")],
        "ManualAssignmentQueueConfigs": [reference],
        "DefaultOutboundQueueArn": queue.arn,
    }
    profile = centre.make("RoutingProfile", **{use: uses[use]})

    with refused("ResourceInUseException", "General", profile.name):
        centre.delete(queue)
    centre.delete(profile)
    centre.delete(queue)

    assert centre.aws.store.get(queue.arn) is None


def test_quick_connects_that_api_calls_added_outlive_an_update(centre: Centre) -> None:
    queue, quick_connect = centre.make("Queue"), centre.make("QuickConnect")
    queue.links["quick_connects"] = [quick_connect.arn]

    centre.update(queue, MaxContacts=3)

    assert queue.links["quick_connects"] == [quick_connect.arn]


def test_the_quick_connects_of_the_template_follow_the_template(centre: Centre) -> None:
    first, second, third = (centre.make("QuickConnect", Name=str(number)).arn for number in range(3))
    queue = centre.make("Queue", QuickConnectArns=[first])
    queue.links["quick_connects"].append(third)

    centre.update(queue, QuickConnectArns=[second])

    assert queue.links["quick_connects"] == [third, second]


def test_a_deleted_quick_connect_is_offered_no_more(centre: Centre) -> None:
    quick_connect = centre.make("QuickConnect")
    queue = centre.make("Queue", QuickConnectArns=[quick_connect.arn])

    centre.delete(quick_connect)

    assert queue.links["quick_connects"] == []
