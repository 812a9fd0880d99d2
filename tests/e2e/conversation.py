"""A talk with a deployed bot, by text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import boto3

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCALE = "ko_KR"


@dataclass(slots=True, kw_only=True)
class Conversation:
    """One session with the deployed bot."""

    session: boto3.Session
    place: dict[str, Any]
    attributes: dict[str, str]
    answers: list[Any] = field(default_factory=list)

    def say(self, text: str) -> str:
        """What the bot answers."""
        runtime = self.session.client("lexv2-runtime")
        # The flow gives its attributes once; from then on the session has them.
        if not self.answers:
            runtime.put_session(
                **self.place,
                sessionState={"sessionAttributes": self.attributes, "dialogAction": {"type": "ElicitIntent"}},
                messages=[{"contentType": "PlainText", "content": "무엇을 도와드릴까요?"}],
            )
        self.answers.append(runtime.recognize_text(**self.place, text=text))
        return " ".join(message["content"] for message in self.answers[-1].get("messages", ()))

    @property
    def state(self) -> Any:
        """The session after the last answer."""
        return self.answers[-1]["sessionState"]

    @property
    def kept(self) -> Mapping[str, str]:
        """The session attributes after the last answer."""
        kept: Mapping[str, str] = self.state["sessionAttributes"]
        return kept

    @property
    def understood(self) -> str:
        """The intent that the text was taken for."""
        name: str = self.answers[-1]["interpretations"][0]["intent"]["name"]
        return name


def live_bot(session: boto3.Session, name: str) -> dict[str, Any]:
    """Where the bot whose name ends so is talked to: its alias `live`."""
    models = session.client("lexv2-models")
    [found] = [each for each in models.list_bots()["botSummaries"] if each["botName"].endswith(name)]
    aliases = models.list_bot_aliases(botId=found["botId"])["botAliasSummaries"]
    [alias] = [each for each in aliases if each["botAliasName"] == "live"]
    return {"botId": found["botId"], "botAliasId": alias["botAliasId"], "localeId": LOCALE}
