"""`connect-flows rules`: what is checked."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from connect_flows._cli.findings import COLOURS
from connect_flows._cli.output import refuse, terminal
from connect_flows._rule_texts import RULE_TEXTS, RuleText


def rules(
    rule_id: Annotated[str | None, typer.Argument(metavar="ID", help="One rule, such as E303.")] = None,
) -> None:
    """List all rules, or show one of them: what it says, and where that is written or was seen."""
    console = terminal()
    if rule_id is not None:
        _show(_rule(rule_id), console)
    elif console.is_terminal:
        console.print(_table())
    else:
        for rule in RULE_TEXTS:
            typer.echo(f"{rule.id}\t{rule.severity}\t{rule.text}\t{rule.source}")


def _rule(rule_id: str) -> RuleText:
    for rule in RULE_TEXTS:
        if rule.id == rule_id.upper():
            return rule
    refuse(f"{rule_id!r} is no rule; `connect-flows rules` lists them all")


def _show(rule: RuleText, console: Console) -> None:
    console.print(Text.assemble((rule.id, "bold"), " ", (rule.severity, COLOURS[rule.severity])))
    console.print(rule.text, soft_wrap=True)
    for source in rule.source.split("; "):
        console.print(Text(source, style="dim"), soft_wrap=True)


def _table() -> Table:
    table = Table("Id", "Severity")
    table.add_column("Rule", ratio=1)
    table.add_column("Source", ratio=1, overflow="fold", style="dim")
    for rule in RULE_TEXTS:
        table.add_row(rule.id, Text(rule.severity, COLOURS[rule.severity]), rule.text, rule.source)
    return table
