"""Repeats a call that Connect turns down for the moment, for as long as the function has time.

Connect allows two changes a second in a whole account and Region, and a deployment makes many. It names throttling by
codes that its service model does not list, so the codes are compared as texts.
"""

import random
import time
from collections.abc import Callable

from botocore.exceptions import ClientError, ConnectionError, HTTPClientError

from aicc_core.custom_resource import ANSWER_SECONDS
from aicc_core.errors import OutOfTime

CONNECT_SECONDS = 2
READ_SECONDS = 5
# No call starts without the time that it and the answer to CloudFormation may take, and a little more.
SECONDS_NEEDED = CONNECT_SECONDS + READ_SECONDS + ANSWER_SECONDS + 3

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 8.0
_PASSING = frozenset({"TooManyRequestsException", "ThrottlingException", "Throttling", "InternalServiceException"})


class Patience:
    """Repeats calls while `seconds_left` allows it; every call must be one that may be made twice."""

    def __init__(self, seconds_left: Callable[[], float], sleep: Callable[[float], None] = time.sleep) -> None:
        self._seconds_left = seconds_left
        self._sleep = sleep

    def __call__(self, call: Callable[[], object]) -> None:
        """Make `call` until it succeeds.

        Raises its error when that will not pass or time runs short, and `OutOfTime` when there is none to begin with.
        """
        pause = _FIRST_PAUSE
        while True:
            if self._seconds_left() < SECONDS_NEEDED:
                raise OutOfTime(f"less than {SECONDS_NEEDED} s left to call Connect and to answer")
            try:
                call()
            except (ClientError, ConnectionError, HTTPClientError) as error:
                if not _passes(error) or self._seconds_left() - pause < SECONDS_NEEDED:
                    raise
            else:
                return
            # Resources deployed side by side must not come back at the same moment.
            self._sleep(random.uniform(pause / 2, pause))
            pause = min(2 * pause, _LONGEST_PAUSE)


def _passes(error: Exception) -> bool:
    return not isinstance(error, ClientError) or error.response["Error"]["Code"] in _PASSING
