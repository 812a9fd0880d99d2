"""What people see on a terminal."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

Shown = Callable[..., str]
MakeFlow = Callable[..., str]
Write = Callable[[str, str], Path]


def test_a_finding_is_a_place_a_problem_and_a_cure(shown: Shown, flow: MakeFlow, write: Write) -> None:
    write("a.json", flow(Type="Disconnect"))

    screen = shown("check", "a.json", width=100)

    assert screen == (
        "a.json:26:7 error E201 action 'bye' (Actions[1])\n"
        "  Type 'Disconnect' is no type of action\n"
        "  use DisconnectParticipant\n"
        "1 file: 1 error\n"
    )


def test_errors_come_before_warnings_and_files_stay_together(shown: Shown, flow: MakeFlow, write: Write) -> None:
    module = flow(Type="Disconnect").replace('"Actions"', '"Settings": {}, "Actions"')
    write("module.json", module)
    write("b.json", flow(Type="Hangup"))

    lines = shown("check", ".", "b.json", width=100).splitlines()

    heads = [" ".join(line.split()[:3]) for line in lines if not line.startswith(" ")]
    assert [head.partition(":")[0] for head in heads if "json" in head] == ["b.json"] + ["module.json"] * (
        len([head for head in heads if "json" in head]) - 1
    )
    severities = [head.split()[1] for head in heads if head.startswith("module.json")]
    assert severities == sorted(severities)
    assert {"error", "warning"} == set(severities)
    assert lines.count("") == 1


def test_text_of_a_flow_is_no_markup(shown: Shown, flow: MakeFlow, write: Write) -> None:
    write("[red]a[/red].json", flow(Type="[bold]:smile:[/]"))

    screen = shown("check", ".", width=120)

    assert "[red]a[/red].json:26:7" in screen
    assert "'[bold]:smile:[/]'" in screen


@pytest.mark.parametrize("width", [20, 60, 200])
def test_wraps_at_any_width(shown: Shown, flow: MakeFlow, write: Write, width: int) -> None:
    write("a.json", flow(Type="안녕하십니까 고객님 " * 5))

    lines = shown("check", "a.json", width=width).splitlines()

    indented = [line for line in lines if line.startswith("  ")]
    assert indented
    assert all(cell_len(line) <= width for line in indented)
    assert len(re.findall("고객님", "".join(line.removeprefix("  ") for line in indented))) == 5


def test_many_files_are_announced_while_they_are_read(shown: Shown, flow: MakeFlow, write: Write) -> None:
    for number in range(20):
        write(f"flow-{number}.json", flow(Type="Disconnect"))

    screen = shown("check", width=100)

    assert "Checking 20 files" in screen
    assert "20 files: 20 errors" in screen
