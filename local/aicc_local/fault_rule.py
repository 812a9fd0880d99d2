"""A fault at a target: which calls a rule is about, and which of those it hits."""

import random
import uuid
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from fnmatch import fnmatchcase
from typing import Any

from aicc_local.fault import Fault, InvalidRule, Kind
from aicc_local.fault_targets import check_target
from aicc_local.token_bucket import TokenBucket

# What can happen where. SQS delivers at least once: it may double a message, and keeps it until it is deleted.
_KINDS_OF_DELIVERIES = {
    "events/": frozenset({Kind.LOSE, Kind.DOUBLE, Kind.DELAY}),
    "scheduler/": frozenset({Kind.LOSE, Kind.DOUBLE, Kind.DELAY}),
    "sqs/": frozenset({Kind.DOUBLE}),
}
_KINDS_OF_CALLS = frozenset(Kind) - {Kind.LOSE, Kind.DOUBLE}

# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
CONFLICTING = frozenset({"TransactWriteItems", "TransactGetItems", "PutItem", "UpdateItem", "DeleteItem"})


@dataclass(slots=True, kw_only=True)
class Rule:
    """A fault at a target.

    Attributes:
        target: A pattern; see the module.
        fault: What happens.
        resource: A pattern for the ARN that the call names first, such as a table's.
        id: Given when it is added.
        seen: How many calls have matched.
        hits: How many of those it hit.
    """

    target: str
    fault: Fault
    resource: str = "*"
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:8])
    seen: int = 0
    hits: int = 0
    _random: random.Random = field(init=False, repr=False, compare=False)
    _buckets: dict[str, TokenBucket] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        kind = self.fault.kind
        allowed = next(
            (kinds for start, kinds in _KINDS_OF_DELIVERIES.items() if self.target.startswith(start)), _KINDS_OF_CALLS
        )
        if kind not in allowed:
            raise InvalidRule(f"{self.target}: fault must be one of {', '.join(sorted(allowed))}, got {kind}")
        if not self.target:
            raise InvalidRule("target must not be empty")
        check_target(self.target)
        self._random = random.Random(self.fault.seed)

    def matches(self, target: str, resource: str) -> bool:
        """Whether the call is one that the rule is about."""
        if self.fault.kind is Kind.CONFLICT and target.removeprefix("dynamodb:") not in CONFLICTING:
            return False
        return fnmatchcase(target, self.target) and fnmatchcase(resource, self.resource)

    def strikes(self, target: str, now: float) -> bool:
        """Whether it hits this matching call; counts it."""
        self.seen += 1
        if self.fault.times is not None and self.hits >= self.fault.times:
            return False
        struck = self._limits(target, now) if self.fault.kind is Kind.LIMIT else self._random.random() < self.fault.rate
        self.hits += struck
        return struck

    def _limits(self, target: str, now: float) -> bool:
        bucket = self._buckets.get(target)
        if bucket is None:
            bucket = self._buckets[target] = TokenBucket(self.fault.per_second, self.fault.burst, now)
        return not bucket.take(now)

    def draw(self) -> float:
        """A number from 0 to 1, for what is left to chance once it has hit."""
        return self._random.random()

    def as_json(self) -> dict[str, Any]:
        """The rule with its counts."""
        told = {"id": self.id, "target": self.target, "resource": self.resource, "seen": self.seen, "hits": self.hits}
        return {**told, **asdict(self.fault)}


def rule_from_json(document: Any) -> Rule:
    """Read a rule.

    Raises:
        InvalidRule: A member is unknown, missing or of the wrong kind.

    >>> rule_from_json({"target": "connect:StopContact", "kind": "throttle", "times": 2}).fault.times
    2
    """
    if not isinstance(document, Mapping):
        raise InvalidRule(f"a rule must be an object, got {document!r}")
    known = {each.name: each for each in fields(Fault)}
    unknown = set(document) - set(known) - {"target", "resource"}
    if unknown:
        raise InvalidRule(f"{', '.join(sorted(unknown))}: unknown; a rule has target, resource, {', '.join(known)}")
    try:
        given = {name: _CONVERSIONS[name](document[name]) for name in known if name in document}
        return Rule(target=str(document["target"]), resource=str(document.get("resource", "*")), fault=Fault(**given))
    except InvalidRule:
        raise
    except KeyError as error:
        raise InvalidRule(f"{error.args[0]}: missing") from error
    except (TypeError, ValueError) as error:
        raise InvalidRule(str(error)) from error


_CONVERSIONS: dict[str, Callable[[Any], Any]] = {
    "kind": Kind,
    "times": lambda value: None if value is None else int(value),
    "rate": float,
    "seed": int,
    "seconds": float,
    "code": str,
    "per_second": float,
    "burst": int,
}
