"""Prints what a synth made, for people."""

from collections import Counter

from rich.console import Console
from rich.table import Table

from aicc_cli.assembly import Assembly

NO_ACCOUNT = "000000000000"


def print_summary(assembly: Assembly, console: Console) -> None:
    """A table of resource types and counts, the outputs, where the templates are, and what is still to fill in."""
    count = sum(len(template.resource_types) for template in assembly.templates)
    console.print(
        f"[bold]{assembly.stack}[/]: {count} resources for {assembly.account}/{assembly.region}", soft_wrap=True
    )
    for table in (_resources(assembly), _outputs(assembly), _templates(assembly)):
        console.print(table)
    for line in to_fill_in(assembly):
        console.print(f"[yellow]Before a deploy:[/] {line}", soft_wrap=True)


def to_fill_in(assembly: Assembly) -> list[str]:
    """What the settings still hold of the examples that they were shipped with."""
    environment = assembly.stack.rpartition("-")[2]
    file = f"config/{environment}.toml"
    lines = []
    if assembly.account == NO_ACCOUNT:
        lines.append(f"{file}: account is {NO_ACCOUNT}; give the 12 digits of your AWS account")
    body = str(assembly.root.body)
    if "idp.example.com" in body:
        lines.append(f"{file}: identity.metadata_file is the example; give your identity provider's metadata")
    if "'InstanceAlias': 'aicc-example-" in body:
        lines.append(f"{file}: instance.alias is the example; give one of your own, unique in the world")
    return lines


def _resources(assembly: Assembly) -> Table:
    counts = Counter(kind for template in assembly.templates for kind in template.resource_types)
    table = Table(show_footer=True)
    table.add_column("Resource type", footer="Sum")
    table.add_column("Count", justify="right", footer=str(counts.total()))
    for kind, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(kind, str(count))
    return table


def _outputs(assembly: Assembly) -> Table:
    table = Table("Output", "What it is")
    for name, output in assembly.root.body.get("Outputs", {}).items():
        table.add_row(name, output.get("Description", ""))
    return table


def _templates(assembly: Assembly) -> Table:
    table = Table("Template")
    table.add_column("Resources", justify="right")
    table.add_column("KB", justify="right")
    for template in assembly.templates:
        size = template.path.stat().st_size
        table.add_row(str(template.path), str(len(template.resource_types)), f"{size / 1000:.0f}")
    return table
