from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ReadTimeoutError
from botocore.stub import Stubber
from moto import mock_aws

from aicc_core import clients
from aicc_core.errors import Unavailable
from fulfill_intent.records import (
    Bill,
    BillState,
    Delivery,
    DeliveryState,
    Order,
    OrderState,
    Refund,
    RefundState,
)
from fulfill_intent.repository import OrdersTable
from tests.unit.fulfill_intent.caller import NOW

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

PAST = {"N": str(int(NOW.timestamp()))}


@pytest.fixture(scope="module")
def client() -> Iterator["DynamoDBClient"]:
    with mock_aws():
        client = boto3.client("dynamodb", region_name="ap-northeast-2")
        client.create_table(
            TableName="orders",
            AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk")],
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
            BillingMode="PAY_PER_REQUEST",
        )
        yield client


@pytest.fixture
def table(client: "DynamoDBClient") -> OrdersTable:
    return OrdersTable(client, "orders")


def put(client: "DynamoDBClient", customer: str, sort: str, **attributes: Any) -> None:
    spelled = {name: {"S": each} if isinstance(each, str) else each for name, each in attributes.items()}
    client.put_item(TableName="orders", Item={"pk": {"S": f"CUSTOMER#{customer}"}, "sk": {"S": sort}, **spelled})


def test_reads_an_order_with_its_delivery_and_refund(client: "DynamoDBClient", table: OrdersTable) -> None:
    put(client, "all", "ORDER#KR1", state="shipped", item="이어폰", ordered_on="2026-11-20")
    put(
        client,
        "all",
        "ORDER#KR1#DELIVERY",
        state="delayed",
        carrier="한빛택배",
        tracking_number="6123",
        expected_on="2026-11-25",
    )
    put(client, "all", "ORDER#KR1#REFUND", state="approved", amount={"N": "42000"}, expected_on="2026-11-26")
    put(client, "all", "BILL#2026-11-20", state="paid")
    put(client, "another", "ORDER#KR9", state="paid")

    orders = table.orders("all", now=NOW)

    delivery = Delivery(
        state=DeliveryState.DELAYED, carrier="한빛택배", tracking_number="6123", expected_on=date(2026, 11, 25)
    )
    refund = Refund(state=RefundState.APPROVED, amount=42_000, expected_on=date(2026, 11, 26))
    assert orders == (
        Order(
            number="KR1",
            state=OrderState.SHIPPED,
            item="이어폰",
            ordered_on=date(2026, 11, 20),
            delivery=delivery,
            refund=refund,
        ),
    )


def test_the_latest_order_comes_first_and_one_without_a_day_last(client: "DynamoDBClient", table: OrdersTable) -> None:
    put(client, "many", "ORDER#KR1", ordered_on="2026-11-20")
    put(client, "many", "ORDER#KR2", ordered_on="2026-11-01")
    put(client, "many", "ORDER#KR3")

    assert [order.number for order in table.orders("many", now=NOW)] == ["KR1", "KR2", "KR3"]


@pytest.mark.parametrize(
    "attributes",
    [
        {},
        {"state": "teleported", "item": {"N": "1"}, "ordered_on": "yesterday"},
        {"state": {"NULL": True}, "item": {"BOOL": True}, "ordered_on": {"L": []}},
    ],
)
def test_what_makes_no_sense_is_left_out(
    client: "DynamoDBClient", table: OrdersTable, attributes: dict[str, Any]
) -> None:
    put(client, "odd", "ORDER#KR1", **attributes)
    put(client, "odd", "ORDER#KR1#DELIVERY", **attributes)
    put(client, "odd", "ORDER#KR1#REFUND", **attributes)

    [order] = table.orders("odd", now=NOW)

    assert order == Order(
        number="KR1",
        state=OrderState.UNKNOWN,
        delivery=Delivery(state=DeliveryState.UNKNOWN),
        refund=Refund(state=RefundState.UNKNOWN),
    )


def test_what_cannot_be_printed_is_not_said(client: "DynamoDBClient", table: OrdersTable) -> None:
    put(client, "odd", "ORDER#KR1", item=" 이\x00어\n폰" + "가" * 100)

    [order] = table.orders("odd", now=NOW)

    assert order.item.startswith("이어폰가")
    assert len(order.item) == 60


def test_a_part_without_its_order_is_none(client: "DynamoDBClient", table: OrdersTable) -> None:
    put(client, "parts", "ORDER#KR1#DELIVERY", state="delivered")

    assert table.orders("parts", now=NOW) == ()


def test_what_has_expired_and_is_still_there_counts_as_gone(client: "DynamoDBClient", table: OrdersTable) -> None:
    put(client, "old", "ORDER#KR1", expires_at=PAST)
    put(client, "old", "BILL#2026-11-20", expires_at=PAST)

    assert table.orders("old", now=NOW) == ()
    assert table.last_bill("old", now=NOW) is None


def test_the_bill_of_the_latest_day_counts(client: "DynamoDBClient", table: OrdersTable) -> None:
    put(client, "bills", "BILL#2026-10-20", state="paid", day="2026-10-20")
    put(client, "bills", "BILL#2026-11-20", state="due", day="2026-11-20", amount={"N": "19900"}, method="신용카드")

    bill = table.last_bill("bills", now=NOW)

    assert bill == Bill(state=BillState.DUE, amount=19_900, day=date(2026, 11, 20), method="신용카드")


def test_who_has_nothing_has_no_orders_and_no_bill(table: OrdersTable) -> None:
    assert table.orders("nobody", now=NOW) == ()
    assert table.last_bill("nobody", now=NOW) is None


@pytest.mark.parametrize("code", ["ThrottlingException", "ResourceNotFoundException", "AccessDeniedException"])
def test_dynamodb_that_refuses_is_unavailable(code: str) -> None:
    client = clients.dynamodb()

    with Stubber(client) as dynamodb:
        dynamodb.add_client_error("query", code)
        with pytest.raises(Unavailable) as caught:
            OrdersTable(client, "orders").orders("C-1", now=NOW)

    assert str(caught.value) == f"DynamoDB: {code}"


def test_dynamodb_that_does_not_answer_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    client = clients.dynamodb()

    def time_out(*_: object, **__: object) -> None:
        raise ReadTimeoutError(endpoint_url="https://dynamodb")

    monkeypatch.setattr(client, "_make_api_call", time_out)
    with pytest.raises(Unavailable, match=r"^DynamoDB: ReadTimeoutError$"):
        OrdersTable(client, "orders").last_bill("C-1", now=NOW)
