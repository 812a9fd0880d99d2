"""A bot through the changes of its life: each content a version, old ones to go back to, none too many."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import boto3
import pytest
from aws_cdk import App, CfnOutput, Environment, RemovalPolicy, Stack

from aicc_constructs import LexKoreanBot
from aicc_local.lifecycle.environment import ACCOUNT, REGION
from lex_bots import Bot as Definition
from lex_bots import Fallback, Intent, Voice
from tests.e2e.local_server import Cdk

if TYPE_CHECKING:
    from mypy_boto3_lexv2_models import LexModelsV2Client

STACK = "bot-versions"
KEPT = 2
AGENT = Intent(
    name="agent",
    utterances=("상담원 연결해 주세요", "상담원이요", "사람하고 통화할게요", "직원 바꿔 주세요"),
    closing=("상담원에게 연결해 드리겠습니다.",),
    dialog_code_hook=False,
    fulfillment_code_hook=False,
)
DEFINITION = Definition(
    name="versions",
    locale="ko_KR",
    voice=Voice(id="Seoyeon", engine="neural"),
    threshold=0.4,
    session_ttl=300,
    intents=(AGENT,),
    fallback=Fallback(fulfillment_code_hook=False, closing=("죄송합니다. 다시 말씀해 주시겠어요?",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What Lex has: its numbered versions, and the one that the alias points to."""

    versions: set[int]
    live: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One bot's stack, deployed again and again by the real CLI."""

    cdk: Cdk
    session: boto3.Session
    folder: Path

    def deploy(self, content: int, live_version: str | None = None) -> str:
        """Deploy the bot with the session's time-out as its content; answers what the CLI said if it failed."""
        out = self.folder / f"{content}-{live_version}"
        app = App(outdir=str(out), analytics_reporting=False)
        stack = Stack(app, STACK, env=Environment(account=ACCOUNT, region=REGION))
        bot = LexKoreanBot(
            stack,
            "Bot",
            definition=replace(DEFINITION, session_ttl=content),
            live_version=live_version,
            keep_versions=KEPT,
            log_removal_policy=RemovalPolicy.DESTROY,
        )
        CfnOutput(stack, "BotId", value=bot.bot_id)
        app.synth()
        done = self.cdk.deploy(out, check=False)
        return "" if done.returncode == 0 else done.stdout + done.stderr

    @property
    def bot_id(self) -> str:
        """The id of the bot."""
        [stack] = self.session.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
        [output] = stack["Outputs"]
        return output["OutputValue"]

    @property
    def models(self) -> LexModelsV2Client:
        """Lex."""
        return self.session.client("lexv2-models")

    @property
    def state(self) -> State:
        """What Lex has now."""
        bot = self.bot_id
        versions = self.models.list_bot_versions(botId=bot)["botVersionSummaries"]
        [live] = [
            each["botVersion"]
            for each in self.models.list_bot_aliases(botId=bot)["botAliasSummaries"]
            if each["botAliasName"] == "live"
        ]
        numbers = {int(each["botVersion"]) for each in versions if each["botVersion"] != "DRAFT"}
        return State(versions=numbers, live=int(live))


@pytest.fixture(scope="module")
def life(cdk: Cdk, session: boto3.Session, tmp_path_factory: pytest.TempPathFactory) -> Life:
    return Life(cdk=cdk, session=session, folder=tmp_path_factory.mktemp("bot"))


def test_a_bot_goes_forward_and_back_and_keeps_no_version_too_many(life: Life) -> None:
    told = {}

    for content in (101, 102, 103, 104):
        assert life.deploy(content) == ""
    told["four contents, two kept beside the new one"] = life.state
    assert life.deploy(104) == ""
    told["nothing changed"] = life.state
    assert life.deploy(104, live_version="2") == ""
    told["back to the second"] = life.state
    assert life.deploy(105, live_version="2") == ""
    told["a new one that does not talk yet"] = life.state
    failed = life.deploy(106, live_version="99")
    told["a deploy that failed"] = life.state
    assert life.deploy(105) == ""
    told["forward to the newest"] = life.state
    assert life.deploy(101) == ""
    told["the first content again"] = life.state

    assert "99" in failed
    assert told == {
        "four contents, two kept beside the new one": State(versions={2, 3, 4}, live=4),
        "nothing changed": State(versions={2, 3, 4}, live=4),
        "back to the second": State(versions={2, 3, 4}, live=2),
        "a new one that does not talk yet": State(versions={2, 3, 4, 5}, live=2),
        # Its rollback prunes too, while the version that it takes back still counts as the newest.
        "a deploy that failed": State(versions={2, 5}, live=2),
        "forward to the newest": State(versions={2, 5}, live=5),
        "the first content again": State(versions={2, 5, 7}, live=7),
    }


def test_versions_go_with_their_bot(life: Life, session: boto3.Session) -> None:
    assert life.deploy(101) == ""
    bot, templates = life.bot_id, sorted(life.folder.glob("*/*.template.json"))

    life.cdk("destroy", STACK, "--app", str(templates[0].parent), "--force")

    with pytest.raises(life.models.exceptions.ClientError, match="There is no bot"):
        life.models.list_bot_versions(botId=bot)
    assert STACK not in [each["StackName"] for each in session.client("cloudformation").describe_stacks()["Stacks"]]
