"""`aicc bot check` says what is wrong with bots, one line each, and how bad it is by its exit status."""

import sys
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from aicc_cli.main import app
from tests.unit.lex_bots.bots import Change, document, put, say

RUNNER = CliRunner()


def check(*arguments: str | Path) -> Result:
    return RUNNER.invoke(app, ["bot", "check", *map(str, arguments)])


def written(folder: Path, change: Change = lambda document: None, name: str = "shop.yaml") -> Path:
    file = folder / name
    file.write_text(yaml.safe_dump(document(change), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def test_nothing_is_said_against_a_sound_bot(tmp_path: Path) -> None:
    done = check(written(tmp_path), "--strict")

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "1 file: nothing found\n")


def test_an_error_is_one_line_with_the_place_the_value_and_the_cure(tmp_path: Path) -> None:
    file = written(tmp_path, put("ko-KR", "locale"))

    done = check(file)

    assert done.exit_code == 1
    assert done.stdout == f"{file}:3: locale: 'ko-KR' is not Korean as Lex spells it; write ko_KR [B101]\n"
    assert done.stderr == "1 file: 1 error\n"


@pytest.mark.parametrize(("arguments", "status"), [((), 0), (("--strict",), 1)])
def test_warnings_count_when_they_are_asked_to(tmp_path: Path, arguments: tuple[str, ...], status: int) -> None:
    done = check(written(tmp_path, say("네, 꽃이요.", "꽃다발주문할게요")), *arguments)

    assert (done.exit_code, done.stderr) == (status, "1 file: 2 warnings\n")


def test_what_the_format_does_not_have_is_an_error(tmp_path: Path) -> None:
    done = check(written(tmp_path, put("x", "langauge")))

    assert done.exit_code == 1
    assert done.stdout.endswith("[B002]\n")


def test_a_file_that_cannot_be_read_is_told_with_what_the_others_hold(tmp_path: Path) -> None:
    broken = written(tmp_path, put("ko-KR", "locale"))

    done = check(tmp_path / "missing.yaml", broken, broken)

    assert done.exit_code == 2
    assert [line.rpartition(" ")[2] for line in done.stdout.splitlines()] == ["[B001]", "[B101]"]
    assert done.stderr == "2 files: 2 errors\n"


def test_says_what_to_install_where_the_rules_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lex_bots", None)

    done = check(written(tmp_path))

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "the rules for bots are not installed here; install them: pip install aicc-constructs\n"


def test_no_file_is_a_wrong_use() -> None:
    assert check().exit_code == 2


def test_offers_every_command() -> None:
    done = RUNNER.invoke(app, ["bot", "--help"])

    assert done.exit_code == 0
    for command in ("check", "recognize", "report"):
        assert f" {command} " in done.output
