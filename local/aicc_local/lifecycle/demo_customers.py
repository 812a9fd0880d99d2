"""Invented customers for the local AWS, written as `authenticate_customer` reads them.

The function's own package is not imported: it is reached through AWS alone, like everything deployed. So the shape of
the items stands here a second time; an end-to-end test asks the deployed function whether both agree.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import UniversalAttributeValueTypeDef
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_lambda import LambdaClient

    Item = dict[str, UniversalAttributeValueTypeDef]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCustomer:
    """Someone who does not exist; `phone` as E.164, `birth_date` as eight digits."""

    customer_id: str
    display_name: str
    phone: str
    birth_date: str
    order_number: str

    @property
    def dialled(self) -> str:
        """The number as it is written in Korea."""
        return f"0{self.phone[3:5]}-{self.phone[5:9]}-{self.phone[9:]}"


DEMO_CUSTOMERS = (
    DemoCustomer(
        customer_id="demo-1",
        display_name="김하늘",
        phone="+821012340001",
        birth_date="19900131",
        order_number="KR20260001",
    ),
    DemoCustomer(
        customer_id="demo-2",
        display_name="이바다",
        phone="+821012340002",
        birth_date="19850615",
        order_number="KR20260002",
    ),
    DemoCustomer(
        customer_id="demo-3",
        display_name="박별",
        phone="+821012340003",
        birth_date="20011224",
        order_number="KR20260003",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerStore:
    """The table of customers, and the key under which their numbers are hashed."""

    table: str
    key_id: str


def find_store(cloudformation: CloudFormationClient, functions: LambdaClient, stack: str) -> CustomerStore | None:
    """What the stack's functions use; None if none of them authenticates customers."""
    for page in cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack):
        for resource in page["StackResourceSummaries"]:
            if resource["ResourceType"] != "AWS::Lambda::Function":
                continue
            function = functions.get_function_configuration(FunctionName=resource["PhysicalResourceId"])
            variables = function.get("Environment", {}).get("Variables", {})
            if {"CUSTOMERS_TABLE", "HASH_KEY_ID"} <= variables.keys():
                return CustomerStore(table=variables["CUSTOMERS_TABLE"], key_id=variables["HASH_KEY_ID"])
    return None


def seed(dynamodb: DynamoDBClient, kms: KMSClient, store: CustomerStore) -> int:
    """Write the customers who are missing, and say how many; one who was changed stays as they are."""
    return sum(_seed(dynamodb, kms, store, customer) for customer in DEMO_CUSTOMERS)


def _seed(dynamodb: DynamoDBClient, kms: KMSClient, store: CustomerStore, customer: DemoCustomer) -> bool:
    secret = kms.generate_mac(KeyId=store.key_id, MacAlgorithm="HMAC_SHA_256", Message=customer.phone.encode())["Mac"]
    partition = f"PHONE#{fingerprint(secret, 'phone')}"
    profile: Item = {"pk": {"S": partition}, "sk": {"S": "PROFILE"}}
    if "Item" in dynamodb.get_item(TableName=store.table, Key=profile, ConsistentRead=True):
        return False
    for sort in _proofs(secret, customer):
        dynamodb.put_item(TableName=store.table, Item={"pk": {"S": partition}, "sk": {"S": sort}})
    # Last: a customer whose seeding was interrupted is seeded anew.
    profile |= {"customer_id": {"S": customer.customer_id}, "display_name": {"S": customer.display_name}}
    dynamodb.put_item(TableName=store.table, Item=profile)
    return True


def _proofs(secret: bytes, customer: DemoCustomer) -> Iterator[str]:
    yield f"BIRTH#{fingerprint(secret, 'proof', 'birth_date', customer.birth_date)}"
    yield f"ORDER#{fingerprint(secret, 'proof', 'order_number', customer.order_number)}"


def fingerprint(secret: bytes, *parts: str) -> str:
    """The HMAC of `parts` as a list."""
    return hmac.digest(secret, json.dumps(parts).encode(), hashlib.sha256).hex()
