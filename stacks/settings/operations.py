"""The small tables: logs, keys, what survives a removal, the caller's lock-out, and extra checks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from stacks.settings.arns import KeyArn
from stacks.settings.errors import Path, Problem
from stacks.settings.section import Section, Table

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

# The values that CloudWatch Logs' PutRetentionPolicy accepts.
RETENTION_DAYS = (
    *(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731),
    *(1096, 1827, 2192, 2557, 2922, 3288, 3653),
)
DataClass = Literal["recordings", "tables", "logs", "streams"]


class Logs(Section):
    retention_days: int = Field(description="a number of days that CloudWatch Logs accepts")


class Encryption(Section):
    rotation_days: int = Field(default=365, ge=90, le=2560, description="90 to 2560")
    key_arns: Table[DataClass, KeyArn] = Field(default={}, validate_default=True, description="a table of KMS key ARNs")


class Removal(Section):
    retain: bool = Field(description="true (keep what holds data) or false (delete it with the environment)")
    termination_protection: bool = Field(description="true or false")


class Authentication(Section):
    max_misses: int = Field(default=5, ge=1, le=10, description="1 to 10")
    lock_minutes: int = Field(default=30, ge=1, le=1440, description="1 to 1440")


class Checks(Section):
    nist_800_53_r5: bool = Field(default=False, description="true or false")


def check_logs(settings: "Settings") -> Iterator[Problem]:
    """CloudWatch Logs keeps logs for one of its own periods only."""
    yield from check_period(("logs", "retention_days"), settings.logs.retention_days)


def check_period(path: Path, days: int) -> Iterator[Problem]:
    """One of the periods of CloudWatch Logs; else the nearest below and above."""
    if days not in RETENTION_DAYS:
        below = [str(period) for period in RETENTION_DAYS if period < days][-1:]
        above = [str(period) for period in RETENTION_DAYS if period > days][:1]
        yield Problem(path=path, message=f"{days} is no period of CloudWatch Logs; give {' or '.join(below + above)}")
