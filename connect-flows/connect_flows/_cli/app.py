"""All commands, in one visible table."""

import typer

from connect_flows._cli.check import check
from connect_flows._cli.diff import diff
from connect_flows._cli.draw import draw
from connect_flows._cli.explore import explore
from connect_flows._cli.format import format
from connect_flows._cli.rules import rules
from connect_flows._cli.template import export, import_

app = typer.Typer(
    name="flows",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Check, draw, compare and move Amazon Connect flows, without AWS.",
)
app.command()(check)
app.command()(rules)
app.command()(diff)
app.command()(draw)
app.command()(explore)
app.command()(format)
app.command("import")(import_)
app.command()(export)
