"""docs/calls.md shows commands, options, lines and examples that there are, and its Python runs."""

from __future__ import annotations

import inspect
import re
import shlex
from pathlib import Path

import pytest
import typer

from aicc_cli.call_acts import HELP, Act
from aicc_cli.main import app
from connect_flows.simulator import Call, Center
from tests.unit.cli.simulated_centre import TEXTS, Simulated, run

REPOSITORY = Path(__file__).parents[3]
DOCS = REPOSITORY / "docs"

pytestmark = pytest.mark.parametrize("document", ["calls.md", "calls.ko.md"])


def text(document: str) -> str:
    return (DOCS / document).read_text(encoding="utf-8")


def blocks(document: str, language: str) -> list[str]:
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text(document), re.MULTILINE | re.DOTALL)
    return [block for kind, block in found if kind == language]


def test_the_python_of_the_page_runs(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    first, with_pytest = blocks(document, "python")

    exec(first, {})  # the page's own
    made: dict[str, object] = {}
    exec(with_pytest, made)  # likewise
    [test] = [each for name, each in made.items() if name.startswith("test_")]
    center = Center("flows", texts=TEXTS)
    assert callable(test)
    test(center, center.call)


def test_every_command_has_the_options_that_are_shown(document: str) -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group
    lines = [line for block in blocks(document, "bash") for line in block.splitlines()]
    asked = [re.split(r" # |\| (?=aicc)", line) for line in lines]
    shown = [part for parts in asked for part in parts if part.startswith("aicc ")]

    assert len(shown) >= 9
    for line in shown:
        _, name, *rest = shlex.split(line)
        known = {option for parameter in commands[name].params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= known, line


def test_every_line_that_can_be_typed_is_explained(document: str) -> None:
    explained = set(re.findall(r"`/([a-z-]+)[ `]", text(document)))

    assert explained == {act.value for act in Act} - {Act.PRESS.value}
    assert explained == set(re.findall(r"^  /([a-z-]+)", HELP, re.MULTILINE))


def test_every_verb_is_one_of_a_call_or_a_centre(document: str) -> None:
    [table] = re.findall(r"^\|[^\n]*`says`.*?\n\n", text(document), re.MULTILINE | re.DOTALL)
    acts, _, sees, asks, *besides = table.splitlines()
    told = {name for row in (acts, sees, asks) for name in re.findall(r"`(\w+)`", row)}

    public = {name for name, _ in inspect.getmembers(Call) if not name.startswith("_")}
    assert told <= public
    assert public - told <= {"agent", "contact", "events"}
    named = set(re.findall(r"`(\w+)", besides[0]))
    assert named <= set(dir(Center(REPOSITORY / "flows", texts=TEXTS)))


def test_the_lines_that_are_shown_are_what_a_call_looks_like(document: str, simulated: Simulated) -> None:
    [example] = blocks(document, "")

    shown = run("call", "--say", "주문 취소요")

    assert example in shown.stdout


def test_what_is_linked_and_named_is_there(document: str) -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text(document))]
    named = re.findall(r"`(tests/[\w/]+\.py)`", text(document))

    assert [link for link in links if link and not (DOCS / link).exists()] == []
    assert len(named) >= 8
    assert [name for name in named if not (REPOSITORY / name).is_file()] == []
