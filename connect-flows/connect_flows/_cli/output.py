"""What a command writes: text for people, bytes for programs, and files that are whole or not there."""

import os
import stat
import sys
import tempfile
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

STANDARD = "-"


def terminal(*, stderr: bool = False) -> Console:
    """Standard output or standard error, which takes any text, whatever its encoding."""
    stream = sys.stderr if stderr else sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def refuse(message: str) -> NoReturn:
    """Say in one line what is wrong with how the command was used, and stop."""
    typer.echo(printable(message), err=True)
    raise typer.Exit(2)


def printable(text: str) -> str:
    """A text that steers no terminal and fits any encoding of Unicode."""
    return text if text.isprintable() else ascii(text)


def counted(count: int, noun: str) -> str:
    """Such as "1 file" and "2 files"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def to_stdout(text: str) -> None:
    """UTF-8, whatever the terminal has. Half a character, as of a file's name, becomes the escape that JSON has."""
    typer.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def write(path: str, text: str) -> None:
    """Put a text into a file, or to standard output for "-". A file that cannot be written stays as it was."""
    if path == STANDARD:
        to_stdout(text)
        return
    try:
        _replace(Path(os.path.realpath(path)), text.encode())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        refuse(f"{path}: cannot be written ({reason})")


def _replace(target: Path, content: bytes) -> None:
    mode = target.stat().st_mode if target.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
