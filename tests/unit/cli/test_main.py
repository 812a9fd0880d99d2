"""The command ends in a line when it is interrupted, however early."""

import subprocess
import sys
from pathlib import Path

# As Ctrl-C while the first of its libraries is imported.
INTERRUPTED_IMPORT = "raise KeyboardInterrupt\n"


def test_an_interruption_while_it_starts_shows_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text(INTERRUPTED_IMPORT, encoding="utf-8")

    done = run(tmp_path, "up")

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_is_the_command(tmp_path: Path) -> None:
    done = run(tmp_path, "--help")

    assert done.returncode == 0
    assert "summary" in done.stdout


def run(library: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # What stands first in the path is imported first.
    program = (
        f"import sys; sys.path.insert(0, {str(library)!r}); sys.argv[1:] = {list(arguments)!r}; "
        "from aicc_cli.__main__ import main; main()"
    )
    return subprocess.run([sys.executable, "-c", program], text=True, capture_output=True, check=False)
