"""The folder knows the server that runs, and only that one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from aicc_local.lifecycle.errors import Busy, FolderError
from aicc_local.lifecycle.home import REPOSITORY, Home, Running
from tests.unit.local.lifecycle.lookalike import lookalike

NOBODY = 2**22 + 1  # above every process number that Linux gives


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "aicc")
    home.folder.mkdir()
    return home


@pytest.fixture
def server(home: Home) -> Iterator[int]:
    """A process that looks like a server of `home`."""
    with lookalike(home.folder) as process:
        yield process.pid
        process.kill()


def running(pid: int, *, keeps: bool = False) -> Running:
    return Running(pid=pid, port=4567, account="123456789012", keeps=keeps)


def test_nothing_runs_at_first(home: Home) -> None:
    assert home.running() is None


def test_finds_the_server_that_was_remembered(home: Home, server: int) -> None:
    home.remember(running(server))

    assert home.running() == running(server)


def test_a_process_that_is_gone_does_not_run(home: Home) -> None:
    home.remember(running(NOBODY))

    assert home.running() is None


def test_a_process_that_got_the_number_later_is_not_the_server(home: Home) -> None:
    home.remember(running(os.getpid()))

    assert home.running() is None


def test_the_server_of_another_folder_is_not_ours(tmp_path: Path, server: int) -> None:
    other = Home(tmp_path / "other")

    assert not other.owns(server)
    assert server not in other.strays()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', '{"pid": 1, "port": 2, "colour": "red"}'])
def test_a_record_that_cannot_be_read_is_none(home: Home, text: str) -> None:
    (home.folder / "server.json").write_text(text, encoding="utf-8")

    assert home.running() is None


def test_finds_a_server_whose_record_was_deleted(home: Home, server: int) -> None:
    assert home.strays() == [server]


def test_the_server_that_it_knows_is_no_stray(home: Home, server: int) -> None:
    home.remember(running(server))

    assert home.strays() == []


def test_takes_over_what_a_server_saved_that_ended_in_order(home: Home) -> None:
    home.take_state()
    (home.live_state / "services").mkdir()
    home.saved_mark.touch()

    saved = home.forget()

    assert saved
    assert [path.name for path in home.state.iterdir()] == ["services"]
    assert not home.live_state.exists()


def test_drops_what_a_killed_server_wrote_and_keeps_what_was_saved_before(home: Home) -> None:
    home.state.mkdir()
    (home.state / "before").touch()
    home.take_state()
    (home.live_state / "half").touch()

    saved = home.forget()

    assert not saved
    assert [path.name for path in home.state.iterdir()] == ["before"]
    assert not home.live_state.exists()


def test_a_server_goes_on_with_a_copy_of_what_was_saved(home: Home) -> None:
    home.state.mkdir()
    (home.state / "before").touch()

    home.take_state()

    assert (home.live_state / "before").exists()
    assert home.holds_state


def test_what_was_saved_can_be_read(home: Home) -> None:
    (home.state / "services").mkdir(parents=True)
    (home.state / "services" / "iam.json").write_text("{}", encoding="utf-8")

    home.check_state()


@pytest.mark.parametrize("text", [b'{"stacks": {', b"", b'"\xff"'], ids=["cut", "empty", "no text"])
def test_names_the_file_that_is_damaged_and_what_helps(home: Home, text: bytes) -> None:
    file = home.state / "services" / "cloudformation.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(text)

    with pytest.raises(FolderError, match=f"{file}: what was kept is damaged; .* aicc reset, .* aicc up --no-keep"):
        home.check_state()


def test_removes_temporary_files_with_the_server(home: Home) -> None:
    home.scratch.mkdir()
    home.remember(running(NOBODY))

    home.forget()

    assert list(home.folder.iterdir()) == []


def test_clears_everything_but_the_lock(home: Home) -> None:
    with home.alone():
        for folder in (home.state, home.live_state, home.scratch, home.assembly):
            folder.mkdir()
        for file in (home.log, home.old_log, home.cdk_log):
            file.touch()
        home.remember(running(NOBODY))

        home.clear()

    assert [path.name for path in home.folder.iterdir()] == ["lock"]


def test_keeps_a_second_command_out(home: Home) -> None:
    with home.alone(), pytest.raises(Busy, match="another aicc command is at work here; wait"), home.alone():
        pass


@pytest.mark.parametrize("place", ["/proc/aicc", "file", "file/aicc"])
def test_says_where_no_folder_can_be(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    nowhere = Home(tmp_path / place)

    told = rf"{nowhere.folder}: no folder for the local AWS can be there \(.+\); name another in AICC_HOME"
    with pytest.raises(FolderError, match=told), nowhere.alone():
        pass


def test_lets_the_next_command_in(home: Home) -> None:
    with home.alone():
        pass

    with home.alone():
        assert (home.folder / "lock").exists()


def test_nobody_else_may_look_in(tmp_path: Path) -> None:
    home = Home(tmp_path / "new")

    with home.alone():
        assert home.folder.stat().st_mode & 0o077 == 0


def test_is_where_a_variable_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AICC_HOME", str(tmp_path))

    assert Home.default().folder == tmp_path


def test_is_in_the_repository_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AICC_HOME", raising=False)

    assert Home.default().folder == REPOSITORY / ".aicc"
    assert (REPOSITORY / "cdk.json").is_file()
