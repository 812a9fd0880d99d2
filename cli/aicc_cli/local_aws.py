"""The commands for the local AWS; each does what a function of `aicc_local.lifecycle` does, and shows it."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from aicc_cli import local_pages
from aicc_cli.steps import Steps

Port = Annotated[
    int | None, typer.Option(min=1, max=65535, envvar="AICC_PORT", help="On 127.0.0.1; 4566 unless it runs already.")
]
Keep = Annotated[
    bool | None,
    typer.Option(
        "--keep/--no-keep",
        envvar="AICC_KEEP",
        help="Keep what it holds when it ends. By default only if something was kept before.",
    ),
]
Environment = Annotated[str, typer.Option("--env", envvar="AICC_ENV", help="Whose settings: config/<env>.toml.")]
Assembly = Annotated[Path | None, typer.Option(help="Deploy what `cdk synth` wrote there, instead of synthesizing.")]
At = Annotated[
    str | None,
    typer.Option(
        envvar="AICC_LOCAL_TIME",
        help='The time it lives at and goes on from: "2026-12-25 10:00" in Korea, or ISO 8601 with offset.',
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Ask nothing; nor is anything asked where CI is set.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the front door."""
    for command in (up, down, status, reset, env):
        app.command()(command)


def up(
    env: Environment = "dev", port: Port = None, keep: Keep = None, assembly: Assembly = None, at: At = None
) -> None:
    """Start the local AWS, deploy an environment into it and seed demo data; again: update it."""
    with _told():
        from aicc_local.lifecycle.home import Home
        from aicc_local.lifecycle.up import Wish
        from aicc_local.lifecycle.up import up as bring_up

        console = Console()
        wish = Wish(environment=env, port=port, keep=keep, assembly=assembly, at=at)
        local_pages.print_up(bring_up(Home.default(), wish, Steps(console)), console)


def down() -> None:
    """End the local AWS, if it runs."""
    with _told():
        from aicc_local.lifecycle.down import down as bring_down
        from aicc_local.lifecycle.errors import NotRunning
        from aicc_local.lifecycle.home import Home

        try:
            ended = bring_down(Home.default())
        except NotRunning as error:
            # It is as it should be.
            typer.echo(str(error))
            return
        kept = "what it held is kept for the next `aicc up`" if ended.saved else "nothing is kept"
        typer.echo(f"Ended the local AWS on port {ended.running.port} (pid {ended.running.pid}); {kept}.")
        if ended.unsaved:
            typer.echo(f"Not kept, though: {', '.join(ended.unsaved)}; the server's log says why.", err=True)


def status() -> None:
    """Show whether the local AWS runs, and what is deployed in it; exit code 1 if it does not run."""
    with _told():
        from aicc_local.lifecycle.home import Home
        from aicc_local.lifecycle.status import status as look

        home = Home.default()
        found = look(home)
        local_pages.print_status(found, home, Console())
    if found.running is None:
        raise typer.Exit(1)


def reset(
    yes: Yes = False,
    deploy: Annotated[bool, typer.Option("--deploy", help="Then bring it up again, from nothing.")] = False,
    env: Environment = "dev",
    port: Port = None,
    keep: Keep = None,
) -> None:
    """End the local AWS and remove everything that it held and kept."""
    with _told():
        from aicc_local.lifecycle.down import reset as remove
        from aicc_local.lifecycle.home import Home

        home = Home.default()
        if not yes and not os.environ.get("CI"):
            typer.confirm(f"Remove everything that the local AWS of {home.folder} holds and keeps?", abort=True)
        ended = remove(home)
        typer.echo(f"Removed what {home.folder} held.")
    if deploy:
        was = ended.port if ended else None
        up(env=env, port=port or was, keep=ended.keeps if ended and keep is None else keep)


def env() -> None:
    """Print what points SDKs, the aws CLI and the CDK at the local AWS: eval "$(aicc env)"."""
    with _told():
        from aicc_local.lifecycle.environment import shell_lines
        from aicc_local.lifecycle.errors import NotRunning
        from aicc_local.lifecycle.home import Home

        running = Home.default().running()
        if running is None:
            raise NotRunning
        for line in shell_lines(os.environ, running.port, running.account):
            typer.echo(line)


@contextmanager
def _told() -> Iterator[None]:
    """Say in one line what went wrong, and never how the program looks inside."""
    try:
        from aicc_local.lifecycle.errors import LifecycleError
    except ImportError:
        typer.echo("the local AWS is not installed here; install it: make up", err=True)
        raise typer.Exit(1) from None
    # Whoever runs this with a time limit sends SIGTERM; what was begun is to be left as after Ctrl-C.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except (LifecycleError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("interrupted; go on: aicc up, or end the local AWS: aicc down", err=True)
        raise typer.Exit(130) from None
    finally:
        signal.signal(signal.SIGTERM, before)
