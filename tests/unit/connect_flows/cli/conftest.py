"""The command line, run as if typed in a folder of its own."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import connect_flows._check
from connect_flows._cli.app import app
from connect_flows._rules import RULES

RUNNER = CliRunner()
CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def no_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the rules about single flows those that Amazon Connect has: what is advised beyond changes more often."""
    monkeypatch.setattr(connect_flows._check, "RULES", [rule for rule in RULES if rule.id.startswith("E")])


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs a command; its output goes to a file."""

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return RUNNER.invoke(app, list(arguments), input=stdin, env={"FORCE_COLOR": ""})

    return invoke


@pytest.fixture
def shown() -> Callable[..., str]:
    """Runs a command on a terminal of a width; says what is on the screen, without colours."""

    def invoke(*arguments: str, width: int) -> str:
        terminal = {"FORCE_COLOR": "1", "COLUMNS": str(width), "TERM": "xterm", "NO_COLOR": None}
        return CONTROLS.sub("", RUNNER.invoke(app, list(arguments), env=terminal).output)

    return invoke


@pytest.fixture
def flow() -> Callable[..., str]:
    """Makes the text of a flow that says something and ends. `say`: what it says. `bye`: changes to the last action."""

    def made(*, say: str = "안녕히 가십시오.", **bye: Any) -> str:
        return json.dumps(
            {
                "Version": "2019-10-30",
                "StartAction": "say",
                "Metadata": {"type": "contactFlow"},
                "Actions": [
                    {
                        "Identifier": "say",
                        "Type": "MessageParticipant",
                        "Parameters": {"Text": say},
                        "Transitions": {
                            "NextAction": "bye",
                            "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}],
                        },
                    },
                    {
                        "Identifier": "bye",
                        "Type": "DisconnectParticipant",
                        "Parameters": {},
                        "Transitions": {},
                        **bye,
                    },
                ],
            },
            ensure_ascii=False,
            indent=2,
        )

    return made


@pytest.fixture
def write(folder: Path) -> Callable[[str, str], Path]:
    """Puts a text into a file."""

    def put(name: str, text: str) -> Path:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    return put
