"""`aicc call` and `aicc chat`: a telephone and a chat window for the contact centre in the local AWS."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aicc_cli.call_acts import Act, NotUnderstood, Step, checked_keys, read_step
from aicc_cli.call_number import international
from aicc_cli.call_order import ORDER, InOrder, interleaved
from aicc_cli.callbacks_errors import CannotBeDone
from connect_flows._cli.output import printable, refuse, terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aicc_cli.call_place import Centre
    from aicc_cli.call_session import Session

VOICE = "VOICE"
CHAT = "CHAT"
CUSTOMER = "손님"

Environment = Annotated[
    str | None,
    typer.Option("--env", envvar="AICC_ENV", show_default="the one that is deployed", help="Whose: config/<env>.toml."),
]
At = Annotated[
    str | None,
    typer.Option(help='When: "2026-12-25 10:00" in Korea. The local AWS goes there, with all that is due until then.'),
]
Say = Annotated[list[str] | None, typer.Option(help="Say this when it is asked for; again for what follows.")]
Press = Annotated[list[str] | None, typer.Option(help="Press these keys; the order with --say counts.")]
Save = Annotated[Path | None, typer.Option(metavar="FOLDER", help="Keep it there as text and JSON.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for: a call or a chat, where, when, and what is to be said in it."""

    channel: str
    environment: str | None
    flow: str
    customer: str = ""
    at: str | None = None
    save: Path | None = None
    steps: tuple[Step, ...] = ()


def register(app: typer.Typer) -> None:
    """Add the commands to the front door."""
    app.command(cls=InOrder)(call)
    app.command(cls=InOrder)(chat)


def call(
    context: typer.Context,
    *,
    from_: Annotated[
        str, typer.Option("--from", help="The number that calls, such as 010-1234-0001.")
    ] = "+821012340001",
    flow: Annotated[str, typer.Option(help="The flow that answers.")] = "inbound",
    at: At = None,
    env: Environment = None,
    say: Say = None,
    press: Press = None,
    save: Save = None,
) -> None:
    """Call the contact centre in the local AWS: hear it, speak or press keys, and see what it does meanwhile.

    With --say and --press, or with lines on standard input, nobody has to sit by. Exit status: 0 the call went its way
    to an end, 1 it did not, or there is nothing to call.
    """
    steps = _steps(context, say, press)
    _run(Wish(channel=VOICE, environment=env, flow=flow, customer=from_, at=at, save=save, steps=steps))


def chat(
    context: typer.Context,
    *,
    flow: Annotated[str, typer.Option(help="The flow that answers.")] = "chat",
    at: At = None,
    env: Environment = None,
    say: Say = None,
    save: Save = None,
) -> None:
    """Chat with the contact centre in the local AWS, and see what it does meanwhile.

    With --say, or with lines on standard input, nobody has to sit by. Exit status as of `aicc call`.
    """
    _run(Wish(channel=CHAT, environment=env, flow=flow, at=at, save=save, steps=_steps(context, say, None)))


def _steps(context: typer.Context, say: list[str] | None, press: list[str] | None) -> tuple[Step, ...]:
    given = interleaved(context.meta[ORDER], {"say": say or [], "press": press or []})
    try:
        return tuple(Step(Act(name), checked_keys(text) if name == "press" else text) for name, text in given)
    except NotUnderstood as error:
        refuse(f"--press {error}")


def _run(wish: Wish) -> None:
    try:
        problem = _hold(wish)
    except CannotBeDone as error:
        problem = str(error)
    if problem:
        typer.echo(printable(problem), err=True)
        raise typer.Exit(1)


def _hold(wish: Wish) -> str:
    """Hold the call; why it did not go its way, if it did not."""
    from aicc_cli.call_place import find_centre

    # First, because the rest needs a local AWS that is installed.
    centre = find_centre(wish.environment)
    from aicc_cli.call_line import Line
    from aicc_cli.call_screen import Screen
    from aicc_cli.call_session import Session
    from aicc_cli.call_time import go_to

    screen = Screen(terminal())
    if wish.at:
        screen.note(go_to(centre.control, wish.at, centre.environment))
    line = Line(centre.control, _begin(wish, centre), centre.agents, centre.transfers)
    session = Session(line, screen, time.sleep)
    try:
        if wish.steps or not sys.stdin.isatty():
            session.follow(wish.steps or _read(wish))
        else:
            from aicc_cli.call_talk import talk

            talk(session, keys=wish.channel == VOICE)
    except BaseException:
        # Nobody is left on the line, whatever has happened here.
        session.end()
        raise
    finally:
        _save(wish, centre.environment, session)
    return session.problem


def _begin(wish: Wish, centre: Centre) -> str:
    from botocore.exceptions import BotoCoreError, ClientError

    from aicc_cli.call_refusal import why
    from aicc_cli.callbacks_errors import fault
    from aicc_local.control import ControlError

    flow = centre.flow_id(wish.flow)
    customer = international(wish.customer) if wish.channel == VOICE else ""
    try:
        if wish.channel == CHAT:
            started = centre.connect.start_chat_contact(
                InstanceId=centre.instance_id, ContactFlowId=flow, ParticipantDetails={"DisplayName": CUSTOMER}
            )
            return started["ContactId"]
        contact = {"customer_number": customer, "flow_id": flow, "instance_id": centre.instance_id}
        return str(centre.control.contact("call_in", **contact))
    except ControlError as error:
        raise CannotBeDone(f"--from {wish.customer}, --flow {wish.flow}: {why(error)}") from None
    except (BotoCoreError, ClientError) as error:
        raise fault("local AWS", error) from None


def _read(wish: Wish) -> Iterator[Step]:
    """The steps on standard input, line by line."""
    for line in sys.stdin:
        try:
            step = read_step(line, keys=wish.channel == VOICE)
        except NotUnderstood as error:
            raise CannotBeDone(str(error)) from None
        if step is not None:
            yield step


def _save(wish: Wish, environment: str, session: Session) -> None:
    if wish.save is None:
        return
    from aicc_cli.transcript import save

    facts = {
        "contact": session.line.contact_id,
        "channel": wish.channel,
        "environment": environment,
        "flow": wish.flow,
        "orderly": not session.problem,
        "problem": session.problem,
    }
    for file in save(wish.save, facts, session.line.events):
        session.screen.note(f"남김: {file}")
