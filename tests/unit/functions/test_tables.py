from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber
from moto import mock_aws

from aicc_core import clients
from aicc_core.errors import Unavailable
from authenticate_customer.logic import Attempts, Customer
from authenticate_customer.repository import CustomerTable
from read_line_status.repository import OperationsTable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import UniversalAttributeValueTypeDef

NOW = 1_790_000_000
FIRST = Attempts(frozenset({"a"}), NOW + 60)
SECOND = Attempts(frozenset({"a", "b"}), NOW + 90)


@pytest.fixture(scope="module")
def client() -> Iterator["DynamoDBClient"]:
    with mock_aws():
        client = boto3.client("dynamodb", region_name="ap-northeast-2")
        client.create_table(
            TableName="table",
            AttributeDefinitions=[
                {"AttributeName": "pk", "AttributeType": "S"},
                {"AttributeName": "sk", "AttributeType": "S"},
            ],
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
            BillingMode="PAY_PER_REQUEST",
        )
        yield client


@pytest.fixture
def customers(client: "DynamoDBClient") -> CustomerTable:
    return CustomerTable(client, "table")


def put(client: "DynamoDBClient", pk: str, sk: str, **attributes: "UniversalAttributeValueTypeDef") -> None:
    client.put_item(TableName="table", Item={"pk": {"S": pk}, "sk": {"S": sk}, **attributes})


def test_keeps_attempts(customers: CustomerTable) -> None:
    before = customers.attempts("keeps", now=NOW)

    written = customers.replace_attempts("keeps", seen=None, new=FIRST, now=NOW)

    assert before is None
    assert written
    assert customers.attempts("keeps", now=NOW) == FIRST


def test_replaces_only_the_attempts_that_were_seen(customers: CustomerTable) -> None:
    customers.replace_attempts("rivals", seen=None, new=FIRST, now=NOW)

    too_late = customers.replace_attempts("rivals", seen=None, new=SECOND, now=NOW)
    in_time = customers.replace_attempts("rivals", seen=FIRST, new=SECOND, now=NOW)
    outdated = customers.replace_attempts("rivals", seen=FIRST, new=FIRST, now=NOW)

    assert (too_late, in_time, outdated) == (False, True, False)
    assert customers.attempts("rivals", now=NOW) == SECOND


def test_expired_attempts_that_are_still_there_count_as_gone(customers: CustomerTable) -> None:
    customers.replace_attempts("expired", seen=None, new=FIRST, now=NOW)

    seen = customers.attempts("expired", now=FIRST.expires_at)
    written = customers.replace_attempts("expired", seen=None, new=SECOND, now=FIRST.expires_at)

    assert seen is None
    assert written


def test_forgets_attempts_also_when_there_are_none(customers: CustomerTable) -> None:
    customers.replace_attempts("forgets", seen=None, new=FIRST, now=NOW)

    customers.forget_attempts("forgets")
    customers.forget_attempts("forgets")

    assert customers.attempts("forgets", now=NOW) is None


def test_finds_a_customer_by_a_proof_that_exists(client: "DynamoDBClient", customers: CustomerTable) -> None:
    put(client, "kim", "PROFILE", customer_id={"S": "C-1"}, display_name={"S": "김민지"})
    put(client, "kim", "BIRTH#right")
    put(client, "kim", "ORDER#old", expires_at={"N": str(NOW)})
    put(client, "proof-only", "BIRTH#right")

    found = [
        customers.customer(partition, proof, now=NOW)
        for partition, proof in [
            ("kim", "BIRTH#right"),
            ("kim", "BIRTH#wrong"),
            ("kim", "ORDER#old"),
            ("proof-only", "BIRTH#right"),
            ("nobody", "BIRTH#right"),
        ]
    ]

    assert found == [Customer("C-1", "김민지"), None, None, None, None]


def test_keys_left_unprocessed_are_a_fault() -> None:
    client = clients.dynamodb()
    left = {"table": {"Keys": [{"pk": {"S": "kim"}, "sk": {"S": "PROFILE"}}]}}

    with Stubber(client) as dynamodb:
        dynamodb.add_response("batch_get_item", {"Responses": {}, "UnprocessedKeys": left})
        with pytest.raises(Unavailable) as caught:
            CustomerTable(client, "table").customer("kim", "BIRTH#right", now=NOW)

    assert str(caught.value) == "DynamoDB left keys of the batch unprocessed"


def test_a_fault_of_dynamodb_stays_a_fault() -> None:
    client = clients.dynamodb()

    with Stubber(client) as dynamodb:
        dynamodb.add_client_error("update_item", "ThrottlingException")
        with pytest.raises(ClientError, match="ThrottlingException"):
            CustomerTable(client, "table").replace_attempts("kim", seen=None, new=FIRST, now=NOW)


def test_reads_a_line(client: "DynamoDBClient") -> None:
    put(client, "LINE#main", "STATUS", status={"S": "emergency"}, expires_at={"N": "17"}, odd={"BOOL": True})

    lines = [OperationsTable(client, "table").line(name) for name in ("main", "other")]

    assert lines[0] is not None
    assert lines[0]["status"] == "emergency"
    assert lines[0]["expires_at"] == 17
    assert lines[1] is None
