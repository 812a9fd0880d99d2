import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
MakeFlow = Callable[..., str]
Write = Callable[[str, str], Path]

LONG = "안녕하십니까, 고객님. 저희 상담 센터에 전화해 주셔서 감사합니다. 원하시는 서비스를 말씀해 주십시오."


def test_flows_that_do_the_same_are_the_same(run: Run, flow: MakeFlow, write: Write) -> None:
    write("a.json", flow())
    write("b.json", json.dumps(json.loads(flow())))

    result = run("diff", "a.json", "b.json")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "both do the same\n")
    assert run("diff", "a.json", "b.json", "--format", "json").stdout == "[]\n"


def test_each_change_is_a_line(run: Run, flow: MakeFlow, write: Write) -> None:
    write("a.json", flow(say="네"))

    result = run("diff", "a.json", "-", stdin=flow(say="예"))

    assert result.exit_code == 1
    assert result.stdout == "action 'say': Parameters.Text '네' -> '예'\n"
    assert result.stderr == "1 change\n"


def test_json_has_these_keys(run: Run, flow: MakeFlow, write: Write) -> None:
    write("a.json", flow(say="네"))
    write("b.json", flow(say="예"))

    result = run("diff", "a.json", "b.json", "--format", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {"kind": "changed", "action": "say", "what": "Parameters.Text", "before": "네", "after": "예"}
    ]


@pytest.mark.parametrize("width", [40, 100])
def test_a_terminal_shows_prompts_in_full(shown: Callable[..., str], flow: MakeFlow, write: Write, width: int) -> None:
    write("a.json", flow(say="[bold]네[/]\n\x1b[31m"))
    write("b.json", flow(say=LONG))

    screen = shown("diff", "a.json", "b.json", width=width)

    cells = [[cell.strip() for cell in line.split("│")] for line in screen.splitlines() if line.startswith("│")]
    assert "".join(row[4] for row in cells).replace(" ", "") == LONG.replace(" ", "")
    assert "".join(row[3] for row in cells) == r"[bold]네[/]\x1b[31m"
    assert "".join(row[2] for row in cells) == "Parameters.Textchanged"


@pytest.mark.parametrize("arguments", [["a.json", "missing.json"], ["broken.json", "a.json"], ["-", "-"]])
def test_trouble_is_neither_the_same_nor_different(
    run: Run, flow: MakeFlow, write: Write, arguments: list[str]
) -> None:
    write("a.json", flow())
    write("broken.json", "{")

    result = run("diff", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
