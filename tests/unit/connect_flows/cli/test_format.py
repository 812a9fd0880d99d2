import json
import os
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from connect_flows import parse
from connect_flows._format import format_flow

Run = Callable[..., Result]
MakeFlow = Callable[..., str]
Write = Callable[[str, str], Path]


def formatted(text: str) -> str:
    return format_flow(parse(text, source="a.json"))


def test_rewrites_what_is_spelt_otherwise(run: Run, flow: MakeFlow, write: Write) -> None:
    changed = write("flows/a.json", flow())
    same = write("flows/b.json", formatted(flow()))
    other = write("flows/package.json", "{}")
    os.utime(same, ns=(1, 1))

    result = run("format", "flows")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "flows/a.json has changed\n")
    assert changed.read_text(encoding="utf-8") == formatted(flow())
    assert same.stat().st_mtime_ns == 1
    assert other.read_text(encoding="utf-8") == "{}"


def test_only_says_what_would_change(run: Run, flow: MakeFlow, write: Write) -> None:
    file = write("a.json", flow())
    write("b.json", formatted(flow()))

    result = run("format", "--check", "a.json", "b.json")

    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "a.json would change\n")
    assert file.read_text(encoding="utf-8") == flow()
    assert run("format", "--check", "b.json").exit_code == 0


def test_line_ends_are_part_of_the_spelling(run: Run, flow: MakeFlow, write: Write) -> None:
    file = write("a.json", formatted(flow()).replace("\n", "\r\n"))

    run("format", "a.json")

    assert b"\r" not in file.read_bytes()


def test_what_is_no_flow_keeps_no_other_from_its_spelling(run: Run, flow: MakeFlow, write: Write) -> None:
    broken = write("a.json", "{")
    good = write("b.json", flow())

    result = run("format", "a.json", "b.json")

    assert result.exit_code == 2
    assert result.stderr.startswith("a.json:1:2: document: line 1, column 2 is not JSON")
    assert broken.read_text(encoding="utf-8") == "{"
    assert good.read_text(encoding="utf-8") == formatted(flow())


def test_is_a_filter_for_standard_input(run: Run, flow: MakeFlow) -> None:
    result = run("format", "-", stdin=json.dumps(json.loads(flow())))

    assert (result.exit_code, result.stdout, result.stderr) == (0, formatted(flow()), "")
    assert run("format", "--check", "-", stdin=flow()).exit_code == 1


def test_a_folder_without_flows_is_a_mistake(run: Run, write: Write) -> None:
    write("package.json", "{}")

    result = run("format", ".")

    assert (result.exit_code, result.stderr) == (2, ".: no flow is there; name a file or a folder that holds one\n")
