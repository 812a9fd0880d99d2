from collections.abc import Callable, Iterator
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from botocore.stub import Stubber

from aicc_core.log import make_logger
from prune_bot_versions.lex_api import LexBotVersions, lex_client

if TYPE_CHECKING:
    from mypy_boto3_lexv2_models import LexModelsV2Client

BOT = "ABCDEFGHIJ"


@pytest.fixture
def client() -> "LexModelsV2Client":
    return lex_client()


@pytest.fixture
def lex(client: "LexModelsV2Client") -> Iterator[Stubber]:
    with Stubber(client) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


@pytest.fixture
def versions(client: "LexModelsV2Client") -> LexBotVersions:
    return LexBotVersions(client, BOT, make_logger("prune_bot_versions"))


def summary(version: str, status: str = "Available") -> dict[str, str]:
    return {"botName": "bot", "botVersion": version, "botStatus": status}


def test_numbered_versions_of_every_page_are_there(lex: Stubber, versions: LexBotVersions) -> None:
    pages = [
        {"botId": BOT, "botVersionSummaries": [summary("DRAFT"), summary("1")], "nextToken": "more"},
        {"botId": BOT, "botVersionSummaries": [summary("2", "Deleting"), summary("10")]},
    ]
    lex.add_response("list_bot_versions", pages[0], {"botId": BOT})
    lex.add_response("list_bot_versions", pages[1], {"botId": BOT, "nextToken": "more"})

    assert versions.numbers() == {1, 10}


def test_versions_that_aliases_point_to_are_in_use(lex: Stubber, versions: LexBotVersions) -> None:
    aliases = [
        {"botAliasId": "TSTALIASID", "botAliasName": "TestBotAlias", "botVersion": "DRAFT"},
        {"botAliasId": "BBBBBBBBBB", "botAliasName": "live", "botVersion": "7"},
        {"botAliasId": "CCCCCCCCCC", "botAliasName": "nowhere"},
    ]
    lex.add_response("list_bot_aliases", {"botId": BOT, "botAliasSummaries": aliases}, {"botId": BOT})

    assert versions.in_use() == {7}


def test_lex_is_asked_to_refuse_what_is_in_use(lex: Stubber, versions: LexBotVersions) -> None:
    asked = {"botId": BOT, "botVersion": "3", "skipResourceInUseCheck": False}
    lex.add_response("delete_bot_version", {"botId": BOT, "botVersion": "3", "botStatus": "Deleting"}, asked)

    assert versions.delete(3)


def test_a_refusal_is_logged_and_no_fault(
    lex: Stubber, versions: LexBotVersions, log_of: Callable[[str], StringIO]
) -> None:
    log = log_of("prune_bot_versions")
    lex.add_client_error("delete_bot_version", "ResourceInUseException", "An alias points to it.")

    assert not versions.delete(3)
    assert '"version":3' in log.getvalue()
    assert "ResourceInUseException" in log.getvalue()
