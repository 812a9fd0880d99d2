"""What whoever holds the telephone can do: say, press, wait, let an agent take it; read from a line that is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_KEYS = re.compile(r"[0-9*#]+")
_LONGEST_WAIT = 3600.0

HELP = """\
그냥 쓰면 말하기(채팅은 보내기), 숫자와 * #만 쓰면 버튼 누르기입니다.
  /say 글          숫자라도 말로 합니다
  /silent          아무 말도 하지 않고, 기다리는 시간이 지난 것으로 합니다
  /wait [초]       그만큼 실제로 기다립니다. 초가 없으면 다음 일이 생길 때까지의 시간을 건너뜁니다
  /agent           상담원 한 명이 대기 중인 연락을 받습니다
  /hold            상담원이 통화를 보류합니다
  /resume          상담원이 보류한 통화를 다시 잇습니다
  /transfer 이름   상담원이 그 빠른 연결로 통화를 넘깁니다
  /agent-hang      상담원이 먼저 끊습니다
  /answer          울리는 전화(콜백)를 받습니다
  /no-answer       울리는 전화를 받지 않습니다
  /hang            전화를 끊습니다
  /help            이 도움말
  /quit            끊고 나갑니다"""


class Act(StrEnum):
    """What is done; but for `say` and `press`, the word behind the slash."""

    SAY = "say"
    PRESS = "press"
    SILENT = "silent"
    WAIT = "wait"
    AGENT = "agent"
    HOLD = "hold"
    RESUME = "resume"
    TRANSFER = "transfer"
    AGENT_HANG = "agent-hang"
    ANSWER = "answer"
    NO_ANSWER = "no-answer"
    HANG = "hang"
    HELP = "help"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is done; `text`: what is said or pressed, the seconds to wait, or the quick connect."""

    act: Act
    text: str = ""

    def __str__(self) -> str:
        return f"/{self.act} {self.text}".rstrip()


class NotUnderstood(ValueError):
    """The line says nothing that can be done; the message says what can."""


def read_step(line: str, *, keys: bool = True) -> Step | None:
    """Return what a line asks for; None for an empty one. `keys`: a line of digits, * and # is keys, not a text.

    Raises:
        NotUnderstood: It begins like a command and is none.

    >>> read_step("19900131#")
    Step(act=<Act.PRESS: 'press'>, text='19900131#')
    >>> read_step("주문 조회요")
    Step(act=<Act.SAY: 'say'>, text='주문 조회요')
    >>> read_step("/wait 3")
    Step(act=<Act.WAIT: 'wait'>, text='3')
    """
    text = line.strip()
    if not text:
        return None
    if not text.startswith("/"):
        return Step(Act.PRESS if keys and _KEYS.fullmatch(text) else Act.SAY, text)
    word, _, rest = text[1:].partition(" ")
    try:
        act = Act(word)
    except ValueError:
        raise NotUnderstood(f"/{word}: 모르는 명령입니다. 할 수 있는 일은 /help를 입력하면 나옵니다") from None
    return _checked(Step(act, rest.strip()), text)


def checked_keys(text: str) -> str:
    """Return keys as they are.

    Raises:
        NotUnderstood: There are others among them than a telephone has.
    """
    if not _KEYS.fullmatch(text):
        raise NotUnderstood(f"{text!r}: a telephone has the keys 0 to 9, * and #; what is spoken is --say")
    return text


def _checked(step: Step, line: str) -> Step:
    if step.act is Act.PRESS:
        checked_keys(step.text)
    elif step.act is Act.SAY and not step.text:
        raise NotUnderstood(f"{line}: 할 말이 없습니다. /say 안녕하세요")
    elif step.act is Act.TRANSFER and not step.text:
        raise NotUnderstood(f"{line}: 어디로 넘길지 없습니다. /transfer General")
    elif step.act is Act.WAIT and step.text and not 0 < _seconds(step.text) <= _LONGEST_WAIT:
        raise NotUnderstood(f"{line}: 초는 0보다 크고 {_LONGEST_WAIT:g} 이하의 수입니다. /wait 3")
    return step


def _seconds(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
