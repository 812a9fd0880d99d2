"""A server is started where nobody is, taken again where it is ours, and ended for good."""

import errno
import os
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aicc_local.lifecycle import processes, server
from aicc_local.lifecycle.errors import PortTaken, ServerError
from aicc_local.lifecycle.home import Home, Running
from tests.unit.local.lifecycle.lookalike import lookalike

NOBODY = 2**22 + 1  # above every process number that Linux gives
RUNNING = Running(pid=77, port=4567, account="123456789012", keeps=False)


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield int(listener.getsockname()[1])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "aicc")
    home.folder.mkdir()
    return home


@pytest.fixture
def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_takes_a_port_where_nobody_listens(free: int) -> None:
    server.check_port(free)


def test_names_the_program_on_a_taken_port_and_the_way_out(taken: int) -> None:
    with pytest.raises(PortTaken) as refused:
        server.check_port(taken)

    program = Path(sys.executable).name.rstrip("0123456789.")
    pattern = (
        rf"port {taken} is taken by another program \(pid {os.getpid()}: {program}[\d.]*\); "
        rf"end it, or choose another port: aicc up --port {taken + 1}"
    )
    assert re.fullmatch(pattern, str(refused.value))


def test_says_less_when_the_program_is_hidden(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "listener", lambda port: None)

    with pytest.raises(PortTaken, match=f"port {taken} is taken by another program; end it"):
        server.check_port(taken)


def test_names_the_folder_of_another_local_aws(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "listener", lambda port: 9)
    monkeypatch.setattr(processes, "command_line", lambda pid: "python -m aicc_local.server /elsewhere/.aicc")

    with pytest.raises(PortTaken, match=r"another local AWS \(pid 9: /elsewhere/\.aicc\)"):
        server.check_port(taken)


def test_a_listener_on_the_other_loopback_address_counts_too(free: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # Not by a real one: not every machine has IPv6.
    monkeypatch.setattr(server, "_is_answered", lambda family, address, port: address == "::1")

    with pytest.raises(PortTaken):
        server.check_port(free)


def test_a_machine_without_ipv6_has_no_listener_there(free: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def only_ipv4(family: int = socket.AF_INET, *rest: int) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EAFNOSUPPORT, "Address family not supported by protocol")
        return make(family, *rest)

    make = socket.socket
    monkeypatch.setattr(socket, "socket", only_ipv4)

    server.check_port(free)


def test_reuses_a_server_that_is_what_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    answering = {4567}
    monkeypatch.setattr(server, "answers", answering.__contains__)

    server.check_reuse(RUNNING, port=4567, keeps=False, account="123456789012")
    server.check_reuse(RUNNING)


@pytest.mark.parametrize(
    ("wishes", "what"),
    [
        ({"port": 5000}, "not one on port 5000"),
        ({"keeps": True}, "not one that keeps its state"),
        ({"account": "000000000000"}, "not one of account 000000000000"),
    ],
)
def test_refuses_to_take_another_server_for_it(wishes: dict[str, int | str], what: str) -> None:
    with pytest.raises(ServerError, match=f"runs already, on port 4567.*{what}; end it first: aicc down"):
        server.check_reuse(RUNNING, **wishes)  # type: ignore[arg-type]  # one wish of each type


def test_says_so_when_its_server_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "answers", lambda port: False)

    with pytest.raises(ServerError, match=r"\(pid 77\) does not answer on port 4567; end it: aicc down"):
        server.check_reuse(RUNNING)


def test_clears_up_after_a_process_that_is_gone(home: Home) -> None:
    lost = Running(pid=NOBODY, port=4567, account="123456789012", keeps=True)
    home.remember(lost)
    home.scratch.mkdir()

    assert server.clear_up(home) == lost
    assert server.clear_up(home) is None
    assert list(home.folder.iterdir()) == []


def test_ends_a_server_whose_folder_was_deleted_under_it(home: Home) -> None:
    with lookalike(home.folder) as stray:
        server.clear_up(home)

        assert stray.wait(5) == -15


def test_a_server_that_ignores_the_request_is_killed(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "STOP_SECONDS", 0.1)
    deaf = "import signal, sys; signal.signal(15, signal.SIG_IGN); print(flush=True); sys.stdin.read()"
    with lookalike(home.folder, program=deaf) as process:
        running = Running(pid=process.pid, port=4567, account="123456789012", keeps=True)
        home.remember(running)

        saved = server.end(home, running)

        assert not saved
        assert process.wait(5) == -9
        assert home.running() is None


def test_a_server_that_ends_at_once_is_told_with_its_last_words(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = home.folder / "aicc_local"
    broken.mkdir()
    (broken / "server.py").write_text("raise SystemExit('no such plug-in')", encoding="utf-8")
    (broken / "__init__.py").touch()

    with pytest.raises(ServerError, match=r"ended at once with 1: no such plug-in; see .*server\.log"):
        server.start(home, port=1, keeps=False, account="123456789012")

    assert home.recorded() is None
