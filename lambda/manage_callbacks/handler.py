"""Entry point of manage_callbacks: operators' commands, invoked synchronously."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import time
from typing import TYPE_CHECKING, Any

from aicc_core import clients
from aicc_core.frame import framed
from aicc_core.keyed_hash import KmsKeyedHash
from aicc_core.log import make_logger
from aicc_core.settings import read_settings
from callback_ledger.assembly import CallbackSettings, Parts
from manage_callbacks.dead_letters import SqsDeadLetters, Way
from manage_callbacks.logic import manage
from manage_callbacks.means import Means

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(CallbackSettings):
    """`hash_key_id`: the key by which numbers are recognised; the others: where dead letters are and belong."""

    hash_key_id: str
    dial_dead_letters_arn: str
    events_queue_arn: str
    events_dead_letters_arn: str


SETTINGS = read_settings(Settings)
logger = make_logger("manage_callbacks")
PARTS = Parts(SETTINGS, logger)
WAYS = (
    Way(name="dial", source=SETTINGS.dial_dead_letters_arn, to=SETTINGS.dial_queue_arn),
    Way(name="schedules", source=SETTINGS.schedule_dead_letters_arn, to=SETTINGS.dial_queue_arn),
    Way(name="events", source=SETTINGS.events_dead_letters_arn, to=SETTINGS.events_queue_arn),
)


def handler(event: Any, context: "LambdaContext") -> dict[str, object]:
    """Answer one command; who asked is in CloudTrail, what was asked for in the log."""
    with PARTS.measures.written(), framed(event, logger, lambda each: each, lambda _: context.aws_request_id):
        means = Means(
            ledger=PARTS.ledger,
            telling=PARTS.telling,
            keyed_hash=KmsKeyedHash(clients.kms(), SETTINGS.hash_key_id),
            dead_letters=SqsDeadLetters(clients.sqs(), WAYS),
            rules=PARTS.rules,
            now=int(time()),
        )
        answer = manage(event, means)
        logger.info("command_answered", extra={**_asked(event), "ok": answer["ok"], "error": answer.get("error", "")})
        return answer


def _asked(event: object) -> dict[str, object]:
    return {key: event.get(key) for key in ("action", "callback_id", "as")} if isinstance(event, Mapping) else {}
