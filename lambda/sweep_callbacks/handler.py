"""Entry point of sweep_callbacks: runs every minute, and stops before its own time-out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from time import sleep, time
from typing import TYPE_CHECKING, Any

from aicc_core import clients
from aicc_core.frame import framed
from aicc_core.log import make_logger
from aicc_core.settings import read_settings
from callback_ledger.assembly import CallbackSettings, Parts
from callback_ledger.connect_calls import ConnectCalls
from callback_ledger.counting import CallbackCounts
from korean.clock import KOREA
from sweep_callbacks.logic import sweep
from sweep_callbacks.means import Means
from sweep_callbacks.stock import take_stock

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(CallbackSettings):
    """`instance_id`: whose calls are looked for."""

    instance_id: str


LIMIT = 100  # callbacks of each shard in one sweep
SECONDS_NEEDED = 20  # for one more callback with slow services, and to take stock
PAUSE_SECONDS = 1

SETTINGS = read_settings(Settings)
logger = make_logger("sweep_callbacks")
PARTS = Parts(SETTINGS, logger)
CALLS = ConnectCalls(clients.connect(), SETTINGS.instance_id)
COUNTS = CallbackCounts(clients.dynamodb(), SETTINGS.callbacks_table)


def handler(event: Mapping[str, Any], context: "LambdaContext") -> None:
    """Sweep once."""
    with PARTS.measures.written(), framed(event, logger, lambda _: context.aws_request_id, str):
        swept = sweep(LIMIT, _means(context))
        now = time()
        today = datetime.fromtimestamp(now, KOREA).date()
        take_stock(swept.overdue, counts=COUNTS, into=PARTS.measures, today=today, now=int(now))
        logger.info("swept", extra={"steps": dict(swept.steps), "overdue": swept.overdue})


def _means(context: "LambdaContext") -> Means:
    return Means(
        ledger=PARTS.ledger,
        calls=CALLS,
        waking=PARTS.waking,
        measures=PARTS.measures,
        rules=PARTS.rules,
        clock=time,
        in_time=lambda: context.get_remaining_time_in_millis() / 1000 > SECONDS_NEEDED,
        pause=lambda: sleep(PAUSE_SECONDS),
        failed=lambda callback_id: logger.exception("callback_not_swept", extra={"callback_id": callback_id}),
    )
