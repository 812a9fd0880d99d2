"""How long the centre keeps what people said, and where its records go."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from stacks.settings.errors import Problem
from stacks.settings.section import Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

Days = Annotated[int, Field(ge=1, le=36500, description="a number of days from 1 to 36500")]

# What moves to the archive class before it expires; the others are small or short-lived.
ARCHIVED = ("recordings_days", "transcripts_days", "screen_recordings_days")


class Storage(Section):
    recordings_days: Days
    transcripts_days: Days
    reports_days: Days
    attachments_days: Days
    evaluations_days: Days
    screen_recordings_days: Days
    access_logs_days: Days
    archive_after_days: (
        Annotated[int, Field(ge=1, description="a number of days, or nothing to keep everything at hand")] | None
    ) = None
    contact_records: Literal["none", "kinesis", "firehose"] = Field(
        default="none", description="'none', 'kinesis' or 'firehose'"
    )
    agent_events: Literal["none", "kinesis"] = Field(default="none", description="'none' or 'kinesis'")


def check_storage(settings: "Settings") -> Iterator[Problem]:
    """Nothing is archived that has expired by then."""
    storage = settings.storage
    if storage.archive_after_days is None:
        return
    shortest = min(ARCHIVED, key=lambda name: int(getattr(storage, name)))
    limit = int(getattr(storage, shortest))
    if storage.archive_after_days >= limit:
        yield Problem(
            path=("storage", "archive_after_days"),
            message=f"{storage.archive_after_days} is not before storage.{shortest} = {limit}; "
            f"give less than {limit}, or remove it to archive nothing",
        )
