"""What Connect and Lex need of the rest of AWS. The emulator provides it; tests provide something smaller."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """How an invocation of a function ended.

    Attributes:
        payload: What the function returned, parsed.
        error: The type of error, such as "Unhandled", "TimedOut" or "Throttled"; empty when it returned.
    """

    payload: Any = None
    error: str = ""


class Functions(Protocol):
    """AWS Lambda, as the services that call functions see it."""

    def exists(self, arn: str) -> bool:
        """Whether there is such a function, with the version or alias that `arn` names."""

    def policy(self, arn: str) -> Mapping[str, Any]:
        """The resource policy; without statements when it has none."""

    def invoke(self, arn: str, event: Mapping[str, Any], *, seconds: float) -> Invocation:
        """Invoke and wait at most `seconds`; permission is the caller's to check."""


class Policies(Protocol):
    """The evaluation of a resource policy for a calling service."""

    def allow(
        self,
        policy: Mapping[str, Any],
        *,
        service: str,
        action: str,
        resource: str,
        source_arn: str,
        source_account: str,
    ) -> bool:
        """Whether `policy` lets `service` (such as "connect.amazonaws.com") do `action` on `resource`."""


class Events(Protocol):
    """EventBridge's default bus."""

    def put(self, *, source: str, detail_type: str, resources: Sequence[str], detail: Mapping[str, Any]) -> None:
        """Send one event as an AWS service does."""


class Logs(Protocol):
    """CloudWatch Logs."""

    def write(self, *, group: str, stream: str, messages: Sequence[str], role: str = "") -> None:
        """Append to a stream; makes the group and the stream where they are missing, as Connect does.

        With the ARN of a `role` it happens in its name, and what that may not write is dropped.
        """


class Metrics(Protocol):
    """CloudWatch metrics."""

    def put(
        self, *, namespace: str, name: str, dimensions: Mapping[str, str], value: float, unit: str = "Count"
    ) -> None:
        """Record one value."""


class Resources(Protocol):
    """What else Connect's resources point at."""

    def exists(self, arn: str) -> bool | None:
        """Whether the bucket, key, stream or role is there; None for a kind that cannot be looked up."""
