"""The command itself: what it needs, and how it ends."""

import io
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import connect_flows._cli

pytestmark = pytest.mark.thorough

MakeFlow = Callable[..., str]


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_says_what_to_install(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("connect_flows._cli.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    for name in [name for name in sys.modules if name.startswith(f"{missing}.")]:
        monkeypatch.delitem(sys.modules, name)

    with pytest.raises(SystemExit) as stopped:
        connect_flows._cli.main()

    assert stopped.value.code == "the command line needs more than the package: pip install 'connect-flows[cli]'"


def test_is_also_what_the_package_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["__main__", "rules", "E001"])

    with pytest.raises(SystemExit) as stopped:
        # By path: pytest reads modules of a package with a plug-in in a way that run_module does not know.
        runpy.run_path(str(Path(connect_flows.__file__).with_name("__main__.py")), run_name="__main__")

    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("E001 error\n")


def test_stops_quietly_if_nobody_reads_on() -> None:
    script = "from connect_flows._cli import main; main()"
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-c", script, "rules"], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)

    assert done.returncode == 1
    assert done.stderr == ""


def test_any_terminal_can_show_it(flow: MakeFlow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "안내.json").write_text(flow(Type="끝"), encoding="utf-8")
    screen = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(screen, encoding="latin-1", write_through=True))
    monkeypatch.setattr(sys, "argv", ["connect-flows", "check"])

    with pytest.raises(SystemExit) as stopped:
        connect_flows._cli.main()

    assert stopped.value.code == 1
    assert screen.getvalue().startswith(rb"\uc548\ub0b4.json:26:7: action 'bye' (Actions[1]): Type '\ub05d' is no type")
