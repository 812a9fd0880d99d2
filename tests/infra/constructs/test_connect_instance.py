from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Aws, CfnParameter, RemovalPolicy, Stack
from aws_cdk.aws_kms import Key
from aws_cdk.aws_logs import LogGroup, RetentionDays

from aicc_constructs import ConnectInstance

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

INSTANCE, LOGS = "AWS::Connect::Instance", "AWS::Logs::LogGroup"
ARN = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d"


def test_an_alias_is_all_it_takes(stack: Stack, properties: Resource) -> None:
    instance = ConnectInstance(stack, "Instance", alias="hanbit-support")

    assert properties(INSTANCE) == {
        "InstanceAlias": "hanbit-support",
        "IdentityManagementType": "CONNECT_MANAGED",
        "Attributes": {
            "InboundCalls": True,
            "OutboundCalls": True,
            "ContactflowLogs": True,
            "ContactLens": True,
            "AutoResolveBestVoices": True,
            "MultiPartyConference": True,
        },
    }
    assert instance.alias == "hanbit-support"


def test_flow_logs_go_to_the_only_group_that_connect_writes_to(stack: Stack, resource: Resource) -> None:
    ConnectInstance(stack, "Instance", alias="hanbit-support")

    logs = resource(LOGS)

    assert logs["Properties"] == {"LogGroupName": "/aws/connect/hanbit-support", "RetentionInDays": 90}
    assert (logs["DeletionPolicy"], logs["UpdateReplacePolicy"]) == ("RetainExceptOnCreate", "Retain")


def test_the_log_group_is_there_before_the_instance(stack: Stack, resource: Resource, resources: Resources) -> None:
    ConnectInstance(stack, "Instance", alias="hanbit")

    assert resource(INSTANCE)["DependsOn"] == list(resources(LOGS))


def test_a_given_log_group_is_used_and_waited_for(stack: Stack, resource: Resource, resources: Resources) -> None:
    logs = LogGroup(stack, "Given", log_group_name="/aws/connect/hanbit")

    instance = ConnectInstance(stack, "Instance", alias="hanbit", log_group=logs)

    assert instance.log_group is logs
    assert resource(INSTANCE)["DependsOn"] == list(resources(LOGS))


def test_a_key_beside_a_given_log_group_is_refused(stack: Stack, refusal: Refusal) -> None:
    logs, key = LogGroup(stack, "Given"), Key(stack, "Key")

    message = refusal(lambda: ConnectInstance(stack, "Instance", alias="hanbit", log_group=logs, log_key=key))

    assert message.endswith("/Instance: log_key: has no use beside log_group; give the key to the log group")


def test_key_and_retention_are_those_of_the_log_group(stack: Stack, properties: Resource) -> None:
    key = Key(stack, "Key")

    ConnectInstance(stack, "Instance", alias="hanbit", log_key=key, log_retention=RetentionDays.FIVE_YEARS)

    assert properties(LOGS)["KmsKeyId"] == stack.resolve(key.key_arn)
    assert properties(LOGS)["RetentionInDays"] == 1827


def test_identity_and_features_are_chosen(stack: Stack, properties: Resource) -> None:
    ConnectInstance(
        stack, "Instance", alias="hanbit", identity="SAML", contact_lens=False, multi_party_conference=False
    )

    assert properties(INSTANCE)["IdentityManagementType"] == "SAML"
    assert properties(INSTANCE)["Attributes"]["ContactLens"] is False
    assert properties(INSTANCE)["Attributes"]["MultiPartyConference"] is False
    assert properties(INSTANCE)["Attributes"]["ContactflowLogs"] is True


def test_it_is_kept_unless_its_first_creation_fails(stack: Stack, resource: Resource) -> None:
    ConnectInstance(stack, "Instance", alias="hanbit")

    assert resource(INSTANCE)["DeletionPolicy"] == "RetainExceptOnCreate"
    assert resource(INSTANCE)["UpdateReplacePolicy"] == "Retain"


def test_it_goes_with_its_logs_where_that_is_asked(stack: Stack, resource: Resource) -> None:
    ConnectInstance(stack, "Instance", alias="hanbit", removal_policy=RemovalPolicy.DESTROY)

    assert resource(INSTANCE)["DeletionPolicy"] == "Delete"
    assert resource(LOGS)["DeletionPolicy"] == "Delete"


def test_retaining_it_retains_its_logs(stack: Stack, resource: Resource) -> None:
    ConnectInstance(stack, "Instance", alias="hanbit", removal_policy=RemovalPolicy.RETAIN)

    assert resource(INSTANCE)["DeletionPolicy"] == "Retain"
    assert resource(LOGS)["DeletionPolicy"] == "Retain"


def test_origins_are_approved_after_it(stack: Stack, resource: Resource, resources: Resources) -> None:
    instance = ConnectInstance(stack, "Instance", alias="hanbit", approved_origins=["https://crm.example.com"])

    origin = resource("AWS::Connect::ApprovedOrigin")

    assert origin["Properties"] == {
        "InstanceId": stack.resolve(instance.instance_arn),
        "Origin": "https://crm.example.com",
    }
    assert origin["DependsOn"] == list(resources(INSTANCE))


def test_arn_and_id_are_those_of_the_resource(stack: Stack, resources: Resources) -> None:
    instance = ConnectInstance(stack, "Instance", alias="hanbit")

    [logical_id] = resources(INSTANCE)

    assert stack.resolve(instance.instance_arn) == {"Fn::GetAtt": [logical_id, "Arn"]}
    assert stack.resolve(instance.instance_id) == {"Fn::GetAtt": [logical_id, "Id"]}


def test_an_alias_known_only_at_deploy_passes(stack: Stack, properties: Resource) -> None:
    ConnectInstance(stack, "Instance", alias=f"hanbit-{Aws.REGION}")

    assert properties(INSTANCE)["InstanceAlias"] == {"Fn::Join": ["", ["hanbit-", {"Ref": "AWS::Region"}]]}


@pytest.mark.parametrize("alias", ["a", "1", "han-bit", "a--b", "h" * 45, "D-partment"])
def test_an_alias_that_connect_takes_passes(stack: Stack, alias: str) -> None:
    assert ConnectInstance(stack, "Instance", alias=alias).alias == alias


@pytest.mark.parametrize(
    "alias", ["d-1234567890", "-hanbit", "hanbit-", "han_bit", "한빛", "hanbit\n", "hanbit.kr", "٣"]
)
def test_an_alias_that_connect_refuses_is_refused(stack: Stack, alias: str, refusal: Refusal) -> None:
    message = refusal(lambda: ConnectInstance(stack, "Instance", alias=alias))

    assert message == (
        f"Test/Instance: alias: {alias!r} is not an alias; use letters, digits and hyphens, not beginning with d-"
    )


@pytest.mark.parametrize("alias", ["", "h" * 46])
def test_an_alias_too_short_or_long_is_refused(stack: Stack, alias: str, refusal: Refusal) -> None:
    message = refusal(lambda: ConnectInstance(stack, "Instance", alias=alias))

    assert message == f"Test/Instance: alias: {alias!r} has {len(alias)} characters; use 1 to 45"


def test_an_unknown_identity_is_refused(stack: Stack, refusal: Refusal) -> None:
    message = refusal(lambda: ConnectInstance(stack, "Instance", alias="hanbit", identity="saml"))

    assert message == "Test/Instance: identity: 'saml' is not known; use one of CONNECT_MANAGED, SAML"


def test_a_refused_instance_leaves_nothing_behind(stack: Stack, refusal: Refusal) -> None:
    refusal(lambda: ConnectInstance(stack, "Instance", alias="d-1"))

    assert stack.node.children == []


def test_an_existing_instance_is_known_by_its_arn(stack: Stack, resources: Resources) -> None:
    instance = ConnectInstance.from_arn(stack, "Instance", ARN)

    assert instance.instance_arn == ARN
    assert instance.instance_id == "1a2b3c4d"
    assert resources(INSTANCE) == resources(LOGS) == {}


def test_the_id_of_an_arn_known_only_at_deploy_is_split_off_there(stack: Stack) -> None:
    arn = CfnParameter(stack, "InstanceArn").value_as_string

    instance = ConnectInstance.from_arn(stack, "Instance", arn)

    assert instance.instance_arn == arn
    assert stack.resolve(instance.instance_id) == {"Fn::Select": [1, {"Fn::Split": ["/", {"Ref": "InstanceArn"}]}]}


@pytest.mark.parametrize(
    "arn",
    [
        "",
        "1a2b3c4d",
        ARN + "\n",
        ARN + "/queue/5e6f",
        ARN.replace("connect", "connectcampaigns"),
        ARN.replace("111122223333", "1111"),
    ],
)
def test_what_is_no_arn_of_an_instance_is_refused(stack: Stack, arn: str, refusal: Refusal) -> None:
    message = refusal(lambda: ConnectInstance.from_arn(stack, "Instance", arn))

    assert message == (
        f"Test/Instance: instance_arn: {arn!r} is not the ARN of an instance; "
        "copy it from the instance's overview: arn:aws:connect:REGION:ACCOUNT:instance/ID"
    )
