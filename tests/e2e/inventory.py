"""What an account holds, whoever made it: by CloudFormation type, the physical ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tests.e2e.local_account import LocalAccount

Inventory = dict[str, set[str]]

# What exists as a part of something else and is gone with it.
PARTS = frozenset(
    {
        "AWS::IAM::Policy",
        "AWS::Lambda::Alias",
        "AWS::Lambda::Permission",
        "AWS::Lambda::Version",
        "AWS::Lex::BotAlias",
        "AWS::Lex::BotVersion",
        "AWS::S3::BucketPolicy",
        "AWS::SQS::QueuePolicy",
    }
)


def is_part(resource_type: str) -> bool:
    """Whether resources of this type are looked for in what they belong to."""
    of_an_instance = resource_type.startswith("AWS::Connect::") and resource_type != "AWS::Connect::Instance"
    return of_an_instance or resource_type.startswith("Custom::") or resource_type in PARTS


def inventory(account: LocalAccount) -> Inventory:
    """Everything of the types that templates make."""
    return {resource_type: set(ids(account)) for resource_type, ids in _LISTS.items()}


def added(now: Inventory, before: Inventory) -> Inventory:
    """What is there now and was not before."""
    return {key: now[key] - before[key] for key in now if now[key] - before[key]}


def _stacks(account: LocalAccount) -> Iterable[str]:
    """Nested ones."""
    pages = account.cloudformation.get_paginator("describe_stacks").paginate()
    return (each["StackId"] for page in pages for each in page["Stacks"] if "NestedStack" in each["StackName"])


def _instances(account: LocalAccount) -> Iterable[str]:
    return (each["Arn"] for each in account.connect.list_instances()["InstanceSummaryList"])


def _tables(account: LocalAccount) -> Iterable[str]:
    return account.session.client("dynamodb").list_tables()["TableNames"]


def _roles(account: LocalAccount) -> Iterable[str]:
    pages = account.session.client("iam").get_paginator("list_roles").paginate()
    return (each["RoleName"] for page in pages for each in page["Roles"])


def _saml_providers(account: LocalAccount) -> Iterable[str]:
    listed = account.session.client("iam").list_saml_providers()
    return (each["Arn"] for each in listed["SAMLProviderList"])


def _keys(account: LocalAccount) -> Iterable[str]:
    """Those that are not about to be deleted."""
    client = account.session.client("kms")
    keys = (each["KeyId"] for page in client.get_paginator("list_keys").paginate() for each in page["Keys"])
    return (key for key in keys if client.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] != "PendingDeletion")


def _functions(account: LocalAccount) -> Iterable[str]:
    client = account.session.client("lambda")
    return (
        each["FunctionName"] for page in client.get_paginator("list_functions").paginate() for each in page["Functions"]
    )


def _layers(account: LocalAccount) -> Iterable[str]:
    client = account.session.client("lambda")
    return (each["LatestMatchingVersion"]["LayerVersionArn"] for each in client.list_layers()["Layers"])


def _bots(account: LocalAccount) -> Iterable[str]:
    return (each["botId"] for each in account.session.client("lexv2-models").list_bots()["botSummaries"])


def _log_groups(account: LocalAccount) -> Iterable[str]:
    client = account.session.client("logs")
    pages = client.get_paginator("describe_log_groups").paginate()
    return (each["logGroupName"] for page in pages for each in page["logGroups"])


def _buckets(account: LocalAccount) -> Iterable[str]:
    return (each["Name"] for each in account.session.client("s3").list_buckets()["Buckets"])


def _queues(account: LocalAccount) -> Iterable[str]:
    return account.session.client("sqs").list_queues().get("QueueUrls", [])


def _parameters(account: LocalAccount) -> Iterable[str]:
    pages = account.session.client("ssm").get_paginator("describe_parameters").paginate()
    return (each["Name"] for page in pages for each in page["Parameters"])


_LISTS: dict[str, Callable[[LocalAccount], Iterable[str]]] = {
    "AWS::CloudFormation::Stack": _stacks,
    "AWS::Connect::Instance": _instances,
    "AWS::DynamoDB::GlobalTable": _tables,
    "AWS::IAM::Role": _roles,
    "AWS::IAM::SAMLProvider": _saml_providers,
    "AWS::KMS::Key": _keys,
    "AWS::Lambda::Function": _functions,
    "AWS::Lambda::LayerVersion": _layers,
    "AWS::Lex::Bot": _bots,
    "AWS::Logs::LogGroup": _log_groups,
    "AWS::S3::Bucket": _buckets,
    "AWS::SQS::Queue": _queues,
    "AWS::SSM::Parameter": _parameters,
}
