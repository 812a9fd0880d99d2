"""The three calls to Amazon Lex: what versions there are, which of them aliases point to, and away with one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from aws_lambda_powertools import Logger
    from mypy_boto3_lexv2_models import LexModelsV2Client

CONNECT_SECONDS = 2
READ_SECONDS = 5
TRIES = 3
# What one call takes at most: its tries, and the pauses between them.
CALL_SECONDS = TRIES * (CONNECT_SECONDS + READ_SECONDS) + 6


@cache
def lex_client() -> LexModelsV2Client:
    """Return the client of this process for the building of bots."""
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": TRIES},
    )
    return boto3.client("lexv2-models", config=config)


class LexBotVersions:
    """The versions of one bot, through boto3."""

    def __init__(self, client: LexModelsV2Client, bot_id: str, logger: Logger) -> None:
        self._client = client
        self._bot_id = bot_id
        self._logger = logger

    def numbers(self) -> set[int]:
        """Return the numbered versions, but for those that are going already."""
        listed = self._all(self._client.list_bot_versions, "botVersionSummaries")
        return _numbers(each for each in listed if each["botStatus"] != "Deleting")

    def in_use(self) -> set[int]:
        """Return the versions that an alias points to; the test alias points to the draft."""
        return _numbers(self._all(self._client.list_bot_aliases, "botAliasSummaries"))

    def delete(self, number: int) -> bool:
        """Delete a version and tell whether Lex agreed; it refuses one that an alias has come to point to."""
        try:
            self._client.delete_bot_version(botId=self._bot_id, botVersion=str(number), skipResourceInUseCheck=False)
        except (BotoCoreError, ClientError):
            self._logger.exception("version_not_deleted", extra={"bot_id": self._bot_id, "version": number})
            return False
        return True

    def _all(self, operation: Callable[..., Any], summaries: str) -> Iterator[Mapping[str, Any]]:
        asked = {"botId": self._bot_id}
        while True:
            page = operation(**asked)
            yield from page[summaries]
            if not page.get("nextToken"):
                return
            asked["nextToken"] = page["nextToken"]


def _numbers(listed: Iterator[Mapping[str, Any]]) -> set[int]:
    versions = (each.get("botVersion", "") for each in listed)
    return {int(version) for version in versions if version.isdigit()}
