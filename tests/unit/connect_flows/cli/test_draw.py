from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
MakeFlow = Callable[..., str]
Write = Callable[[str, str], Path]

STARTS = {"svg": "<svg ", "mmd": "flowchart ", "html": "<!DOCTYPE html>"}


@pytest.mark.parametrize("ending", ["svg", "mmd", "html", "SVG"])
def test_the_ending_says_how_to_draw(run: Run, flow: MakeFlow, write: Write, folder: Path, ending: str) -> None:
    write("a.json", flow())

    result = run("draw", "a.json", "-o", f"a.{ending}")

    assert (result.exit_code, result.output) == (0, "")
    drawn = (folder / f"a.{ending}").read_text(encoding="utf-8")
    assert drawn.startswith(STARTS[ending.lower()])
    assert "안녕히 가십시오" in drawn


@pytest.mark.parametrize("style", STARTS)
def test_draws_from_standard_input_to_standard_output(run: Run, flow: MakeFlow, style: str) -> None:
    result = run("draw", "-", "-o", "-", "--format", style, stdin=flow())

    assert result.exit_code == 0
    assert result.stdout.startswith(STARTS[style])


def test_a_format_is_more_than_an_ending(run: Run, flow: MakeFlow, write: Write, folder: Path) -> None:
    write("a.json", flow())

    run("draw", "a.json", "-o", "a.md", "--format", "mmd")

    assert (folder / "a.md").read_text(encoding="utf-8").startswith("flowchart ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.json", "-o", "-"], "standard output has no ending; add --format svg, mmd or html\n"),
        (["a.json", "-o", "a.png"], "a.png: the ending names no format; use .svg, .mmd or .html, or add --format\n"),
        (["a.json", "-o", "a"], "a: the ending names no format; use .svg, .mmd or .html, or add --format\n"),
        (["a.json", "-o", "no/a.svg"], "no/a.svg: cannot be written (No such file or directory)\n"),
        (["a.json", "-o", ".", "--format", "svg"], ".: cannot be written (Is a directory)\n"),
        (
            ["missing.json", "-o", "a.svg"],
            "missing.json: document: cannot be read (No such file or directory); name a file that can be read [E001]\n",
        ),
    ],
)
def test_trouble_is_told_in_one_line(
    run: Run, flow: MakeFlow, write: Write, folder: Path, arguments: list[str], message: str
) -> None:
    write("a.json", flow())

    result = run("draw", *arguments)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)
    assert [file.name for file in folder.iterdir()] == ["a.json"]
