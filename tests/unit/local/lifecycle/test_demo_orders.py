"""Demo orders are written as the function reads them, once."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

from aicc_local.lifecycle import demo_orders
from aicc_local.lifecycle.demo_customers import DEMO_CUSTOMERS, DemoCustomer
from fulfill_intent import repository
from fulfill_intent.records import BillState, DeliveryState, OrderState, RefundState
from fulfill_intent.repository import OrdersTable
from korean import KOREA

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=KOREA)
TODAY = NOW.date()


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator["DynamoDBClient"]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    with mock_aws():
        client = boto3.client("dynamodb", region_name="ap-northeast-2")
        client.create_table(
            TableName="Orders",
            AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk")],
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
            BillingMode="PAY_PER_REQUEST",
        )
        yield client


def count(client: "DynamoDBClient") -> int:
    return client.scan(TableName="Orders", Select="COUNT")["Count"]


@pytest.mark.parametrize("customer", DEMO_CUSTOMERS, ids=lambda customer: customer.customer_id)
def test_the_function_reads_all_that_is_seeded(client: "DynamoDBClient", customer: DemoCustomer) -> None:
    table = OrdersTable(client, "Orders")

    demo_orders.seed(client, "Orders", today=TODAY)

    orders = table.orders(customer.customer_id, now=NOW)
    bill = table.last_bill(customer.customer_id, now=NOW)
    assert customer.order_number in [order.number for order in orders]
    assert bill
    assert bill.state is not BillState.UNKNOWN
    assert bill.amount
    assert bill.day
    for order in orders:
        assert order.state is not OrderState.UNKNOWN
        assert order.item
        assert order.ordered_on
        assert order.ordered_on < TODAY
        assert order.delivery is None or order.delivery.state is not DeliveryState.UNKNOWN
        assert order.refund is None or order.refund.state is not RefundState.UNKNOWN


def test_no_attribute_is_seeded_that_the_function_passes_over() -> None:
    documented = set(re.findall(r"[a-z_]+", repository.__doc__ or ""))

    written = {name for customer in DEMO_CUSTOMERS for item in demo_orders.demo_items(customer, TODAY) for name in item}

    assert written <= documented


def test_the_order_that_proves_a_customer_is_their_latest(client: "DynamoDBClient") -> None:
    demo_orders.seed(client, "Orders", today=TODAY)

    latest = [OrdersTable(client, "Orders").orders(each.customer_id, now=NOW)[0].number for each in DEMO_CUSTOMERS]

    assert latest == [each.order_number for each in DEMO_CUSTOMERS]


def test_seeds_nothing_twice_not_even_on_another_day(client: "DynamoDBClient") -> None:
    first = demo_orders.seed(client, "Orders", today=TODAY)
    written = count(client)

    second = demo_orders.seed(client, "Orders", today=TODAY + timedelta(days=1))

    assert (first, second) == (len(DEMO_CUSTOMERS), 0)
    assert count(client) == written


def test_a_customer_whose_seeding_was_interrupted_is_seeded_anew(client: "DynamoDBClient") -> None:
    items = demo_orders.demo_items(DEMO_CUSTOMERS[0], date(2026, 11, 23))
    client.put_item(TableName="Orders", Item=items[0])

    seeded = demo_orders.seed(client, "Orders", today=TODAY)

    assert seeded == len(DEMO_CUSTOMERS)
    assert len(OrdersTable(client, "Orders").orders("demo-1", now=NOW)) == 2
