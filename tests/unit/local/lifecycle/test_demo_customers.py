"""Demo customers are written as the function reads them, once."""

import re
from typing import TYPE_CHECKING, Any, cast

import pytest

from aicc_core.keyed_hash import LocalKeyedHash
from aicc_core.phone import normalise
from aicc_local.lifecycle import demo_customers
from aicc_local.lifecycle.demo_customers import DEMO_CUSTOMERS, CustomerStore, DemoCustomer
from authenticate_customer.keys import PROFILE, CustomerKeys

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_lambda import LambdaClient

STORE = CustomerStore(table="Customers", key_id="key")
SECRETS = LocalKeyedHash(b"key")


class Kms:
    def generate_mac(self, *, KeyId: str, MacAlgorithm: str, Message: bytes) -> dict[str, bytes]:
        assert (KeyId, MacAlgorithm) == ("key", "HMAC_SHA_256")
        return {"Mac": SECRETS.secret_of(Message.decode())}


class Table:
    """DynamoDB with one table; `fail_at` is the write that does not arrive."""

    def __init__(self, fail_at: int = -1) -> None:
        self.items: dict[tuple[str, str], dict[str, Any]] = {}
        self.writes = 0
        self.fail_at = fail_at

    def get_item(self, *, TableName: str, Key: dict[str, Any], ConsistentRead: bool) -> dict[str, Any]:
        found = self.items.get((Key["pk"]["S"], Key["sk"]["S"]))
        return {"Item": found} if found else {}

    def put_item(self, *, TableName: str, Item: dict[str, Any]) -> None:
        if self.writes == self.fail_at:
            raise ConnectionError
        self.writes += 1
        self.items[Item["pk"]["S"], Item["sk"]["S"]] = Item


class Pages:
    def __init__(self, resources: list[dict[str, str]]) -> None:
        self.resources = resources

    def get_paginator(self, operation: str) -> "Pages":
        assert operation == "list_stack_resources"
        return self

    def paginate(self, *, StackName: str) -> list[dict[str, Any]]:
        return [{"StackResourceSummaries": [each]} for each in self.resources]


class Functions:
    def __init__(self, **variables: dict[str, str]) -> None:
        self.variables = variables

    def get_function_configuration(self, *, FunctionName: str) -> dict[str, Any]:
        return {"Environment": {"Variables": self.variables[FunctionName]}} if FunctionName in self.variables else {}


def seed(table: Table) -> int:
    return demo_customers.seed(cast("DynamoDBClient", table), cast("KMSClient", Kms()), STORE)


def find(resources: list[dict[str, str]], functions: Functions) -> CustomerStore | None:
    return demo_customers.find_store(
        cast("CloudFormationClient", Pages(resources)), cast("LambdaClient", functions), "ContactCenter-dev"
    )


@pytest.mark.parametrize("customer", DEMO_CUSTOMERS, ids=lambda customer: customer.customer_id)
def test_names_the_items_as_the_function_does(customer: DemoCustomer) -> None:
    keys = CustomerKeys.of_phone(customer.phone, SECRETS)
    table = Table()

    seed(table)

    profile = table.items[keys.partition, PROFILE]
    assert profile["customer_id"]["S"] == customer.customer_id
    assert profile["display_name"]["S"] == customer.display_name
    assert (keys.partition, keys.proof("birth_date", customer.birth_date)) in table.items
    assert (keys.partition, keys.proof("order_number", customer.order_number)) in table.items


@pytest.mark.parametrize("customer", DEMO_CUSTOMERS, ids=lambda customer: customer.customer_id)
def test_numbers_are_such_as_the_function_takes(customer: DemoCustomer) -> None:
    assert normalise(customer.dialled) == customer.phone
    assert re.fullmatch(r"010-\d{4}-\d{4}", customer.dialled)


def test_seeds_nothing_twice() -> None:
    table = Table()

    assert seed(table) == len(DEMO_CUSTOMERS)
    assert seed(table) == 0


def test_leaves_a_customer_alone_who_was_changed() -> None:
    table = Table()
    seed(table)
    keys = CustomerKeys.of_phone(DEMO_CUSTOMERS[0].phone, SECRETS)
    table.items[keys.partition, PROFILE]["display_name"] = {"S": "다른 이름"}

    seed(table)

    assert table.items[keys.partition, PROFILE]["display_name"] == {"S": "다른 이름"}


@pytest.mark.parametrize("fail_at", range(3))
def test_a_customer_whose_seeding_was_interrupted_is_seeded_anew(fail_at: int) -> None:
    table = Table(fail_at)
    with pytest.raises(ConnectionError):
        seed(table)
    table.fail_at = -1

    assert seed(table) == len(DEMO_CUSTOMERS)
    assert len(table.items) == 3 * len(DEMO_CUSTOMERS)


def test_finds_table_and_key_where_the_function_finds_them() -> None:
    resources = [
        {"ResourceType": "AWS::SQS::Queue", "PhysicalResourceId": "queue"},
        {"ResourceType": "AWS::Lambda::Function", "PhysicalResourceId": "bare"},
        {"ResourceType": "AWS::Lambda::Function", "PhysicalResourceId": "right"},
    ]

    store = find(resources, Functions(right={"CUSTOMERS_TABLE": "T", "HASH_KEY_ID": "K"}))

    assert store == CustomerStore(table="T", key_id="K")


def test_finds_nothing_where_no_function_authenticates() -> None:
    assert find([{"ResourceType": "AWS::Lambda::Function", "PhysicalResourceId": "bare"}], Functions()) is None
