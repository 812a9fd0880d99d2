"""Entry point of report_callback: reads the block's parameter and the call's attributes, writes the block's answer."""

from collections.abc import Mapping
from time import time
from typing import Any

from aicc_core.answer import make_answer
from aicc_core.log import make_logger
from aicc_core.serving import serving
from aicc_core.settings import read_settings
from callback_ledger.assembly import CallbackSettings, Parts
from report_callback.logic import read_report, report

ANSWER_KEYS = ("outcome",)
SETTINGS = read_settings(CallbackSettings)
logger = make_logger("report_callback")
PARTS = Parts(SETTINGS, logger)


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Answer a contact flow; `Step` says what the customer did."""
    with PARTS.measures.written(), serving(event, logger) as contact:
        told = read_report(
            contact.parameter("Step"),
            contact.attributes.get("callback_id", ""),
            contact.attributes.get("callback_dial", ""),
            contact.contact_id,
        )
        outcome = report(told, PARTS.telling, PARTS.rules, int(time()))
        logger.info(
            "step_reported",
            extra={"step": told.step, "outcome": outcome, "callback_id": told.callback_id, "dial": told.dial},
        )
        return make_answer(ANSWER_KEYS, {"outcome": outcome.value})
