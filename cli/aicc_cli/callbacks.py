"""`aicc callbacks`: what operators see of callbacks and decide about them, through a function of the environment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from aicc_cli import callbacks_page as page
from aicc_cli.callbacks_errors import CannotBeDone
from aicc_cli.callbacks_function import ManageCallbacks
from aicc_cli.callbacks_place import Target, find_place
from aicc_cli.callbacks_subject import check_id, subject
from connect_flows._cli.output import printable

if TYPE_CHECKING:
    from aicc_cli.callbacks_function import Answer

app = typer.Typer(no_args_is_help=True)


class State(StrEnum):
    """Where an open callback stands, in the words of the ledger."""

    BOOKED = "booked"
    WAITING = "waiting"
    DIALLING = "dialling"
    UNKNOWN = "unknown"
    RINGING = "ringing"
    TALKING = "talking"
    NEEDS_OPERATOR = "needs_operator"


class Settlement(StrEnum):
    """What an operator found out about a call."""

    TALKED = "talked"
    NOT_REACHED = "not_reached"
    GIVEN_UP = "given_up"


Id = Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it.", show_default=False)]
Environment = Annotated[str, typer.Option("--env", envvar="AICC_ENV", help="Of the stack ContactCenter-<env>.")]
In = Annotated[
    Target | None,
    typer.Option(
        "--target", help="Whose AWS; not given: the local one if it runs, else that of the usual credentials."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="The function's answer, for programs.")]
Yes = Annotated[bool, typer.Option("--yes", help="Ask nothing.")]


@app.callback()
def callbacks() -> None:
    """See the callbacks of an environment, and decide about those that only a person can decide about.

    Exit status: 0 done, 1 not done (a line on standard error says why), 2 the command was not understood.
    """


@app.command("list")
def show_all(
    *,
    state: Annotated[State | None, typer.Option("--state", help="Only those.", show_default=False)] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many at most.")] = 50,
    env: Environment = "dev",
    target: In = None,
    json: Json = False,
) -> None:
    """Show open callbacks: state, time in Korea, attempts, and what comes next."""
    with _told():
        function = ManageCallbacks.of(env, find_place(target))
        answer = function.ask("list", limit=limit, state=state)
        console = _begin(function, json)
        if not _printed(answer, json):
            page.print_list(answer["callbacks"], console)


@app.command()
def show(callback_id: Id, *, env: Environment = "dev", target: In = None, json: Json = False) -> None:
    """Show all that is known of a callback, but for its telephone number."""
    check_id(callback_id)
    with _told():
        function = ManageCallbacks.of(env, find_place(target))
        answer = function.ask("show", callback_id=callback_id)
        console = _begin(function, json)
        if not _printed(answer, json):
            page.print_callback(answer["callback"], console)


@app.command()
def retry(callback_id: Id, *, env: Environment = "dev", target: In = None, json: Json = False) -> None:
    """Dial now instead of later; after a call that needs an operator: it reached nobody, so dial again."""
    check_id(callback_id)
    with _told():
        _do(ManageCallbacks.of(env, find_place(target)), json, "retry", callback_id=callback_id)


@app.command()
def cancel(
    callback_id: Id, *, yes: Yes = False, env: Environment = "dev", target: In = None, json: Json = False
) -> None:
    """Make no call any more; one that is under way is not cut off."""
    check_id(callback_id)
    with _told():
        function = ManageCallbacks.of(env, find_place(target))
        _ask_first(yes, f"Cancel callback {callback_id} of {function.where}?")
        _do(function, json, "cancel", callback_id=callback_id)


@app.command()
def settle(
    callback_id: Id,
    *,
    found: Annotated[Settlement, typer.Option("--as", help="What you found out about the call.", show_default=False)],
    yes: Yes = False,
    env: Environment = "dev",
    target: In = None,
    json: Json = False,
) -> None:
    """Say what became of a call whose outcome nobody knows."""
    check_id(callback_id)
    with _told():
        function = ManageCallbacks.of(env, find_place(target))
        if found is Settlement.GIVEN_UP:
            _ask_first(yes, f"Give up callback {callback_id} of {function.where}, so that nobody is called any more?")
        _do(function, json, "settle", callback_id=callback_id, **{"as": found})


@app.command()
def forget(
    callback_id: Annotated[
        str | None, typer.Argument(metavar="ID", help="As `list` shows it; with --phone nothing or -.")
    ] = None,
    *,
    phone: Annotated[
        bool, typer.Option("--phone", help="All of a number that is asked for; `--phone -`: read from standard input.")
    ] = False,
    yes: Yes = False,
    env: Environment = "dev",
    target: In = None,
    json: Json = False,
) -> None:
    """Erase the telephone number of a callback, or of all callbacks of a number; open ones are cancelled first."""
    about = subject(callback_id, by_phone=phone, yes=yes)
    with _told():
        function = ManageCallbacks.of(env, find_place(target))
        what = f"callback {callback_id}" if "callback_id" in about else "all callbacks of this number"
        _ask_first(yes, f"Cancel what is open and forget {what} in {function.where}? It cannot be undone.")
        _do(function, json, "forget", **about)


@app.command()
def redrive(*, yes: Yes = False, env: Environment = "dev", target: In = None, json: Json = False) -> None:
    """Take up again what was put aside as undeliverable; the ledger sorts out what is no longer needed."""
    with _told():
        function = ManageCallbacks.of(env, find_place(target))
        _ask_first(yes, f"Move the dead letters of {function.where} back into their queues?")
        _do(function, json, "redrive")


def _do(function: ManageCallbacks, json: bool, action: str, **fields: object) -> None:
    answer = function.ask(action, **fields)
    console = _begin(function, json)
    if not _printed(answer, json):
        page.print_outcome(answer, console)


def _begin(function: ManageCallbacks, json: bool) -> Console:
    console = Console(stderr=json, emoji=False)
    console.print(f"[bold]{function.where}[/]", highlight=False, soft_wrap=True)
    return console


def _printed(answer: Answer, json: bool) -> bool:
    if json:
        typer.echo(page.to_json(answer))
    return json


def _ask_first(yes: bool, question: str) -> None:
    if not yes:
        typer.confirm(question, abort=True, err=True)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except CannotBeDone as error:
        typer.echo(printable(str(error)), err=True)
        raise typer.Exit(1) from None
