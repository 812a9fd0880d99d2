"""What the commands for the local AWS show."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from aicc_local.lifecycle.home import Home
    from aicc_local.lifecycle.status import Status
    from aicc_local.lifecycle.up import Up


def print_up(up: Up, console: Console) -> None:
    """What can be done now."""
    from aicc_local.lifecycle.demo_customers import DEMO_CUSTOMERS
    from aicc_local.lifecycle.environment import REGION, endpoint

    console.print()
    facts = _grid()
    facts.add_row("Endpoint", f"{endpoint(up.running.port)}  (account {up.running.account}, {REGION})")
    for name, value in sorted(up.deployed.outputs.items()):
        facts.add_row(name, value)
    for name in up.deployed.secrets:
        facts.add_row("First password", f"in the secret {name}")
    console.print(facts)
    if up.deployed.customers:
        customers = Table("Demo customer", "Telephone", "Birth date", "Order number", title_justify="left")
        for each in DEMO_CUSTOMERS:
            customers.add_row(each.display_name, each.dialled, each.birth_date, each.order_number)
        console.print(customers)
    _print_lines(console, _next_steps(up))


def _next_steps(up: Up) -> list[str]:
    instance = up.deployed.outputs.get("InstanceArn", "").rpartition("/")[2]
    python = (
        "python -c \"import boto3; c = boto3.client('connect'); "
        f"print([f['Name'] for f in c.list_contact_flows(InstanceId='{instance}')['ContactFlowSummaryList']])\""
    )
    activate = Path(sys.prefix) / "bin" / "activate"
    return [
        "Use it:",
        f"  source {_short(activate)}",
        '  eval "$(aicc env)"          # boto3, the aws CLI and cdk then talk to it',
        *([f"  {python}", f"  aws connect list-queues --instance-id {instance}"] if instance else []),
        "",
        "Go on:",
        "  make up                     # after a change: the update",
        "  aicc status                 # what runs",
        "  make down                   # the end of it",
    ]


def print_status(status: Status, home: Home, console: Console) -> None:
    """What runs and what is in it."""
    from aicc_local.lifecycle.environment import REGION, endpoint

    facts = _grid()
    if status.running is None:
        facts.add_row("Local AWS", "not running; start it: aicc up")
    else:
        running = status.running
        facts.add_row("Local AWS", "running" if status.answers else "does not answer; end it: aicc down")
        facts.add_row("Endpoint", endpoint(running.port))
        facts.add_row("Process", f"{running.pid}" + (f", {status.memory // 2**20} MB" if status.memory else ""))
        facts.add_row("Account", f"{running.account}, {REGION}")
    for stack in status.stacks:
        facts.add_row("Stack", f"{stack.name}  {stack.status}")
        for name, value in sorted(stack.outputs.items()):
            facts.add_row(f"  {name}", value)
    facts.add_row("State", _state(status))
    facts.add_row("Log", _short(home.log))
    console.print(facts)


def _state(status: Status) -> str:
    if status.running is None:
        return "kept from the last time" if status.holds_state else "nothing is kept"
    return "is kept when it ends" if status.running.keeps else "is lost when it ends; keep it: aicc up --keep"


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _print_lines(console: Console, lines: list[str]) -> None:
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _short(path: Path) -> str:
    """Relative where that is shorter."""
    return min(str(path), os.path.relpath(path), key=len)
