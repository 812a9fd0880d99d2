"""The commands for the local AWS say what happened, in one line if it went wrong, and ask before they remove."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from typer.testing import CliRunner, Result

from aicc_cli.main import app
from aicc_local.lifecycle.deployment import Deployed
from aicc_local.lifecycle.down import Down
from aicc_local.lifecycle.errors import CdkFailed
from aicc_local.lifecycle.home import Home, Running
from aicc_local.lifecycle.status import StackState, Status
from aicc_local.lifecycle.up import Up, Wish

RUNNING = Running(pid=77, port=4567, account="123456789012", keeps=False)
INSTANCE = "arn:aws:connect:ap-northeast-2:123456789012:instance/5e9dc54e-fa12-4ca6-9396-436d870b42dc"
DEPLOYED = Deployed(
    stack="ContactCenter-dev",
    changed=True,
    outputs={"InstanceArn": INSTANCE},
    secrets=("aicc/dev/admin",),
    customers=True,
)
LIFECYCLE = "aicc_local.lifecycle"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AICC_HOME", str(tmp_path))
    for name in ("CI", "AICC_PORT", "AICC_KEEP", "AICC_ENV", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> list[Wish]:
    """What `up` was asked for; it works at once."""
    asked: list[Wish] = []

    def up(home: Home, wish: Wish, progress: object) -> Up:
        asked.append(wish)
        return Up(running=RUNNING, deployed=DEPLOYED)

    monkeypatch.setattr(f"{LIFECYCLE}.up.up", up)
    return asked


@pytest.fixture
def removed(monkeypatch: pytest.MonkeyPatch) -> list[Home]:
    """What `reset` removed."""
    homes: list[Home] = []

    def reset(home: Home) -> Running:
        homes.append(home)
        return RUNNING

    monkeypatch.setattr(f"{LIFECYCLE}.down.reset", reset)
    return homes


def types(*arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=answer)


def raising(error: BaseException) -> Callable[..., NoReturn]:
    def refuse(*_: Any) -> NoReturn:
        raise error

    return refuse


def test_ends_with_what_can_be_done_now(wishes: list[Wish]) -> None:
    told = types("up").stdout

    assert wishes == [Wish(environment="dev", port=None, keep=None, assembly=None)]
    assert "Endpoint        http://localhost:4567\n" in told
    assert f"InstanceArn     {INSTANCE}\n" in told, "an ARN stays in one line"
    assert "First password  in the secret aicc/dev/admin\n" in told
    assert "│ 김하늘        │ 010-1234-0001 │ 19900131   │ KR20260001   │" in told
    assert "aws connect list-queues --instance-id 5e9dc54e-fa12-4ca6-9396-436d870b42dc\n" in told
    assert 'eval "$(aicc env)"' in told


def test_takes_options_and_variables(wishes: list[Wish], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AICC_KEEP", "1")
    monkeypatch.setenv("AICC_PORT", "5000")

    types("up", "--env", "staging", "--assembly", "cdk.out")

    assert wishes == [Wish(environment="staging", port=5000, keep=True, assembly=Path("cdk.out"))]


@pytest.mark.parametrize("port", ["99999", "-1", "0", "65536"])
def test_a_port_that_cannot_be_is_refused(wishes: list[Wish], port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = types("up", "--port", port)
    monkeypatch.setenv("AICC_PORT", port)
    set_by_variable = types("up")

    assert (typed.exit_code, set_by_variable.exit_code, wishes) == (2, 2, [])
    assert "Invalid value" in typed.stderr
    assert "Invalid value" in set_by_variable.stderr


@pytest.mark.parametrize("error", [CdkFailed("ContactCenter-dev: no; correct it"), PermissionError("not yours")])
def test_what_goes_wrong_is_told_in_a_line(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{LIFECYCLE}.up.up", raising(error))

    done = types("up")

    assert (done.exit_code, done.stdout, done.stderr) == (1, "", f"{error}\n")


def test_an_interruption_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{LIFECYCLE}.up.up", raising(KeyboardInterrupt()))

    done = types("up")

    assert done.exit_code == 130
    assert done.stderr == "interrupted; go on: aicc up, or end the local AWS: aicc down\n"


def test_says_how_to_install_what_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, f"{LIFECYCLE}.errors", None)

    done = types("up")

    assert (done.exit_code, done.stderr) == (1, "the local AWS is not installed here; install it: make up\n")


@pytest.mark.parametrize(
    ("saved", "words"), [(True, "what it held is kept for the next `aicc up`"), (False, "nothing is kept")]
)
def test_the_end_says_what_is_kept(saved: bool, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{LIFECYCLE}.down.down", lambda home: Down(running=RUNNING, saved=saved, unsaved=()))

    assert types("down").stdout == f"Ended the local AWS on port 4567 (pid 77); {words}.\n"


def test_the_end_says_what_could_not_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{LIFECYCLE}.down.down", lambda home: Down(running=RUNNING, saved=True, unsaved=("sqs", "s3")))

    assert types("down").stderr == "Not kept, though: sqs, s3; the server's log says why.\n"


def test_nothing_to_end_is_no_failure() -> None:
    done = types("down")

    assert (done.exit_code, done.stdout) == (0, "the local AWS is not running; `aicc up` starts it\n")


def test_status_without_a_server() -> None:
    done = types("status")

    assert done.exit_code == 1
    assert done.stdout.startswith("Local AWS  not running; start it: aicc up\nState      nothing is kept\n")


@pytest.mark.parametrize("at", ["2026-12-25T10:00:00+09:00", ""])
def test_status_tells_a_time_that_is_not_the_present(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Status(running=replace(RUNNING, at=at), answers=True, ahead=86400.0)
    monkeypatch.setattr(f"{LIFECYCLE}.status.status", lambda home: found)

    [line] = [line for line in types("status").stdout.splitlines() if line.startswith("Time")]

    shown = datetime.fromisoformat(f"{line.removeprefix('Time').strip().partition(' in Korea')[0]}+09:00")
    assert abs(shown - datetime.now(UTC) - timedelta(days=1)) < timedelta(minutes=1)
    assert line.endswith(f"in Korea, and not the present; it started at {at or 'the present'}")


def test_status_of_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    stack = StackState(name="ContactCenter-dev", status="CREATE_COMPLETE", outputs={"InstanceArn": INSTANCE})
    found = Status(running=RUNNING, answers=True, memory=171 * 2**20, stacks=(stack,))
    monkeypatch.setattr(f"{LIFECYCLE}.status.status", lambda home: found)

    done = types("status")

    assert done.exit_code == 0
    assert done.stdout.splitlines()[:-1] == [
        "Local AWS      running",
        "Endpoint       http://localhost:4567",
        "Process        77, 171 MB",
        "Account        123456789012, ap-northeast-2",
        "Stack          ContactCenter-dev  CREATE_COMPLETE",
        f"  InstanceArn  {INSTANCE}",
        "State          is lost when it ends; keep it from the next start on: aicc up --keep",
    ]


def test_a_shell_needs_a_server_to_be_pointed_at() -> None:
    done = types("env")

    assert (done.exit_code, done.stdout) == (1, "")


def test_points_a_shell_at_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Home, "running", lambda home: RUNNING)
    monkeypatch.setenv("AWS_PROFILE", "production")

    lines = types("env").stdout.splitlines()

    assert lines[:2] == ["unset AWS_PROFILE", "export AWS_ENDPOINT_URL=http://localhost:4567"]


def test_asks_before_it_removes(removed: list[Home]) -> None:
    refused = types("reset", answer="n\n")
    nobody = types("reset", answer="")

    assert (refused.exit_code, nobody.exit_code, removed) == (1, 1, [])
    assert "Remove everything that the local AWS of" in refused.stdout


def test_removes_when_told_to(removed: list[Home]) -> None:
    assert types("reset", answer="y\n").exit_code == 0
    assert types("reset", "--yes").exit_code == 0
    assert len(removed) == 2


def test_asks_nothing_in_ci(removed: list[Home], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")

    assert types("reset").exit_code == 0
    assert len(removed) == 1


def test_comes_up_again_as_it_ran(removed: list[Home], wishes: list[Wish]) -> None:
    types("reset", "--yes", "--deploy")

    assert wishes == [Wish(environment="dev", port=4567, keep=False, assembly=None)]
