"""Invented orders, deliveries, refunds and bills of the demo customers, written as `fulfill_intent` reads them.

The function's own package is not imported: it is reached through AWS alone, like everything deployed. So the shape of
the items stands here a second time; a test asks the function's repository whether both agree.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from aicc_local.lifecycle.demo_customers import DEMO_CUSTOMERS, DemoCustomer

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import UniversalAttributeValueTypeDef

    Item = dict[str, UniversalAttributeValueTypeDef]

TABLE_OUTPUT = "OrdersTable"
"""The output of the stack that names the table."""


def seed(dynamodb: DynamoDBClient, table: str, *, today: date) -> int:
    """Write the orders of the customers who have none, and say how many customers; days count from `today`."""
    return sum(_seed(dynamodb, table, demo_items(customer, today)) for customer in DEMO_CUSTOMERS)


def demo_items(customer: DemoCustomer, today: date) -> list[Item]:
    """All that one customer has; the order that proves who they are comes last."""
    days = {days: (today + timedelta(days=days)).isoformat() for days in range(-30, 31)}
    number = customer.order_number
    items = {
        "demo-1": [
            _item(f"BILL#{days[-3]}", state="paid", day=days[-3], amount=89_000, method="신용카드"),
            _item("ORDER#KR20260011", state="delivered", item="전기 주전자", ordered_on=days[-20]),
            _item("ORDER#KR20260011#DELIVERY", state="delivered", carrier="한빛택배", expected_on=days[-17]),
            _item(
                f"ORDER#{number}#DELIVERY",
                state="in_transit",
                carrier="한빛택배",
                tracking_number="612345678901",
                expected_on=days[1],
            ),
            _item(f"ORDER#{number}", state="shipped", item="무선 이어폰", ordered_on=days[-3]),
        ],
        "demo-2": [
            _item(f"BILL#{days[-1]}", state="paid", day=days[-1], amount=124_000, method="간편결제"),
            _item(f"ORDER#{number}", state="preparing", item="등산 배낭", ordered_on=days[-1]),
        ],
        "demo-3": [
            _item(f"BILL#{days[5]}", state="due", day=days[5], amount=19_900),
            _item(f"ORDER#{number}#DELIVERY", state="delivered", carrier="새길택배", expected_on=days[-9]),
            _item(f"ORDER#{number}#REFUND", state="approved", amount=42_000, expected_on=days[3]),
            _item(f"ORDER#{number}", state="delivered", item="책상 조명", ordered_on=days[-12]),
        ],
    }
    return [{"pk": {"S": f"CUSTOMER#{customer.customer_id}"}} | item for item in items[customer.customer_id]]


def _seed(dynamodb: DynamoDBClient, table: str, items: list[Item]) -> bool:
    # The last one stands for all: whose seeding was interrupted is seeded anew.
    key: Item = {"pk": items[-1]["pk"], "sk": items[-1]["sk"]}
    if "Item" in dynamodb.get_item(TableName=table, Key=key, ConsistentRead=True):
        return False
    for item in items:
        dynamodb.put_item(TableName=table, Item=item)
    return True


def _item(sort: str, **attributes: str | int) -> Item:
    return {
        "sk": {"S": sort},
        **{name: {"N": str(each)} if isinstance(each, int) else {"S": each} for name, each in attributes.items()},
    }
