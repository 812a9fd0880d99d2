"""Entry point of read_line_status: reads the block's parameter, writes the block's answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aicc_core import clients
from aicc_core.answer import make_answer
from aicc_core.log import make_logger
from aicc_core.serving import serving
from aicc_core.settings import read_settings
from read_line_status.logic import Because, read_line_status
from read_line_status.repository import OperationsTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`operations_table`: what operators switch."""

    operations_table: str


ANSWER_KEYS = ("line_status", "announcement")
SETTINGS = read_settings(Settings)
logger = make_logger("read_line_status")


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Answer a contact flow; `Line` names the line, "main" without it."""
    with serving(event, logger) as contact:
        line = read_line_status(
            contact.parameter("Line") or "main",
            operations=OperationsTable(clients.dynamodb(), SETTINGS.operations_table),
            now=datetime.now(UTC),
        )
        # An emergency that is not played because of a slip in the item is what somebody must be told.
        log = logger.error if line.because is Because.NONSENSE else logger.info
        log("line_status_read", extra={"line_status": line.status, "because": line.because})
        return make_answer(ANSWER_KEYS, {"line_status": line.status.value, "announcement": line.announcement})
