"""List operations as boto3 calls them: pages, filters, and what a summary tells."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.unit.local.connect.centre import Centre, queue_config

# Each List operation on the resources of an instance, the list in its answer, and how many a new instance has.
LISTS = {
    "list_agent_statuses": ("AgentStatusSummaryList", 2),
    "list_hours_of_operations": ("HoursOfOperationSummaryList", 1),
    "list_prompts": ("PromptSummaryList", 7),
    "list_queues": ("QueueSummaryList", 1),
    "list_quick_connects": ("QuickConnectSummaryList", 0),
    "list_routing_profiles": ("RoutingProfileSummaryList", 1),
    "list_security_profiles": ("SecurityProfileSummaryList", 4),
    "list_users": ("UserSummaryList", 0),
    "list_phone_numbers": ("PhoneNumberSummaryList", 0),
    "list_approved_origins": ("Origins", 0),
    "list_lambda_functions": ("LambdaFunctions", 0),
    "list_integration_associations": ("IntegrationAssociationSummaryList", 0),
}


def code(caught: pytest.ExceptionInfo[ClientError]) -> str:
    return str(caught.value.response["Error"]["Code"])


@pytest.mark.parametrize("operation", sorted(LISTS))
def test_lists_what_a_new_instance_has(api: Any, centre: Centre, operation: str) -> None:
    member, number = LISTS[operation]

    answer = getattr(api, operation)(InstanceId=centre.instance.id)

    assert len(answer[member]) == number
    assert "NextToken" not in answer


@pytest.mark.parametrize("operation", sorted(LISTS))
def test_an_instance_that_is_not_there_is_not_found(api: Any, centre: Centre, operation: str) -> None:
    with pytest.raises(ClientError) as caught:
        getattr(api, operation)(InstanceId="00000000-0000-0000-0000-000000000000")

    assert code(caught) == "ResourceNotFoundException"


def test_lists_instances(api: Any, centre: Centre) -> None:
    [summary] = api.list_instances()["InstanceSummaryList"]

    assert summary["Id"] == centre.instance.id
    assert summary["Arn"] == centre.instance.arn
    assert (summary["InstanceAlias"], summary["InstanceStatus"]) == ("hanbit", "ACTIVE")
    assert summary["InboundCallsEnabled"] is True


def test_pages_follow_each_other_without_a_gap(api: Any, centre: Centre) -> None:
    pages = api.get_paginator("list_prompts").paginate(InstanceId=centre.instance.id, PaginationConfig={"PageSize": 3})

    sizes, names = [], []
    for page in pages:
        sizes.append(len(page["PromptSummaryList"]))
        names += [each["Name"] for each in page["PromptSummaryList"]]

    assert sizes == [3, 3, 1]
    assert names == [each["Name"] for each in api.list_prompts(InstanceId=centre.instance.id)["PromptSummaryList"]]


def test_a_page_that_holds_all_has_no_next(api: Any, centre: Centre) -> None:
    one = api.list_prompts(InstanceId=centre.instance.id, MaxResults=1)
    all_of_them = api.list_prompts(InstanceId=centre.instance.id, MaxResults=7)

    assert len(one["PromptSummaryList"]) == 1
    assert len(all_of_them["PromptSummaryList"]) == 7
    assert "NextToken" not in all_of_them


@pytest.mark.parametrize("parameters", [{"MaxResults": 1001}, {"NextToken": "never-given"}])
def test_a_page_that_cannot_be_is_refused(api: Any, centre: Centre, parameters: dict[str, Any]) -> None:
    with pytest.raises(ClientError) as caught:
        api.list_queues(InstanceId=centre.instance.id, **parameters)

    assert code(caught) == "InvalidParameterException"


def test_a_token_is_good_for_one_operation_and_instance(api: Any, centre: Centre) -> None:
    second = Centre(centre.aws, "second")
    token = api.list_prompts(InstanceId=centre.instance.id, MaxResults=1)["NextToken"]

    with pytest.raises(ClientError) as in_another_instance:
        api.list_prompts(InstanceId=second.instance.id, NextToken=token)
    with pytest.raises(ClientError) as in_another_operation:
        api.list_queues(InstanceId=centre.instance.id, NextToken=token)

    assert code(in_another_instance) == code(in_another_operation) == "InvalidParameterException"


def test_a_summary_tells_id_arn_and_name(api: Any, centre: Centre) -> None:
    queue = centre.make("Queue")

    summary = api.list_queues(InstanceId=centre.instance.arn, QueueTypes=["STANDARD"])["QueueSummaryList"][-1]

    assert summary.pop("LastModifiedTime").timestamp() == queue.changed
    assert summary == {
        "Id": queue.id,
        "Arn": queue.arn,
        "Name": "General",
        "QueueType": "STANDARD",
        "LastModifiedRegion": "ap-northeast-2",
    }


def test_every_user_has_an_agent_queue(api: Any, centre: Centre) -> None:
    user = centre.make("User")

    [queue] = api.list_queues(InstanceId=centre.instance.id, QueueTypes=["AGENT"])["QueueSummaryList"]
    both = api.list_queues(InstanceId=centre.instance.id)["QueueSummaryList"]

    assert queue["Arn"] == f"{centre.instance.arn}/queue/agent/{user.id}"
    assert [each["QueueType"] for each in both] == ["STANDARD", "AGENT"]


def test_every_queue_of_the_list_can_be_described(api: Any, centre: Centre) -> None:
    centre.make("User")
    listed = api.list_queues(InstanceId=centre.instance.id)["QueueSummaryList"]

    told = [api.describe_queue(InstanceId=centre.instance.id, QueueId=each["Id"])["Queue"] for each in listed]

    assert [each["QueueArn"] for each in told] == [each["Arn"] for each in listed]


def test_lists_agent_statuses_of_a_type(api: Any, centre: Centre) -> None:
    centre.make("AgentStatus")

    answer = api.list_agent_statuses(InstanceId=centre.instance.id, AgentStatusTypes=["CUSTOM"])

    assert [each["Name"] for each in answer["AgentStatusSummaryList"]] == ["Lunch"]


def test_lists_quick_connects_of_a_type(api: Any, centre: Centre) -> None:
    centre.make("QuickConnect")

    queues = api.list_quick_connects(InstanceId=centre.instance.id, QuickConnectTypes=["QUEUE"])
    users = api.list_quick_connects(InstanceId=centre.instance.id, QuickConnectTypes=["USER"])

    assert [each["QuickConnectType"] for each in queues["QuickConnectSummaryList"]] == ["QUEUE"]
    assert users["QuickConnectSummaryList"] == []


def test_lists_the_queues_of_a_routing_profile(api: Any, centre: Centre) -> None:
    queue = centre.make("Queue")
    profile = centre.make("RoutingProfile", QueueConfigs=[queue_config(queue, "CHAT", priority=4)])

    answer = api.list_routing_profile_queues(InstanceId=centre.instance.id, RoutingProfileId=profile.id)

    assert answer["RoutingProfileQueueConfigSummaryList"] == [
        {
            "QueueId": queue.id,
            "QueueArn": queue.arn,
            "QueueName": "General",
            "Priority": 4,
            "Delay": 0,
            "Channel": "CHAT",
        }
    ]


def test_lists_what_a_security_profile_permits(api: Any, centre: Centre) -> None:
    profile = centre.make("SecurityProfile")

    answer = api.list_security_profile_permissions(InstanceId=centre.instance.id, SecurityProfileId=profile.id)

    assert answer["Permissions"] == ["BasicAgentAccess", "OutboundCallAccess"]


def test_lists_functions_and_bots_apart(api: Any, centre: Centre) -> None:
    function, alias = centre.make("IntegrationAssociation").properties["IntegrationArn"], centre.put_alias()
    centre.make("IntegrationAssociation", IntegrationType="LEX_BOT", IntegrationArn=alias)

    assert api.list_lambda_functions(InstanceId=centre.instance.id)["LambdaFunctions"] == [function]
    assert api.list_bots(InstanceId=centre.instance.id, LexVersion="V2")["LexBots"] == [
        {"LexV2Bot": {"AliasArn": alias}}
    ]
    assert api.list_bots(InstanceId=centre.instance.id, LexVersion="V1")["LexBots"] == []


def test_lists_integrations_of_a_type(api: Any, centre: Centre) -> None:
    arn = "arn:aws:app-integrations:ap-northeast-2:123456789012:application/1a2b"
    centre.make("IntegrationAssociation", IntegrationType="APPLICATION", IntegrationArn=arn)

    asked = {"InstanceId": centre.instance.id}
    [found] = api.list_integration_associations(**asked, IntegrationType="APPLICATION")[
        "IntegrationAssociationSummaryList"
    ]
    others = api.list_integration_associations(**asked, IntegrationType="EVENT")

    assert (found["IntegrationArn"], found["InstanceId"]) == (arn, centre.instance.id)
    assert others["IntegrationAssociationSummaryList"] == []


def test_lists_storage_of_a_kind_of_data(api: Any, centre: Centre) -> None:
    record = centre.make("InstanceStorageConfig")

    [config] = api.list_instance_storage_configs(InstanceId=centre.instance.id, ResourceType="CALL_RECORDINGS")[
        "StorageConfigs"
    ]
    others = api.list_instance_storage_configs(InstanceId=centre.instance.id, ResourceType="CHAT_TRANSCRIPTS")
    described = api.describe_instance_storage_config(
        InstanceId=centre.instance.id, AssociationId=record.id, ResourceType="CALL_RECORDINGS"
    )

    assert config["S3Config"]["BucketName"] == "recordings"
    assert others["StorageConfigs"] == []
    assert described["StorageConfig"] == config


def test_storage_of_another_kind_of_data_is_not_found(api: Any, centre: Centre) -> None:
    record = centre.make("InstanceStorageConfig")

    with pytest.raises(ClientError) as caught:
        api.describe_instance_storage_config(
            InstanceId=centre.instance.id, AssociationId=record.id, ResourceType="CHAT_TRANSCRIPTS"
        )

    assert code(caught) == "ResourceNotFoundException"


def test_lists_approved_origins(api: Any, centre: Centre) -> None:
    centre.make("ApprovedOrigin")

    assert api.list_approved_origins(InstanceId=centre.instance.id)["Origins"] == ["https://desk.example.com"]
