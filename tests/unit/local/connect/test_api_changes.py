"""Operations that change something, as boto3 calls them."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from aicc_local.store import Record
from tests.unit.local.connect.centre import Centre


def refusal(caught: pytest.ExceptionInfo[ClientError]) -> str:
    return str(caught.value.response["Error"]["Code"])


def attributes(api: Any, instance: Record) -> dict[str, str]:
    pages = api.get_paginator("list_instance_attributes").paginate(InstanceId=instance.id)
    return {each["AttributeType"]: each["Value"] for page in pages for each in page["Attributes"]}


def test_an_instance_attribute_is_changed(api: Any, centre: Centre) -> None:
    before = attributes(api, centre.instance)

    asked = {"InstanceId": centre.instance.id, "AttributeType": "CONTACTFLOW_LOGS"}
    api.update_instance_attribute(**asked, Value="true")

    assert attributes(api, centre.instance) == {**before, "CONTACTFLOW_LOGS": "true"}
    assert api.describe_instance_attribute(**asked)["Attribute"]["Value"] == "true"


def test_every_attribute_of_the_template_is_one_of_the_api(api: Any, centre: Centre) -> None:
    names = attributes(api, centre.instance)

    assert len(names) == 14
    assert (names["INBOUND_CALLS"], names["MESSAGE_STREAMING"], names["CONTACT_LENS"]) == ("true", "true", "false")


@pytest.mark.parametrize(("name", "value"), [("CONTACT_LENS", "maybe"), ("NO_SUCH", "true")])
def test_an_attribute_that_cannot_be_is_refused(api: Any, centre: Centre, name: str, value: str) -> None:
    with pytest.raises(ClientError) as caught:
        api.update_instance_attribute(InstanceId=centre.instance.id, AttributeType=name, Value=value)

    assert refusal(caught) == "InvalidParameterException"


def test_a_queue_is_disabled(api: Any, centre: Centre) -> None:
    queue = centre.make("Queue")

    asked = {"InstanceId": centre.instance.id, "QueueId": queue.id}
    api.update_queue_status(**asked, Status="DISABLED")

    assert api.describe_queue(**asked)["Queue"]["Status"] == "DISABLED"


def test_a_status_that_does_not_exist_is_refused(api: Any, centre: Centre) -> None:
    with pytest.raises(ClientError) as caught:
        api.update_queue_status(InstanceId=centre.instance.id, QueueId=centre.make("Queue").id, Status="CLOSED")

    assert refusal(caught) == "InvalidParameterException"


def test_a_queue_gets_other_hours(api: Any, centre: Centre) -> None:
    queue, hours = centre.make("Queue"), centre.make("HoursOfOperation")

    asked = {"InstanceId": centre.instance.id, "QueueId": queue.id}
    api.update_queue_hours_of_operation(**asked, HoursOfOperationId=hours.id)

    assert api.describe_queue(**asked)["Queue"]["HoursOfOperationId"] == hours.id


@pytest.mark.parametrize("most", [0, 1])
def test_a_queue_is_full_with_so_many_contacts_until_it_is_never_full(api: Any, centre: Centre, most: int) -> None:
    asked = {"InstanceId": centre.instance.id, "QueueId": centre.make("Queue").id}

    api.update_queue_max_contacts(**asked, MaxContacts=most)
    limited = api.describe_queue(**asked)["Queue"]
    api.update_queue_max_contacts(**asked)

    assert limited["MaxContacts"] == most
    assert "MaxContacts" not in api.describe_queue(**asked)["Queue"]


def test_a_queue_offers_quick_connects(api: Any, centre: Centre) -> None:
    queue, first = centre.make("Queue"), centre.make("QuickConnect")
    second = centre.make("QuickConnect", Name="둘째")
    asked = {"InstanceId": centre.instance.id, "QueueId": queue.id}

    api.associate_queue_quick_connects(**asked, QuickConnectIds=[first.id, second.id])
    api.associate_queue_quick_connects(**asked, QuickConnectIds=[first.id])
    both = api.list_queue_quick_connects(**asked)["QuickConnectSummaryList"]
    api.disassociate_queue_quick_connects(**asked, QuickConnectIds=[first.id])
    one = api.list_queue_quick_connects(**asked)["QuickConnectSummaryList"]

    assert [each["Id"] for each in both] == [first.id, second.id]
    assert [(each["Name"], each["QuickConnectType"]) for each in one] == [("둘째", "QUEUE")]


def test_a_quick_connect_that_is_not_there_is_not_found(api: Any, centre: Centre) -> None:
    with pytest.raises(ClientError) as caught:
        api.associate_queue_quick_connects(
            InstanceId=centre.instance.id, QueueId=centre.make("Queue").id, QuickConnectIds=["1a2b"]
        )

    assert refusal(caught) == "ResourceNotFoundException"


def test_one_call_offers_fifty_quick_connects_at_most(api: Any, centre: Centre) -> None:
    ids = [centre.make("QuickConnect", Name=str(number)).id for number in range(51)]
    asked = {"InstanceId": centre.instance.id, "QueueId": centre.make("Queue").id}

    api.associate_queue_quick_connects(**asked, QuickConnectIds=ids[:50])
    with pytest.raises(ClientError) as caught:
        api.associate_queue_quick_connects(**asked, QuickConnectIds=ids)

    assert refusal(caught) == "InvalidParameterException"
    assert len(api.list_queue_quick_connects(**asked)["QuickConnectSummaryList"]) == 50


@pytest.mark.parametrize("kind", ["Queue", "ContactFlow", "PhoneNumber", "User", "Instance"])
def test_tags_are_added_and_taken_off(api: Any, centre: Centre, kind: str) -> None:
    arn = centre.make(kind, Tags=[{"Key": "team", "Value": "general"}]).arn

    api.tag_resource(resourceArn=arn, tags={"stage": "dev", "team": "상담"})
    added = api.list_tags_for_resource(resourceArn=arn)["tags"]
    api.untag_resource(resourceArn=arn, tagKeys=["team", "unknown"])

    assert added == {"team": "상담", "stage": "dev"}
    assert api.list_tags_for_resource(resourceArn=arn)["tags"] == {"stage": "dev"}


def test_a_resource_has_fifty_tags_at_most(api: Any, centre: Centre) -> None:
    api.tag_resource(resourceArn=centre.instance.arn, tags={str(number): "" for number in range(50)})

    assert len(api.list_tags_for_resource(resourceArn=centre.instance.arn)["tags"]) == 50


@pytest.mark.parametrize(
    "tags", [{"aws:team": "general"}, {str(number): "" for number in range(51)}], ids=["reserved", "too many"]
)
def test_tags_that_cannot_be_are_refused(api: Any, centre: Centre, tags: dict[str, str]) -> None:
    with pytest.raises(ClientError) as caught:
        api.tag_resource(resourceArn=centre.instance.arn, tags=tags)

    assert refusal(caught) == "InvalidParameterException"


def test_what_is_not_there_has_no_tags(api: Any, centre: Centre) -> None:
    with pytest.raises(ClientError) as caught:
        api.list_tags_for_resource(resourceArn=f"{centre.instance.arn}/queue/1a2b")

    assert refusal(caught) == "ResourceNotFoundException"
