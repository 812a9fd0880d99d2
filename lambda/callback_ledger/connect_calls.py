"""Looking for a call in Amazon Connect: by its contact where that is known, else by the token that it was named by."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from aicc_core.aws_fault import AwsFault, name_of
from aicc_core.errors import Unavailable
from callback_ledger.events import Event
from callback_ledger.telephone import kind_of

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient
    from mypy_boto3_connect.type_defs import ContactTypeDef

    from callback_ledger.record import Record

_AROUND = timedelta(minutes=5)  # the clocks of two services, and the seconds in which a token is repeated


class ConnectCalls:
    """The calls of one instance."""

    def __init__(self, client: ConnectClient, instance_id: str) -> None:
        self._client = client
        self._instance_id = instance_id

    def find(self, record: Record) -> Event | None:
        """Return what Connect knows of the last call; raises `Unavailable`."""
        try:
            contact_id = record.contact_id or self._search(record)
            contact = self._describe(contact_id) if contact_id else None
        except AwsFault as fault:
            raise Unavailable(f"Connect: {name_of(fault)}") from fault
        if contact is None or contact_id is None:
            return None
        enqueued = contact.get("QueueInfo", {}).get("EnqueueTimestamp")
        connected = contact.get("AgentInfo", {}).get("ConnectedToAgentTimestamp")
        wanted = _happened(enqueued) or _happened(connected)
        kind = kind_of(wanted=wanted, ended=_happened(contact.get("DisconnectTimestamp")))
        return Event(kind=kind, dial=record.dial, contact_id=contact_id)

    def _describe(self, contact_id: str) -> ContactTypeDef | None:
        try:
            return self._client.describe_contact(InstanceId=self._instance_id, ContactId=contact_id)["Contact"]
        except AwsFault as fault:
            if name_of(fault) == "ResourceNotFoundException":
                return None
            raise

    def _search(self, record: Record) -> str | None:
        """Return the newest contact that is named exactly as the token; the search itself finds parts of names."""
        dialled = datetime.fromtimestamp(record.dialled_at, UTC)
        found = self._client.search_contacts(
            InstanceId=self._instance_id,
            TimeRange={
                "Type": "INITIATION_TIMESTAMP",
                "StartTime": dialled - _AROUND,
                "EndTime": dialled + _AROUND,
            },
            SearchCriteria={
                "Name": {"SearchText": [record.token], "MatchType": "MATCH_ALL"},
                "Channels": ["VOICE"],
                "InitiationMethods": ["API"],
            },
            Sort={"FieldName": "INITIATION_TIMESTAMP", "Order": "DESCENDING"},
        )
        return next((each["Id"] for each in found["Contacts"] if each.get("Name") == record.token), None)


def _happened(moment: datetime | None) -> bool:
    """Whether the moment has come; contact events have one of 1970 for what has not."""
    return moment is not None and moment.year > 1970
