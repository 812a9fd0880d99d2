"""A call that somebody holds at the terminal: lines are typed while rows appear, and the end of the call ends it."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from aicc_cli.call_acts import Act, NotUnderstood, read_step
from aicc_cli.call_screen import PROMPT
from aicc_cli.callbacks_errors import CannotBeDone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aicc_cli.call_session import Session

BETWEEN_LOOKS = 0.2
_WAKE = signal.SIGUSR1


class _Over(Exception):
    """The call is over while somebody is typing."""


def talk(session: Session, *, keys: bool) -> None:
    """Let somebody call until they hang up or the call is over. `keys`: lines of digits are keys.

    What cannot be done is said, and the call goes on.
    """
    # Lines can be edited, with Korean in them, where Python has it.
    with suppress(ImportError):
        import readline  # noqa: F401  # input() uses it once it is imported

    session.screen.note("할 수 있는 일은 /help를 입력하면 나옵니다.")
    with suppress(_Over, EOFError, KeyboardInterrupt), _watched(session):
        while _do_line(session, _typed(session), keys=keys):
            pass
    session.screen.typing = False
    session.end()


def _typed(session: Session) -> str:
    session.screen.typing = True
    try:
        return input(PROMPT)
    finally:
        session.screen.typing = False


def _do_line(session: Session, line: str, *, keys: bool) -> bool:
    """Do what a line says; whether the call goes on."""
    try:
        step = read_step(line, keys=keys)
        if step is None:
            return True
        session.do(step)
    except (NotUnderstood, CannotBeDone) as error:
        session.screen.note(str(error), "yellow")
        return True
    return step.act is not Act.QUIT


@contextmanager
def _watched(session: Session) -> Iterator[None]:
    """Show what happens meanwhile, and end the block when the call is over."""
    done = threading.Event()
    main = threading.get_ident()

    def watch() -> None:
        while not done.wait(BETWEEN_LOOKS):
            try:
                session.show_news()
                over = session.over
            except CannotBeDone as error:
                session.problem = session.problem or str(error)
                over = True
            if over:
                session.show_news()
                # input() waits for a key otherwise.
                signal.pthread_kill(main, _WAKE)
                return

    def stop(*_: object) -> None:
        raise _Over

    before = signal.signal(_WAKE, stop)
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        signal.signal(_WAKE, signal.SIG_IGN)
        watcher.join()
        signal.signal(_WAKE, before)
