"""The orders table: partition key `pk`, sort key `sk`, TTL attribute `expires_at` (epoch seconds).

All that belongs to a customer lies under `CUSTOMER#<customer id>`, so that one Query answers a turn:

    ORDER#<number>              state, item, ordered_on
    ORDER#<number>#DELIVERY     state, carrier, tracking_number, expected_on
    ORDER#<number>#REFUND       state, amount, expected_on
    BILL#<day>                  state, amount, day, method

Dates are ISO 8601, amounts whole won. Others fill the table: an attribute that is missing or makes no sense is left out
of the answer, a state that is not known reads as unknown.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from aicc_core.aws_fault import AwsFault, name_of
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

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from enum import StrEnum

    from mypy_boto3_dynamodb import DynamoDBClient

    Item = Mapping[str, Mapping[str, object]]

State = TypeVar("State", bound="StrEnum")

_ORDER, _DELIVERY, _REFUND, _BILL = "ORDER#", "#DELIVERY", "#REFUND", "BILL#"
_WHOLE = re.compile("-?[0-9]{1,15}")
_LONGEST = 60  # characters of a text that is said
_FEW = 5  # bills; some may be past their `expires_at`
_MANY = 1000  # items of orders; a shop that keeps more would keep callers waiting


class OrdersTable:
    """Customers in DynamoDB."""

    def __init__(self, client: DynamoDBClient, table: str) -> None:
        self._client = client
        self._table = table

    def orders(self, customer_id: str, *, now: datetime) -> tuple[Order, ...]:
        """Return the orders of a customer, the latest first; `Unavailable` when DynamoDB does not answer."""
        items = self._query(customer_id, _ORDER, now)
        orders = [
            _read_order(number, item, items.get(f"{sort}{_DELIVERY}"), items.get(f"{sort}{_REFUND}"))
            for sort, item in items.items()
            if (number := sort.removeprefix(_ORDER)) and "#" not in number
        ]
        return tuple(sorted(orders, key=lambda order: (order.ordered_on or date.min, order.number), reverse=True))

    def last_bill(self, customer_id: str, *, now: datetime) -> Bill | None:
        """Return the bill of the latest day; `Unavailable` when DynamoDB does not answer."""
        items = self._query(customer_id, _BILL, now, most=_FEW)
        return next((_read_bill(item) for item in items.values()), None)

    def _query(self, customer_id: str, prefix: str, now: datetime, *, most: int = _MANY) -> dict[str, Item]:
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table,
            KeyConditionExpression="pk = :customer AND begins_with(sk, :prefix)",
            ExpressionAttributeValues={":customer": {"S": f"CUSTOMER#{customer_id}"}, ":prefix": {"S": prefix}},
            ScanIndexForward=False,
            PaginationConfig={"MaxItems": most},
        )
        try:
            # DynamoDB deletes expired items hours late.
            return {item["sk"]["S"]: item for page in pages for item in page["Items"] if not _expired(item, now)}
        except AwsFault as fault:
            raise Unavailable(f"DynamoDB: {name_of(fault)}") from fault


def _read_order(number: str, item: Item, delivery: Item | None, refund: Item | None) -> Order:
    return Order(
        number=number[:_LONGEST],
        state=_state(item, OrderState, OrderState.UNKNOWN),
        item=_text(item, "item"),
        ordered_on=_day(item, "ordered_on"),
        delivery=_read_delivery(delivery) if delivery else None,
        refund=_read_refund(refund) if refund else None,
    )


def _read_delivery(item: Item) -> Delivery:
    return Delivery(
        state=_state(item, DeliveryState, DeliveryState.UNKNOWN),
        carrier=_text(item, "carrier"),
        tracking_number=_text(item, "tracking_number"),
        expected_on=_day(item, "expected_on"),
    )


def _read_refund(item: Item) -> Refund:
    return Refund(
        state=_state(item, RefundState, RefundState.UNKNOWN),
        amount=_number(item, "amount"),
        expected_on=_day(item, "expected_on"),
    )


def _read_bill(item: Item) -> Bill:
    return Bill(
        state=_state(item, BillState, BillState.UNKNOWN),
        amount=_number(item, "amount"),
        day=_day(item, "day"),
        method=_text(item, "method"),
    )


def _state(item: Item, states: type[State], unknown: State) -> State:
    name = _text(item, "state")
    return next((state for state in states if state.value == name), unknown)


def _text(item: Item, name: str) -> str:
    text = item.get(name, {}).get("S")
    # What cannot be printed cannot be read out either, and would spoil the markup for the voice.
    return "".join(filter(str.isprintable, text)).strip()[:_LONGEST] if isinstance(text, str) else ""


def _number(item: Item, name: str) -> int | None:
    number = item.get(name, {}).get("N")
    return int(number) if isinstance(number, str) and _WHOLE.fullmatch(number) else None


def _day(item: Item, name: str) -> date | None:
    try:
        return date.fromisoformat(_text(item, name))
    except ValueError:
        return None


def _expired(item: Item, now: datetime) -> bool:
    expires_at = _number(item, "expires_at")
    return expires_at is not None and expires_at <= now.timestamp()
