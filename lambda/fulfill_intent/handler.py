"""Entry point of fulfill_intent: reads the event of Lex, writes its answer."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aicc_core import clients
from aicc_core.lex_answer import make_lex_answer
from aicc_core.lex_serving import serving_lex
from aicc_core.log import make_logger
from aicc_core.opening_hours_parameter import OpeningHoursParameter
from aicc_core.settings import read_settings
from fulfill_intent.booking_desk import BookingDesk
from fulfill_intent.logic import serve
from fulfill_intent.repository import OrdersTable
from fulfill_intent.turn import read_turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the function is told.

    Attributes:
        orders_table: Orders and bills.
        opening_hours_parameter: The name of the SSM parameter.
        company_name: As callers hear it.
        callbacks_table: Where callbacks are booked, as `DeskSettings` says; without it a person calls back.
    """

    orders_table: str
    opening_hours_parameter: str
    company_name: str
    callbacks_table: str = ""


SETTINGS = read_settings(Settings)
logger = make_logger("fulfill_intent")
# Keeps what it has read for the life of the process.
OPENING_HOURS = OpeningHoursParameter(clients.ssm(), SETTINGS.opening_hours_parameter, logger)
DESK = BookingDesk(logger) if SETTINGS.callbacks_table else None


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """Answer one turn of a conversation with the bot, whatever its intent."""
    with serving_lex(event, logger) as heard, DESK.counting() if DESK else nullcontext():
        turn = read_turn(
            heard,
            now=datetime.now(UTC),
            company=SETTINGS.company_name,
            customers=OrdersTable(clients.dynamodb(), SETTINGS.orders_table),
            opening_hours=OPENING_HOURS,
            callbacks=DESK.for_a_turn() if DESK else None,
        )
        served = serve(turn, heard.attributes)
        if served.fault:
            logger.error("lookup_failed", extra={"intent": served.intent, "fault": served.fault})
        logger.info(
            "intent_served",
            extra={
                "intent": served.intent,
                "heard_as": heard.intent,
                "confidence": heard.confidence,
                "action": served.action,
                "misses": served.misses,
            },
        )
        return make_lex_answer(served.answer)
