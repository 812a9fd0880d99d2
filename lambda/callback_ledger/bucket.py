"""A token bucket, as one number: the time at which it will be full again (the generic cell rate algorithm)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """`per_second` on average, `burst` at once; below what the service allows, for its own clock judges."""

    per_second: float
    burst: int


def take(full_at: int, rate: Rate, now: int) -> int | None:
    """Return when the bucket is full after one token was taken, None when there is none; in milliseconds.

    >>> rate = Rate(per_second=2, burst=2)
    >>> first = take(0, rate, 10_000)
    >>> second = take(first, rate, 10_000)
    >>> first, second, take(second, rate, 10_000), take(second, rate, 10_500)
    (10500, 11000, None, 11500)
    """
    cost = round(1000 / rate.per_second)
    after = max(full_at, now) + cost
    return after if after <= now + rate.burst * cost else None
