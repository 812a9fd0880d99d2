"""A booking and its bare calls of AWS, ready to be made on a local AWS with keys that nothing has used before."""

import json
import secrets
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import boto3

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY / "lambda"))

from aicc_core.clients import VOICE_PATH
from aicc_core.keyed_hash import KmsKeyedHash
from aicc_core.opening_hours import OpeningHours, OpenTimes
from aicc_local.lifecycle.environment import REGION, SECRET_ACCESS_KEY, access_key_id
from aicc_local.lifecycle.server_process import ServerProcess, start
from callback_ledger.booking import Bookings
from callback_ledger.ledger import Booked
from callback_ledger.record import Record, book
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.sealing import KmsSealing
from callback_ledger.slots import SlotRules, slot_of
from callback_ledger.statements import Statements
from callback_ledger.waking import AwsWaking
from korean.clock import KOREA
from tests.unit.callback_ledger.callbacks_table import TABLE, create_table

NOW = datetime(2027, 3, 8, 10, 0, tzinfo=KOREA)
WHEN = NOW + timedelta(hours=4, minutes=20)
HOURS = OpeningHours(text="", week=dict.fromkeys(range(7), (OpenTimes(540, 1080),)), special_days={})
GROUP = "callbacks"
# What is not woken is only logged, and would be fast.
NOT_WOKEN = Mock(side_effect=AssertionError("not woken"))
LOGGER = Mock(error=NOT_WOKEN, warning=NOT_WOKEN)

Call = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aws:
    """A local AWS with what a booking needs, and clients set as those of the functions are."""

    dynamodb: Any
    kms: Any
    scheduler: Any
    sqs: Any
    seal_key: str
    hash_key: str
    queue_url: str
    queue_arn: str
    role_arn: str


def prepared(server: ServerProcess) -> Aws:
    """Make the table, the keys, the queue, the schedules' group and their role."""

    def client(service: str) -> Any:
        keys = {"aws_access_key_id": access_key_id(), "aws_secret_access_key": SECRET_ACCESS_KEY}
        return boto3.client(service, endpoint_url=server.endpoint, region_name=REGION, config=VOICE_PATH, **keys)  # type: ignore[call-overload]  # any service

    dynamodb, kms, scheduler, sqs = (client(service) for service in ("dynamodb", "kms", "scheduler", "sqs"))
    create_table(dynamodb)
    scheduler.create_schedule_group(Name=GROUP)
    url = sqs.create_queue(QueueName="dial")["QueueUrl"]
    trust = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "scheduler.amazonaws.com"}}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    role = client("iam").create_role(RoleName="schedules", AssumeRolePolicyDocument=policy)
    return Aws(
        dynamodb=dynamodb,
        kms=kms,
        scheduler=scheduler,
        sqs=sqs,
        seal_key=kms.create_key()["KeyMetadata"]["KeyId"],
        hash_key=kms.create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyMetadata"]["KeyId"],
        queue_url=url,
        queue_arn=sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"],
        role_arn=role["Role"]["Arn"],
    )


@contextmanager
def local_aws(folder: Path) -> Iterator[Aws]:
    """A local AWS, ended with the context."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = start(port, folder / "server.log")
    try:
        yield prepared(server)
    finally:
        server.stop()


def ledger_pair(aws: Aws, number: int) -> tuple[Call, Call]:
    """The ledger's write, and the same transaction bare."""
    table, ours = CallbackTable(aws.dynamodb, TABLE, Rules()), record(number)
    items = transaction(record(number))

    def book_ours() -> None:
        expect_booked(table.book(ours, capacity=SlotRules().capacity))

    def call_bare() -> None:
        aws.dynamodb.transact_write_items(TransactItems=items)

    return book_ours, call_bare


def booking_pair(aws: Aws, number: int) -> tuple[Call, Call]:
    """A whole booking, and its calls bare."""
    ours, bare, phone = record(number), record(number), f"+8210{number:08}"
    bookings = bookings_of(aws, ours.slot.queue)
    items, schedule = transaction(bare), schedule_of(aws, bare)
    context = {"callback_id": bare.callback_id}

    def book_ours() -> None:
        expect_booked(bookings.book(ours.callback_id, phone, WHEN, HOURS, NOW))

    def call_bare() -> None:
        aws.kms.encrypt(KeyId=aws.seal_key, Plaintext=phone.encode(), EncryptionContext=context)
        aws.kms.generate_mac(KeyId=aws.hash_key, MacAlgorithm="HMAC_SHA_256", Message=phone.encode())
        aws.dynamodb.transact_write_items(TransactItems=items)
        aws.scheduler.create_schedule(**schedule)

    return book_ours, call_bare


def record(number: int) -> Record:
    """A callback in a slot that it has for itself."""
    callback_id = f"{number:016x}{secrets.token_hex(8)}"
    return book(
        callback_id=callback_id,
        phone=secrets.token_bytes(160),  # about as long as what KMS returns
        lock=secrets.token_hex(32),
        slot=slot_of(WHEN, f"queue-{callback_id}", SlotRules()),
        due_at=int(WHEN.timestamp()),
        now=int(NOW.timestamp()),
    )


def transaction(callback: Record) -> list[Any]:
    """What the ledger writes for a booking."""
    write = Statements(TABLE, Rules())
    seat = write.take_seat(callback.slot, callback.callback_id, SlotRules().capacity)
    return [{"Put": write.create(callback)}, {"Put": write.lock(callback)}, {"Update": seat}]


def schedule_of(aws: Aws, callback: Record) -> dict[str, Any]:
    """The request that has it woken."""
    scheduler = Mock()
    waking_of(aws, scheduler).wake(callback.callback_id, callback.due_at, int(NOW.timestamp()))
    return dict(scheduler.create_schedule.call_args.kwargs)


def bookings_of(aws: Aws, queue: str) -> Bookings:
    """As the functions put it together."""
    return Bookings(
        ledger=CallbackTable(aws.dynamodb, TABLE, Rules()),
        sealing=KmsSealing(aws.kms, aws.seal_key),
        keyed_hash=KmsKeyedHash(aws.kms, aws.hash_key),
        waking=waking_of(aws, aws.scheduler),
        rules=SlotRules(),
        queue=queue,
    )


def waking_of(aws: Aws, scheduler: Any) -> AwsWaking:
    """Wakes by the schedules' group."""
    return AwsWaking(
        aws.sqs,
        scheduler,
        queue_url=aws.queue_url,
        queue_arn=aws.queue_arn,
        group=GROUP,
        role_arn=aws.role_arn,
        dead_letters_arn=aws.queue_arn,
        logger=LOGGER,
    )


def expect_booked(outcome: object) -> None:
    """A booking that does less than it should would be fast."""
    if not isinstance(outcome, Booked):
        raise AssertionError(f"not booked: {outcome}")
