"""The CDK's CLI is run in the repository, heard line by line, and does not outlive an interruption."""

import os
import sys
import time
from pathlib import Path

import pytest

from aicc_local.lifecycle.cdk import Cdk
from aicc_local.lifecycle.home import REPOSITORY


@pytest.fixture
def cdk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cdk:
    """`cdk` is a script that each test writes."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    return Cdk.at(4567, "123456789012", tmp_path / "cdk.log")


def script(cdk: Cdk, text: str) -> None:
    file = cdk.log.parent / "bin" / "cdk"
    file.parent.mkdir()
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)


def test_hears_each_line_and_keeps_a_log(cdk: Cdk) -> None:
    script(cdk, "echo one; echo 둘 >&2; exit 3")
    heard: list[str] = []

    said = cdk.run("deploy", "--app", "x", on_line=heard.append)

    assert said.status == 3
    assert list(said.lines) == heard == ["one", "둘"]
    assert cdk.log.read_text(encoding="utf-8") == "$ cdk deploy --app x\none\n둘\n"


def test_runs_in_the_repository_with_variables_of_the_local_aws(cdk: Cdk) -> None:
    script(cdk, 'pwd; echo "$AWS_ENDPOINT_URL"')

    said = cdk.run("synth")

    assert said.lines == (str(REPOSITORY), "http://localhost:4567")


def test_settings_in_the_home_of_the_user_do_not_count(
    cdk: Cdk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".cdk.json").write_text('{"profile": "corporate"}', encoding="utf-8")
    script(cdk, 'ls -A "$HOME"; echo end')

    assert cdk.run("deploy").lines == ("end",)


@pytest.mark.parametrize(("home", "seen"), [("/home/o'brien x", "/home/o'brien x"), (None, "none")])
def test_the_app_has_the_home_of_the_user(cdk: Cdk, tmp_path: Path, home: str | None, seen: str) -> None:
    variables = {name: value for name, value in cdk.variables.items() if name != "HOME"}
    theirs = Cdk(variables=variables | ({"HOME": home} if home else {}), log=cdk.log)
    # As the CLI runs the app; `python` is the one of the virtual environment.
    script(cdk, 'sh -c "$4"')
    python = tmp_path / "bin" / "python"
    python.write_text('#!/bin/sh\necho "${HOME-none}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)

    assert theirs.synth("dev", tmp_path / "out").lines == (f"{seen} app.py",)


def test_asks_nothing(cdk: Cdk, tmp_path: Path) -> None:
    script(cdk, 'echo "$@"; cat')

    said = cdk.deploy(tmp_path, lambda line: None)

    assert said.lines == (f"deploy --app {tmp_path} --require-approval never --progress events",)


def test_an_interruption_ends_the_cli_and_what_it_started(cdk: Cdk) -> None:
    script(cdk, "sleep 60 & echo $!; wait")
    children: list[int] = []

    def interrupt(line: str) -> None:
        children.append(int(line))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cdk.run("deploy", on_line=interrupt)

    deadline = time.monotonic() + 5
    while is_alive(children[0]) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not is_alive(children[0])


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # Whoever adopts orphans here may leave them as zombies.
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split()[2] != "Z"
