"""fulfill_intent: serves a customer in the conversation, with callbacks."""

from __future__ import annotations

from uuid import uuid4

from callback_ledger.keys import slot_key
from callback_ledger.record import Slot
from tests.e2e import jobs
from tests.e2e.callback_jobs.checks import is_closed
from tests.e2e.callback_line import YES
from tests.e2e.callback_office import QUEUE, CallbackOffice
from tests.e2e.jobs import JobFailed


def serve(office: CallbackOffice) -> None:
    """Tells a customer about an order, and anybody about opening hours."""
    jobs.fulfill_intent(office)


def book(office: CallbackOffice) -> None:
    """Books a callback: the number is sealed, and it is scheduled."""
    phone = office.new_phone()
    call = office.line.talk(phone)
    for said in ("콜백 예약하고 싶어요", "내일 오후 세 시에 전화 주세요", "네 이 번호로 해 주세요", YES):
        call.say(said)
    record = office.ledger.open_under(office.lock(phone))
    if record is None:
        raise JobFailed("nothing is booked")
    if office.sealing.open(record.phone, record.callback_id) != phone:
        raise JobFailed("the number is another")
    office.is_scheduled(record)


def cancel(office: CallbackOffice) -> None:
    """Cancels the callback of the number that calls."""
    phone = office.new_phone()
    record = office.booked(phone=phone)
    call = office.line.talk(phone)
    for said in ("예약한 콜백 취소해 주세요", "네"):
        call.say(said)
    is_closed(office, record, "cancelled")


def offer_others(office: CallbackOffice) -> None:
    """Says which times are free in place of one that is not."""
    ten = office.midnight + 86_400 + 10 * 3600
    seats = {"seats": {"SS": [uuid4().hex for _ in range(4)]}}
    office.session.client("dynamodb").put_item(
        TableName=office.told["CALLBACKS_TABLE"], Item={**slot_key(Slot(QUEUE, ten)), **seats}
    )
    call = office.line.talk(office.new_phone())
    call.say("콜백 예약하고 싶어요")
    said = call.say("내일 오전 열 시에 전화 주세요")
    if "9시 50분" not in said:
        raise JobFailed(f"asked for a full slot, the bot said {said}")
