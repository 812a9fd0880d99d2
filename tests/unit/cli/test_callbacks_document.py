"""docs/callbacks.md shows the commands, the settings, the answers and the proofs that there are."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from rich.console import Console

from aicc_cli.callbacks import app
from aicc_cli.callbacks_page import print_list
from callback_ledger.record import Record, Slot, book
from callback_ledger.rules import Rules
from callback_ledger.states import State
from manage_callbacks.page import summary
from stacks.settings.callbacks import Callbacks

DOCS = Path(__file__).parents[3] / "docs"
DUE_AT = 1_795_413_600  # 2026-11-23 15:00 in Korea
RECORD = replace(
    book(
        callback_id="0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d",
        phone=b"sealed",
        lock="hash",
        slot=Slot("general", DUE_AT),
        due_at=DUE_AT,
        now=DUE_AT - 3600,
    ),
    state=State.NEEDS_OPERATOR,
)

pytestmark = pytest.mark.parametrize("document", ["callbacks.md", "callbacks.ko.md"])


def text(document: str) -> str:
    return (DOCS / document).read_text(encoding="utf-8")


def test_every_command_is_explained_and_no_other(document: str) -> None:
    explained = set(re.findall(r"`aicc callbacks (\w+)", text(document)))

    assert explained == set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # a group


def test_settings_have_the_defaults_that_are_told(document: str) -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| ([\d, ]+) \|", text(document), re.MULTILINE)
    told = {
        name: int(default)
        for names, defaults in rows
        for name, default in zip(re.findall(r"\w+", names), defaults.split(", "), strict=True)
    }

    defaults = {name: field.default for name, field in Callbacks.model_fields.items()}
    assert told == {name: default for name, default in defaults.items() if type(default) is int}


@pytest.mark.parametrize(
    "record",
    [
        replace(RECORD, settled=False, dial=1, attempts=1),
        replace(RECORD, settled=True, dial=1),
        replace(RECORD, settled=True),
    ],
    ids=["outcome unknown", "refused", "nobody free"],
)
def test_what_needs_an_operator_is_explained_as_it_is_shown(document: str, record: Record) -> None:
    shown = str(summary(record, Rules())["next"])

    assert f"| {shown.split(';')[0].split(', ')[0]}" in text(document)


def test_the_example_is_what_a_list_looks_like(document: str) -> None:
    page = io.StringIO()

    print_list([summary(replace(RECORD, settled=False, dial=1, attempts=1), Rules())], Console(width=80, file=page))

    lines = "\n".join(line.rstrip() for line in page.getvalue().splitlines())
    assert lines in text(document)


def test_the_proofs_that_are_named_are_there(document: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", text(document))

    assert len(named) >= 8
    assert [name for name in named if not (DOCS.parent / name).is_file()] == []
