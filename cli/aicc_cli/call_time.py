"""`--at`: a call at another time. The local AWS lives at one time, so it goes there as a whole, and never back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from aicc_cli.callbacks_errors import CannotBeDone
from aicc_local.control import ControlError
from aicc_local.local_time import KOREA, moment

if TYPE_CHECKING:
    from aicc_local.control import Control

# Nobody calls on the second.
NEAR_SECONDS = 60.0


def go_to(control: Control, at: str, environment: str) -> str:
    """Let time pass in the local AWS until a moment, and return what to tell of it.

    Raises:
        CannotBeDone: It is no moment, or has passed there.
    """
    try:
        wanted = moment(at)
        now = float(control.status()["now"])
        there = datetime.fromtimestamp(now, KOREA)
        ahead = wanted.timestamp() - now
        if abs(ahead) < NEAR_SECONDS:
            return f"로컬 AWS의 시각은 {there:%Y-%m-%d %H:%M}입니다."
        if ahead < 0:
            raise CannotBeDone(
                f"--at {at}: the local AWS lives at {there:%Y-%m-%d %H:%M} and does not go back; start it at that "
                f'time: aicc down, then aicc up --env {environment} --at "{wanted:%Y-%m-%d %H:%M}"'
            )
        control.let_pass(ahead)
    except ValueError as error:
        raise CannotBeDone(f"--at: {error}") from None
    except ControlError as error:
        raise CannotBeDone(f"--at {at}: {error}") from None
    return (
        f"로컬 AWS의 시각을 {there:%Y-%m-%d %H:%M}에서 {wanted:%Y-%m-%d %H:%M}까지 앞당겼습니다. "
        "그때까지 예정된 일은 지금 이루어지며, 시각을 되돌릴 수는 없습니다."
    )
