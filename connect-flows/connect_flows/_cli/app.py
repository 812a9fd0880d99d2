"""All commands, in one visible table."""

import typer

from connect_flows._cli.check import check
from connect_flows._cli.diff import diff
from connect_flows._cli.rules import rules
from connect_flows._cli.template import export, import_

app = typer.Typer(
    name="flows",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(check)
app.command()(rules)
app.command()(diff)
app.command("import")(import_)
app.command()(export)
