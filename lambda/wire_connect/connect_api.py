"""The four calls to Amazon Connect, in batches of the size it takes, with patience."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

from wire_connect.patience import CONNECT_SECONDS, READ_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mypy_boto3_connect import ConnectClient

    from wire_connect.patience import Patience

LARGEST_BATCH = 50


@cache
def connect_client() -> ConnectClient:
    """Return the Connect client of this process; it never repeats a call by itself, `Patience` does."""
    config = Config(connect_timeout=CONNECT_SECONDS, read_timeout=READ_SECONDS, retries={"total_max_attempts": 1})
    return boto3.client("connect", config=config)


class ConnectApi:
    """Amazon Connect through boto3."""

    def __init__(self, client: ConnectClient, patience: Patience) -> None:
        self._client = client
        self._patience = patience

    def associate_flow(self, instance: str, phone_number: str, flow: str) -> None:
        """Let calls to `phone_number` enter `flow`."""
        associate = self._client.associate_phone_number_contact_flow
        self._patience(partial(associate, InstanceId=instance, PhoneNumberId=phone_number, ContactFlowId=flow))

    def disassociate_flow(self, instance: str, phone_number: str) -> None:
        """Let calls to `phone_number` enter no flow; a number that is gone enters none."""
        disassociate = self._client.disassociate_phone_number_contact_flow
        self._unless_gone(partial(disassociate, InstanceId=instance, PhoneNumberId=phone_number))

    def associate_quick_connects(self, instance: str, queue: str, quick_connects: Sequence[str]) -> None:
        """Offer `quick_connects` to the agents of `queue`."""
        associate = self._client.associate_queue_quick_connects
        for batch in _batches(quick_connects):
            self._patience(partial(associate, InstanceId=instance, QueueId=queue, QuickConnectIds=batch))

    def disassociate_quick_connects(self, instance: str, queue: str, quick_connects: Sequence[str]) -> None:
        """Offer `quick_connects` no longer; one that is gone must not keep the others."""
        disassociate = self._client.disassociate_queue_quick_connects
        for batch in _batches(quick_connects):
            done = self._unless_gone(partial(disassociate, InstanceId=instance, QueueId=queue, QuickConnectIds=batch))
            if not done and len(batch) > 1:
                for each in batch:
                    self.disassociate_quick_connects(instance, queue, [each])

    def _unless_gone(self, call: Callable[[], object]) -> bool:
        try:
            self._patience(call)
        except self._client.exceptions.ResourceNotFoundException:
            return False
        return True


def _batches(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + LARGEST_BATCH] for start in range(0, len(ids), LARGEST_BATCH)]
