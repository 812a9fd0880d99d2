"""Letters that nobody could deliver go back to where they were meant to go; the ledger sorts out what is too late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from aicc_core.aws_fault import AwsFault, name_of

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


class DeadLetters(Protocol):
    """All queues of dead letters."""

    def redrive(self) -> dict[str, str]:
        """Have the letters of each queue moved; return by queue why it could not be, empty where it could."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From a queue of dead letters to the queue that they were meant for.

    Where a letter came from Amazon SQS knows only of those that it put aside itself: asked to find out, it moves none
    once a rule or a schedule has put one among them.
    """

    name: str
    source: str
    to: str


class SqsDeadLetters:
    """Amazon SQS moves them in the background, one task a queue at a time."""

    def __init__(self, client: SQSClient, ways: tuple[Way, ...]) -> None:
        self._client = client
        self._ways = {way.source: way for way in reversed(ways)}

    def redrive(self) -> dict[str, str]:
        """Start a task for each queue; two kinds of letters may share one."""
        return {way.name: self._start(way) for way in reversed(self._ways.values())}

    def _start(self, way: Way) -> str:
        try:
            self._client.start_message_move_task(SourceArn=way.source, DestinationArn=way.to)
        except AwsFault as fault:
            return name_of(fault)
        return ""
