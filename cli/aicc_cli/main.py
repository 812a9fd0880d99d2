"""The front door of the `aicc` command."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from aicc_cli import bot, call, callbacks, forecast, local_aws, testing
from aicc_cli.assembly import AssemblyError, read_assembly
from aicc_cli.summary import print_summary
from connect_flows._cli.app import app as flows

app = typer.Typer(no_args_is_help=True, add_completion=False)
app.add_typer(flows, name="flows")
app.add_typer(bot.app, name="bot")
app.add_typer(callbacks.app, name="callbacks")
local_aws.register(app)
call.register(app)
testing.register(app)
forecast.register(app)


@app.callback()
def aicc() -> None:
    """Build and operate the contact centre."""


@app.command()
def summary(
    assembly: Annotated[Path, typer.Argument(help="What `cdk synth` wrote.")] = Path("cdk.out"),
) -> None:
    """Show what a synth made: resources, outputs, where the templates are, what is still to fill in."""
    try:
        found = read_assembly(assembly)
    except AssemblyError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    print_summary(found, Console())
