"""What can go wrong on purpose: rules that throttle, delay, fail, lose or double, so that tests see what follows.

A rule names its target by a pattern as in a shell. Targets are

- "connect:StopContact", "dynamodb:*": a call of an API, whatever SDK makes it;
- "cloudformation:AWS::Connect::Queue:create": one resource of a stack (create, update or delete);
- "events/<source>/<detail type>": the delivery of an event of EventBridge;
- "sqs/<queue name>": the delivery of a message;
- "scheduler/<group>/<schedule>": the firing of a schedule.

Everything is counted and drawn from a seed, so the same calls in the same order meet the same faults.
"""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aicc_local.fault import Fault, Kind
from aicc_local.fault_rule import Rule


@dataclass(frozen=True, slots=True)
class Verdict:
    """What happens to one call.

    Attributes:
        seconds: How long it is kept waiting first.
        fault: What happens then; None: what always happens.
        draw: A number from 0 to 1 for what is left to chance, such as which item is in conflict.
    """

    seconds: float = 0.0
    fault: Fault | None = None
    draw: float = 0.0


NOTHING = Verdict()


class Faults:
    """The rules that are in force; delays add up, of the others the first that hits decides."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rules: list[Rule] = []
        self._lock = threading.Lock()

    def __bool__(self) -> bool:
        return bool(self._rules)

    def add(self, rules: Iterable[Rule]) -> list[Rule]:
        """Put rules in force, after those that are."""
        added = list(rules)
        with self._lock:
            self._rules.extend(added)
        return added

    def remove(self, rule_id: str) -> bool:
        """End one rule; False when there is none."""
        with self._lock:
            left = [rule for rule in self._rules if rule.id != rule_id]
            found = len(left) < len(self._rules)
            self._rules = left
        return found

    def clear(self) -> None:
        """End all rules."""
        with self._lock:
            self._rules = []

    def as_json(self) -> list[dict[str, Any]]:
        """The rules with their counts."""
        with self._lock:
            return [rule.as_json() for rule in self._rules]

    def judge(self, target: str, resource: str = "") -> Verdict:
        """Decide on one call or delivery."""
        if not self._rules:
            return NOTHING
        with self._lock:
            return self._judged(target, resource)

    def _judged(self, target: str, resource: str) -> Verdict:
        seconds, limited = 0.0, False
        for rule in self._rules:
            kind = rule.fault.kind
            # Of several limits the first that fits is an operation's own, as in the tables of quotas.
            if (kind is Kind.LIMIT and limited) or not rule.matches(target, resource):
                continue
            limited = limited or kind is Kind.LIMIT
            if not rule.strikes(target, self._clock()):
                continue
            if kind is not Kind.DELAY:
                return Verdict(seconds, rule.fault, rule.draw())
            seconds += rule.fault.seconds
        return Verdict(seconds)
