"""Quotas of AWS that a day may meet, with what an account has before anybody asks for more.

Sources: the service quota pages named with each. New accounts may have less; Service Quotas in the console tells.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connect_flows._day._report import QuotaReport

_CONNECT = "https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html"
_LEX = "https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html"
_LAMBDA = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"

WARN_AT = 0.8
"""Amazon Connect's guide asks to watch quotas from 80 % on."""


@dataclass(frozen=True, slots=True)
class Quota:
    """A quota: what AWS gives, in which unit, with which burst if it is of an API."""

    name: str
    default: float
    unit: str
    source: str
    burst: float = 0.0


QUOTAS = (
    Quota("concurrent_calls", 10, "at_once", _CONNECT),
    Quota("concurrent_chats", 500, "at_once", _CONNECT),
    Quota("users", 500, "in_all", _CONNECT),
    Quota("lex_voice_conversations", 200, "at_once", _LEX),
    Quota("lex_text_conversations", 50, "at_once", _LEX),
    Quota("lambda_concurrency", 1000, "at_once", _LAMBDA),
    Quota("start_chat_contact", 5, "per_second", _CONNECT, burst=8),
    Quota("create_participant_connection", 6, "per_second", _CONNECT, burst=9),
    Quota("send_message", 10, "per_second", _CONNECT, burst=15),
    Quota("start_outbound_voice_contact", 2, "per_second", _CONNECT, burst=5),
)
"""Each for one instance or one account and Region."""


def judged(peaks: Mapping[str, int], requests: Mapping[str, Any]) -> tuple[QuotaReport, ...]:
    """Each quota beside what the day needs: `peaks` at a time, or `requests` to an API by the second."""
    return tuple(_judged(quota, peaks, requests) for quota in QUOTAS)


def _judged(quota: Quota, peaks: Mapping[str, int], requests: Mapping[str, Any]) -> QuotaReport:
    refused: int | None = None
    if quota.unit == "per_second":
        asked = requests[quota.name]
        needed, refused = asked.peak, asked.refused(quota.default, quota.burst)
        exceeded = refused > 0
    else:
        needed = peaks[quota.name]
        exceeded = needed > quota.default
    tight = exceeded or (quota.unit != "per_second" and needed > WARN_AT * quota.default)
    return QuotaReport(
        name=quota.name,
        default=quota.default,
        needed=needed,
        unit=quota.unit,
        exceeded=exceeded,
        request=math.ceil(needed / WARN_AT) if tight else None,
        refused=refused,
        source=quota.source,
    )
