"""A call that somebody holds at a terminal: both halves stand side by side, and its end ends the command."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
PROGRAM = "tests.unit.cli.simulated_telephone"
SECONDS = 60
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\r")


class Terminal:
    """A terminal of so many columns with a call in it."""

    def __init__(self, columns: int) -> None:
        self._end, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("AICC_", "COV_"))}
        environment = {**kept, "TERM": "xterm-256color", "PYTHONPATH": str(REPOSITORY), "LC_ALL": "C.UTF-8"}
        for name in ("COLUMNS", "LINES", "NO_COLOR", "CI"):
            environment.pop(name, None)
        self.process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM, "call", "--from", "+821012345678"],
            cwd=REPOSITORY,
            env=environment,
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
        )
        os.close(other)
        self._read = b""

    def types(self, line: str) -> Terminal:
        os.write(self._end, f"{line}\n".encode())
        return self

    def shows(self, text: str) -> Terminal:
        until = time.monotonic() + SECONDS
        while text not in self.screen:
            assert time.monotonic() < until, self.screen
            assert self._more(), self.screen
        return self

    def ends(self) -> int:
        while self._more():
            pass
        return self.process.wait(SECONDS)

    @property
    def screen(self) -> str:
        return _CONTROL.sub("", self._read.decode("utf-8", errors="replace"))

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._end)

    def _more(self) -> bool:
        ready, _, _ = select.select([self._end], [], [], SECONDS)
        try:
            found = os.read(self._end, 65536) if ready else b""
        except OSError:
            # The other end is closed.
            found = b""
        self._read += found
        return bool(found)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    opened = Terminal(columns=160)
    yield opened
    opened.close()


def test_a_call_is_held_in_two_columns_until_it_is_over(terminal: Terminal) -> None:
    terminal.shows("무엇을 도와드릴까요").types("주문 취소요").shows("대기열 orders에서 기다립니다")
    terminal.types("/help").shows("/agent-hang      상담원이 먼저 끊습니다")
    terminal.types("/bogus").shows("/bogus: 모르는 명령입니다. 할 수 있는 일은 /help를 입력하면 나옵니다")
    terminal.types("/answer").shows("answer: InvalidRequestException")
    terminal.types("/agent").shows("상담원 minsu 연결").types("/agent-hang").shows("끝: CONTACT_FLOW_DISCONNECT")

    assert terminal.ends() == 0
    [line] = [line for line in terminal.screen.splitlines() if "주문 취소요" in line and "ask-bot" in line]
    assert re.search(r"고객\s+주문 취소요\s+inbound/ask-bot", line)


@pytest.mark.thorough
def test_quitting_hangs_up(terminal: Terminal) -> None:
    terminal.shows("무엇을 도와드릴까요").types("/quit")

    assert terminal.ends() == 0
    assert "끝: CUSTOMER_DISCONNECT" in terminal.screen


@pytest.mark.thorough
def test_the_end_of_input_hangs_up(terminal: Terminal) -> None:
    terminal.shows("무엇을 도와드릴까요")

    os.write(terminal._end, b"\x04")

    assert terminal.ends() == 0
    assert "끝: CUSTOMER_DISCONNECT" in terminal.screen
