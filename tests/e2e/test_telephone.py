"""`aicc call`, `aicc chat` and `aicc test` against a deployed environment: its flows, its functions, its bot."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from aicc_cli import call_place
from aicc_cli.main import app
from aicc_local.lifecycle.environment import ACCOUNT
from aicc_local.lifecycle.home import Running
from aicc_local.lifecycle.server_process import ServerProcess

FLOWS = Path(__file__).parents[2] / "flows"
BIRTH_DATE = "19900131"
# One of each: a call, a chat, a bot that is mocked, and the bot itself.
CASES = ("call_emergency", "chat_agent", "chat_agent_understood")
# Without `flow_tests` an environment has no hours for tests alone; those of the main line are never closed.
OF_TESTS, OF_MAIN = "${hours.always_open}", "${hours.main}"


@pytest.fixture
def centre(deployed: dict[str, str], server: ServerProcess, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The commands find the local AWS of the tests; how they find that of a folder is proven with `aicc up`."""
    running = Running(pid=server.process.pid, port=server.port, account=ACCOUNT, keeps=False)
    monkeypatch.setattr(call_place, "running_aws", lambda: running)
    return deployed


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "200", "AICC_ENV": "dev"})


def test_a_call_is_heard_spoken_and_pressed_and_kept(centre: dict[str, str], tmp_path: Path) -> None:
    done = run(
        "call", "--say", "배송 조회하고 싶어요", "--press", "1", "--press", f"{BIRTH_DATE}#", "--save", str(tmp_path)
    )  # fmt: skip

    assert done.exit_code == 0, done.output
    assert "안내: 무엇을 도와드릴까요?" in done.stdout
    assert "봇 delivery" in done.stdout
    assert "λ ReadLineStatus line_status=open" in done.stdout
    assert "λ AuthenticateCustomer outcome=" in done.stdout
    assert "◆ 끝: CUSTOMER_DISCONNECT" in done.stdout
    [file] = tmp_path.glob("*.json")
    assert json.loads(file.read_text(encoding="utf-8"))["orderly"] is True
    assert not [each for each in tmp_path.iterdir() if BIRTH_DATE in each.read_text(encoding="utf-8")]


def test_a_chat_is_answered_by_the_deployed_bot(centre: dict[str, str]) -> None:
    done = run("chat", "--say", "정기구독 해지하고 싶은데요")

    assert done.exit_code == 0, done.output
    assert "고객: 정기구독 해지하고 싶은데요" in done.stdout
    assert "봇 cancel" in done.stdout
    assert any(line.startswith("봇: ") for line in done.stdout.splitlines())


def test_cases_are_published_and_executed(centre: dict[str, str], tmp_path: Path) -> None:
    flows = tmp_path / "flows"
    shutil.copytree(FLOWS, flows, ignore=shutil.ignore_patterns("tests"))
    (flows / "tests").mkdir()
    for name in CASES:
        case = (FLOWS / "tests" / f"{name}.json").read_text(encoding="utf-8")
        (flows / "tests" / f"{name}.json").write_text(case.replace(OF_TESTS, OF_MAIN), encoding="utf-8")

    done = run("test", str(flows), "--target", "local", "--publish")

    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[-1].startswith(f"{len(CASES)} passed in ")
