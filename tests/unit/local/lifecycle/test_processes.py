"""What the operating system says of processes, with and without `/proc`."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from aicc_local.lifecycle import processes

NOBODY = 2**22 + 1  # above every process number that Linux gives


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def without_proc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A system as macOS is one; tools are scripts in the folder."""
    monkeypatch.setattr(processes, "PROC", tmp_path / "proc")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    return tmp_path


def script(folder: Path, name: str, line: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    file.chmod(0o755)


def test_tells_the_command_of_a_process() -> None:
    assert "python" in (processes.command_line(os.getpid()) or "")


def test_a_process_that_is_gone_has_no_command() -> None:
    assert processes.command_line(NOBODY) is None


def test_a_process_that_has_ended_but_was_not_waited_for_has_no_command() -> None:
    with subprocess.Popen([sys.executable, "-S", "-c", ""]) as process:
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)

        assert processes.command_line(process.pid) is None


def test_tells_what_memory_a_process_holds() -> None:
    assert (processes.memory(os.getpid()) or 0) > 2**20


def test_finds_who_listens_on_a_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        assert processes.listener(listener.getsockname()[1]) == os.getpid()


def test_nobody_listens_on_a_free_port(port: int) -> None:
    assert processes.listener(port) is None


def test_lists_this_process_among_all() -> None:
    assert os.getpid() in processes.all_command_lines()


def test_asks_ps_where_there_is_no_proc(without_proc: Path) -> None:
    script(without_proc, "ps", 'case "$*" in *rss*) echo "  2048";; *axo*) echo " 7 python -m x";; *) echo "me";; esac')

    assert processes.command_line(7) == "me"
    assert processes.memory(7) == 2048 * 1024
    assert processes.all_command_lines() == {7: "python -m x"}


def test_asks_lsof_where_there_is_no_proc(without_proc: Path, port: int) -> None:
    script(without_proc, "lsof", f'case "$*" in *"-iTCP:{port} "*) echo 77;; esac')

    assert processes.listener(port) == 77
    assert processes.listener(port + 1) is None


def test_says_nothing_where_there_is_nothing_to_ask(without_proc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(without_proc))

    assert processes.listener(1) is None
    assert processes.memory(1) is None
    assert processes.all_command_lines() == {}
