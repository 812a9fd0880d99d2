"""Entry point of track_callbacks: reads the queue of contact events, one event of EventBridge in each message."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import time
from typing import Any

from aicc_core import clients
from aicc_core.log import make_logger
from aicc_core.message_serving import BatchAnswer, serve_messages
from aicc_core.settings import read_settings
from callback_ledger.assembly import CallbackSettings, Parts
from track_callbacks.connect_attributes import ConnectAttributes
from track_callbacks.contact_event import read_contact_event
from track_callbacks.logic import track


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(CallbackSettings):
    """`instance_id`: whose contacts are ours."""

    instance_id: str


SETTINGS = read_settings(Settings)
logger = make_logger("track_callbacks")
PARTS = Parts(SETTINGS, logger)
ATTRIBUTES = ConnectAttributes(clients.connect(), SETTINGS.instance_id)


def handler(event: Mapping[str, Any], context: object) -> BatchAnswer:
    """Tell the ledger of the events of a batch; what cannot be read or told comes again."""
    with PARTS.measures.written():
        return serve_messages(event, logger, _serve)


def _serve(message: Mapping[str, Any]) -> None:
    event = read_contact_event(message)
    logger.set_correlation_id(event.contact_id)
    tracked = track(
        event, instance_id=SETTINGS.instance_id, attributes=ATTRIBUTES, telling=PARTS.telling, now=int(time())
    )
    logger.info(
        "contact_tracked",
        extra={
            "event_type": event.event_type,
            "how": tracked.how,
            "callback_id": tracked.callback_id,
            "kind": tracked.kind,
            "state": tracked.state,
        },
    )
