"""`connect-flows format`: one spelling for every flow."""

from enum import Enum, auto
from typing import Annotated

import typer

from connect_flows._cli.files import Found, found_in, read_batch
from connect_flows._cli.findings import line_of
from connect_flows._cli.output import STANDARD, printable, refuse, to_stdout, write
from connect_flows._finding import Finding
from connect_flows._format import format_flow
from connect_flows._report import located


class Outcome(Enum):
    """What became of a file."""

    NO_FLOW = auto()
    FAILED = auto()
    SAME = auto()
    CHANGED = auto()


def format(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, or - from standard input to standard output.")
    ],
    *,
    check: Annotated[bool, typer.Option("--check", help="Only name the files that would change.")] = False,
) -> None:
    """Write flows in one spelling, so that a change of a file shows what has changed. What they mean stays.

    Exit status: 0 done, 1 with --check: files would change, 2 something is no flow; the others are done.
    """
    outcomes = {_formatted(item, check=check) for item in found_in(paths)} - {Outcome.NO_FLOW}
    if not outcomes:
        refuse(f"{', '.join(paths)}: no flow is there; name a file or a folder that holds one")
    if Outcome.FAILED in outcomes:
        raise typer.Exit(2)
    raise typer.Exit(1 if check and Outcome.CHANGED in outcomes else 0)


def _formatted(item: Found | Finding, *, check: bool) -> Outcome:
    batch = read_batch([item])
    for found in located(batch.findings, batch.texts):
        typer.echo(line_of(found), err=True)
    if not batch.flows or isinstance(item, Finding):
        return Outcome.FAILED if batch.findings else Outcome.NO_FLOW
    (flow,), text = batch.flows, batch.texts[batch.flows[0].source]
    formatted = format_flow(flow)
    if item.path == STANDARD and not check:
        to_stdout(formatted)
        return Outcome.SAME
    if formatted == text:
        return Outcome.SAME
    if not check:
        write(item.path, formatted)
    typer.echo(f"{printable(flow.source)} {'would change' if check else 'has changed'}", err=True)
    return Outcome.CHANGED
