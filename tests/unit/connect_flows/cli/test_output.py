"""Files are whole, or as they were."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from connect_flows._cli.output import write as put

Write = Callable[[str, str], Path]


def test_a_new_file_has_the_usual_permissions(folder: Path) -> None:
    put("new", "가")
    (folder / "usual").touch()

    assert (folder / "new").read_bytes() == "가".encode()
    assert (folder / "new").stat().st_mode == (folder / "usual").stat().st_mode


def test_a_file_keeps_its_permissions(write: Write) -> None:
    file = write("a", "old")
    file.chmod(0o640)

    put("a", "new")

    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_line_ends_are_as_given(folder: Path) -> None:
    put("a", "1\r\n2\n")

    assert (folder / "a").read_bytes() == b"1\r\n2\n"


def test_a_link_stays_a_link(folder: Path, write: Write) -> None:
    file = write("a", "old")
    (folder / "link").symlink_to(file)

    put("link", "new")

    assert (folder / "link").is_symlink()
    assert file.read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to() -> None:
    put(os.devnull, "new")

    assert not os.path.isfile(os.devnull)


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_a_file_that_cannot_be_written_stays(
    folder: Path, write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    file = write("a", "old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, refuse)

    with pytest.raises(typer.Exit) as stopped:
        put("a", "new")

    assert stopped.value.exit_code == 2
    assert capsys.readouterr().err == "a: cannot be written (No space left on device)\n"
    assert file.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in folder.iterdir()] == ["a"]
