"""What the shop knows of a customer: orders, their deliveries and refunds, and bills.

Each state comes from systems that change without asking us, so one that is not known is a state of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


class OrderState(StrEnum):
    """How far an order is."""

    RECEIVED = "received"
    PAID = "paid"
    PREPARING = "preparing"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class DeliveryState(StrEnum):
    """Where a parcel is."""

    PREPARING = "preparing"
    COLLECTED = "collected"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    DELAYED = "delayed"
    UNKNOWN = "unknown"


class RefundState(StrEnum):
    """How far a refund is."""

    REQUESTED = "requested"
    APPROVED = "approved"
    COMPLETED = "completed"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


class BillState(StrEnum):
    """Whether a bill is paid."""

    PAID = "paid"
    DUE = "due"
    OVERDUE = "overdue"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A parcel; `expected_on`: when it is to arrive, or arrived."""

    state: DeliveryState
    carrier: str = ""
    tracking_number: str = ""
    expected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money that goes back, in won; `expected_on`: when it is to arrive, or arrived."""

    state: RefundState
    amount: int | None = None
    expected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order with what belongs to it; `item` names what was bought."""

    number: str
    state: OrderState
    item: str = ""
    ordered_on: date | None = None
    delivery: Delivery | None = None
    refund: Refund | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """Money that is due or was paid on `day`, in won, by `method` ("신용카드")."""

    state: BillState
    amount: int | None = None
    day: date | None = None
    method: str = ""


class Customers(Protocol):
    """What is known of customers. Raises `Unavailable` when it cannot be read now."""

    def orders(self, customer_id: str, *, now: datetime) -> tuple[Order, ...]:
        """Return the orders of a customer, the latest first."""

    def last_bill(self, customer_id: str, *, now: datetime) -> Bill | None:
        """Return the bill of the latest day, None when there is none."""
