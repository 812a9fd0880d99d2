"""What the README shows is what the commands say."""

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import connect_flows._check
from connect_flows._rules import RULES

pytestmark = pytest.mark.thorough

README = Path(connect_flows.__file__).parents[1] / "README.md"


def test_commands_say_what_the_readme_shows(
    run: Callable[..., Result], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect_flows._check, "RULES", RULES)
    text = README.read_text(encoding="utf-8")
    (flow,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    (folder / "greeting.json").write_text(flow, encoding="utf-8")
    shown = "".join(re.findall(r"```console\n(.*?)```", text, re.DOTALL))

    said = "".join(
        f"$ {command}\n{output_of(command, run)}" for command in re.findall(r"^\$ (.*)$", shown, re.MULTILINE)
    )

    assert said == shown


def output_of(command: str, run: Callable[..., Result]) -> str:
    program, *arguments = shlex.split(command)
    if program == "connect-flows":
        return run(*arguments).output
    return subprocess.run(command, shell=True, check=True, capture_output=True, text=True).stdout
