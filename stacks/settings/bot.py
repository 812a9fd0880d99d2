"""The bot that callers talk to: which of its versions talks, how many stay to go back to, how long it remembers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from stacks.settings.errors import Problem
from stacks.settings.operations import check_period
from stacks.settings.section import Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings


class Bot(Section):
    live_version: (
        Annotated[
            str,
            Field(
                pattern=r"^[1-9][0-9]{0,4}$",
                description="the number of a version in quotes, e.g. '7', or nothing for the newest",
            ),
        ]
        | None
    ) = None
    # Lex keeps a hundred; what is left is for versions that other aliases point to and for failed deploys.
    keep_versions: int = Field(default=20, ge=2, le=80, description="2 to 80")
    # What callers say outside of slots stands there in the clear, so it goes early.
    conversation_log_days: int = Field(default=30, description="a number of days that CloudWatch Logs accepts")


def check_bot(settings: "Settings") -> Iterator[Problem]:
    """CloudWatch Logs keeps conversations for one of its own periods only."""
    yield from check_period(("bot", "conversation_log_days"), settings.bot.conversation_log_days)
