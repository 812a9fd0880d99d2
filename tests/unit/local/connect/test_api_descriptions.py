"""Describe operations as boto3 calls them: ids where CloudFormation has ARNs, tags as a map."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.unit.local.connect.centre import Centre

# Each Describe operation: the type, its parameter, the member of the answer.
DESCRIBED = {
    "describe_agent_status": ("AgentStatus", "AgentStatusId", "AgentStatus"),
    "describe_hours_of_operation": ("HoursOfOperation", "HoursOfOperationId", "HoursOfOperation"),
    "describe_prompt": ("Prompt", "PromptId", "Prompt"),
    "describe_queue": ("Queue", "QueueId", "Queue"),
    "describe_quick_connect": ("QuickConnect", "QuickConnectId", "QuickConnect"),
    "describe_routing_profile": ("RoutingProfile", "RoutingProfileId", "RoutingProfile"),
    "describe_security_profile": ("SecurityProfile", "SecurityProfileId", "SecurityProfile"),
    "describe_user": ("User", "UserId", "User"),
}
TAGS = [{"Key": "team", "Value": "상담"}]


@pytest.mark.parametrize("operation", sorted(DESCRIBED))
def test_describes_by_id(api: Any, centre: Centre, operation: str) -> None:
    kind, parameter, member = DESCRIBED[operation]
    record = centre.make(kind, Tags=TAGS)

    described = getattr(api, operation)(InstanceId=centre.instance.id, **{parameter: record.id})[member]

    assert record.arn in described.values()
    assert record.name in described.values()
    assert described["Tags"] == {"team": "상담"}
    assert described["LastModifiedRegion"] == "ap-northeast-2"


@pytest.mark.parametrize("operation", sorted(DESCRIBED))
def test_what_is_in_another_instance_is_not_found(api: Any, centre: Centre, operation: str) -> None:
    kind, parameter, _ = DESCRIBED[operation]
    elsewhere = Centre(centre.aws, "second").make(kind)

    with pytest.raises(ClientError) as caught:
        getattr(api, operation)(InstanceId=centre.instance.id, **{parameter: elsewhere.id})

    assert caught.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_describes_an_instance(api: Any, centre: Centre) -> None:
    described = api.describe_instance(InstanceId=centre.instance.id)["Instance"]

    assert described["InstanceAccessUrl"] == "https://hanbit.my.connect.aws"
    assert described["ServiceRole"].startswith("arn:aws:iam::123456789012:role/aws-service-role/connect.amazonaws.com/")
    assert described["CreatedTime"].timestamp() == centre.instance.made
    assert described["IdentityManagementType"] == "CONNECT_MANAGED"


def test_a_queue_is_described_with_ids(api: Any, centre: Centre) -> None:
    number, flow = centre.make("PhoneNumber"), centre.default("ContactFlow", "Default outbound")
    caller = {"OutboundCallerIdNumberArn": number.arn, "OutboundFlowArn": flow.arn}
    queue = centre.make("Queue", OutboundCallerConfig=caller, MaxContacts=7)

    described = api.describe_queue(InstanceId=centre.instance.id, QueueId=queue.id)["Queue"]

    assert described["OutboundCallerConfig"] == {"OutboundCallerIdNumberId": number.id, "OutboundFlowId": flow.id}
    assert described["HoursOfOperationId"] == centre.default("HoursOfOperation", "Basic Hours").id
    assert (described["MaxContacts"], described["Status"]) == (7, "ENABLED")


def test_a_user_is_described_with_ids_and_without_the_password(api: Any, centre: Centre) -> None:
    user = centre.make("User")

    described = api.describe_user(InstanceId=centre.instance.id, UserId=user.id)["User"]

    assert described["SecurityProfileIds"] == [centre.default("SecurityProfile", "Agent").id]
    assert described["RoutingProfileId"] == centre.default("RoutingProfile", "Basic Routing Profile").id
    assert described["IdentityInfo"]["FirstName"] == "민지"
    assert "Password" not in described


def test_a_quick_connect_is_described_with_ids(api: Any, centre: Centre) -> None:
    record = centre.make("QuickConnect")

    described = api.describe_quick_connect(InstanceId=centre.instance.id, QuickConnectId=record.id)["QuickConnect"]

    assert described["QuickConnectConfig"] == {
        "QuickConnectType": "QUEUE",
        "QueueConfig": {
            "QueueId": centre.default("Queue", "BasicQueue").id,
            "ContactFlowId": centre.default("ContactFlow", "Default queue transfer").id,
        },
    }


def test_a_routing_profile_is_described_with_its_numbers(api: Any, centre: Centre) -> None:
    profile = centre.make("RoutingProfile")
    centre.make("User", RoutingProfileArn=profile.arn)

    described = api.describe_routing_profile(InstanceId=centre.instance.id, RoutingProfileId=profile.id)[
        "RoutingProfile"
    ]

    basic = centre.default("Queue", "BasicQueue").id
    assert (described["NumberOfAssociatedQueues"], described["NumberOfAssociatedUsers"]) == (1, 1)
    assert (described["DefaultOutboundQueueId"], described["AssociatedQueueIds"]) == (basic, [basic])
    assert described["MediaConcurrencies"] == profile.properties["MediaConcurrencies"]
    assert described["IsDefault"] is False


def test_hours_are_described_with_their_parents(api: Any, centre: Centre) -> None:
    parent = centre.make("HoursOfOperation", Name="Holidays")
    record = centre.make("HoursOfOperation", ParentHoursOfOperations=[{"Id": parent.id}])

    described = api.describe_hours_of_operation(InstanceId=centre.instance.id, HoursOfOperationId=record.id)[
        "HoursOfOperation"
    ]

    assert described["ParentHoursOfOperations"] == [{"Name": "Holidays", "Id": parent.id, "Arn": parent.arn}]
    assert described["Config"] == record.properties["Config"]
