"""Amazon Connect as the telephone: who is free, and StartOutboundVoiceContact.

Error codes are compared as texts: those by which Connect throttles this operation are not in its model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import ParamValidationError

from aicc_core.aws_fault import AwsFault, name_of
from aicc_core.errors import Unavailable
from callback_ledger.events import Event, Kind

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger
    from mypy_boto3_connect import ConnectClient

    from callback_ledger.record import Record
    from callback_ledger.rules import Rules

RING_SECONDS = 45
# No call was made; the same may be asked for later.
_THROTTLED = frozenset({"TooManyRequestsException", "ThrottlingException", "LimitExceededException"})
# No call was made, and asking again would change nothing; those that begin with Invalid as well.
_REFUSED = frozenset(
    {
        "DestinationNotAllowedException",
        "OutboundContactNotPermittedException",
        "ResourceNotFoundException",
        "AccessDeniedException",
    }
)
_CONNECT_SECONDS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where calls are made: the queue gives the number that is shown, the flow talks to who answers."""

    instance_id: str
    queue_id: str
    flow_id: str


def dialling_client(rules: Rules) -> ConnectClient:
    """Return a client that gives up within `rules.request` seconds and repeats nothing by itself.

    When a request is repeated is for the ledger to say: a repetition that it does not know of may be a second call.
    """
    connecting = min(_CONNECT_SECONDS, rules.request / 2)
    config = Config(
        connect_timeout=connecting,
        read_timeout=rules.request - connecting,
        retries={"mode": "standard", "total_max_attempts": 1},
    )
    return boto3.client("connect", config=config)


class ConnectTelephone:
    """Calls through one queue of one instance: `dialling` repeats no request by itself, `asking` may."""

    def __init__(self, dialling: ConnectClient, asking: ConnectClient, place: Place, logger: Logger) -> None:
        self._dialling = dialling
        self._asking = asking
        self._place = place
        self._logger = logger

    def free_agents(self) -> int:
        """Return how many agents are available, less the calls that wait for one; raises `Unavailable`.

        Without an agent who is signed in Connect leaves the queue out of its answer.
        """
        try:
            answer = self._asking.get_current_metric_data(
                InstanceId=self._place.instance_id,
                Filters={"Queues": [self._place.queue_id], "Channels": ["VOICE"]},
                CurrentMetrics=[
                    {"Name": "AGENTS_AVAILABLE", "Unit": "COUNT"},
                    {"Name": "CONTACTS_IN_QUEUE", "Unit": "COUNT"},
                ],
            )
        except AwsFault as fault:
            self._logger.error("agents_unknown", extra={"fault": name_of(fault)})
            raise Unavailable(f"GetCurrentMetricData: {name_of(fault)}") from fault
        found = {
            each["Metric"]["Name"]: each.get("Value") or 0.0
            for result in answer["MetricResults"]
            for each in result["Collections"]
        }
        return max(0, int(found.get("AGENTS_AVAILABLE", 0) - found.get("CONTACTS_IN_QUEUE", 0)))

    def start(self, record: Record, phone: str, *, is_late: bool) -> Event:
        """Ask for a call under the token of the dial."""
        try:
            answer = self._dialling.start_outbound_voice_contact(
                InstanceId=self._place.instance_id,
                ContactFlowId=self._place.flow_id,
                QueueId=self._place.queue_id,
                DestinationPhoneNumber=phone,
                ClientToken=record.token,
                Name=record.token,
                RingTimeoutInSeconds=RING_SECONDS,
                Attributes={
                    "callback_id": record.callback_id,
                    "callback_dial": str(record.dial),
                    "callback_late": "true" if is_late else "false",
                },
            )
        except AwsFault as fault:
            kind = _kind(name_of(fault), sent=not isinstance(fault, ParamValidationError))
            fields = {"callback_id": record.callback_id, "fault": name_of(fault), "taken_as": kind.value}
            self._logger.warning("dial_not_accepted", extra=fields)
            return Event(kind=kind, dial=record.dial)
        return Event(kind=Kind.ACCEPTED, dial=record.dial, contact_id=answer.get("ContactId", ""))


def _kind(code: str, *, sent: bool) -> Kind:
    if code in _THROTTLED:
        return Kind.THROTTLED
    if not sent or code in _REFUSED or code.startswith("Invalid"):
        return Kind.REFUSED
    return Kind.TIMED_OUT
