"""`connect-flows explore`: every path through flows, and what is wrong with them."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from connect_flows._cli.files import found_in, read_batch
from connect_flows._cli.findings import refuse_findings
from connect_flows._cli.output import counted, printable, refuse, terminal, to_stdout
from connect_flows._cli.question import Question
from connect_flows._errors import FlowError
from connect_flows._functions import FILE_NAME, read_functions
from connect_flows._simulator._errors import SimulationError
from connect_flows._simulator._explore._explore import BOUND
from connect_flows._simulator._explore._explore import explore as explored
from connect_flows._simulator._explore._found import Exploration, PathFinding

_EVERY = 500


def explore(
    flows: Annotated[list[str], typer.Argument(metavar="FLOWS", help="Files, or folders with flows.")],
    *,
    start: Annotated[
        list[str] | None,
        typer.Option(metavar="FLOW", help="Where contacts begin.", show_default="flows that no other leads to"),
    ] = None,
    channel: Annotated[
        list[str] | None,
        typer.Option(metavar="CHANNEL", help="VOICE or CHAT.", show_default="VOICE, and CHAT where a flow looks at it"),
    ] = None,
    given: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A contact attribute that contacts may bring along.")
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=TEXT", help="What ${text.KEY} stands for.", show_default="whatever it is compared with"
        ),
    ] = None,
    functions: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Which attributes functions write (TOML).",
            show_default=f"{FILE_NAME} in a folder named",
        ),
    ] = None,
    faults: Annotated[
        bool, typer.Option("--faults", help="One block of each path may also fail for no reason.")
    ] = False,
    bound: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many situations of a contact.")] = BOUND,
    as_json: Annotated[bool, typer.Option("--json", help="For programs: findings, branches and paths.")] = False,
) -> None:
    """Walk every path through flows that belong together, and say which are wrong.

    Hours are open or closed, functions and bots answer or fail, customers press every key or stay silent, queues are
    full, agents come and go. A path is wrong that ends in silence, drops the customer, goes round for ever or leaves
    the contact to nobody; so are branches that no path takes, and attributes that nothing sets.

    Exit status: 0 nothing, 1 findings, 2 the command itself is wrong.
    """
    question = Question.asked(flows, flow_type=None, instance_arn=None, functions=functions)
    batch = read_batch(found_in(question.paths))
    if batch.findings:
        refuse_findings(batch.findings, batch.texts)
    if not batch.count:
        refuse(f"{', '.join(flows)}: no flow is there; name a file or a folder that holds one")
    with _progress() as progress:
        try:
            found = explored(
                batch.flows,
                *(start or ()),
                texts=_texts(text or ()),
                given=[*(given or ()), *_written(question)],
                channels=_channels(channel or ()),
                faults=faults,
                bound=bound,
                progress=progress,
            )
        except SimulationError as error:
            refuse(str(error))
    _write(found, batch.count, bound, as_json=as_json)
    raise typer.Exit(1 if found.findings else 0)


def _texts(pairs: Sequence[str]) -> dict[str, str]:
    for pair in pairs:
        if "=" not in pair:
            refuse(f"--text {pair!r} has no text; write KEY=TEXT")
    return dict(pair.split("=", 1) for pair in pairs)


def _channels(names: Sequence[str]) -> list[str]:
    for name in names:
        if name.upper() not in ("VOICE", "CHAT"):
            refuse(f"--channel {name!r} is no channel; use VOICE or CHAT")
    return [name.upper() for name in names]


def _written(question: Question) -> list[str]:
    """The attributes that functions set."""
    try:
        contracts = read_functions(question.functions) if question.functions is not None else {}
    except FlowError as error:
        refuse_findings(error.findings, {})
    return [name for contract in contracts.values() for name in contract.writes]


@contextmanager
def _progress() -> Iterator[Callable[[int], None] | None]:
    console = terminal(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with console.status("Walking") as status:

        def tell(states: int) -> None:
            if states % _EVERY == 0:
                status.update(f"Walking: {states:,} situations of a contact")

        yield tell


def _write(found: Exploration, files: int, bound: int, *, as_json: bool) -> None:
    console = terminal()
    if as_json:
        to_stdout(json.dumps(_document(found), ensure_ascii=False, indent=2) + "\n")
        return
    if found.findings and console.is_terminal:
        console.print(_table(found.findings))
    elif found.findings:
        for finding in found.findings:
            typer.echo(printable(f"{finding.problem.value} {finding}"))
    branches = f"{len(found.branches)} of {len(found.branches) + len(found.unreached)} branches"
    said = counted(len(found.findings), "finding") if found.findings else "nothing found"
    _note(console, f"{counted(files, 'file')}, {found.states:,} situations, {branches}: {said}")
    if not found.complete:
        _note(
            console, f"there are more than {bound:,} situations: not all was walked; raise --bound, or name a --start"
        )
    for flow, block in found.shortened:
        _note(console, f"{flow}: block {block}: too many answers; each value was tried, and not every combination")


def _note(console: Console, text: str) -> None:
    typer.echo(printable(text), err=not console.is_terminal)


def _table(findings: Sequence[PathFinding]) -> Table:
    table = Table("Problem", "Where")
    table.add_column("What, and what to do", ratio=1)
    table.add_column("Path", ratio=1, style="dim")
    for finding in findings:
        where = printable(f"{finding.flow}\n{finding.block}".strip().replace("\n", " "))
        path = printable(" > ".join(finding.path))
        table.add_row(finding.problem.value, where, printable(f"{finding.message}; {finding.cure}"), path)
    return table


def _document(found: Exploration) -> dict[str, object]:
    return {
        "complete": found.complete,
        "states": found.states,
        "findings": [
            {
                "problem": finding.problem.value,
                "flow": finding.flow,
                "block": finding.block,
                "message": finding.message,
                "cure": finding.cure,
                "path": finding.path,
            }
            for finding in found.findings
        ],
        "branches": [branch._asdict() for branch in sorted(found.branches)],
        "unreached": [{**branch._asdict(), "reason": reason} for branch, reason in found.unreached.items()],
        "paths": [path._asdict() for path in found.paths],
    }
