"""What can go wrong with a call or a delivery on purpose, and how often."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a rule does."""

    THROTTLE = "throttle"
    LIMIT = "limit"
    DELAY = "delay"
    FAIL_BEFORE = "fail_before"
    FAIL_AFTER = "fail_after"
    CUT = "cut"
    CONFLICT = "conflict"
    LOSE = "lose"
    DOUBLE = "double"


class InvalidRule(ValueError):
    """A rule that cannot be meant; the message says which member, and what it may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What happens, and how often.

    Attributes:
        kind: What happens.
        times: How many matching calls it hits; None: all.
        rate: The share of matching calls that it hits, 0 to 1.
        seed: What `rate` is drawn from.
        seconds: How long a delay is.
        code: The error code instead of the service's usual one.
        per_second: How many calls of each operation a limit lets through.
        burst: How many at once.
    """

    kind: Kind
    times: int | None = None
    rate: float = 1.0
    seed: int = 0
    seconds: float = 0.0
    code: str = ""
    per_second: float = 0.0
    burst: int = 0

    def __post_init__(self) -> None:
        if self.times is not None and self.times < 1:
            raise InvalidRule(f"times must be at least 1, got {self.times}")
        if not 0 <= self.rate <= 1:
            raise InvalidRule(f"rate must be 0 to 1, got {self.rate}")
        if self.kind is Kind.DELAY and self.seconds <= 0:
            raise InvalidRule(f"seconds of a delay must be more than 0, got {self.seconds}")
        if self.kind is Kind.LIMIT and (self.per_second <= 0 or self.burst < 1):
            raise InvalidRule(
                f"a limit needs per_second above 0 and a burst of at least 1, got {self.per_second}, {self.burst}"
            )


def throttle(*, times: int | None = None, rate: float = 1.0, seed: int = 0, code: str = "") -> Fault:
    """The service turns the call down for now, in its own words."""
    return Fault(kind=Kind.THROTTLE, times=times, rate=rate, seed=seed, code=code)


def limit(*, per_second: float, burst: int, code: str = "") -> Fault:
    """The service lets so many calls of each operation through and throttles the others."""
    return Fault(kind=Kind.LIMIT, per_second=per_second, burst=burst, code=code)


def delay(seconds: float, *, times: int | None = None, rate: float = 1.0, seed: int = 0) -> Fault:
    """The call is carried out, or the event delivered, later."""
    return Fault(kind=Kind.DELAY, seconds=seconds, times=times, rate=rate, seed=seed)


def fail_before(*, times: int | None = None, rate: float = 1.0, seed: int = 0, code: str = "") -> Fault:
    """The service's internal error; nothing is done."""
    return Fault(kind=Kind.FAIL_BEFORE, times=times, rate=rate, seed=seed, code=code)


def fail_after(*, times: int | None = None, rate: float = 1.0, seed: int = 0, code: str = "") -> Fault:
    """The call is carried out, and answered with the service's internal error."""
    return Fault(kind=Kind.FAIL_AFTER, times=times, rate=rate, seed=seed, code=code)


def cut(*, times: int | None = None, rate: float = 1.0, seed: int = 0) -> Fault:
    """The call is carried out, and the connection breaks before the answer is through."""
    return Fault(kind=Kind.CUT, times=times, rate=rate, seed=seed)


def conflict(*, times: int | None = None, rate: float = 1.0, seed: int = 0) -> Fault:
    """DynamoDB finds another transaction on an item."""
    return Fault(kind=Kind.CONFLICT, times=times, rate=rate, seed=seed)


def lose(*, times: int | None = None, rate: float = 1.0, seed: int = 0) -> Fault:
    """The event does not arrive, or the schedule does not fire."""
    return Fault(kind=Kind.LOSE, times=times, rate=rate, seed=seed)


def double(*, times: int | None = None, rate: float = 1.0, seed: int = 0) -> Fault:
    """The event or message arrives twice, or the schedule fires twice."""
    return Fault(kind=Kind.DOUBLE, times=times, rate=rate, seed=seed)
