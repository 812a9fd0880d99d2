"""What the READMEs tell a newcomer of callbacks: the conversation, the list and the call, as they stand there."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.callback_environment import callback_line
from tests.e2e.callback_line import CallbackLine
from tests.e2e.local_server import REPOSITORY

SECONDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a README shows, in its order."""

    talk: str
    promise: str
    listed: str
    call: str
    heard: str


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory, with_callbacks: Path) -> Iterator[CallbackLine]:
    with callback_line(tmp_path_factory.mktemp("readme"), with_callbacks) as line:
        yield line


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_a_newcomer_books_a_callback_and_is_called(name: str, line: CallbackLine, tmp_path: Path) -> None:
    told = read(name)

    promise = run(line, tmp_path, "-c", told.talk).splitlines()[-1]
    listed = run(line, tmp_path, "-m", "aicc_cli", "callbacks", "list", "--env", "local", "--target", "aws")
    heard = run(line, tmp_path, "-c", told.call)

    assert undated(promise) == undated(told.promise)
    # The first two lines shown are the command and the place, which is another one here.
    assert undated(listed).splitlines()[1:] == undated(told.listed).splitlines()[2:]
    assert heard == told.heard
    assert line.listed() == []


def read(name: str) -> Told:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    [talk] = re.findall(r"```python\n(import boto3\n.*?)```", text, re.DOTALL)
    [section] = [each for each in re.split(r"^## ", text, flags=re.MULTILINE) if "make_available" in each]
    _, promise, listed, call, heard, *_ = re.findall(r"^```\w*\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return Told(talk=talk, promise=promise.strip(), listed=listed, call=call, heard=heard)


def run(line: CallbackLine, home: Path, *arguments: str) -> str:
    # A home of its own: the local AWS that somebody may have started in this repository is another one.
    environment = {**line.environment, "AICC_HOME": str(home), "COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False, timeout=SECONDS
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def undated(text: str) -> str:
    """A text without days and ids, which are others each time."""
    dated = r"\d+월 \d+일 [월화수목금]요일|\d{4}-\d\d-\d\d [A-Z][a-z]{2}|\b[0-9a-f]{32}\b"
    return re.sub(dated, "...", text)
