"""Entry point of dial_callback: reads the messages of the dial queue, has each callback dialled."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import time
from typing import Any
from uuid import uuid4

from aicc_core import clients
from aicc_core.log import make_logger
from aicc_core.message_serving import BatchAnswer, serve_messages
from aicc_core.opening_hours_parameter import OpeningHoursParameter
from aicc_core.settings import read_settings
from callback_ledger.assembly import CallbackSettings, Parts
from callback_ledger.connect_telephone import ConnectTelephone, Place, dialling_client
from callback_ledger.sealing import KmsSealing
from dial_callback.logic import dial
from dial_callback.means import Means
from dial_callback.message import callback_id_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(CallbackSettings):
    """`contact_flow_id`: the flow that talks to who answers; `phone_key_id`: the key of telephone numbers."""

    instance_id: str
    connect_queue_id: str
    contact_flow_id: str
    opening_hours_parameter: str
    phone_key_id: str


SETTINGS = read_settings(Settings)
logger = make_logger("dial_callback")
PARTS = Parts(SETTINGS, logger)
PLACE = Place(instance_id=SETTINGS.instance_id, queue_id=SETTINGS.connect_queue_id, flow_id=SETTINGS.contact_flow_id)
MEANS = Means(
    ledger=PARTS.ledger,
    waking=PARTS.waking,
    telephone=ConnectTelephone(dialling_client(PARTS.rules), clients.connect(), PLACE, logger),
    sealing=KmsSealing(clients.kms(), SETTINGS.phone_key_id),
    opening_hours=OpeningHoursParameter(clients.ssm(), SETTINGS.opening_hours_parameter, logger),
    rules=PARTS.rules,
    slot_rules=PARTS.slot_rules,
    measures=PARTS.measures,
    clock=time,
)


def handler(event: Mapping[str, Any], context: object) -> BatchAnswer:
    """Dial the callbacks of a batch; a message comes again when nothing was entered for it."""
    with PARTS.measures.written():
        return serve_messages(event, logger, _serve)


def _serve(message: Mapping[str, Any]) -> None:
    callback_id = callback_id_in(message)
    logger.set_correlation_id(callback_id)
    ending = dial(callback_id, uuid4().hex, MEANS)
    fields: dict[str, object] = {"how": ending.how, "because": ending.because}
    if ending.record:
        fields |= {"state": ending.record.state, "dial": ending.record.dial, "contact_id": ending.record.contact_id}
    logger.info("dial_ended", extra=fields)
