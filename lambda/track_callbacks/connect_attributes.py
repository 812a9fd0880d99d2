"""Attributes of contacts, from Amazon Connect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aicc_core.aws_fault import AwsFault, name_of
from aicc_core.errors import Unavailable

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient


class ConnectAttributes:
    """Of the contacts of one instance."""

    def __init__(self, client: ConnectClient, instance_id: str) -> None:
        self._client = client
        self._instance_id = instance_id

    def of(self, contact_id: str) -> dict[str, str]:
        """Return the attributes of a first contact; raises `Unavailable`, also for one that is not there yet."""
        try:
            found = self._client.get_contact_attributes(InstanceId=self._instance_id, InitialContactId=contact_id)
        except AwsFault as fault:
            raise Unavailable(f"GetContactAttributes: {name_of(fault)}") from fault
        return found.get("Attributes", {})
