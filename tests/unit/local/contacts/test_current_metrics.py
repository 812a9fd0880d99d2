"""GetCurrentMetricData and GetCurrentUserData."""

from collections.abc import Mapping
from typing import Any

import pytest

from aicc_local.connect.contacts import control
from aicc_local.errors import ServiceError
from tests.unit.local.contacts.contact_centre import ContactCentre, block

NAMES = ("AGENTS_ONLINE", "AGENTS_AVAILABLE", "AGENTS_STAFFED", "CONTACTS_IN_QUEUE", "SLOTS_AVAILABLE")


def test_there_is_no_data_when_nobody_is_there(centre: ContactCentre) -> None:
    assert _metrics(centre) == []


def test_an_available_agent_is_online_staffed_and_free(centre: ContactCentre) -> None:
    control.make_available(centre.aws, "a1")

    [result] = _metrics(centre)

    assert result == {
        "AGENTS_ONLINE": 1,
        "AGENTS_AVAILABLE": 1,
        "AGENTS_STAFFED": 1,
        "CONTACTS_IN_QUEUE": 0,
        "SLOTS_AVAILABLE": 4,
    }


def test_an_agent_at_lunch_is_online_only(centre: ContactCentre) -> None:
    centre.ask("PutUserStatus", UserId=centre.agent.id, AgentStatusId=centre.lunch.id)

    [result] = _metrics(centre)

    assert (result["AGENTS_ONLINE"], result["AGENTS_AVAILABLE"], result["AGENTS_STAFFED"]) == (1, 0, 0)


def test_an_agent_who_left_is_not_counted(centre: ContactCentre) -> None:
    control.make_available(centre.aws, "a1")
    centre.ask("PutUserStatus", UserId=centre.agent.id, AgentStatusId=centre.offline.id)

    assert _metrics(centre) == []


def test_slots_count_for_the_channels_that_are_asked_for(centre: ContactCentre) -> None:
    control.make_available(centre.aws, "a1")

    [result] = _metrics(centre, Channels=["VOICE"])

    assert result["SLOTS_AVAILABLE"] == 1


def test_groups_by_queue_and_channel(centre: ContactCentre) -> None:
    _queue_a_chat(centre)

    asked = centre.ask(
        "GetCurrentMetricData",
        Filters={"Queues": ["q1"], "Channels": ["VOICE", "CHAT"]},
        Groupings=["QUEUE", "CHANNEL"],
        CurrentMetrics=[{"Name": "CONTACTS_IN_QUEUE", "Unit": "COUNT"}],
    )

    [result] = asked["MetricResults"]
    assert result["Dimensions"] == {"Queue": {"Id": "q1", "Arn": centre.queue.arn}, "Channel": "CHAT"}
    assert result["Collections"][0]["Value"] == 1


@pytest.mark.parametrize(("groupings", "value"), [([], 30_000), (["QUEUE"], 30)])
def test_the_oldest_age_is_in_milliseconds_without_groupings(
    centre: ContactCentre, groupings: list[str], value: float
) -> None:
    _queue_a_chat(centre)
    centre.aws.now.pass_time(30)

    asked = centre.ask(
        "GetCurrentMetricData",
        Filters={"Queues": ["q1"]},
        Groupings=groupings,
        CurrentMetrics=[{"Name": "OLDEST_CONTACT_AGE", "Unit": "SECONDS"}],
    )

    assert asked["MetricResults"][0]["Collections"][0]["Value"] == value


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"Filters": {"Channels": ["VOICE"]}}, "InvalidParameterException"),
        ({"Filters": {"Queues": ["q1"], "RoutingProfiles": ["r1"]}}, "InvalidParameterException"),
        ({"Filters": {"Queues": ["nowhere"]}}, "ResourceNotFoundException"),
        ({"Groupings": ["CHANNEL"]}, "InvalidParameterException"),
        ({"Groupings": ["AGENT_STATUS"]}, "InvalidParameterException"),
        ({"CurrentMetrics": []}, "InvalidParameterException"),
    ],
)
def test_refuses_what_cannot_be_asked(centre: ContactCentre, changed: dict[str, Any], code: str) -> None:
    parameters = {"Filters": {"Queues": ["q1"]}, "CurrentMetrics": [{"Name": "AGENTS_ONLINE"}], **changed}

    with pytest.raises(ServiceError) as refused:
        centre.ask("GetCurrentMetricData", **parameters)

    assert refused.value.code == code


def test_tells_who_is_there_and_what_they_hold(centre: ContactCentre) -> None:
    chat = _queue_a_chat(centre)
    control.make_available(centre.aws, "a1")
    control.accept(centre.aws, chat)

    [user] = centre.ask("GetCurrentUserData", Filters={"Agents": ["a1"]})["UserDataList"]

    assert user["Status"]["StatusName"] == "Available"
    assert user["Contacts"][0]["ContactId"] == chat
    assert user["AvailableSlotsByChannel"] == {"VOICE": 0, "CHAT": 2}


def _metrics(centre: ContactCentre, **filters: Any) -> list[dict[str, float]]:
    asked: Mapping[str, Any] = centre.ask(
        "GetCurrentMetricData",
        Filters={"Queues": ["q1"], **filters},
        CurrentMetrics=[{"Name": name, "Unit": "COUNT"} for name in NAMES],
    )
    return [
        {each["Metric"]["Name"]: each["Value"] for each in result["Collections"]} for result in asked["MetricResults"]
    ]


def _queue_a_chat(centre: ContactCentre) -> str:
    flow = centre.add_flow(
        "to queue",
        block("queue", "UpdateContactTargetQueue", "go", QueueId="q1", errors={"NoMatchingError": "bye"}),
        block("go", "TransferContactToQueue", "bye", errors={"QueueAtCapacity": "bye", "NoMatchingError": "bye"}),
    )
    return centre.chat(flow)
