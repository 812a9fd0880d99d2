"""What the commands for the local AWS show."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from aicc_local.lifecycle.home import Home, Running
    from aicc_local.lifecycle.status import Status
    from aicc_local.lifecycle.up import Up

NEGLIGIBLE = 1.0  # seconds between two clocks: what asking takes

Facts = list[tuple[str, str]]


def print_up(up: Up, console: Console) -> None:
    """What can be done now."""
    from aicc_local.lifecycle.demo_customers import DEMO_CUSTOMERS
    from aicc_local.lifecycle.environment import REGION, endpoint

    facts = [("Endpoint", endpoint(up.running.port)), ("Account", f"{up.running.account}, {REGION}")]
    facts += sorted(up.deployed.outputs.items())
    facts += [("First password", f"in the secret {name}") for name in up.deployed.secrets]
    console.print()
    _print_facts(console, facts)
    if up.deployed.customers:
        customers = Table("Demo customer", "Telephone", "Birth date", "Order number")
        for each in DEMO_CUSTOMERS:
            customers.add_row(each.display_name, each.dialled, each.birth_date, each.order_number)
        console.print(customers)
    _print_lines(console, _next_steps(up))


def _next_steps(up: Up) -> list[str]:
    instance = up.deployed.outputs.get("InstanceArn", "").rpartition("/")[2]
    queues = f"boto3.client('connect').list_queues(InstanceId='{instance}')['QueueSummaryList']"
    examples = [f'  python -c "import boto3; print({queues})"', f"  aws connect list-queues --instance-id {instance}"]
    activate = Path(sys.prefix) / "bin" / "activate"
    return [
        "Use it:",
        f"  source {_short(activate)}",
        '  eval "$(aicc env)"          # boto3, the aws CLI and cdk then talk to it',
        *(examples if instance else []),
        "",
        "Go on:",
        "  make up                     # after a change: the update",
        "  aicc status                 # what runs",
        "  make down                   # the end of it",
    ]


def print_status(status: Status, home: Home, console: Console) -> None:
    """What runs and what is in it."""
    facts = _server(status)
    for stack in status.stacks:
        facts.append(("Stack", f"{stack.name}  {stack.status}"))
        facts += [(f"  {name}", value) for name, value in sorted(stack.outputs.items())]
    facts += [("State", _state(status)), ("Log", _short(home.log))]
    _print_facts(console, facts)


def _server(status: Status) -> Facts:
    from aicc_local.lifecycle.environment import REGION, endpoint

    running = status.running
    if running is None:
        return [("Local AWS", "not running; start it: aicc up")]
    memory = f", {status.memory // 2**20} MB" if status.memory else ""
    return [
        ("Local AWS", "running" if status.answers else "does not answer; end it: aicc down"),
        ("Endpoint", endpoint(running.port)),
        ("Process", f"{running.pid}{memory}"),
        ("Account", f"{running.account}, {REGION}"),
        *_time(running, status.ahead),
    ]


def _time(running: Running, ahead: float) -> Facts:
    from aicc_local.local_time import shifted

    if not running.at and abs(ahead) < NEGLIGIBLE:
        return []
    began = running.at or "the present"
    return [("Time", f"{shifted(ahead):%Y-%m-%d %H:%M:%S} in Korea, and not the present; it started at {began}")]


def _state(status: Status) -> str:
    if status.running is None:
        return "kept from the last time" if status.holds_state else "nothing is kept"
    return (
        "is kept when it ends"
        if status.running.keeps
        else "is lost when it ends; keep it from the next start on: aicc up --keep"
    )


def _print_facts(console: Console, facts: Facts) -> None:
    # No table: an ARN that is broken into two lines cannot be copied.
    width = max(len(name) for name, _ in facts)
    for name, value in facts:
        console.print(f"[bold]{name:<{width}}[/]  {escape(value)}", highlight=False, soft_wrap=True)


def _print_lines(console: Console, lines: list[str]) -> None:
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _short(path: Path) -> str:
    """Relative where that is shorter."""
    return min(str(path), os.path.relpath(path), key=len)
