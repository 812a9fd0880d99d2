"""`connect-flows check`: what Amazon Connect, or a careful engineer, would say against flows."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from typing import Annotated

import typer

from connect_flows._cli.files import Batch, found_in, read_batch
from connect_flows._cli.findings import show, summary
from connect_flows._cli.output import printable, refuse, terminal, to_stdout
from connect_flows._cli.question import Question
from connect_flows._finding import Severity
from connect_flows._functions import FILE_NAME
from connect_flows._report import Located, as_json, located
from connect_flows._rule_texts import RULE_TEXTS
from connect_flows._sarif import as_sarif

_MANY_FILES = 20
_MOST_NAMES = 3


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders, or - for standard input. The flows of folders are also judged as a set.",
            show_default="the current folder",
        ),
    ] = None,
    *,
    flow_type: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="What each flow is, such as agentHold or MODULE. Then each is judged alone.",
        ),
    ] = None,
    instance_arn: Annotated[
        str | None, typer.Option(metavar="ARN", help="The instance they are for. ARNs of others are findings.")
    ] = None,
    style: Annotated[
        Format, typer.Option("--format", help="text for people, json for programs, sarif for code hosts.")
    ] = Format.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Fail for warnings, too.")] = False,
    functions: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="What functions take and answer (TOML).", show_default=f"{FILE_NAME} in a folder named"
        ),
    ] = None,
) -> None:
    """Say what Amazon Connect, or a careful engineer, would say against flows.

    Exit status: 0 nothing, 1 errors (with --strict: or warnings), 2 the command itself is wrong.
    """
    question = Question.asked(paths or ["."], flow_type=flow_type, instance_arn=instance_arn, functions=functions)
    found = found_in(question.paths)
    with _progress(len(found)):
        batch = read_batch(found)
        if not batch.count:
            refuse(f"{', '.join(question.paths)}: no flow is there; name a file or a folder that holds one")
        findings = located((*batch.findings, *question.answer(batch.flows)), batch.texts)
    _write(findings, batch, style)
    raise typer.Exit(1 if _is_bad(findings, strict=strict) else 0)


def _progress(files: int) -> AbstractContextManager[object]:
    # Rich is slow to start, and nobody waits for a few files.
    console = terminal(stderr=True)
    return console.status(f"Checking {files} files") if files >= _MANY_FILES and console.is_terminal else nullcontext()


def _write(findings: Sequence[Located], batch: Batch, style: Format) -> None:
    if style is Format.JSON:
        to_stdout(as_json(findings) + "\n")
    elif style is Format.SARIF:
        to_stdout(as_sarif(findings, RULE_TEXTS) + "\n")
    else:
        console = terminal()
        show(findings, console)
        if batch.skipped:
            typer.echo(_skipped(batch.skipped), err=True)
        typer.echo(summary(findings, batch.count), err=not console.is_terminal)


def _skipped(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    shown = ", ".join(printable(name) for name in names[:_MOST_NAMES])
    return f"skipped, as they hold no flow: {shown}{more}"


def _is_bad(findings: Iterable[Located], *, strict: bool) -> bool:
    return any(strict or item.finding.severity is Severity.ERROR for item in findings)
