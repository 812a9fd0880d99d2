"""`aicc forecast`: what a whole day would bring, simulated through the flows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from connect_flows._cli.output import printable, terminal

if TYPE_CHECKING:
    from connect_flows.day import Day

TYPICAL = Path("config/days/typical.toml")


class Language(StrEnum):
    """In which the report speaks."""

    KO = "ko"
    EN = "en"


def forecast(
    day: Annotated[Path, typer.Argument(help="The description of the day.")] = TYPICAL,
    *,
    flows: Annotated[Path, typer.Option("--flows", help="The folder that has the flows.")] = Path("flows"),
    contacts: Annotated[
        int | None, typer.Option("--contacts", min=1, help="Another number of calls and chats.", show_default=False)
    ] = None,
    agents: Annotated[
        list[str] | None,
        typer.Option("--agents", metavar="STAFF=NUMBER", help="Another number of agents.", show_default=False),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Of all chance: the same seed, the same day.")] = 0,
    runs: Annotated[int, typer.Option("--runs", min=1, max=1000, help="How often, for 95 % intervals.")] = 1,
    language: Annotated[Language, typer.Option("--language", help="Of the report.")] = Language.KO,
    picture: Annotated[
        Path | None, typer.Option("--picture", help="Draw the first run's day as SVG.", show_default=False)
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="All numbers of all runs, for programs.")] = False,
) -> None:
    """Simulate a whole day: service level, waits, what the bot keeps, callbacks, and quotas to ask AWS for.

    The day's description says how many come when, what they want and how long things take; config/days/typical.toml is
    one to start from. Nothing is asked of AWS.
    """
    from aicc_cli.forecast_page import print_tables
    from connect_flows import FlowError
    from connect_flows.day import InvalidDay, as_json, read_day, replicate, tables
    from connect_flows.day import picture as drawn
    from connect_flows.simulator import SimulationError

    numbers = _numbers(agents or [])
    try:
        described = _changed(read_day(day), contacts, numbers)
        if not flows.is_dir():
            raise InvalidDay(f"{flows}: is no folder; name the folder that has the flows: --flows FOLDER")
        if picture is not None and not picture.parent.is_dir():
            raise InvalidDay(f"{picture}: its folder is not there; make {picture.parent} first")
        with _bar(described, runs) as told:
            reports = replicate(described, flows, seed, runs, os.cpu_count() or 1, told)
        if picture is not None:
            picture.write_text(drawn(reports[0], language) + "\n", encoding="utf-8")
    except (InvalidDay, FlowError, SimulationError, OSError) as error:
        typer.echo(printable(str(error)), err=True)
        raise typer.Exit(1) from None
    if json:
        typer.echo(as_json(reports), nl=False)
        return
    print_tables(tables(reports, language), terminal())


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(forecast)


def _numbers(agents: list[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for each in agents:
        name, equals, number = each.partition("=")
        if not equals or not number.isdecimal():
            raise typer.BadParameter(f"{each!r}; write a staff and a number: --agents calls=40")
        numbers[name] = int(number)
    return numbers


def _changed(day: Day, contacts: int | None, agents: dict[str, int]) -> Day:
    day = day.with_agents(**agents)
    return day if contacts is None else day.with_contacts(contacts)


@contextmanager
def _bar(day: Day, runs: int) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, so that standard output has the report alone."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=terminal(stderr=True), transient=True) as progress:
        task = progress.add_task(day.name, total=day.contacts * runs)
        yield lambda come, whole: progress.update(task, completed=come, total=whole)
