"""Lambda as Connect and Lex meet it when it goes wrong on purpose: they invoke without an HTTP request of their own.

A rule for "lambda:Invoke" hits here as it hits the API; its resource is the function's ARN.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aicc_local.fault import Kind
from aicc_local.faults import Faults
from aicc_local.ports import Functions, Invocation
from aicc_local.service_errors import failed, throttled

INVOKE = "lambda:Invoke"


@dataclass(frozen=True, slots=True)
class FaultyFunctions:
    """The functions of `within`, judged by `faults`."""

    within: Functions
    faults: Faults

    def exists(self, arn: str) -> bool:
        """As it is."""
        return self.within.exists(arn)

    def policy(self, arn: str) -> Mapping[str, Any]:
        """As it is."""
        return self.within.policy(arn)

    def invoke(self, arn: str, event: Mapping[str, Any], *, seconds: float) -> Invocation:
        """Invoke, unless a rule hits; a delay counts as time of the function."""
        verdict = self.faults.judge(INVOKE, arn)
        fault = verdict.fault
        if fault is None:
            return self._late(arn, event, seconds, verdict.seconds)
        if fault.kind in (Kind.THROTTLE, Kind.LIMIT):
            return Invocation(error=throttled("lambda", fault.code).code)
        if fault.kind in (Kind.FAIL_AFTER, Kind.CUT):
            self._late(arn, event, seconds, verdict.seconds)
        return Invocation(error=failed("lambda", fault.code).code)

    def _late(self, arn: str, event: Mapping[str, Any], seconds: float, late: float) -> Invocation:
        if late >= seconds:
            time.sleep(seconds)
            return Invocation(error="TimedOut")
        time.sleep(late)
        return self.within.invoke(arn, event, seconds=seconds - late)
