"""`aicc flows` is the command line of the flow language."""

from pathlib import Path

from typer.testing import CliRunner

from aicc_cli.main import app

RUNNER = CliRunner()


def test_checks_flows(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("{", encoding="utf-8")

    result = RUNNER.invoke(app, ["flows", "check", str(file)])

    assert result.exit_code == 1
    assert result.stdout.endswith("[E001]\n")


def test_offers_every_command() -> None:
    result = RUNNER.invoke(app, ["flows", "--help"])

    assert result.exit_code == 0
    for command in ("check", "rules", "diff", "draw", "format", "import", "export"):
        assert f" {command} " in result.output
