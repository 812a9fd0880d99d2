"""From an export to a template and back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Write = Callable[[str, str], Path]

QUEUE = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a/queue/2b"
BINDINGS = json.dumps({"queue.general": QUEUE, "text.company": "예시상사"}, ensure_ascii=False)


@pytest.fixture
def export(flow: Callable[..., str]) -> str:
    """Something that a console might write, line ends and all."""
    text = flow(say="예시상사입니다.", Type="UpdateContactTargetQueue", Parameters={"QueueId": QUEUE})
    return text.replace("\n", "\r\n")


def test_an_export_becomes_a_template_and_an_export_again(run: Run, write: Write, folder: Path, export: str) -> None:
    write("export.json", export)
    write("map.json", BINDINGS)

    there = run("import", "export.json", "--bindings", "map.json", "-o", "flow.json")
    back = run("export", "flow.json", "--bindings", "map.json", "-o", "again.json")

    assert [(result.exit_code, result.output) for result in (there, back)] == [(0, ""), (0, "")]
    template = (folder / "flow.json").read_bytes().decode()
    assert template == export.replace(QUEUE, "${queue.general}").replace("예시상사", "${text.company}")
    assert (folder / "again.json").read_bytes() == export.encode()


def test_templates_flow_through_standard_input_and_output(run: Run, write: Write, export: str) -> None:
    write("map.json", BINDINGS)

    template = run("import", "-", "--bindings", "map.json", "-o", "-", stdin=export.encode()).stdout_bytes
    again = run("export", "-", "--bindings", "map.json", "-o", "-", stdin=template).stdout_bytes

    assert again == export.encode()


def test_suggests_bindings_to_begin_with(run: Run, write: Write, folder: Path, export: str) -> None:
    write("export.json", export)

    suggested = json.loads(run("import", "export.json", "--suggest").stdout)

    assert list(suggested.values()) == [QUEUE]

    write("map.json", '{"text.company": "예시상사"}')
    result = run("import", "export.json", "--suggest", "--bindings", "map.json", "-o", "map.json")

    assert (result.exit_code, result.output) == (0, "")
    assert json.loads((folder / "map.json").read_bytes()) == {"text.company": "예시상사", **suggested}


@pytest.mark.parametrize("arguments", [[], ["-o", "flow.json"], ["--bindings", "map.json"]])
def test_import_needs_bindings_and_a_place(run: Run, write: Write, export: str, arguments: list[str]) -> None:
    write("export.json", export)
    write("map.json", BINDINGS)

    result = run("import", "export.json", *arguments)

    assert result.exit_code == 2
    assert result.stderr == "import needs --bindings and -o; --suggest makes bindings to begin with\n"


@pytest.mark.parametrize(
    ("command", "start"),
    [
        (["import", "export.json", "--bindings", "empty.json"], "export.json:28:9: action 'bye' (Actions[1]): "),
        (
            ["import", "broken.json", "--bindings", "map.json"],
            "broken.json:1:2: document: line 1, column 2 is not JSON",
        ),
        (["import", "missing.json", "--bindings", "map.json"], "missing.json: document: cannot be read"),
        (["import", "export.json", "--bindings", "missing.json"], "missing.json: document: cannot be read"),
        (["import", "export.json", "--bindings", "wrong.json"], "wrong.json: general: names no placeholder"),
        (
            ["import", "export.json", "--suggest", "--bindings", "wrong.json"],
            "wrong.json: general: names no placeholder",
        ),
        (["export", "flow.json", "--bindings", "map.json"], "flow.json:12:9: action 'say' (Actions[0]): "),
    ],
)
def test_trouble_leaves_the_old_file(
    run: Run, flow: Callable[..., str], write: Write, folder: Path, export: str, command: list[str], start: str
) -> None:
    write("export.json", export)
    write("broken.json", "{")
    write("flow.json", flow(say="${text.unknown}"))
    write("map.json", BINDINGS)
    write("empty.json", "{}")
    write("wrong.json", '{"general": "예시상사"}')
    write("old.json", "old")

    result = run(*command, "-o", "old.json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(start)
    assert (folder / "old.json").read_text(encoding="utf-8") == "old"
    assert len(list(folder.iterdir())) == 7
