"""`aicc test`: the test cases of flows/tests, offline, on the local AWS, or in Amazon Connect itself."""

from __future__ import annotations

import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aicc_cli.callbacks_errors import CannotBeDone
from aicc_cli.testing_outcome import Verdict
from connect_flows._cli.output import refuse, terminal, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aicc_cli.testing_outcome import Outcome
    from aicc_cli.testing_place import Place
    from connect_flows.test_cases import TestCase


class Target(StrEnum):
    """Where test cases are executed."""

    OFFLINE = "offline"
    LOCAL = "local"
    AWS = "aws"


def register(app: typer.Typer) -> None:
    """Add the command to the front door."""
    app.command(name="test")(execute)


def execute(
    flows: Annotated[Path, typer.Argument(help="Flows, their test cases in its `tests`.")] = Path("flows"),
    *,
    target: Annotated[
        Target, typer.Option(help="Where: in this process, the local AWS, or an account.")
    ] = Target.OFFLINE,
    filter: Annotated[str, typer.Option("--filter", help="Only cases with this in their name or description.")] = "",
    env: Annotated[
        str | None,
        typer.Option(
            "--env",
            envvar="AICC_ENV",
            show_default="the one that is deployed",
            help="Whose instance: config/<env>.toml.",
        ),
    ] = None,
    publish: Annotated[
        bool, typer.Option("--publish", help="First create or update the cases in the instance, as they are here.")
    ] = False,
    junit: Annotated[Path | None, typer.Option("--junit", metavar="FILE", help="Write JUnit XML there.")] = None,
) -> None:
    """Execute the test cases of flows, written in Connect's testing language, and show what came of them.

    Exit status: 0 all passed or were left out with a reason, 1 one failed, or they could not be executed.
    """
    if publish and target is Target.OFFLINE:
        refuse("--publish: offline nothing is published; name where: --target local or --target aws")
    began = time.monotonic()
    try:
        outcomes, where = _outcomes(flows, target, filter, env, publish=publish)
    except CannotBeDone as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    from aicc_cli.testing_page import print_outcomes

    print_outcomes(outcomes, time.monotonic() - began, terminal())
    if junit is not None:
        from aicc_cli.testing_junit import junit as document

        write(str(junit), document(outcomes, f"flows.{where}") + "\n")
    if any(outcome.verdict is Verdict.FAILED for outcome in outcomes):
        raise typer.Exit(1)


def _outcomes(
    flows: Path, target: Target, wanted: str, environment: str | None, *, publish: bool
) -> tuple[list[Outcome], str]:
    """What came of the cases, and where: "offline", or such as "local.dev"."""
    from aicc_cli.testing_cases import find_cases
    from aicc_cli.testing_page import collected

    cases = find_cases(flows, wanted)
    if target is Target.OFFLINE:
        from aicc_cli.testing_offline import run_offline

        running, where = run_offline(cases, flows), str(target)
    else:
        from aicc_cli.testing_place import aws_place, local_place

        place = (aws_place if target is Target.AWS else local_place)(environment)
        running, where = _in_connect(cases, flows, place, publish=publish), f"{target}.{place.environment}"
    return collected(running, len(cases), terminal(stderr=True)), where


def _in_connect(cases: list[TestCase], flows: Path, place: Place, *, publish: bool) -> Iterator[Outcome]:
    from aicc_cli.testing_publish import published, there
    from aicc_cli.testing_runs import Run, Runs
    from aicc_cli.testing_service import Service
    from aicc_cli.testing_values import prefix_of, values_of

    service = Service(place)
    prefix = prefix_of(place)
    if publish:
        prepared = list(published(service, cases, prefix, values_of(place, flows, prefix)))
    else:
        prepared = list(there(service, cases, prefix))
    yield from (each for each in prepared if not isinstance(each, Run))
    yield from Runs(service).outcomes(each for each in prepared if isinstance(each, Run))
