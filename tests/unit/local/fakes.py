"""A local AWS without a server: what Connect and Lex need of the rest of AWS, kept in memory for tests to look at."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aicc_local.local_aws import LocalAws
from aicc_local.ports import Invocation

ACCOUNT = "123456789012"
REGION = "ap-northeast-2"

# What FakeResources can look up; for the rest it answers None, as the emulator does.
_LOOKED_UP = re.compile(r"arn:aws:(s3|kms|kinesis|firehose|iam):")

Handler = Callable[[Mapping[str, Any]], Any]


def function_arn(name: str) -> str:
    """The ARN of a function in the account and Region of the tests."""
    return f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"


@dataclass(frozen=True, slots=True)
class Invoked:
    """One invocation that a fake function has seen."""

    arn: str
    event: Mapping[str, Any]
    seconds: float


@dataclass
class FakeFunctions:
    """AWS Lambda. `add` a function to make it exist; what its handler raises is a function error."""

    handlers: dict[str, Handler] = field(default_factory=dict)
    statements: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    invocations: list[Invoked] = field(default_factory=list)

    def add(self, name: str, handler: Handler = lambda event: {}) -> str:
        """Make a function; answers its ARN."""
        arn = function_arn(name)
        self.handlers[arn] = handler
        return arn

    def permit(self, arn: str, *, service: str, source_arn: str) -> None:
        """What AWS::Lambda::Permission adds to the function's policy."""
        condition = {"StringEquals": {"AWS:SourceAccount": ACCOUNT}, "ArnLike": {"AWS:SourceArn": source_arn}}
        self.statements[arn].append(
            {
                "Effect": "Allow",
                "Principal": {"Service": service},
                "Action": "lambda:InvokeFunction",
                "Resource": arn,
                "Condition": condition,
            }
        )

    def exists(self, arn: str) -> bool:
        return arn in self.handlers

    def policy(self, arn: str) -> Mapping[str, Any]:
        return {"Version": "2012-10-17", "Statement": list(self.statements.get(arn, ()))}

    def invoke(self, arn: str, event: Mapping[str, Any], *, seconds: float) -> Invocation:
        self.invocations.append(Invoked(arn, event, seconds))
        if arn not in self.handlers:
            return Invocation(error="ResourceNotFoundException")
        try:
            return Invocation(payload=self.handlers[arn](event))
        except TimeoutError:
            return Invocation(error="TimedOut")
        except Exception:
            return Invocation(error="Unhandled")


class FakePolicies:
    """Resource policies: allowed if any statement allows and none denies; conditions on the source only."""

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
        context = {"aws:sourcearn": source_arn, "aws:sourceaccount": source_account}
        effects = {
            statement["Effect"]
            for statement in policy.get("Statement", ())
            if service in _listed(statement["Principal"]["Service"])
            and _any_matches(statement["Action"], action)
            and _any_matches(statement["Resource"], resource)
            and _holds(statement.get("Condition", {}), context)
        }
        return effects == {"Allow"}


@dataclass
class FakeEvents:
    """EventBridge: the events that were put."""

    sent: list[dict[str, Any]] = field(default_factory=list)

    def put(self, *, source: str, detail_type: str, resources: Sequence[str], detail: Mapping[str, Any]) -> None:
        self.sent.append(
            {"source": source, "detail-type": detail_type, "resources": list(resources), "detail": dict(detail)}
        )


@dataclass
class FakeLogs:
    """CloudWatch Logs: the lines by group and stream."""

    lines: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    roles: set[str] = field(default_factory=set)

    def write(self, *, group: str, stream: str, messages: Sequence[str], role: str = "") -> None:
        self.lines[group, stream].extend(messages)
        self.roles.add(role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """One value that was recorded."""

    namespace: str
    name: str
    dimensions: Mapping[str, str]
    value: float
    unit: str


@dataclass
class FakeMetrics:
    """CloudWatch: the values that were recorded."""

    data: list[Datum] = field(default_factory=list)

    def put(
        self, *, namespace: str, name: str, dimensions: Mapping[str, str], value: float, unit: str = "Count"
    ) -> None:
        self.data.append(Datum(namespace=namespace, name=name, dimensions=dict(dimensions), value=value, unit=unit))


@dataclass
class FakeResources:
    """Buckets, keys, streams and roles: those whose ARNs a test has put in."""

    arns: set[str] = field(default_factory=set)

    def exists(self, arn: str) -> bool | None:
        return arn in self.arns if _LOOKED_UP.match(arn) else None


@dataclass
class Clock:
    """Stands still until a test moves it."""

    seconds: float = 1_795_000_000.0

    def __call__(self) -> float:
        return self.seconds

    def pass_time(self, seconds: float) -> None:
        """Move on."""
        self.seconds += seconds


def at_once(work: Callable[[], None]) -> None:
    """Run it now, so that a test sees the outcome."""
    work()


@dataclass(kw_only=True)
class FakeAws(LocalAws):
    """A local AWS whose neighbours a test can look into."""

    account: str = ACCOUNT
    region: str = REGION
    functions: FakeFunctions = field(default_factory=FakeFunctions)
    policies: FakePolicies = field(default_factory=FakePolicies)
    events: FakeEvents = field(default_factory=FakeEvents)
    logs: FakeLogs = field(default_factory=FakeLogs)
    metrics: FakeMetrics = field(default_factory=FakeMetrics)
    resources: FakeResources = field(default_factory=FakeResources)
    now: Clock = field(default_factory=Clock)
    spawn: Callable[[Callable[[], None]], None] = at_once


def _listed(value: Any) -> list[str]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _any_matches(patterns: Any, value: str) -> bool:
    return any(re.fullmatch(re.escape(each).replace(r"\*", ".*"), value) for each in _listed(patterns))


def _holds(condition: Mapping[str, Mapping[str, Any]], context: Mapping[str, str]) -> bool:
    return all(
        _any_matches(wanted, context.get(key.lower(), ""))
        for tests in condition.values()
        for key, wanted in tests.items()
    )
