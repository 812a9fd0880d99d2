"""Draws the steps of a long command: live on a terminal, a line at the end of each elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

_WIDTH = 28


class Steps:
    """Steps on a console."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextmanager
    def step(self, title: str) -> Iterator["DrawnStep"]:
        """Begin a step; it ends with the context."""
        began = time.monotonic()
        drawn = DrawnStep()
        try:
            with self._live(title, drawn):
                yield drawn
        except BaseException as error:
            self._end("[red]✘[/]", title, began, "stopped" if isinstance(error, KeyboardInterrupt) else "failed")
            raise
        self._end("[green]✔[/]", title, began, drawn.text)

    @contextmanager
    def _live(self, title: str, drawn: "DrawnStep") -> Iterator[None]:
        if not self._console.is_terminal:
            yield
            return
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=self._console, transient=True) as live:
            task = live.add_task(title)
            drawn.show = lambda text: live.update(task, description=f"{title}  {text}")
            yield

    def _end(self, mark: str, title: str, began: float, text: str) -> None:
        seconds = time.monotonic() - began
        self._console.print(
            f"{mark} {title:<{_WIDTH}} {seconds:5.1f} s  {escape(text)}", highlight=False, soft_wrap=True
        )


class DrawnStep:
    """One step; `text` is what it came to."""

    def __init__(self) -> None:
        self.text = ""
        self.show = _nowhere

    def count(self, done: int, total: int) -> None:
        """So much of it is done."""
        self.show(f"{done}/{total}")

    def note(self, text: str) -> None:
        """What it came to, in a few words."""
        self.text = text


def _nowhere(text: str) -> None:
    """Nobody watches."""
