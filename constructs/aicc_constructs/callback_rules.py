"""The numbers that callbacks live by, written down for their functions as one environment variable.

A function reads exactly these fields: `callback_ledger.rules.Rules` and `callback_ledger.slots.SlotRules` together.
"""

import json
from dataclasses import asdict, dataclass, fields

from aicc_constructs.checks import check_range
from aicc_constructs.errors import InvalidInput

MINUTES_OF_A_DAY = 24 * 60
# What a worker may take, and what Amazon SQS waits at most with a message.
LONGEST_DIAL = 30
_LONGEST_WAIT = 900
_DAY = 86_400
# Least and most of each, in its own unit.
_SENSE = {
    "length": (5, MINUTES_OF_A_DAY),
    "capacity": (1, 1000),
    "lead": (1, 7 * MINUTES_OF_A_DAY),
    "days": (1, 60),
    "max_attempts": (1, 10),
    "first_delay": (60, _DAY),
    "lease": (LONGEST_DIAL + 1, _LONGEST_WAIT),
    "request": (2, 10),
    "shortest_call": (0, 60),
    "look_every": (30, 3600),
    "settle_within": (60, _DAY),
    "longest_call": (600, _DAY),
    "grace": (0, _DAY),
    "wait_step": (5, _LONGEST_WAIT),
    "max_shifts": (0, 10),
    "keep_days": (1, 365),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackRules:
    """How callbacks are offered, and what becomes of those that cannot be made at once.

    Args:
        length: Minutes of a slot, which divide a day: 30.
        capacity: Callbacks in one slot, as many as there are agents to make them: 4.
        lead: Minutes that a callback must be ahead: 10.
        days: How far ahead, today not counted, 1 to 60: 14.
        max_attempts: Calls that Connect took, 1 to 10: 3.
        first_delay: Seconds from the end of the first attempt to the next; each further delay is twice the one
            before: 600.
        lease: Seconds that a worker has a callback for itself, longer than it may run (30 s): 60.
        request: Seconds that one request to Connect may take, 2 to 10: 2.
        shortest_call: Seconds within which no call ends, and a token may be sent again; 0 never repeats one: 4.
        look_every: Seconds between two looks for a call that nothing is heard of: 120.
        settle_within: Seconds after which an outcome still unknown is left to an operator: 1800.
        longest_call: Seconds after which a call without an end is left to an operator: 7200.
        grace: Seconds after the promised time up to which a free agent is waited for in small steps: 1800.
        wait_step: Seconds of such a step, 5 to 900: 30.
        max_shifts: Times that we move a callback to a later slot before an operator is asked: 3.
        keep_days: Days that a closed callback is kept: 30.

    Raises:
        InvalidInput: A number outside sense, a slot that does not divide a day, numbers that contradict each other.

    Example:
        >>> rules = CallbackRules(length=10, capacity=2, lead=1)
        >>> rules.document[:42]
        '{"length":10,"capacity":2,"lead":1,"days":'
        >>> CallbackRules(capacity=0)
        Traceback (most recent call last):
        aicc_constructs.errors.InvalidInput: callback rules: capacity: 0 is outside 1 to 1000; choose a value inside
    """

    length: int = 30
    capacity: int = 4
    lead: int = 10
    days: int = 14
    max_attempts: int = 3
    first_delay: int = 600
    lease: int = 60
    request: int = 2
    shortest_call: int = 4
    look_every: int = 120
    settle_within: int = 1800
    longest_call: int = 7200
    grace: int = 1800
    wait_step: int = 30
    max_shifts: int = 3
    keep_days: int = 30

    def __post_init__(self) -> None:
        for field in fields(self):
            check_range(f"callback rules: {field.name}", getattr(self, field.name), *_SENSE[field.name])
        if MINUTES_OF_A_DAY % self.length:
            raise InvalidInput(
                "callback rules: length",
                f"{self.length} minutes do not divide a day",
                "choose a divisor of 1440 such as 10, 15, 20, 30 or 60",
            )
        for shorter, longer in (("look_every", "settle_within"), ("settle_within", "longest_call")):
            if getattr(self, shorter) >= getattr(self, longer):
                raise InvalidInput(
                    f"callback rules: {shorter}",
                    f"{getattr(self, shorter)} is not below {longer}, {getattr(self, longer)}",
                    "choose a smaller one",
                )

    @property
    def document(self) -> str:
        """What stands in CALLBACK_RULES: a JSON object with the names of the fields."""
        return json.dumps(asdict(self), separators=(",", ":"))
