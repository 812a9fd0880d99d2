"""Routing profiles: channels, queues, and what keeps them."""

from typing import Any

import pytest

from aicc_local.store import Record
from tests.unit.local.connect.centre import Centre, queue_config, refused

VOICE = {"Channel": "VOICE", "Concurrency": 1}
CHAT = {"Channel": "CHAT", "Concurrency": 3}


def queues(centre: Centre, number: int) -> list[Record]:
    return [centre.make("Queue", Name=f"Queue {index}") for index in range(number)]


@pytest.mark.parametrize(
    ("concurrencies", "words"),
    [
        ([{"Channel": "VOICE", "Concurrency": 2}], "VOICE takes 1"),
        ([VOICE, CHAT, CHAT], "a channel stands twice"),
    ],
)
def test_refuses_channels(centre: Centre, concurrencies: list[dict[str, Any]], words: str) -> None:
    with refused("InvalidParameterException", "MediaConcurrencies", words):
        centre.make("RoutingProfile", MediaConcurrencies=concurrencies)


def test_refuses_more_contacts_than_the_schema_allows(centre: Centre) -> None:
    with refused("InvalidRequestException", "11"):
        centre.make("RoutingProfile", MediaConcurrencies=[VOICE, {"Channel": "TASK", "Concurrency": 11}])


def test_refuses_a_queue_twice_on_a_channel(centre: Centre) -> None:
    queue = centre.make("Queue")
    configs = [queue_config(queue, "VOICE"), queue_config(queue, "VOICE", priority=2)]

    with refused("InvalidParameterException", "stands twice on VOICE"):
        centre.make("RoutingProfile", QueueConfigs=configs)


def test_takes_a_queue_on_two_channels(centre: Centre) -> None:
    queue = centre.make("Queue")

    profile = centre.make("RoutingProfile", QueueConfigs=[queue_config(queue, "VOICE"), queue_config(queue, "CHAT")])

    assert len(profile.properties["QueueConfigs"]) == 2


def test_refuses_a_queue_on_a_channel_that_the_profile_lacks(centre: Centre) -> None:
    with refused("InvalidParameterException", "lack the channel TASK"):
        centre.make("RoutingProfile", QueueConfigs=[queue_config(centre.make("Queue"), "TASK")])


@pytest.mark.parametrize("name", ["DefaultOutboundQueueArn", "QueueConfigs"])
def test_refuses_a_queue_of_another_instance(centre: Centre, name: str) -> None:
    elsewhere = Centre(centre.aws, "second").make("Queue")
    given: Any = elsewhere.arn if name == "DefaultOutboundQueueArn" else [queue_config(elsewhere, "VOICE")]

    with refused("ResourceNotFoundException", name, elsewhere.arn):
        centre.make("RoutingProfile", **{name: given})


def test_is_made_with_ten_queues_at_most(centre: Centre) -> None:
    configs = [queue_config(queue, "VOICE") for queue in queues(centre, 11)]

    with refused("InvalidParameterException", "11", "10"):
        centre.make("RoutingProfile", QueueConfigs=configs)


def test_an_update_takes_up_to_fifty_queues(centre: Centre) -> None:
    configs = [queue_config(queue, channel) for queue in queues(centre, 26) for channel in ("VOICE", "CHAT")]
    profile = centre.make("RoutingProfile")

    centre.update(profile, QueueConfigs=configs[:50])
    with refused("LimitExceededException", "Queues per routing profile per instance", "50"):
        centre.update(profile, QueueConfigs=configs[:51])

    assert len(profile.properties["QueueConfigs"]) == 50


def test_a_profile_that_a_user_has_stays(centre: Centre) -> None:
    profile = centre.make("RoutingProfile")
    user = centre.make("User", RoutingProfileArn=profile.arn)

    with refused("ResourceInUseException", "General", "minji.kim"):
        centre.delete(profile)
    centre.delete(user)
    centre.delete(profile)

    assert centre.aws.store.get(profile.arn) is None
