"""Code of functions that is unpacked once, whatever the number of processes and servers."""

import zipfile
from pathlib import Path

import pytest

from aicc_local.emulator.unpacked_code import Archive


@pytest.fixture
def code(tmp_path: Path) -> str:
    file = tmp_path / "code.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("index.py", "ANSWER = 42\n")
    return str(file)


def unpacked(code: str, folder: Path, name: str) -> Path:
    place = folder / name
    place.mkdir()
    with Archive(code, folder / "all") as archive:
        archive.extractall(str(place))
    return place


def test_the_same_code_is_in_one_place(code: str, tmp_path: Path) -> None:
    one, other = (unpacked(code, tmp_path, name) for name in ("one", "other"))

    assert (one / "index.py").read_text(encoding="utf-8") == "ANSWER = 42\n"
    assert one.resolve() == other.resolve()


def test_other_code_is_in_another_place(code: str, tmp_path: Path) -> None:
    one = unpacked(code, tmp_path, "one")
    with zipfile.ZipFile(code, "a") as archive:
        archive.writestr("more.py", "")

    other = unpacked(code, tmp_path, "other")

    assert {file.name for file in other.iterdir()} == {"index.py", "more.py"}
    assert one.resolve() != other.resolve()


def test_names_are_judged_until_it_is_unpacked(code: str, tmp_path: Path) -> None:
    with Archive(code, tmp_path / "all") as archive:
        before = archive.namelist()
    unpacked(code, tmp_path, "one")
    with Archive(code, tmp_path / "all") as archive:
        after = archive.namelist()

    assert (before, after) == (["index.py"], [])


def test_what_another_process_has_unpacked_meanwhile_stays(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = unpacked(code, tmp_path, "first")
    honest = Path.is_dir
    monkeypatch.setattr(Path, "is_dir", lambda path: path.parent != tmp_path / "all" and honest(path))

    second = unpacked(code, tmp_path, "second")

    assert second.resolve() == first.resolve()
    assert [each.name for each in (tmp_path / "all").iterdir()] == [first.resolve().name]
