import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest
from aws_cdk import Stack

from aicc_constructs import DependencyLayer, dependency_layer
from aicc_constructs.dependency_layer import build

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]
Commands = list[list[str]]

LAYER = "AWS::Lambda::LayerVersion"


def _install(command: list[str]) -> subprocess.CompletedProcess[str]:
    target = next(Path(each.partition("=")[2]) for each in command if each.startswith("--target="))
    (target / "bin").mkdir(parents=True)
    (target / "library.py").write_text("")
    return subprocess.CompletedProcess(command, 0, stdout="", stderr="")


def _use(monkeypatch: pytest.MonkeyPatch, run: Callable[[list[str]], subprocess.CompletedProcess[str]]) -> None:
    monkeypatch.setattr(dependency_layer, "subprocess", SimpleNamespace(run=lambda command, **_: run(command)))


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "requirements.txt"
    path.write_text("library==1.0 --hash=sha256:00\n")
    return path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """The commands that pip is called with; it installs one library and a script."""
    seen: Commands = []

    def run(command: list[str]) -> subprocess.CompletedProcess[str]:
        seen.append(command)
        return _install(command)

    _use(monkeypatch, run)
    return seen


def test_it_is_for_arm_and_python_3_14(stack: Stack, lock: Path, commands: Commands, properties: Resource) -> None:
    DependencyLayer(stack, "Layer", lock=lock)

    made = properties(LAYER)
    assert made["CompatibleArchitectures"] == ["arm64"]
    assert made["CompatibleRuntimes"] == ["python3.14"]


def test_its_hash_is_that_of_the_lock_and_not_of_the_files(
    stack: Stack, lock: Path, commands: Commands, resources: Resources
) -> None:
    DependencyLayer(stack, "One", lock=lock)
    build(lock).write_bytes(b"compiled elsewhere")
    DependencyLayer(stack, "Two", lock=lock)

    one, two = (each["Properties"]["Content"] for each in resources(LAYER).values())
    assert one == two


def test_pip_takes_only_checked_wheels_for_lambda(lock: Path, commands: Commands) -> None:
    build(lock)

    [command] = commands
    assert command[:4] == [sys.executable, "-m", "pip", "install"]
    assert {
        "--require-hashes",
        "--no-deps",
        "--only-binary=:all:",
        "--python-version=3.14",
        "--platform=manylinux2014_aarch64",
        f"--requirement={lock}",
    } <= set(command)


def test_libraries_stand_below_python_without_their_scripts(lock: Path, commands: Commands) -> None:
    archive = build(lock)

    assert ZipFile(archive).namelist() == ["python/library.py"]


def test_the_same_libraries_make_the_same_archive(lock: Path, commands: Commands) -> None:
    first = build(lock).read_bytes()
    build(lock).unlink()

    assert build(lock).read_bytes() == first
    assert len(commands) == 2


def test_a_second_build_finds_the_first(lock: Path, commands: Commands) -> None:
    first = build(lock)

    assert build(lock) == first
    assert len(commands) == 1


def test_another_lock_is_another_build(lock: Path, commands: Commands) -> None:
    first = build(lock)
    lock.write_text("library==1.1 --hash=sha256:11\n")

    assert build(lock) != first
    assert len(commands) == 2


def test_without_a_lock_the_one_of_the_package_is_used(stack: Stack, lock: Path, commands: Commands) -> None:
    DependencyLayer(stack, "Layer")

    [command] = commands
    assert command[-1].endswith("/lambda/requirements.txt")


def test_the_cache_is_in_the_home_folder_where_nothing_else_is_said(
    lock: Path, commands: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    assert build(lock).parent == tmp_path / "home/.cache/aicc-constructs/layers"


def test_two_builds_at_the_same_time_end_with_one_archive(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both_are_installing, built = Barrier(2, timeout=10), []

    def run(command: list[str]) -> subprocess.CompletedProcess[str]:
        both_are_installing.wait()
        return _install(command)

    _use(monkeypatch, run)
    builds = [Thread(target=lambda: built.append(build(lock))) for _ in range(2)]

    for each in builds:
        each.start()
    for each in builds:
        each.join()

    assert built == [built[0]] * 2
    assert ZipFile(built[0]).namelist() == ["python/library.py"]
    assert list(built[0].parent.iterdir()) == [built[0]]


def test_a_failure_of_pip_is_told_in_one_line_and_leaves_nothing(
    lock: Path, monkeypatch: pytest.MonkeyPatch, refusal: Refusal
) -> None:
    errors = "WARNING: Retrying\nERROR: No matching distribution found for library==1.0\n  (from versions: none)\n"
    _use(monkeypatch, lambda command: subprocess.CompletedProcess(command, 1, stdout="", stderr=errors))

    message = refusal(lambda: build(lock))

    assert message == (
        f"{lock}: libraries of the functions: pip failed: "
        "ERROR: No matching distribution found for library==1.0; run it once with network and pip"
    )
    assert list((lock.parent / "cache/aicc-constructs/layers").iterdir()) == []


@pytest.fixture
def wheel(tmp_path: Path, lock: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library on this machine, locked by its hash, for pip as it is."""
    path = tmp_path / "library-1.0-py3-none-any.whl"
    with ZipFile(path, "w") as archive:
        archive.writestr("library.py", "")
        archive.writestr("library-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: library\nVersion: 1.0\n")
        archive.writestr("library-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr("library-1.0.dist-info/RECORD", "")
    lock.write_text(f"library @ {path.as_uri()} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n")
    monkeypatch.setattr(dependency_layer, "subprocess", subprocess)
    return path


@pytest.mark.usefixtures("wheel")
def test_pip_itself_installs_what_the_lock_names(lock: Path) -> None:
    assert "python/library.py" in ZipFile(build(lock)).namelist()


@pytest.mark.usefixtures("wheel")
def test_pip_itself_refuses_another_hash(lock: Path, refusal: Refusal) -> None:
    lock.write_text(lock.read_text().partition("sha256:")[0] + "sha256:" + "0" * 64 + "\n")

    message = refusal(lambda: build(lock))

    assert message.startswith(f"{lock}: libraries of the functions: pip failed: ERROR: THESE PACKAGES DO NOT MATCH")
    assert "\n" not in message


def test_a_silent_failure_of_pip_is_told_too(lock: Path, monkeypatch: pytest.MonkeyPatch, refusal: Refusal) -> None:
    _use(monkeypatch, lambda command: subprocess.CompletedProcess(command, 1, stdout="", stderr=" \n"))

    message = refusal(lambda: build(lock))

    assert message == (f"{lock}: libraries of the functions: pip failed: no message; run it once with network and pip")


def test_after_a_failure_the_next_build_tries_again(
    lock: Path, monkeypatch: pytest.MonkeyPatch, refusal: Refusal
) -> None:
    _use(monkeypatch, lambda command: subprocess.CompletedProcess(command, 1, stdout="", stderr=""))
    refusal(lambda: build(lock))

    _use(monkeypatch, _install)

    assert "python/library.py" in ZipFile(build(lock)).namelist()


def test_a_lock_that_is_not_there_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    lock = tmp_path / "nowhere.txt"

    assert refusal(lambda: build(lock)) == (
        f"{lock}: libraries of the functions: is not a file; pass a requirements file as lock="
    )
